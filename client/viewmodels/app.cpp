#include "client/viewmodels/app.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>

namespace zhixing::client {

App::App(Gateway& gateway, Settings& settings, QObject* parent)
    : QObject(parent),
      context_(gateway, settings),
      account_(context_),
      sync_(context_),
      outbox_(context_),
      correction_(context_),
      history_(context_),
      repairs_(context_),
      overview_(context_),
      conflicts_(context_),
      today_(context_),
      tasks_(context_),
      task_(context_),
      budget_(context_),
      campaigns_(context_, budget_),
      plan_(context_, campaigns_),
      targets_(context_, campaigns_),
      raci_(context_, campaigns_),
      templates_(context_, campaigns_),
      spendForm_(context_),
      feedbackForm_(context_),
      reportForm_(context_),
      attendance_(context_),
      incidentForm_(context_),
      incidents_(context_),
      incident_(context_),
      feedbacks_(context_),
      feedback_(context_),
      retrospective_(context_),
      spends_(context_),
      storage_(context_),
      review_(context_, conflicts_),
      search_(context_) {
    connect(&context_, &Context::said, this, &App::said);
    connect(&account_, &AccountModel::enrolmentChanged, this, &App::readAll);
    readAll();
}

void App::readAll() {
    for (Live* model : std::initializer_list<Live*>{
             &account_,       &sync_,         &outbox_,     &repairs_,    &overview_,     &conflicts_, &today_,
             &tasks_,         &budget_,       &campaigns_,  &plan_,       &targets_,      &raci_,      &templates_,
             &spendForm_,     &feedbackForm_, &reportForm_, &attendance_, &incidentForm_, &incidents_, &feedbacks_,
             &retrospective_, &spends_,       &storage_,    &review_}) {
        model->readNow();
    }
}

bool App::systemIsDark() const {
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QString App::version() const { return QCoreApplication::applicationVersion(); }

}  // namespace zhixing::client

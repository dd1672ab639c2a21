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
      correction_(context_),
      history_(context_),
      task_(context_),
      incident_(context_),
      feedback_(context_),
      search_(context_),
      record_(context_) {
    connect(&context_, &Context::said, this, &App::said);
    connect(&account_, &AccountModel::enrolmentChanged, this, &App::readAll);
    account_.readNow();
    sync_.readNow();
    if (!gateway.draft(Review::heldName).isEmpty()) review()->resume();
}

void App::readAll() {
    const auto readAgain = [](auto&... models) { (models.readAgain(), ...); };
    account_.readNow();
    sync_.readNow();
    readAgain(outbox_, repairs_, overview_, conflicts_, today_, tasks_, campaigns_, budget_, plan_, targets_, raci_,
              templates_, spendForm_, feedbackForm_, reportForm_, attendance_, incidentForm_, incidents_, feedbacks_,
              retrospective_, spends_, storage_, review_);
}

bool App::systemIsDark() const {
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QString App::version() const { return QCoreApplication::applicationVersion(); }

}  // namespace zhixing::client

#include "client/viewmodels/draft.h"

#include <QJsonDocument>

namespace zhixing::client {

Draft::Draft(Gateway& gateway, QString form, std::function<QJsonObject()> write)
    : gateway_(gateway), form_(std::move(form)), write_(std::move(write)) {
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    QObject::connect(&pause_, &QTimer::timeout, &pause_, [this] { keep(); });
}

QJsonObject Draft::kept() const { return QJsonDocument::fromJson(gateway_.draft(form_).toUtf8()).object(); }

void Draft::touch() { pause_.start(); }

void Draft::flush() {
    if (!pause_.isActive()) return;
    pause_.stop();
    keep();
}

void Draft::keep() {
    const QJsonObject content = write_();
    const QByteArray json = content.isEmpty() ? QByteArray() : QJsonDocument(content).toJson(QJsonDocument::Compact);
    gateway_.saveDraft(form_, QString::fromUtf8(json));
}

void Draft::forget() {
    pause_.stop();
    gateway_.saveDraft(form_, {});
}

void Draft::turnTo(const QString& form) {
    flush();
    form_ = form;
}

}  // namespace zhixing::client

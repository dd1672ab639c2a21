#include "client/viewmodels/frame/draft.h"

#include <QJsonDocument>

namespace zhixing::client {
namespace {

const QString contentName = QStringLiteral("content");

}  // namespace

Draft::Draft(Gateway& gateway, QString form, std::function<QJsonObject()> write, int version)
    : gateway_(gateway), form_(std::move(form)), write_(std::move(write)), version_(version) {}

QJsonObject Draft::kept() {
    const QJsonObject draft = QJsonDocument::fromJson(gateway_.draft(form_).toUtf8()).object();
    const QJsonObject content = draft[contentName].toObject();
    keptAt_.reset();
    isOfAnotherVersion_ = false;
    if (content.isEmpty()) return {};
    keptAt_ = Instant{draft["at"].toInteger()};
    isOfAnotherVersion_ = draft["version"].toInt() != version_;
    return content;
}

void Draft::touch() {
    const QJsonObject content = write_();
    if (content.isEmpty()) return gateway_.saveDraft(form_, {});
    const QJsonObject draft{{contentName, content}, {"at", qint64{gateway_.now().ms}}, {"version", version_}};
    gateway_.saveDraft(form_, QString::fromUtf8(QJsonDocument(draft).toJson(QJsonDocument::Compact)));
}

void Draft::forget() {
    keptAt_.reset();
    gateway_.saveDraft(form_, {});
}

}  // namespace zhixing::client

#include "client/viewmodels/sync/account_model.h"

#include <algorithm>
#include <optional>

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QRegularExpression>

#include "client/capture/qr_code.h"
#include "client/net/enrolment_link.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

AccountModel::AccountModel(Context& context) : Live(context, {"person", "grant", "node"}) {
    connect(&context.gateway(), &Gateway::statusChanged, this, [this, was = isEnrolled()]() mutable {
        if (was == isEnrolled()) return;
        was = isEnrolled();
        readNow();
        emit enrolmentChanged();
    });
    connect(&context.gateway(), &Gateway::statusChanged, this, &AccountModel::arrivalChanged);
    connect(&context.settings(), &Settings::languageChanged, this, [this] {
        setLink(link_);
        emit arrivalChanged();
    });
}

void AccountModel::setLink(const QString& link) {
    link_ = link;
    const QString trimmed = link.trimmed();
    const auto parsed = EnrolmentLink::parse(trimmed);
    server_ = parsed ? parsed->server.host() : QString();
    linkFault_ = trimmed.isEmpty() || parsed ? QString()
                                             : tr("This is not an enrolment link. It begins with zhixing://enrol and "
                                                  "comes from your administrator; please copy all of it.");
    fault_.clear();
    emit linkChanged();
    emit enrolmentChanged();
}

void AccountModel::offerLink(const QString& link) {
    if (!isEnrolled()) {
        setLink(link);
    } else {
        emit context().said(tr("This device already belongs to %1. The link was not used.").arg(organisation_), true);
    }
}

void AccountModel::refuseLink(const QString& why) {
    linkFault_ = why;
    emit linkChanged();
}

bool AccountModel::takePicture(const QImage& picture) {
    const std::optional<QString> text = readQrCode(picture);
    if (text) setLink(*text);
    return text.has_value();
}

bool AccountModel::takeFile(const QUrl& file) {
    const std::optional<QString> text = readQrCodeFile(file.toLocalFile());
    if (text) {
        setLink(*text);
    } else {
        refuseLink(tr("No code was found in this picture. Take it closer and straight on, or paste the link."));
    }
    return text.has_value();
}

bool AccountModel::paste() {
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    if (copied != nullptr && copied->hasImage() && takePicture(qvariant_cast<QImage>(copied->imageData()))) return true;
    // People copy the whole message that the link came in.
    static const QRegularExpression link(QStringLiteral(R"(zhixing://enrol\?\S+)"));
    const QString text = copied == nullptr ? QString() : copied->text().left(4096);
    if (const auto match = link.match(text); match.hasMatch()) {
        setLink(match.captured());
        return true;
    }
    refuseLink(
        tr("What you copied holds no enrolment link. Copy the link or the picture of the code, then try again."));
    return false;
}

bool AccountModel::arriving() const {
    const SyncStatus& status = context().gateway().status();
    const bool hasNothingYet = status.cursor == 0 && status.agreedAt.ms == 0;
    return status.isEnrolled && (hasNothingYet || (status.isFilling && status.expected > 0));
}

QString AccountModel::arrivalTitle() const {
    return context().gateway().status().expected > 0 ? tr("You can begin; the rest is still arriving")
                                                     : tr("Your records are on their way");
}

QString AccountModel::arrivalWords() const {
    const SyncStatus& status = context().gateway().status();
    if (status.expected <= 0) {
        return status.link == SyncStatus::Link::unreachable || status.link == SyncStatus::Link::switchedOff
                   ? tr("There is no connection yet; it begins by itself when there is one.")
                   : tr("Asking headquarters what there is for you…");
    }
    const QLocale locale;
    return tr("%1 of %2 records", "arrived so far")
        .arg(locale.toString(static_cast<qlonglong>(std::min(status.held, status.expected))),
             locale.toString(static_cast<qlonglong>(status.expected)));
}

double AccountModel::arrived() const {
    const SyncStatus& status = context().gateway().status();
    if (status.expected <= 0) return 0;
    return std::clamp(static_cast<double>(status.held) / static_cast<double>(status.expected), 0.0, 1.0);
}

void AccountModel::enrol(const QString& link, const QString& password) {
    if (isBusy_) return;
    isBusy_ = true;
    fault_.clear();
    emit enrolmentChanged();
    context().gateway().enrol(link.trimmed(), password, [this](const Result<void>& result) {
        isBusy_ = false;
        if (!result) fault_ = words::failure(result.error());
        emit enrolmentChanged();
    });
}

void AccountModel::read(Reader& reader) {
    name_ = role_ = site_ = organisation_ = QString();
    reader.each(
        "SELECT name FROM person WHERE id = ?1", [this](Columns row) { name_ = row.text(0); }, context().person());
    reader.each(R"(SELECT role FROM "grant" WHERE person = ?1 AND coalesce(revoked, 0) = 0 ORDER BY id DESC)",
                [this](Columns row) { role_ = words::role(row.text(0)); }, context().person());
    reader.each(
        "SELECT name FROM node WHERE id = ?1", [this](Columns row) { site_ = row.text(0); }, context().home());
    reader.each("SELECT name FROM node WHERE kind = 'headquarters'",
                [this](Columns row) { organisation_ = row.text(0); });
    emit changed();
}

}  // namespace zhixing::client

#include "client/net/account.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace zhixing::client {
namespace {

constexpr qint64 fileBytesMax = 64 * 1024;

QString text(const Id& id) { return QString::fromStdString(id.text()); }

}  // namespace

Result<Account> Account::load(const QString& file) {
    QFile in(file);
    if (!in.exists()) return Error{Code::not_enrolled, "this device is not enrolled", {}, {}};
    if (!in.open(QIODevice::ReadOnly)) return Error{Code::io_failed, "the account file cannot be read", {}, {}};
    const QJsonObject json = QJsonDocument::fromJson(in.read(fileBytesMax)).object();
    const auto id = [&](const char* key) { return Id::parse(json[QLatin1String(key)].toString().toStdString()); };
    const auto device = id("device");
    const auto person = id("person");
    const auto home = id("home");
    Account account;
    account.server = QUrl(json[QStringLiteral("server")].toString());
    account.token = json[QStringLiteral("token")].toString();
    account.organisation = json[QStringLiteral("organisation")].toString();
    account.authorityFile = json[QStringLiteral("authority_file")].toString();
    if (!device || !person || !home || account.token.isEmpty() || !account.server.isValid()) {
        return Error{
            Code::damaged, "the account file is damaged; enrol this device again, its records are safe", {}, {}};
    }
    account.device = *device;
    account.person = *person;
    account.home = *home;
    return account;
}

Result<void> Account::save(const QString& file) const {
    const QJsonObject json{
        {QStringLiteral("server"), server.toString()},  {QStringLiteral("token"), token},
        {QStringLiteral("organisation"), organisation}, {QStringLiteral("authority_file"), authorityFile},
        {QStringLiteral("device"), text(device)},       {QStringLiteral("person"), text(person)},
        {QStringLiteral("home"), text(home)},
    };
    QSaveFile out(file);
    // What commit() flushes itself it does not look at: a disk that is full then would leave half a file.
    const bool isWritten = out.open(QIODevice::WriteOnly) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           out.write(QJsonDocument(json).toJson()) > 0 && out.flush() && out.commit();
    if (!isWritten) return Error{Code::io_failed, "the account file cannot be written", {}, {}};
    return {};
}

}  // namespace zhixing::client

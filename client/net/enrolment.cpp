#include "client/net/enrolment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include "client/net/tls.h"
#include "shared/base/limits.h"

namespace zhixing::client {
namespace {

constexpr int answerMsMax = 30'000;

QUrl httpAddress(QUrl server) {
    server.setScheme(server.scheme() == QLatin1String("wss") ? QStringLiteral("https") : QStringLiteral("http"));
    server.setPath(QStringLiteral("/enrol"));
    return server;
}

Result<Account> accountFrom(const QJsonObject& answer, const QUrl& server, const QString& authorityFile) {
    const auto id = [&](const char* key) { return Id::parse(answer[QLatin1String(key)].toString().toStdString()); };
    const auto device = id("device");
    const auto person = id("person");
    const auto home = id("home");
    const QString token = answer[QStringLiteral("token")].toString();
    if (!device || !person || !home || token.isEmpty()) {
        return Error{Code::malformed, "what answered is not a Zhixing server", {}, {}};
    }
    return Account{server,  token, answer[QStringLiteral("organisation")].toString(), authorityFile, *device,
                   *person, *home};
}

Result<Account> read(QNetworkReply& reply, const QUrl& server, const QString& authorityFile) {
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        return Error{
            Code::untrusted, "the server's certificate is not trusted: " + reply.errorString().toStdString(), {}, {}};
    }
    const QJsonObject answer = QJsonDocument::fromJson(reply.read(limits::httpBodyBytesMax)).object();
    if (reply.error() == QNetworkReply::NoError) return accountFrom(answer, server, authorityFile);
    const auto code = codeFromWord(answer[QStringLiteral("code")].toString().toStdString());
    if (code) return Error{*code, answer[QStringLiteral("message")].toString().toStdString(), {}, {}};
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
        return Error{Code::malformed, "what answered is not a Zhixing server", {}, {}};
    }
    return Error{Code::unreachable, "the server cannot be reached: " + reply.errorString().toStdString(), {}, {}};
}

}  // namespace

Enrolment::Enrolment(QObject* parent) : QObject(parent), network_(new QNetworkAccessManager(this)) {}

void Enrolment::begin(const Request& request, Done done) {
    auto tls = tlsConfiguration(request.authorityFile);
    if (!tls) return done(tls.error());
    QNetworkRequest post(httpAddress(request.link.server));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    // A captive portal answers every address with its own page; a redirect is never ours.
    post.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    post.setSslConfiguration(*tls);
    post.setTransferTimeout(answerMsMax);
    QJsonObject asked{
        {QStringLiteral("code"), request.link.code},
        {QStringLiteral("password"), request.password},
        {QStringLiteral("device"), request.deviceName},
    };
    if (!request.device.isNil())
        asked.insert(QStringLiteral("device_id"), QString::fromStdString(request.device.text()));
    QNetworkReply* reply = network_->post(post, QJsonDocument(asked).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [reply, request, done = std::move(done)] {
        reply->deleteLater();
        done(read(*reply, request.link.server, request.authorityFile));
    });
}

}  // namespace zhixing::client

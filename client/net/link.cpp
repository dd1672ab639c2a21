#include "client/net/link.h"

#include <QNetworkRequest>
#include <QSslError>
#include <QWebSocketHandshakeOptions>

#include "client/net/tls.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {
namespace {

QString joined(const QList<QSslError>& errors) {
    QStringList words;
    for (const QSslError& error : errors) words << error.errorString();
    return words.join(QStringLiteral("; "));
}

}  // namespace

Link::Link(QObject* parent) : QObject(parent) {
    opening_.setSingleShot(true);
    opening_.setInterval(openMsMax);
    ping_.setInterval(pingMs);
    ping_.setTimerType(Qt::PreciseTimer);
    silence_.setSingleShot(true);
    silence_.setInterval(silenceMsMax);
    connect(&opening_, &QTimer::timeout, this, [this] { end(Code::timed_out, tr("the server does not answer")); });
    connect(&silence_, &QTimer::timeout, this, [this] { end(Code::timed_out, tr("the connection has gone silent")); });
    connect(&ping_, &QTimer::timeout, this, [this] {
        if (socket_) socket_->ping();
    });
}

Link::~Link() { close(); }

void Link::open(const Account& account) {
    close();
    auto tls = tlsConfiguration(account.authorityFile);
    if (!tls) {
        QMetaObject::invokeMethod(
            this, [this, error = tls.error()] { emit closed(error); }, Qt::QueuedConnection);
        return;
    }
    socket_ = std::make_unique<QWebSocket>();
    socket_->setSslConfiguration(*tls);
    socket_->setMaxAllowedIncomingMessageSize(limits::messageBytesMax);
    socket_->setMaxAllowedIncomingFrameSize(limits::messageBytesMax);

    connect(socket_.get(), &QWebSocket::connected, this, [this] {
        opening_.stop();
        ping_.start();
        silence_.start(silenceMsMax);
        isOpen_ = true;
        packer_.reset();
        const auto dialect = sync::dialectOf(catalog(), socket_->subprotocol().toStdString()).value_or(sync::Dialect{});
        minor_ = dialect.minor;
        if (dialect.coding != sync::Coding::json) packer_.emplace(catalog(), dialect);
        emit opened();
    });
    connect(socket_.get(), &QWebSocket::binaryMessageReceived, this, &Link::arrived);
    connect(socket_.get(), &QWebSocket::pong, this, [this] { silence_.start(silenceMsMax); });
    connect(socket_.get(), &QWebSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { end(Code::untrusted, joined(errors)); });
    connect(socket_.get(), &QWebSocket::disconnected, this, [this] {
        const bool isTooLarge = socket_->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData;
        end(isTooLarge ? Code::too_large : Code::unreachable,
            socket_->closeReason().isEmpty() ? socket_->errorString() : socket_->closeReason());
    });
    start(account);
}

void Link::start(const Account& account) {
    QUrl address = account.server;
    address.setPath(QStringLiteral("/sync"));
    QNetworkRequest request(address);
    QWebSocketHandshakeOptions options;
    QStringList offered;
    for (const std::string& name : sync::offeredSubProtocols(catalog())) offered << QString::fromStdString(name);
    options.setSubprotocols(offered);
    opening_.start();
    socket_->open(request, options);
}

void Link::close() {
    isOpen_ = false;
    opening_.stop();
    ping_.stop();
    silence_.stop();
    if (!socket_) return;
    socket_->disconnect(this);
    socket_->close();
    socket_.release()->deleteLater();
}

void Link::end(Code code, const QString& message) {
    if (!socket_) return;
    const Error reason{code, message.toStdString(), {}, {}};
    close();
    emit closed(reason);
}

void Link::probe() {
    if (!isOpen_) return;
    silence_.start(probeMsMax);
    socket_->ping();
}

void Link::arrived(const QByteArray& bytes) {
    silence_.start(silenceMsMax);
    if (!packer_) {
        emit received(bytes);
        return;
    }
    const auto message = packer_->unpack({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!message) return end(message.error().code, QString::fromStdString(message.error().message));
    emit received(QByteArray(message->data(), static_cast<qsizetype>(message->size())));
}

void Link::send(const sync::Frame& frame) {
    if (!isOpen_) return;
    // Binary, and so the server's answers too: text would go through UTF-16 and back on its way.
    const std::string packed = packer_ ? packer_->pack(*frame) : std::string();
    const std::string& bytes = packer_ ? packed : *frame;
    socket_->sendBinaryMessage(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    ping_.start();
}

}  // namespace zhixing::client

#include "client/net/link.h"

#include <QNetworkRequest>
#include <QSslError>
#include <QWebSocketHandshakeOptions>

#include "client/net/tls.h"
#include "shared/base/limits.h"

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
        silence_.start();
        isOpen_ = true;
        emit opened();
    });
    connect(socket_.get(), &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& message) {
        silence_.start();
        emit received(message);
    });
    connect(socket_.get(), &QWebSocket::pong, this, [this] { silence_.start(); });
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
    options.setSubprotocols({QStringLiteral("zhixing.sync.1")});
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

void Link::send(const sync::Frame& frame) {
    // Binary, and so the server's answers too: text would go through UTF-16 and back on its way.
    if (isOpen_)
        socket_->sendBinaryMessage(QByteArray::fromRawData(frame->data(), static_cast<qsizetype>(frame->size())));
}

}  // namespace zhixing::client

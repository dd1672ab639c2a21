#pragma once

#include <memory>

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include "client/net/account.h"
#include "shared/base/error.h"
#include "sync/wire/messages.h"

namespace zhixing::client {

/// One WebSocket connection to the server, opened again and again. It carries bytes and notices silence: QWebSocket does not see
/// that a radio has gone, so a ping that stays without any answer ends the connection.
/// Lives on the thread of its SyncEngine.
class Link : public QObject {
    Q_OBJECT

public:
    static constexpr int pingMs = 30'000;
    static constexpr int silenceMsMax = 45'000;
    static constexpr int openMsMax = 20'000;

    explicit Link(QObject* parent = nullptr);
    ~Link() override;

    void open(const Account& account);
    /// Ends the connection without closed() being told.
    void close();
    void send(const sync::Frame& frame);
    [[nodiscard]] bool isOpen() const { return isOpen_; }
    /// What send() took and the socket has not.
    [[nodiscard]] bool hasBytesToWrite() const { return isOpen_ && socket_->bytesToWrite() > 0; }

signals:
    void opened();
    void received(const QByteArray& message);
    /// The connection ended, or never came about: `unreachable`, `untrusted`, `timed_out` …
    void closed(const zhixing::Error& reason);

private:
    void start(const Account& account);
    void end(Code code, const QString& message);

    std::unique_ptr<QWebSocket> socket_;
    QTimer opening_{this};
    QTimer ping_{this};
    QTimer silence_{this};
    bool isOpen_ = false;
};

}  // namespace zhixing::client

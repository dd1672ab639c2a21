#pragma once

#include <memory>
#include <optional>

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include "client/net/account.h"
#include "shared/base/error.h"
#include "sync/wire/messages.h"
#include "sync/wire/packer.h"

namespace zhixing::client {

/// One WebSocket connection to the server, opened again and again. It carries bytes and notices silence: QWebSocket does not see
/// that a radio has gone, so a ping that stays without any answer ends the connection. Messages are packed on their way
/// when the server agrees to that; neither end of this class notices.
/// Lives on the thread of its SyncEngine.
class Link : public QObject {
    Q_OBJECT

public:
    /// From what was last sent, as the server counts from what it last read: a phone's radio wakes once for the pings of
    /// both ends.
    static constexpr int pingMs = 30'000;
    static constexpr int probeMsMax = 5'000;
    static constexpr int silenceMsMax = 45'000;
    static constexpr int openMsMax = 20'000;

    explicit Link(QObject* parent = nullptr);
    ~Link() override;

    void open(const Account& account);
    /// Ends the connection without closed() being told.
    void close();
    void send(const sync::Frame& frame);
    /// Asks for a sign of life: without one the connection is given up soon.
    void probe();
    [[nodiscard]] bool isOpen() const { return isOpen_; }
    /// The minor version of the protocol that both ends of the open connection know.
    [[nodiscard]] int minor() const { return minor_; }
    /// What send() took and the socket has not.
    [[nodiscard]] bool hasBytesToWrite() const { return isOpen_ && socket_->bytesToWrite() > 0; }

signals:
    void opened();
    void received(const QByteArray& message);
    /// The connection ended, or never came about: `unreachable`, `untrusted`, `timed_out` …
    void closed(const zhixing::Error& reason);

private:
    void start(const Account& account);
    void arrived(const QByteArray& bytes);
    void end(Code code, const QString& message);

    std::unique_ptr<QWebSocket> socket_;
    std::optional<sync::Packer> packer_;  ///< nothing: messages travel as JSON
    QTimer opening_{this};
    QTimer ping_{this};
    QTimer silence_{this};
    bool isOpen_ = false;
    int minor_ = 0;
};

}  // namespace zhixing::client

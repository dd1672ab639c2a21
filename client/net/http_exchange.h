#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include "client/net/account.h"
#include "shared/base/limits.h"
#include "shared/base/result.h"

namespace zhixing::client {

/// Plain HTTP requests to the account's server, one after the other over a connection that is kept. QNetworkAccessManager
/// would send a request again by itself when the connection breaks: for a chunk of a photo that is the very waste that
/// resuming is there to avoid. Bodies of answers are small; one that is larger than the request allows fails.
/// Lives on the thread of its SyncEngine.
class HttpExchange : public QObject {
    Q_OBJECT

public:
    static constexpr int connectMsMax = 20'000;
    static constexpr int silenceMsMax = 30'000;  ///< without a byte moving either way

    struct Request {
        QByteArray method;
        QByteArray path;
        QList<QPair<QByteArray, QByteArray>> headers;
        QByteArray body;
        qsizetype answerBytesMax = static_cast<qsizetype>(limits::httpBodyBytesMax);
    };
    struct Answer {
        int status = 0;
        QList<QPair<QByteArray, QByteArray>> headers;  ///< names in lower case
        QByteArray body;

        [[nodiscard]] QByteArray header(const QByteArray& name) const;
    };
    /// The answer, or why there is none: `unreachable`, `untrusted`, `timed_out`, `malformed`.
    using Done = std::function<void(const Result<Answer>&)>;

    explicit HttpExchange(QObject* parent = nullptr);
    ~HttpExchange() override;

    /// One request at a time.
    void ask(const Account& account, const Request& request, Done done);
    [[nodiscard]] bool isAsking() const { return static_cast<bool>(done_); }
    /// Lets go of the connection, and of the request under way, which is not answered any more.
    void close();

private:
    void open(const Account& account);
    void write();
    void read();
    [[nodiscard]] bool readHead();
    void finish();
    void fail(Code code, const QString& message);

    std::unique_ptr<QSslSocket> socket_;
    QUrl server_;
    QTimer silence_{this};
    QByteArray outgoing_;
    bool isHead_ = false;
    Done done_;
    QByteArray incoming_;
    std::optional<Answer> answer_;  // its head has come
    qsizetype bodyBytes_ = 0;
    qsizetype bodyBytesMax_ = 0;
    bool staysOpen_ = false;
};

}  // namespace zhixing::client

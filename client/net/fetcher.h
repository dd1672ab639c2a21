#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>

#include <QObject>

#include "client/net/account.h"
#include "client/net/http_exchange.h"
#include "client/store/looked_at.h"

namespace zhixing::client {

/// Brings photos that others took to this device, when somebody wants to see one whole. One after the other, in pieces, so
/// that rows pass between them; what has come of a photo stays when the link breaks, and the next wish goes on from there.
/// A photo is kept only when its bytes have the hash that names it.
/// Lives on the thread of its SyncEngine.
class Fetcher : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t pieceBytes = 256 * 1024;
    static constexpr std::size_t wishesMax = 50;

    using Done = std::function<void(const Result<void>&)>;

    explicit Fetcher(QObject* parent = nullptr);

    /// Where photos are kept; outlives this.
    void begin(LookedAt& kept) { kept_ = &kept; }
    void start(const Account& account) { account_ = account; }
    /// The server cannot be reached any more: what is wished for fails with `unreachable`.
    void stop();

    /// Fails with `not_found` while the server does not hold the photo, `damaged` when other bytes came than the name says.
    void fetch(const std::string& name, Done done);

signals:
    /// How much of a photo is here, 0 to 1.
    void came(const QString& name, double share);

private:
    struct Wish {
        std::string name;
        Done done;
    };
    void pump();
    void take(const HttpExchange::Answer& answer);
    void finish(const Result<void>& how);

    HttpExchange exchange_{this};
    LookedAt* kept_ = nullptr;
    std::optional<Account> account_;
    std::deque<Wish> wishes_;  ///< the first is under way
    std::string partOf_;       ///< the photo whose bytes `part_` are
    std::string part_;
};

}  // namespace zhixing::client

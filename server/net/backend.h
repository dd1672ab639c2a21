#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "server/net/connection.h"
#include "server/net/http_messages.h"
#include "sync/authority/authority.h"
#include "sync/wire/messages.h"

namespace zhixing::server {

/// What the authority has to say about one message it received.
struct Receipt {
    sync::ConnectionId connection = 0;
    std::size_t bytes = 0;      ///< what was said to be under way with it
    bool isIntroduced = false;  ///< it was a hello, and a good one
};

/// What one commit has for the network: all of it together, so that crossing threads costs once a commit.
struct Deliveries {
    std::vector<sync::Delivery> frames;
    std::vector<Receipt> receipts;
};

/// What the network hands on. Called from the network's thread; never blocks. Answers come back from another thread,
/// through Network::deliver() and the given callback.
class Backend {
public:
    using EnrolOutcome = std::variant<EnrolAnswer, EnrolRefusal>;

    virtual ~Backend() = default;

    virtual void opened(sync::ConnectionId connection, sync::Hello hello, std::size_t bytes) = 0;
    virtual void received(sync::ConnectionId connection, sync::ClientMessage message, std::size_t bytes) = 0;
    virtual void closed(sync::ConnectionId connection) = 0;
    [[nodiscard]] virtual std::shared_ptr<StreamedRequest> stream(RequestHead head) = 0;
    virtual void enrol(EnrolRequest request, std::function<void(EnrolOutcome)> answer) = 0;
    /// False while storage fails: load balancers should look elsewhere.
    [[nodiscard]] virtual bool isHealthy() const = 0;
};

}  // namespace zhixing::server

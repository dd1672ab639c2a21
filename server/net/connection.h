#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/error.h"

namespace boost::asio {
class io_context;
namespace ssl {
class context;
}
}  // namespace boost::asio

/// Connections carry bytes; what these mean is decided behind Reception. So the file that instantiates Beast, which takes
/// minutes to compile, depends on next to nothing.
namespace zhixing::server {

/// The same as sync's, without including it.
using ConnectionNumber = std::uint64_t;
using FrameBytes = std::shared_ptr<const std::string>;

/// One open WebSocket as the rest of the network sees it. Use from the network's thread.
class Peer {
public:
    virtual ~Peer() = default;
    /// Sends the frame, if there is one, after those that wait; closes after it when told so.
    virtual void deliver(const FrameBytes& frame, bool close) = 0;
    /// One of the peer's messages has been decided; `isIntroduced`: it was a hello, and a good one.
    virtual void decided(bool isIntroduced) = 0;
};

struct HttpAnswer {
    int status = 200;
    std::string body;
    std::int64_t retryAfterMs = 0;
    std::string_view contentType = "application/json";                ///< a literal
    std::vector<std::pair<std::string_view, std::string>> headers{};  ///< more of them; the names are literals
    std::optional<std::int64_t> streamedBytes{};  ///< so many come from StreamedRequest::readOn() instead of `body`
};

/// A request's head, for requests that are not read and answered in one go.
struct RequestHead {
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case
    std::optional<std::uint64_t> bodyBytes;                   ///< as announced; nothing when it was not

    /// Empty when it is not there.
    [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// Such a request, from its head to its answer's last byte. Each call is followed by the next only after `then` was
/// called, once, from any thread. When the connection ends, no call follows, and what is under way is let go.
class StreamedRequest {
public:
    /// Either the next piece of the body is wanted, or there is an answer.
    struct Step {
        bool wantsBody = false;
        bool isKnown = false;  ///< the asker has shown who it is
        HttpAnswer answer{};
    };
    using Then = std::function<void(Step)>;
    using ThenPiece = std::function<void(std::string)>;

    virtual ~StreamedRequest() = default;
    virtual void begin(Then then) = 0;
    /// A piece of the body, in order; the last one may be all there is when the connection broke.
    virtual void take(std::string piece, Then then) = 0;
    /// The next piece of a streamed answer; an empty one when it cannot be read.
    virtual void readOn(ThenPiece then) = 0;
};

/// What a connection asks of the rest of the network. Called from the network's thread; outlives every connection.
class Reception {
public:
    virtual ~Reception() = default;

    // ---- while it is a socket
    virtual void introduce(const std::string& neighbourhood) = 0;
    virtual void leave(const std::string& neighbourhood, bool wasIntroduced) = 0;
    // ---- while it speaks HTTP
    [[nodiscard]] virtual HttpAnswer health() const = 0;
    /// `answer` is called once, from any thread.
    virtual void enrol(std::string_view body, const std::string& neighbourhood,
                       std::function<void(HttpAnswer)> answer) = 0;
    /// For everything under /blobs.
    [[nodiscard]] virtual std::shared_ptr<StreamedRequest> stream(RequestHead head) = 0;
    [[nodiscard]] virtual bool isStopping() const = 0;
    // ---- while it is a WebSocket
    /// The best of those that are offered; empty when none is ours.
    [[nodiscard]] virtual std::string chooseSubProtocol(const std::vector<std::string>& offered) const = 0;
    /// `subProtocol` is a chosen one.
    [[nodiscard]] virtual ConnectionNumber join(std::weak_ptr<Peer> peer, std::string_view subProtocol) = 0;
    virtual void part(ConnectionNumber connection) = 0;
    /// False: too much is waiting to be decided; read no more for now.
    [[nodiscard]] virtual bool hasRoom() const = 0;
    /// Takes a message over, or gives back why it could not be read. The first one has to be hello.
    [[nodiscard]] virtual std::optional<Error> receive(ConnectionNumber connection, std::string_view message,
                                                       bool isFirst) = 0;
    /// The message that says no and ends the conversation.
    [[nodiscard]] virtual FrameBytes refusal(const Error& error) const = 0;
};

/// Takes over an accepted socket that the doorkeeper has admitted: HTTP first, a WebSocket when it asks for one.
/// `tls` is null for plain connections.
void serveConnection(boost::asio::io_context& io, Reception& reception, boost::asio::ssl::context* tls, int socket,
                     bool isIpv6, std::string neighbourhood);

}  // namespace zhixing::server

#include "server/net/connection.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <cctype>
#include <list>
#include <utility>

#include "server/limits.h"
#include "server/log.h"
#include "server/net/http_messages.h"

// The one file that instantiates Beast, once for plain and once for TLS streams: it takes longer to compile than the
// rest of the server together.
namespace zhixing::server {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;
using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using HttpRequest = http::request<http::string_body>;

constexpr std::size_t idleBufferBytes = 16 * 1024;  // what a waiting connection may hold

auto into(error_code& failed) { return asio::redirect_error(asio::use_awaitable, failed); }

std::vector<std::string> offeredSubProtocols(const HttpRequest& request) {
    std::vector<std::string> offered;
    for (const auto& token : http::token_list(request[http::field::sec_websocket_protocol]))
        offered.emplace_back(token);
    return offered;
}

/// Browsers say where a page came from; only our own pages may talk to us with the user's browser. Other programs send none.
bool isForeignOrigin(const HttpRequest& request) {
    const auto origin = request[http::field::origin];
    if (origin.empty()) return false;
    const auto slashes = origin.find("//");
    return slashes == origin.npos || origin.substr(slashes + 2) != request[http::field::host];
}

bool isStreamed(const HttpRequest& request) {
    constexpr boost::string_view folder = "/blobs";
    const auto target = request.target();
    return target.starts_with(folder) && (target.size() == folder.size() || target[folder.size()] == '/');
}

RequestHead headIn(const http::request_parser<http::string_body>& parser) {
    const HttpRequest& request = parser.get();
    RequestHead head;
    head.method = std::string(request.method_string());
    head.target = std::string(request.target());
    for (const auto& field : request) {
        std::string name(field.name_string());
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        head.fields.emplace_back(std::move(name), std::string(field.value()));
    }
    if (const auto bytes = parser.content_length()) head.bodyBytes = *bytes;
    return head;
}

/// How long so many bytes may take on their way.
std::chrono::milliseconds timeFor(std::size_t bytes) {
    return limits::handshakeTimeMax + std::chrono::milliseconds(bytes * 1'000 / limits::bodyBytesPerSecondMin);
}

/// A connection from its first byte to its last. It keeps itself alive while anything of it is under way; everything runs
/// on the network's thread. Reading is a coroutine; writing is a chain of completions from a bounded queue, one at a time.
template <typename Stream>
class Connection final : public Peer, public std::enable_shared_from_this<Connection<Stream>> {
public:
    Connection(Stream stream, Reception& reception, std::string neighbourhood)
        : reception_(reception),
          neighbourhood_(std::move(neighbourhood)),
          socket_(std::move(stream)),
          wake_(socket_.get_executor()),
          deadline_(socket_.get_executor()) {}

    ~Connection() override { reception_.leave(neighbourhood_, isIntroduced_); }

    asio::awaitable<void> run() {
        const auto self = this->shared_from_this();
        try {
            co_await converse();
        } catch (const std::exception& exception) {
            log::warning("connection_failed", {{"why", exception.what()}});
        }
        error_code ignored;
        tcp().socket().close(ignored);
    }

    void deliver(const FrameBytes& frame, bool close) override {
        if (isClosing_) return;
        isClosing_ = close;
        if (frame) {
            queuedBytes_ += frame->size();
            if (queuedBytes_ > limits::sessionQueueBytesMax) {
                log::warning("slow_consumer", {{"connection", static_cast<std::int64_t>(id_)}});
                isClosing_ = true;
                hangUp();
                return;
            }
            queue_.push_back(frame);
        }
        if (!isWriting_) writeNext();
    }

    void decided(bool isIntroduced) override {
        --messagesUnderWay_;
        if (isIntroduced && !isIntroduced_) {
            becomeKnown();
            deadline_.cancel();
        }
        wake_.cancel();
    }

private:
    static constexpr bool isTls = std::is_same_v<Stream, TlsStream>;

    Stream& stream() { return socket_.next_layer(); }
    PlainStream& tcp() { return beast::get_lowest_layer(socket_); }

    // ---- HTTP

    asio::awaitable<void> converse() {
        error_code failed;
        tcp().expires_after(limits::handshakeTimeMax);
        if constexpr (isTls) {
            co_await stream().async_handshake(asio::ssl::stream_base::server, into(failed));
            if (failed) co_return;
            tcp().expires_after(limits::handshakeTimeMax);
        }
        while (co_await serveRequest()) tcp().expires_after(limits::keptAliveTimeMax);
    }

    /// Whether another request may follow.
    asio::awaitable<bool> serveRequest() {
        error_code failed;
        http::request_parser<http::string_body> parser;
        parser.header_limit(limits::httpHeaderBytesMax);
        parser.body_limit(limits::blobBytesMax);
        co_await http::async_read_header(stream(), buffer_, parser, into(failed));
        if (failed) {
            co_await refuseBroken(failed);
            co_return false;
        }
        if (isStreamed(parser.get())) co_return co_await serveStreamed(parser);
        if (parser.get().target() == "/sync") {
            co_await upgrade(parser);
            co_return false;
        }
        tcp().expires_after(limits::handshakeTimeMax);
        if (parser.content_length().value_or(0) > limits::enrolBodyBytesMax) {
            co_await refuseBroken(http::make_error_code(http::error::body_limit));
            co_return false;
        }
        parser.body_limit(limits::enrolBodyBytesMax);
        co_await http::async_read(stream(), buffer_, parser, into(failed));
        if (failed) {
            co_await refuseBroken(failed);
            co_return false;
        }
        co_await answer(parser.get());
        co_return false;
    }

    /// What is not HTTP gets an answer as far as there is one; who vanished or dawdled gets none.
    asio::awaitable<void> refuseBroken(error_code failed) {
        if (failed == http::error::header_limit) {
            co_await refuseRequest(431, Code::too_large, "the request's header is too large",
                                   limits::httpHeaderBytesMax);
        } else if (failed == http::error::body_limit) {
            co_await refuseRequest(413, Code::too_large, "the request's body is too large", limits::enrolBodyBytesMax);
        } else if (failed.category() == http::make_error_code(http::error::bad_method).category() &&
                   failed != http::error::end_of_stream && failed != http::error::partial_message) {
            co_await refuseRequest(400, Code::malformed, "this is not an HTTP request");
        }
    }

    asio::awaitable<void> answer(const HttpRequest& request) {
        if (request.target() == "/health" && request.method() == http::verb::get) {
            co_await tellHealth();
        } else if (request.target() == "/enrol" && request.method() == http::verb::post) {
            co_await enrol(request.body());
        } else if (request.target() == "/health" || request.target() == "/enrol") {
            co_await refuseRequest(405, Code::not_editable, "this method is not used here");
        } else {
            co_await refuseRequest(404, Code::not_found, "there is nothing here");
        }
    }

    // These make the answer before a coroutine begins: GCC 12 destroys some temporaries of a co_await expression twice,
    // and both sides of a conditional one.
    asio::awaitable<void> tellHealth() { return respond(reception_.health()); }
    asio::awaitable<void> refuseRequest(int status, Code code, const char* message, std::size_t limit = 0) {
        Error error{code, message, {}, {}};
        if (limit > 0) error.limit = static_cast<std::int64_t>(limit);
        return respond(HttpAnswer{status, bodyOf(error)});
    }

    asio::awaitable<void> enrol(const std::string& body) {
        // Hashing may wait its turn; the client is not to blame for that.
        tcp().expires_never();
        const auto outcome = std::make_shared<std::optional<HttpAnswer>>();
        reception_.enrol(body, neighbourhood_, replyInto(outcome));
        HttpAnswer answer = co_await replyIn(outcome);
        co_await respond(std::move(answer));
    }

    /// A function that another thread may call once with an answer, and the wait for it. What the other thread holds
    /// does not own the connection, which must not end there.
    template <typename Answer>
    std::function<void(Answer)> replyInto(const std::shared_ptr<std::optional<Answer>>& place) {
        return [place, executor = socket_.get_executor(), weak = this->weak_from_this()](Answer answer) {
            asio::post(executor, [place, weak, answer = std::move(answer)]() mutable {
                *place = std::move(answer);
                if (const auto self = weak.lock()) self->wake_.cancel();
            });
        };
    }
    template <typename Answer>
    asio::awaitable<Answer> replyIn(std::shared_ptr<std::optional<Answer>> place) {
        while (!*place) co_await sleep(std::chrono::hours(1));
        co_return std::move(**place);
    }

    /// Every plain answer ends its connection: one request, one reply, nothing to smuggle.
    asio::awaitable<void> respond(HttpAnswer answer) {
        const std::string text = headOf(answer, {isTls, false, false}) + answer.body;
        if (co_await write(text)) co_await linger();
    }

    asio::awaitable<bool> write(std::string_view bytes) {
        error_code failed;
        tcp().expires_after(timeFor(bytes.size()));
        co_await asio::async_write(stream(), asio::buffer(bytes), into(failed));
        co_return !failed;
    }

    // ---- HTTP in pieces

    asio::awaitable<bool> serveStreamed(http::request_parser<http::string_body>& parser) {
        RequestHead head = headIn(parser);
        const bool isHead = head.method == "HEAD";
        bool staysOpen = parser.get().keep_alive() && !parser.chunked();
        bool expectsContinue = beast::iequals(parser.get()[http::field::expect], "100-continue");
        std::uint64_t unread = head.bodyBytes.value_or(0);
        const auto request = reception_.stream(std::move(head));
        tcp().expires_never();
        const auto begun = std::make_shared<std::optional<StreamedRequest::Step>>();
        request->begin(replyInto(begun));
        StreamedRequest::Step step = co_await replyIn(begun);
        if (step.isKnown) becomeKnown();
        while (step.wantsBody) {
            if (std::exchange(expectsContinue, false)) (void)co_await write("HTTP/1.1 100 Continue\r\n\r\n");
            const std::size_t wanted = std::min<std::uint64_t>(unread, limits::blobPieceBytes);
            std::string piece = co_await readPiece(wanted);
            unread -= piece.size();
            const bool isBroken = piece.size() < wanted;
            const auto taken = std::make_shared<std::optional<StreamedRequest::Step>>();
            tcp().expires_never();
            request->take(std::move(piece), replyInto(taken));
            if (isBroken) co_return false;
            step = co_await replyIn(taken);
        }
        staysOpen = staysOpen && unread == 0 && !reception_.isStopping();
        std::string text = headOf(step.answer, {isTls, staysOpen, isHead});
        if (!isHead) text += step.answer.body;
        if (!co_await write(text)) co_return false;
        if (!isHead && !co_await writeContent(*request, step.answer.streamedBytes.value_or(0))) co_return false;
        if (!staysOpen) co_await linger();
        co_return staysOpen;
    }

    /// Fewer bytes than wanted: the connection broke, or was slower than it may be.
    asio::awaitable<std::string> readPiece(std::size_t wanted) {
        std::string piece(wanted, '\0');
        std::size_t have = asio::buffer_copy(asio::buffer(piece), buffer_.data());
        buffer_.consume(have);
        tcp().expires_after(timeFor(wanted));
        error_code failed;
        while (have < wanted && !failed) {
            have += co_await stream().async_read_some(asio::buffer(piece.data() + have, wanted - have), into(failed));
        }
        piece.resize(have);
        co_return piece;
    }

    asio::awaitable<bool> writeContent(StreamedRequest& request, std::int64_t unwritten) {
        while (unwritten > 0) {
            const auto read = std::make_shared<std::optional<std::string>>();
            tcp().expires_never();
            request.readOn(replyInto(read));
            const std::string piece = co_await replyIn(read);
            if (piece.empty() || !co_await write(piece)) co_return false;
            unwritten -= static_cast<std::int64_t>(piece.size());
        }
        co_return true;
    }

    void becomeKnown() {
        if (std::exchange(isIntroduced_, true)) return;
        reception_.introduce(neighbourhood_);
    }

    /// Closing a socket with unread bytes in it would destroy the answer on its way; so read them, for a moment.
    asio::awaitable<void> linger() {
        error_code failed;
        tcp().expires_after(limits::farewellTimeMax);
        tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, failed);
        std::array<char, 4096> unread{};
        for (std::size_t read = 0; !failed && read < limits::httpBodyBytesMax;) {
            read += co_await tcp().async_read_some(asio::buffer(unread), into(failed));
        }
    }

    // ---- WebSocket

    asio::awaitable<void> upgrade(http::request_parser<http::string_body>& parser) {
        HttpRequest request = parser.release();
        std::string subProtocol = reception_.chooseSubProtocol(offeredSubProtocols(request));
        if (!websocket::is_upgrade(request)) {
            co_await refuseRequest(426, Code::unsupported_protocol, "only WebSockets are served here");
        } else if (isForeignOrigin(request)) {
            co_await refuseRequest(403, Code::forbidden, "pages of other origins may not connect");
        } else if (subProtocol.empty()) {
            co_await refuseRequest(400, Code::unsupported_protocol, "ask for the sub-protocol zhixing.sync.1");
        } else if (reception_.isStopping()) {
            co_await refuseRequest(503, Code::shutting_down, "the server is stopping");
        } else {
            co_await accept(std::move(request), std::move(subProtocol));
        }
    }

    asio::awaitable<void> accept(HttpRequest request, std::string subProtocol) {
        tcp().expires_never();  // from here on the WebSocket's own timers rule
        socket_.set_option(websocket::stream_base::timeout{limits::handshakeTimeMax, limits::idleTimeMax, true});
        socket_.set_option(websocket::stream_base::decorator([subProtocol](websocket::response_type& response) {
            response.set(http::field::sec_websocket_protocol, subProtocol);
        }));
        socket_.read_message_max(limits::messageBytesMax);
        socket_.auto_fragment(false);
        error_code failed;
        co_await socket_.async_accept(request, into(failed));
        if (failed) co_return;

        id_ = reception_.join(this->weak_from_this(), subProtocol);
        co_await listen();
        deadline_.cancel();
        reception_.part(id_);
    }

    asio::awaitable<void> listen() {
        expectHello();
        bool isGreeted = false;
        for (;;) {
            while (messagesUnderWay_ >= limits::messagesUnderWayMax || !reception_.hasRoom()) {
                if (!tcp().socket().is_open()) co_return;
                co_await sleep(std::chrono::milliseconds(20));
            }
            error_code failed;
            buffer_.clear();
            if (buffer_.capacity() > idleBufferBytes) buffer_.shrink_to_fit();
            co_await socket_.async_read(buffer_, into(failed));
            if (failed || isClosing_) co_return;
            // Answers go the way the hello came. Binary spares a device the detour through UTF-16; text is easier to look at.
            if (!isGreeted) socket_.binary(socket_.got_binary());
            const auto bytes = buffer_.cdata();
            const std::string_view message(static_cast<const char*>(bytes.data()), bytes.size());
            if (const auto unreadable = reception_.receive(id_, message, !isGreeted)) {
                refuse(*unreadable);
            } else {
                isGreeted = true;
                ++messagesUnderWay_;
            }
        }
    }

    /// Whoever connects and then says nothing is not kept.
    void expectHello() {
        deadline_.expires_after(limits::helloTimeMax);
        deadline_.async_wait([weak = this->weak_from_this()](error_code cancelled) {
            const auto self = weak.lock();
            if (cancelled || !self || self->isIntroduced_) return;
            self->refuse(Error{Code::timed_out, "hello did not come in time", {}, {}});
        });
    }

    /// A message that cannot be read ends the conversation: what else the peer meant is anybody's guess.
    void refuse(const Error& error) {
        log::info("message_refused", {{"connection", static_cast<std::int64_t>(id_)}, {"code", word(error.code)}});
        deliver(reception_.refusal(error), true);
    }

    void writeNext() {
        if (queue_.empty()) {
            isWriting_ = false;
            if (isClosing_) sayGoodbye();
            return;
        }
        isWriting_ = true;
        socket_.async_write(
            asio::buffer(*queue_.front()),
            [self = this->shared_from_this()](error_code failed, std::size_t) { self->written(failed); });
    }

    void written(error_code failed) {
        if (failed) {
            isClosing_ = true;
            hangUp();
            return;
        }
        queuedBytes_ -= queue_.front()->size();
        queue_.pop_front();
        writeNext();
    }

    void sayGoodbye() {
        isWriting_ = true;  // nothing is written after it
        socket_.async_close(websocket::close_code::normal,
                            [self = this->shared_from_this()](error_code) { self->hangUp(); });
    }

    void hangUp() {
        error_code ignored;
        tcp().socket().close(ignored);
        wake_.cancel();
    }

    asio::awaitable<void> sleep(std::chrono::steady_clock::duration longest) {
        error_code cancelled;
        wake_.expires_after(longest);
        co_await wake_.async_wait(into(cancelled));
    }

    Reception& reception_;
    std::string neighbourhood_;
    websocket::stream<Stream, false> socket_;  // without permessage-deflate
    beast::flat_buffer buffer_{limits::messageBytesMax + limits::httpHeaderBytesMax};
    ConnectionNumber id_ = 0;
    bool isIntroduced_ = false;
    bool isClosing_ = false;
    bool isWriting_ = false;
    std::list<FrameBytes> queue_;  // takes no memory while it is empty, as it is nearly always
    std::size_t queuedBytes_ = 0;
    int messagesUnderWay_ = 0;
    asio::steady_timer wake_;      // ends the coroutine's sleep
    asio::steady_timer deadline_;  // for the hello
};

template <typename Stream>
void start(asio::io_context& io, Stream stream, Reception& reception, std::string neighbourhood) {
    auto connection = std::make_shared<Connection<Stream>>(std::move(stream), reception, std::move(neighbourhood));
    asio::co_spawn(
        io, [connection] { return connection->run(); }, asio::detached);
}

}  // namespace

void serveConnection(asio::io_context& io, Reception& reception, asio::ssl::context* tls, int socket, bool isIpv6,
                     std::string neighbourhood) {
    using asio::ip::tcp;
    tcp::socket accepted(io, isIpv6 ? tcp::v6() : tcp::v4(), socket);
    error_code ignored;
    accepted.set_option(tcp::no_delay(true), ignored);
    if (tls) {
        start(io, TlsStream(PlainStream(std::move(accepted)), *tls), reception, std::move(neighbourhood));
    } else {
        start(io, PlainStream(std::move(accepted)), reception, std::move(neighbourhood));
    }
}

}  // namespace zhixing::server

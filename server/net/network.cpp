#include "server/net/network.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <csignal>

#include "server/limits.h"
#include "server/log.h"
#include "server/net/switchboard.h"

namespace zhixing::server {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr int comeBackMs = 1'000;

Error cannotListen(const ListenOptions& options, const error_code& failed) {
    const std::string where = options.host + ":" + std::to_string(options.port);
    if (failed == asio::error::address_in_use) {
        return Error{Code::already_exists, "port taken: something else listens on " + where, {}, {}};
    }
    if (failed == asio::error::access_denied) {
        return Error{
            Code::forbidden, "not permitted to listen on " + where + " (ports below 1024 need a privilege)", {}, {}};
    }
    return Error{Code::unreachable, "cannot listen on " + where + ": " + failed.message(), {}, {}};
}

std::string urlOf(const tcp::endpoint& endpoint, bool isTls) {
    const std::string host =
        endpoint.address().is_v6() ? "[" + endpoint.address().to_string() + "]" : endpoint.address().to_string();
    return (isTls ? "wss://" : "ws://") + host + ":" + std::to_string(endpoint.port());
}

}  // namespace

Result<ListenOptions> parseListenAddress(const std::string& text) {
    const auto wrong = Error{Code::malformed, "'" + text + "' is not HOST:PORT", {}, {}};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return wrong;
    ListenOptions options;
    options.host = text.substr(0, colon);
    if (options.host.front() == '[' && options.host.back() == ']')
        options.host = options.host.substr(1, options.host.size() - 2);
    const char* end = text.data() + text.size();
    const auto [read, failed] = std::from_chars(text.data() + colon + 1, end, options.port);
    if (failed != std::errc() || read != end || options.host.empty()) return wrong;
    return options;
}

class Network::Implementation {
public:
    Result<void> listen(const ListenOptions& options) {
        if (options.tls) {
            ZX_ASSIGN(tls_, loadTls(*options.tls));
        }
        error_code failed;
        const auto found = tcp::resolver(io_).resolve(options.host, std::to_string(options.port),
                                                      tcp::resolver::passive | tcp::resolver::numeric_service, failed);
        if (failed || found.empty())
            return Error{Code::unreachable, "no address is known for '" + options.host + "'", {}, {}};
        const tcp::endpoint endpoint = found.begin()->endpoint();
        if (!tls_ && !options.isPlainAllowed && !endpoint.address().is_loopback()) {
            return Error{Code::untrusted,
                         "without TLS only loopback is served; give --tls-cert and --tls-key, or --plain when a proxy "
                         "speaks TLS",
                         {},
                         {}};
        }
        acceptor_.open(endpoint.protocol(), failed);
        if (!failed) acceptor_.set_option(tcp::acceptor::reuse_address(true), failed);
        if (!failed) acceptor_.bind(endpoint, failed);
        if (!failed) acceptor_.listen(asio::socket_base::max_listen_connections, failed);
        if (failed) return cannotListen(options, failed);
        url_ = urlOf(acceptor_.local_endpoint(), tls_ != nullptr);
        return {};
    }

    const std::string& url() const { return url_; }

    void run(Backend& backend, const Catalog& catalog) {
        board_ = std::make_unique<Switchboard>(backend, catalog);
        asio::co_spawn(io_, accept(), asio::detached);
        signals_.async_wait([this](error_code failed, int) {
            if (!failed) sayGoodbye();
        });
        // What escapes one handler must not take the other connections with it.
        for (bool isDone = false; !isDone;) {
            try {
                io_.run();
                isDone = true;
            } catch (const std::exception& exception) {
                log::warning("network_handler_failed", {{"why", exception.what()}});
            }
        }
    }

    void stop() {
        asio::post(io_, [this] { sayGoodbye(); });
    }

    void deliver(Deliveries deliveries) {
        asio::post(io_, [this, deliveries = std::move(deliveries)] { board_->handOut(deliveries); });
    }

private:
    asio::awaitable<void> accept() {
        for (;;) {
            error_code failed;
            tcp::socket socket(io_);
            co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, failed));
            if (!acceptor_.is_open()) co_return;
            if (failed) {
                // Out of descriptors, most likely: those connected are kept, the next waits until one leaves.
                log::warning("accept_failed", {{"why", failed.message()}});
                asio::steady_timer pause(io_, std::chrono::milliseconds(100));
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, failed));
                continue;
            }
            welcome(std::move(socket));
        }
    }

    void welcome(tcp::socket socket) {
        error_code failed;
        const auto remote = socket.remote_endpoint(failed);
        if (failed) return;
        std::string neighbourhood = Doorkeeper::neighbourhood(remote.address().to_string());
        if (!board_->admit(neighbourhood)) return;
        const bool isIpv6 = remote.address().is_v6();
        const auto handle = socket.release(failed);
        if (failed) {
            board_->leave(neighbourhood, false);
            return;
        }
        serveConnection(io_, *board_, tls_.get(), handle, isIpv6, std::move(neighbourhood));
    }

    /// Everyone is told to come back later; who does not leave within the farewell time is cut off.
    void sayGoodbye() {
        if (board_->isStopping()) return;
        log::info("stopping", {{"connections", static_cast<std::int64_t>(board_->connections())}});
        error_code ignored;
        acceptor_.close(ignored);
        signals_.cancel(ignored);

        board_->dismissAll(Error{Code::shutting_down, "the server is stopping", {}, {}}, comeBackMs);
        awaitSilence(std::chrono::steady_clock::now() + limits::farewellTimeMax);
    }

    void awaitSilence(std::chrono::steady_clock::time_point latest) {
        if (board_->connections() == 0 || std::chrono::steady_clock::now() >= latest) {
            io_.stop();
            return;
        }
        farewell_.expires_after(std::chrono::milliseconds(10));
        farewell_.async_wait([this, latest](error_code) { awaitSilence(latest); });
    }

    // Connections tell the switchboard when they end, so the context that holds them goes first.
    std::unique_ptr<Switchboard> board_;
    std::shared_ptr<asio::ssl::context> tls_;
    std::string url_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::signal_set signals_{io_, SIGTERM, SIGINT};
    asio::steady_timer farewell_{io_};
};

Network::Network(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Network::~Network() = default;

Result<std::unique_ptr<Network>> Network::listen(const ListenOptions& options) {
    auto implementation = std::make_unique<Implementation>();
    ZX_TRY(implementation->listen(options));
    return std::unique_ptr<Network>(new Network(std::move(implementation)));
}

const std::string& Network::url() const { return implementation_->url(); }
void Network::run(Backend& backend, const Catalog& catalog) { implementation_->run(backend, catalog); }
void Network::stop() { implementation_->stop(); }
void Network::deliver(Deliveries deliveries) { implementation_->deliver(std::move(deliveries)); }

}  // namespace zhixing::server

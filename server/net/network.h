#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "server/net/backend.h"
#include "server/net/tls.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace zhixing::server {

struct ListenOptions {
    std::string host;
    std::uint16_t port = 0;       ///< 0: any free one
    std::optional<TlsFiles> tls;  ///< none: plain, on loopback only
    bool isPlainAllowed = false;  ///< plain beyond loopback too: something in front speaks TLS
};

/// `HOST:PORT`, `[IPV6]:PORT`.
[[nodiscard]] Result<ListenOptions> parseListenAddress(const std::string& text);

/// The listening socket and every connection. One thread, the one that calls run(), carries all bytes; what they mean
/// is the backend's business.
class Network {
public:
    /// Starts to listen; nothing is accepted before run().
    [[nodiscard]] static Result<std::unique_ptr<Network>> listen(const ListenOptions& options);
    ~Network();

    /// `ws://127.0.0.1:41234`, with the port that was picked.
    [[nodiscard]] const std::string& url() const;
    /// Serves until SIGTERM, SIGINT or stop(), then says goodbye to everyone and returns.
    void run(Backend& backend, const Catalog& catalog);

    /// Safe from any thread, also when run() has returned.
    void stop();
    void deliver(Deliveries deliveries);

private:
    class Implementation;
    explicit Network(std::unique_ptr<Implementation> implementation);

    std::unique_ptr<Implementation> implementation_;
};

}  // namespace zhixing::server

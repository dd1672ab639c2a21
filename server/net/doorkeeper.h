#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zhixing::server {

/// Counts connections and turns away those too many. A stranger (a connection that has not yet said a good hello) costs
/// memory without having shown who it is: strangers are few per address and few in all, so that one address cannot shut
/// the door for the others, while a whole office behind one address may stay connected once its devices are known.
/// Use from the network's thread.
class Doorkeeper {
public:
    /// The address as far as it tells people apart: an IPv6 host may use any address of its /64.
    [[nodiscard]] static std::string neighbourhood(std::string_view address);

    /// A new connection. False: close it; nothing was counted.
    [[nodiscard]] bool admit(const std::string& address);
    /// A stranger has become known.
    void introduce(const std::string& address);
    /// A connection ended, as a stranger or as a known one.
    void leave(const std::string& address, bool wasKnown);

    [[nodiscard]] std::size_t strangers() const { return strangers_; }
    [[nodiscard]] std::size_t connections() const { return connections_; }

private:
    std::unordered_map<std::string, std::size_t> strangersOf_;
    std::size_t strangers_ = 0;
    std::size_t connections_ = 0;
};

}  // namespace zhixing::server

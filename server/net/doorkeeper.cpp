#include "server/net/doorkeeper.h"

#include <arpa/inet.h>

#include <array>
#include <cassert>

#include "server/limits.h"
#include "shared/base/text.h"

namespace zhixing::server {

std::string Doorkeeper::neighbourhood(std::string_view address) {
    in6_addr bytes{};
    if (inet_pton(AF_INET6, std::string(address).c_str(), &bytes) != 1) return std::string(address);
    return toHex(bytes.s6_addr, 8);
}

bool Doorkeeper::admit(const std::string& address) {
    if (connections_ >= limits::connectionsMax || strangers_ >= limits::strangersMax) return false;
    const auto found = strangersOf_.find(address);
    if (found != strangersOf_.end() && found->second >= limits::strangersPerAddressMax) return false;

    ++connections_;
    ++strangers_;
    ++strangersOf_[address];
    return true;
}

void Doorkeeper::introduce(const std::string& address) {
    const auto found = strangersOf_.find(address);
    assert(found != strangersOf_.end() && strangers_ > 0);
    --strangers_;
    if (--found->second == 0) strangersOf_.erase(found);
}

void Doorkeeper::leave(const std::string& address, bool wasKnown) {
    assert(connections_ > 0);
    if (!wasKnown) introduce(address);
    --connections_;
}

}  // namespace zhixing::server

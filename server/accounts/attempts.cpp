#include "server/accounts/attempts.h"

#include <algorithm>

#include "server/limits.h"

namespace zhixing::server {

std::int64_t FailureDelays::waitMs(const Id& account, Instant now) const {
    const auto found = accounts_.find(account);
    if (found == accounts_.end()) return 0;
    return std::max<std::int64_t>(0, found->second.openAgain.ms - now.ms);
}

void FailureDelays::failed(const Id& account, Instant now) {
    Failures& failures = accounts_[account];
    ++failures.count;
    if (failures.count < limits::failuresBeforeDelay) return;

    const int doublings = std::min(failures.count - limits::failuresBeforeDelay, 20);
    const auto delay =
        std::min<std::chrono::milliseconds>(std::chrono::seconds(1LL << doublings), limits::failureDelayMax);
    failures.openAgain = Instant{now.ms + delay.count()};
}

bool AddressRates::admit(std::string_view address, Instant now) {
    const std::int64_t minute = now.ms / 60'000;
    if (minute != minute_) {
        minute_ = minute;
        counts_.clear();
    }
    const auto found = counts_.find(std::string(address));
    if (found != counts_.end()) return ++found->second <= limits::attemptsPerAddressPerMinute;
    // Somebody with that many addresses is refused as one.
    if (counts_.size() >= limits::addressesRememberedMax) return false;
    counts_.emplace(address, 1);
    return true;
}

}  // namespace zhixing::server

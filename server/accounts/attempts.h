#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace zhixing::server {

/// Slows down guessing: an account that was tried wrongly five times answers only after a delay that doubles with each
/// further failure, up to a quarter of an hour; nobody is ever locked out for good, and a success clears the record.
/// Kept in memory: a restart forgets it, which no stranger can cause. Use from one thread.
class FailureDelays {
public:
    /// How long the account must still wait; 0 when it may try now.
    [[nodiscard]] std::int64_t waitMs(const Id& account, Instant now) const;
    void failed(const Id& account, Instant now);
    void succeeded(const Id& account) { accounts_.erase(account); }

private:
    struct Failures {
        int count = 0;
        Instant openAgain;
    };
    std::unordered_map<Id, Failures> accounts_;  // bounded by the number of accounts
};

/// At most so many attempts of one address in a minute, counted in whole minutes. Use from one thread.
class AddressRates {
public:
    /// Counts one attempt; false when the address has had its share.
    [[nodiscard]] bool admit(std::string_view address, Instant now);

private:
    std::int64_t minute_ = 0;
    std::unordered_map<std::string, int> counts_;
};

}  // namespace zhixing::server

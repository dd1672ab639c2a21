#pragma once

#include <algorithm>
#include <chrono>

namespace zhixing::client {

/// How long to wait before trying a server again: doubling, capped, and spread so that a thousand phones that lost the
/// same server do not come back in the same second.
class Backoff {
public:
    static constexpr std::chrono::milliseconds first{1'000};
    static constexpr std::chrono::milliseconds longest{5 * 60 * 1'000};

    /// `chance` is in [0, 1): the wait is between half of the present step and all of it.
    [[nodiscard]] std::chrono::milliseconds next(double chance) {
        const auto step = step_;
        step_ = std::min(step_ * 2, longest);
        return step / 2 +
               std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(step.count()) / 2 * chance));
    }
    void reset() { step_ = first; }

private:
    std::chrono::milliseconds step_ = first;
};

}  // namespace zhixing::client

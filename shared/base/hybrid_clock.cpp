#include "shared/base/hybrid_clock.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace zhixing {

Instant HybridClock::stamp(Instant deviceNow) {
    state_.last.ms = std::max(deviceNow.ms + state_.offsetMs, state_.last.ms + 1);
    return state_.last;
}

void HybridClock::measure(Instant deviceNow, Instant serverNow) {
    state_.offsetMs = serverNow.ms - deviceNow.ms;
    // A device that once believed in 2099 would otherwise stamp every later edit 2099 as well.
    if (state_.last.ms - serverNow.ms > limits::clockAheadMsMax) {
        state_.last = serverNow;
    }
}

}  // namespace zhixing

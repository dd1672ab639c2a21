#pragma once

#include "shared/base/time.h"

namespace zhixing {

/// Device time corrected by the offset measured against the server, never running backwards.
/// After Kulkarni et al., "Logical Physical Clocks" (2014), kept to milliseconds: an edit made after another on the
/// same device always carries a later stamp, whatever the wall clock does. Order between devices that the server has
/// not yet decided is only ever a tie-break ("later edit"), never a version.
class HybridClock {
public:
    struct State {
        std::int64_t offsetMs = 0;  ///< server time minus device time, as last measured
        Instant last;               ///< the latest stamp given or seen
    };

    HybridClock() = default;
    explicit HybridClock(State state) : state_(state) {}

    /// The stamp for an edit made now.
    [[nodiscard]] Instant stamp(Instant deviceNow);
    /// Learns the server's time. A wild clock is corrected from here on; stamps already given stay as they are.
    /// Only here may a later stamp be earlier than one before: when the last lies more than `limits::clockAheadMsMax`
    /// ahead of the server, who holds such stamps to its own now as well.
    void measure(Instant deviceNow, Instant serverNow);
    [[nodiscard]] const State& state() const { return state_; }

private:
    State state_;
};

}  // namespace zhixing

#pragma once

#include <span>

#include "shared/rules/explanation.h"
#include "shared/rules/policy.h"

namespace zhixing::rules {

/// What was read in one period, a day or the week that begins on `on`, and what it is held against.
struct Observation {
    Id row;
    Date on;
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> reference;  ///< the period's target, or the industry's mean
};

/// The run of bad periods that the newest readings belong to.
struct Streak {
    int length = 0;
    std::optional<Date> since;  ///< the first period of the run
    bool isReached = false;     ///< long enough to act
};

/// Below target for weeks in a row: replace the channel.
[[nodiscard]] Explained<Streak> channelStreak(std::span<const Observation> weeks, const Policy& policy);
/// Click rate below the industry's mean, by a share of that mean, for days in a row: pause and improve the material.
[[nodiscard]] Explained<Streak> clickStreak(std::span<const Observation> days, const Policy& policy);

// A period without a reading or reference, or missing altogether, neither breaks a run nor extends it: a shop that did
// not report has not recovered. Observations come in any order; of two about one period the one given last counts, so a
// late or corrected reading is simply judged again.

}  // namespace zhixing::rules

#include "shared/rules/streak.h"

#include <algorithm>

namespace zhixing::rules {
namespace {

struct Threshold {
    int needed = 0;
    Rate ofReference;  ///< a value under this share of its reference is bad
};

/// Complete observations, the oldest first, one a period.
std::vector<Observation> inOrder(std::span<const Observation> observations) {
    std::vector<Observation> ordered(observations.begin(), observations.end());
    std::ranges::stable_sort(ordered, {}, &Observation::on);
    std::vector<Observation> kept;
    for (const Observation& observation : ordered) {
        if (!kept.empty() && kept.back().on == observation.on) {
            kept.pop_back();
        }
        kept.push_back(observation);
    }
    std::erase_if(kept, [](const Observation& each) { return !each.value || each.reference.value_or(0) <= 0; });
    return kept;
}

Streak newestStreak(std::span<const Observation> ordered, const Threshold& threshold) {
    Streak streak;
    for (const Observation& observation : ordered) {
        if (compareRatio(*observation.value, *observation.reference, threshold.ofReference) >= 0) {
            streak = {};
            continue;
        }
        streak.since = streak.since.value_or(observation.on);
        ++streak.length;
    }
    streak.isReached = streak.length > 0 && streak.length >= threshold.needed;
    return streak;
}

Explained<Streak> explained(std::string_view rule, std::span<const Observation> observations,
                            const Threshold& threshold, const Policy& policy) {
    const std::vector<Observation> ordered = inOrder(observations);
    const Streak streak = newestStreak(ordered, threshold);
    Explanation because{.rule = rule,
                        .formula = "value / reference is below the share, so many periods in a row",
                        .inputs = {input("below_share", threshold.ofReference), count("periods", threshold.needed)},
                        .policyVersion = policy.version};
    for (const Observation& observation : ordered) {
        if (streak.since && observation.on >= *streak.since) {
            because.inputs.push_back(input("on", observation.on, observation.row));
            because.inputs.push_back({"value", Unit::decimal, observation.value, observation.row});
            because.inputs.push_back({"reference", Unit::decimal, observation.reference, observation.row});
        }
    }
    return {streak, std::move(because)};
}

}  // namespace

Explained<Streak> channelStreak(std::span<const Observation> weeks, const Policy& policy) {
    return explained("channel_below_target", weeks, {policy.channelWeeksBelow, percent(100)}, policy);
}

Explained<Streak> clickStreak(std::span<const Observation> days, const Policy& policy) {
    const Rate share{percent(100).millionths - policy.clickBelowMeanBy.millionths};
    return explained("clicks_below_industry", days, {policy.clickDaysBelow, share}, policy);
}

}  // namespace zhixing::rules

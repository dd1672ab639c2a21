#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/rules/rate.h"

namespace zhixing::rules {

/// How money should be divided over a named dimension of the budget lines (channel maturity, purpose, …).
struct SplitTemplate {
    struct Part {
        std::string key;
        Rate share;
    };
    std::string name;
    std::vector<Part> parts;  ///< shares add up to 100 %
    /// How many points a part may be off before it is pointed out. The method gives no number; this one is ours.
    Rate tolerance = percent(5);

    [[nodiscard]] bool isWhole() const;
};

namespace splits {
/// Channels by what they have proven: high conversion 70, potential 20, innovative 10.
[[nodiscard]] SplitTemplate channelMaturity();
/// Allocated by past return 80, kept flexible for sudden chances and crises 20.
[[nodiscard]] SplitTemplate baseAndFlexible();
/// Online 60, channel incentive 30, reserve 10.
[[nodiscard]] SplitTemplate onlineAndChannel();
}  // namespace splits

/// The numbers of the method. They come from `policy` records, which an organisation, a region or a campaign may set
/// differently and which keep their history; what no record says stays as here.
struct Policy {
    std::int64_t version = 0;  ///< the newest version among the records it was made from; 0: nobody changed anything

    // Deviation from a target, always the adverse one.
    Rate yellowFrom = percent(10);       ///< from here on the project manager follows it
    Rate redAbove = percent(20);         ///< beyond this the director decides
    Rate evaluationAbove = percent(10);  ///< beyond this causes are written down and the strategy is adjusted
    Rate beyondPlanAbove = percent(20);  ///< better than planned by more: was the target right?

    // Runs of bad readings.
    int channelWeeksBelow = 2;            ///< below target for so many weeks: replace the channel
    int clickDaysBelow = 3;               ///< below the industry for so many days: pause, improve the material
    Rate clickBelowMeanBy = percent(20);  ///< relative: below means under 80 % of the mean

    // Return on spend, as revenue / cost.
    Rate returnToGrow = times(3);  ///< from here on more budget is suggested
    Rate returnToStop = times(1);  ///< under this the stop-loss starts

    // The reserve for what nobody foresaw, as a share of the whole budget; both ends are fine.
    Rate contingencyLeast = percent(10);
    Rate contingencyMost = percent(15);

    int evaluationWorkingDays = 3;  ///< from the end of a campaign to its evaluation report
};

}  // namespace zhixing::rules

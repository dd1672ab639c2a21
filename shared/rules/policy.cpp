#include "shared/rules/policy.h"

namespace zhixing::rules {

bool SplitTemplate::isWhole() const {
    std::int64_t sum = 0;
    for (const Part& part : parts) {
        sum = heldSum(sum, part.share.millionths);
    }
    return Rate{sum} == percent(100);
}

SplitTemplate splits::channelMaturity() {
    return {"channel_maturity",
            {{"high_conversion", percent(70)}, {"potential", percent(20)}, {"innovative", percent(10)}}};
}

SplitTemplate splits::baseAndFlexible() {
    return {"base_and_flexible", {{"base", percent(80)}, {"flexible", percent(20)}}};
}

SplitTemplate splits::onlineAndChannel() {
    return {"online_and_channel",
            {{"online", percent(60)}, {"channel_incentive", percent(30)}, {"reserve", percent(10)}}};
}

}  // namespace zhixing::rules

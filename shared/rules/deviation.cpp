#include "shared/rules/deviation.h"

namespace zhixing::rules {
namespace {

Light lightFor(std::int64_t adverse, std::int64_t target, const Policy& policy) {
    if (compareRatio(adverse, target, policy.redAbove) > 0) {
        return Light::red;
    }
    return compareRatio(adverse, target, policy.yellowFrom) >= 0 ? Light::yellow : Light::green;
}

std::string_view formulaFor(Direction direction) {
    return direction == Direction::higherIsBetter ? "adverse deviation = (target - actual) / target"
                                                  : "adverse deviation = (actual - target) / target";
}

}  // namespace

std::string_view word(Light light) {
    switch (light) {
        case Light::none:
            return "none";
        case Light::green:
            return "green";
        case Light::yellow:
            return "yellow";
        case Light::red:
            return "red";
    }
    return "none";
}

FollowUp followUp(Light light) {
    switch (light) {
        case Light::none:
        case Light::green:
            return FollowUp::nobody;
        case Light::yellow:
            return FollowUp::projectManager;
        case Light::red:
            return FollowUp::director;
    }
    return FollowUp::nobody;
}

Explained<Deviation> judgeDeviation(const Measured& measured, const Policy& policy) {
    Explained<Deviation> judged{.result = {},
                                .because = {.rule = "deviation",
                                            .formula = formulaFor(measured.direction),
                                            .inputs = {{"target", measured.unit, measured.target, measured.row},
                                                       {"actual", measured.unit, measured.actual, measured.row},
                                                       input("yellow_from", policy.yellowFrom),
                                                       input("red_above", policy.redAbove),
                                                       input("evaluation_above", policy.evaluationAbove),
                                                       input("beyond_plan_above", policy.beyondPlanAbove)},
                                            .policyVersion = policy.version}};
    if (!measured.target || *measured.target <= 0 || !measured.actual) {
        return judged;
    }

    const std::int64_t target = *measured.target;
    const std::int64_t shortfall = heldDifference(target, *measured.actual);
    const std::int64_t excess = heldDifference(*measured.actual, target);
    const bool wantsMore = measured.direction == Direction::higherIsBetter;
    const std::int64_t adverse = wantsMore ? shortfall : excess;
    const std::int64_t favourable = wantsMore ? excess : shortfall;
    judged.result = {.achievement = ratio(*measured.actual, target),
                     .adverse = ratio(adverse, target),
                     .light = lightFor(adverse, target, policy),
                     .opensEvaluation = compareRatio(adverse, target, policy.evaluationAbove) > 0,
                     .isBeyondPlan = compareRatio(favourable, target, policy.beyondPlanAbove) > 0};
    return judged;
}

}  // namespace zhixing::rules

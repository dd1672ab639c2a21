#pragma once

#include "shared/rules/explanation.h"
#include "shared/rules/policy.h"

namespace zhixing::rules {

/// Which way a KPI is meant to go: sales up, cost of acquisition down.
enum class Direction : std::uint8_t { higherIsBetter, lowerIsBetter };

enum class Light : std::uint8_t {
    none,  ///< nothing to compare
    green,
    yellow,
    red,
};
[[nodiscard]] std::string_view word(Light light);

/// Who has to act on a light.
enum class FollowUp : std::uint8_t { nobody, projectManager, director };
[[nodiscard]] FollowUp followUp(Light light);

/// A target and what came of it, both in the same unit.
struct Measured {
    Id row;  ///< the KPI
    Direction direction = Direction::higherIsBetter;
    Unit unit = Unit::decimal;
    std::optional<std::int64_t> target;
    std::optional<std::int64_t> actual;
};

struct Deviation {
    std::optional<Rate> achievement;  ///< actual / target, whichever way the KPI goes
    std::optional<Rate> adverse;      ///< how far on the wrong side of the target; negative on the right side
    Light light = Light::none;
    bool opensEvaluation = false;
    bool isBeyondPlan = false;  ///< so much better than planned that the target itself is worth a question
};

/// Only the adverse side lights up. Without a positive target, or without a reading, there is no rate and no light.
[[nodiscard]] Explained<Deviation> judgeDeviation(const Measured& measured, const Policy& policy);

}  // namespace zhixing::rules

#pragma once

#include <span>

#include "shared/rules/explanation.h"

namespace zhixing::rules {

/// A target broken down along one dimension (market, channel, product, user, time). All amounts in the same unit.
struct Part {
    Id row;
    std::int64_t amount = 0;
};

struct Breakdown {
    std::int64_t sum = 0;
    std::int64_t missing = 0;  ///< "short 10"; negative: the parts promise more than the whole

    [[nodiscard]] bool addsUp() const { return missing == 0; }
};

/// The parts of each dimension have to add up to the whole, exactly.
[[nodiscard]] Explained<Breakdown> checkBreakdown(const Part& whole, std::span<const Part> parts,
                                                  Unit unit = Unit::decimal);

}  // namespace zhixing::rules

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "shared/rules/explanation.h"

/// Who does, decides, advises and hears of a piece of work (RACI), and what is wrong with the answer.
namespace zhixing::rules {

/// How many people a task names in each part.
struct Responsibility {
    Id row;
    int responsible = 0;
    int accountable = 0;
    bool isOpen = true;  ///< what is done or cancelled needs nobody any more
};

enum class ResponsibilityGap : std::uint8_t {
    none,
    nobodyDoes,     ///< no R: nobody is going to do it
    nobodyDecides,  ///< no A: a vacuum of responsibility
    severalDecide,  ///< two or more A: several heads
};

struct ResponsibilityFinding {
    Id row;
    ResponsibilityGap gap = ResponsibilityGap::none;
};

/// One finding for each open task that has a gap, in the order given. Nobody deciding weighs more than nobody doing.
[[nodiscard]] Explained<std::vector<ResponsibilityFinding>> findGaps(std::span<const Responsibility> tasks);
[[nodiscard]] ResponsibilityGap gapOf(const Responsibility& task);

}  // namespace zhixing::rules

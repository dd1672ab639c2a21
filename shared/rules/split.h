#pragma once

#include <span>

#include "shared/rules/explanation.h"
#include "shared/rules/policy.h"

namespace zhixing::rules {

/// A budget line's amount and where it stands in the dimension of the split; empty when nobody has said.
struct SplitLine {
    Id row;
    std::string key;
    Money amount;
};

struct SplitPart {
    std::string key;
    Rate planned;
    Money amount;
    std::optional<Rate> actual;  ///< a dash while there is no budget
    bool isOff = false;          ///< further from the plan than the template tolerates
};

struct Split {
    std::vector<SplitPart> parts;  ///< in the template's order
    Money unassigned;              ///< lines whose key the template does not name; part of the whole all the same

    [[nodiscard]] bool fits() const;
};

/// How the lines are divided, beside how the template says they should be.
[[nodiscard]] Explained<Split> checkSplit(std::span<const SplitLine> lines, const SplitTemplate& plan,
                                          const Policy& policy);

}  // namespace zhixing::rules

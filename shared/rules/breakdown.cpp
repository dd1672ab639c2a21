#include "shared/rules/breakdown.h"

namespace zhixing::rules {

Explained<Breakdown> checkBreakdown(const Part& whole, std::span<const Part> parts, Unit unit) {
    Explained<Breakdown> checked{.result = {},
                                 .because = {.rule = "breakdown",
                                             .formula = "missing = whole - sum of parts",
                                             .inputs = {{"whole", unit, whole.amount, whole.row}}}};
    for (const Part& part : parts) {
        checked.result.sum = heldSum(checked.result.sum, part.amount);
        checked.because.inputs.push_back({"part", unit, part.amount, part.row});
    }
    checked.result.missing = heldDifference(whole.amount, checked.result.sum);
    return checked;
}

}  // namespace zhixing::rules

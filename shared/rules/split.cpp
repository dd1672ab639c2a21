#include "shared/rules/split.h"

#include <algorithm>

namespace zhixing::rules {
namespace {

/// Exact at the edge of the tolerance: |amount / whole - planned| > tolerance, multiplied out.
bool isOff(Money amount, Money whole, Rate planned, Rate tolerance) {
    const Rate least{planned.millionths - tolerance.millionths};
    const Rate most{planned.millionths + tolerance.millionths};
    return compareRatio(amount.fen, whole.fen, least) < 0 || compareRatio(amount.fen, whole.fen, most) > 0;
}

}  // namespace

bool Split::fits() const {
    return unassigned.fen == 0 && std::ranges::none_of(parts, [](const SplitPart& part) { return part.isOff; });
}

Explained<Split> checkSplit(std::span<const SplitLine> lines, const SplitTemplate& plan, const Policy& policy) {
    Explained<Split> checked{.result = {},
                             .because = {.rule = "split",
                                         .formula = "actual share = amount of the part / whole budget",
                                         .inputs = {input("tolerance", plan.tolerance)},
                                         .policyVersion = policy.version}};
    Split& split = checked.result;
    for (const SplitTemplate::Part& part : plan.parts) {
        split.parts.push_back({.key = part.key, .planned = part.share, .amount = {}, .actual = {}});
        checked.because.inputs.push_back(input("planned", part.share));
    }

    Money whole;
    for (const SplitLine& line : lines) {
        const auto part = std::ranges::find(split.parts, line.key, &SplitPart::key);
        Money& sum = part == split.parts.end() ? split.unassigned : part->amount;
        sum.fen = heldSum(sum.fen, line.amount.fen);
        whole.fen = heldSum(whole.fen, line.amount.fen);
        checked.because.inputs.push_back(input("amount", line.amount, line.row));
    }

    for (SplitPart& part : split.parts) {
        part.actual = ratio(part.amount.fen, whole.fen);
        part.isOff = whole.fen > 0 && isOff(part.amount, whole, part.planned, plan.tolerance);
    }
    return checked;
}

}  // namespace zhixing::rules

#include "shared/rules/budget_figures.h"

namespace zhixing::rules {
namespace {

Money plus(Money a, Money b) { return {heldSum(a.fen, b.fen)}; }
Money minus(Money a, Money b) { return {heldDifference(a.fen, b.fen)}; }

Fit fitOf(Money contingency, Money wholeBudget, const Policy& policy) {
    if (compareRatio(contingency.fen, wholeBudget.fen, policy.contingencyLeast) < 0) {
        return Fit::tooLittle;
    }
    return compareRatio(contingency.fen, wholeBudget.fen, policy.contingencyMost) > 0 ? Fit::tooMuch : Fit::fits;
}

}  // namespace

Explained<BudgetFigures> budgetFigures(std::span<const BudgetLine> lines) {
    BudgetFigures sums;
    std::vector<Input> inputs;
    for (const BudgetLine& line : lines) {
        sums.budget = plus(sums.budget, line.budget);
        sums.approved = plus(sums.approved, line.approved);
        sums.pending = plus(sums.pending, line.pending);
        inputs.insert(inputs.end(), {input("budget", line.budget, line.row), input("approved", line.approved, line.row),
                                     input("pending", line.pending, line.row)});
    }
    const Money taken = plus(sums.approved, sums.pending);
    sums.remaining = minus(sums.budget, taken);
    sums.share = ratio(taken.fen, sums.budget.fen);
    return {.result = sums,
            .because = {.rule = "budget_figures",
                        .formula = "remaining = budget - approved - pending; share = (approved + pending) / budget",
                        .inputs = std::move(inputs)}};
}

Explained<Contingency> checkContingency(Money contingency, Money wholeBudget, const Policy& policy) {
    Explained<Contingency> checked{
        .result = {.share = ratio(contingency.fen, wholeBudget.fen)},
        .because = {.rule = "contingency",
                    .formula = "share = contingency / whole budget",
                    .inputs = {input("contingency", contingency), input("whole_budget", wholeBudget),
                               input("contingency_least", policy.contingencyLeast),
                               input("contingency_most", policy.contingencyMost)},
                    .policyVersion = policy.version}};
    if (wholeBudget.fen > 0) {
        checked.result.fit = fitOf(contingency, wholeBudget, policy);
    }
    return checked;
}

Explained<PriceCheck> checkPrice(const LinePrice& line) {
    Explained<PriceCheck> checked{.result = {},
                                  .because = {.rule = "line_price",
                                              .formula = "difference = amount - quantity x unit price",
                                              .inputs = {input("amount", line.amount, line.row),
                                                         {"quantity", Unit::decimal, line.quantity, line.row},
                                                         {"unit_price", Unit::fen, std::nullopt, line.row}}}};
    if (line.unitPrice) {
        checked.because.inputs.back().value = line.unitPrice->fen;
    }
    if (line.quantity && line.unitPrice) {
        checked.result.computed = Money{product(*line.quantity, line.unitPrice->fen)};
        checked.result.difference = minus(line.amount, *checked.result.computed);
    }
    return checked;
}

}  // namespace zhixing::rules

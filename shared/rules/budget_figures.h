#pragma once

#include <span>

#include "shared/rules/explanation.h"
#include "shared/rules/policy.h"

namespace zhixing::rules {

/// What a budget line allows and what has been spent on it.
struct BudgetLine {
    Id row;
    Money budget;
    Money approved;  ///< spends accepted, reversals taken off
    Money pending;   ///< spends submitted, not yet decided
};

/// The figures under every budget table, for one line or for the total row.
struct BudgetFigures {
    Money budget;
    Money approved;
    Money pending;
    Money remaining;            ///< budget - approved - pending: what may still be asked for
    std::optional<Rate> share;  ///< (approved + pending) / budget

    [[nodiscard]] bool isOverspent() const { return remaining.fen < 0; }
};

/// One line makes its own figures, several make the total row.
[[nodiscard]] Explained<BudgetFigures> budgetFigures(std::span<const BudgetLine> lines);

enum class Fit : std::uint8_t { unknown, tooLittle, fits, tooMuch };

struct Contingency {
    std::optional<Rate> share;  ///< contingency / whole budget
    Fit fit = Fit::unknown;     ///< unknown while there is no budget
};

/// The contingency lines against the whole budget, they themselves included.
[[nodiscard]] Explained<Contingency> checkContingency(Money contingency, Money wholeBudget, const Policy& policy);

/// A budget line's remark "50 notes at 100 yuan" beside its amount.
struct LinePrice {
    Id row;
    Money amount;
    std::optional<std::int64_t> quantity;  ///< millionths
    std::optional<Money> unitPrice;
};

struct PriceCheck {
    std::optional<Money> computed;  ///< quantity x unit price; none while either is missing
    Money difference;               ///< amount - computed

    [[nodiscard]] bool agrees() const { return difference.fen == 0; }
};

/// A difference is a warning that stays until somebody explains it, never a block.
[[nodiscard]] Explained<PriceCheck> checkPrice(const LinePrice& line);

}  // namespace zhixing::rules

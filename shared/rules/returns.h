#pragma once

#include "shared/rules/explanation.h"
#include "shared/rules/policy.h"

namespace zhixing::rules {

enum class Advice : std::uint8_t { none, addBudget, keep, stopLoss };

/// What came back for what was put in. Two figures with two names, because people mean either by "ROI".
struct Return {
    std::optional<Rate> ratio;      ///< revenue / cost; the thresholds are about this one
    std::optional<Rate> netReturn;  ///< (revenue - cost) / cost
    Advice advice = Advice::none;   ///< none while nothing was spent
};

[[nodiscard]] Explained<Return> measureReturn(Money revenue, Money cost, const Policy& policy);

}  // namespace zhixing::rules

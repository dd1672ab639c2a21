#include "shared/rules/returns.h"

namespace zhixing::rules {
namespace {

Advice adviceFor(Money revenue, Money cost, const Policy& policy) {
    if (compareRatio(revenue.fen, cost.fen, policy.returnToGrow) >= 0) {
        return Advice::addBudget;
    }
    return compareRatio(revenue.fen, cost.fen, policy.returnToStop) < 0 ? Advice::stopLoss : Advice::keep;
}

}  // namespace

Explained<Return> measureReturn(Money revenue, Money cost, const Policy& policy) {
    Explained<Return> measured{.result = {.ratio = ratio(revenue.fen, cost.fen),
                                          .netReturn = ratio(heldDifference(revenue.fen, cost.fen), cost.fen)},
                               .because = {.rule = "return_on_spend",
                                           .formula = "ratio = revenue / cost; net return = (revenue - cost) / cost",
                                           .inputs = {input("revenue", revenue), input("cost", cost),
                                                      input("return_to_grow", policy.returnToGrow),
                                                      input("return_to_stop", policy.returnToStop)},
                                           .policyVersion = policy.version}};
    if (cost.fen > 0) {
        measured.result.advice = adviceFor(revenue, cost, policy);
    }
    return measured;
}

}  // namespace zhixing::rules

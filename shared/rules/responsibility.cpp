#include "shared/rules/responsibility.h"

namespace zhixing::rules {

ResponsibilityGap gapOf(const Responsibility& task) {
    if (!task.isOpen) return ResponsibilityGap::none;
    if (task.accountable > 1) return ResponsibilityGap::severalDecide;
    if (task.accountable < 1) return ResponsibilityGap::nobodyDecides;
    return task.responsible < 1 ? ResponsibilityGap::nobodyDoes : ResponsibilityGap::none;
}

Explained<std::vector<ResponsibilityFinding>> findGaps(std::span<const Responsibility> tasks) {
    Explained<std::vector<ResponsibilityFinding>> found{.result = {},
                                                        .because = {.rule = "responsibility",
                                                                    .formula = "exactly one accountable, "
                                                                               "at least one responsible",
                                                                    .inputs = {}}};
    for (const Responsibility& task : tasks) {
        const ResponsibilityGap gap = gapOf(task);
        if (gap == ResponsibilityGap::none) continue;
        found.result.push_back({task.row, gap});
        found.because.inputs.push_back({"accountable", Unit::count, task.accountable, task.row});
        found.because.inputs.push_back({"responsible", Unit::count, task.responsible, task.row});
    }
    return found;
}

}  // namespace zhixing::rules

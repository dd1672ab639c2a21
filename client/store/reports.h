#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/rules/budget_figures.h"
#include "shared/rules/progress.h"
#include "shared/sqlite/database.h"

/// The consolidated tables of headquarters, over whatever rows a device holds: read by plain indexed SQL, worked out by
/// shared/rules, so that every screen, export and command shows the same figures. Use from the connection's thread.
namespace zhixing::client {

struct BudgetReport {
    struct Line {
        Id id;
        std::optional<std::int64_t> number;
        std::string item;
        std::string category;
        rules::BudgetFigures figures;
    };
    struct Campaign {
        Id id;                    ///< nil: lines that name no campaign
        std::string name;         ///< empty when this device does not hold the campaign
        std::vector<Line> lines;  ///< by number
        rules::BudgetFigures total;
    };
    std::vector<Campaign> campaigns;  ///< by name
};

/// 预算分配表: budget, approved, pending and remaining per line, and each campaign's total row.
/// Approved sums hold reversals as they are, with their negative amounts; what was returned or withdrawn does not count.
[[nodiscard]] Result<BudgetReport> budgetReport(sqlite::Database& database, std::optional<Id> campaign = {});

struct ProgressReport {
    struct Site {
        Id place;
        std::string name;  ///< empty when this device does not hold the node
        rules::Progress progress;
    };
    struct Campaign {
        Id id;
        std::string name;
        std::vector<Site> sites;  ///< by name
        rules::Progress total;
    };
    std::vector<Campaign> campaigns;  ///< by name
    std::vector<Site> sites;          ///< over all campaigns asked for
};

/// Tasks done of how many, per site and per campaign. Cancelled tasks do not count; overdue is as of `now`.
[[nodiscard]] Result<ProgressReport> progressReport(sqlite::Database& database, Instant now,
                                                    std::optional<Id> campaign = {});

}  // namespace zhixing::client

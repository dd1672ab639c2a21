#include "client/store/reports.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "shared/sqlite/columns.h"

namespace zhixing::client {

using rules::BudgetLine;
using rules::Progress;
using rules::TaskStatus;
using rules::TaskTiming;
using sqlite::guarded;
using sqlite::readId;
using sqlite::Use;

namespace {

Result<Id> idOrNil(const SQLite::Column& column) {
    if (column.isNull()) return Id{};
    return readId(column);
}

/// A query over all campaigns or, with a condition that an index can answer, over one.
SQLite::Statement& asked(sqlite::Database& database, const std::string& select, std::string_view campaignColumn,
                         const std::string& order, const std::optional<Id>& campaign) {
    if (!campaign) return database.prepared(select + order);
    SQLite::Statement& statement =
        database.prepared(select + " WHERE " + std::string(campaignColumn) + " = ?1" + order);
    sqlite::bindId(statement, 1, *campaign);
    return statement;
}

template <typename T>
void sortByName(std::vector<T>& entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const T& a, const T& b) { return a.name < b.name; });
}

// ---- budget

/// Each line once, with the sums of its spends found through spend's index on (budget_line, state). total() cannot
/// overflow as sum() can, and is exact up to 2^53 fen.
constexpr const char* budgetSql = R"(
    SELECT line.id, line.campaign, campaign.name, line.number, line.item, line.category, line.amount,
           (SELECT total(amount) FROM spend WHERE budget_line = line.id AND state = 'approved'),
           (SELECT total(amount) FROM spend WHERE budget_line = line.id AND state = 'submitted')
    FROM budget_line line LEFT JOIN campaign ON campaign.id = line.campaign)";
constexpr const char* budgetOrder = " ORDER BY line.campaign, line.number, line.id";

struct BudgetRow {
    Id campaign;
    std::string campaignName;
    BudgetReport::Line line;
    BudgetLine money;
};

Result<BudgetRow> readBudgetRow(const SQLite::Statement& statement) {
    BudgetRow row;
    ZX_ASSIGN(row.line.id, readId(statement.getColumn(0)));
    ZX_ASSIGN(row.campaign, idOrNil(statement.getColumn(1)));
    row.campaignName = statement.getColumn(2).getString();
    if (!statement.isColumnNull(3)) row.line.number = statement.getColumn(3).getInt64();
    row.line.item = statement.getColumn(4).getString();
    row.line.category = statement.getColumn(5).getString();
    row.money = {row.line.id, Money{statement.getColumn(6).getInt64()}, Money{statement.getColumn(7).getInt64()},
                 Money{statement.getColumn(8).getInt64()}};
    return row;
}

// ---- progress

constexpr const char* taskSql = R"(
    SELECT task.campaign, campaign.name, task.place, node.name, task.status, task.due_date, task.due_time, task.finished_at,
           task.id
    FROM task LEFT JOIN campaign ON campaign.id = task.campaign LEFT JOIN node ON node.id = task.place)";

TaskStatus statusOf(std::string_view word) {
    if (word == "in_progress") return TaskStatus::inProgress;
    if (word == "done") return TaskStatus::done;
    if (word == "cancelled") return TaskStatus::cancelled;
    return TaskStatus::notStarted;
}

/// "18:00" on that day, where China's clocks are; nothing when it is no time of day.
std::optional<Instant> momentOf(Date day, std::string_view time) {
    const auto digit = [&](std::size_t position) { return time[position] - '0'; };
    if (time.size() != 5 || time[2] != ':') return std::nullopt;
    for (const std::size_t position : {0U, 1U, 3U, 4U}) {
        if (time[position] < '0' || time[position] > '9') return std::nullopt;
    }
    const std::int64_t minutes = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
    constexpr std::int64_t minutesOfDay = 24 * 60;
    constexpr std::int64_t aheadOfUtc = 8 * 60;
    return Instant{(day.days * minutesOfDay + minutes - aheadOfUtc) * 60'000};
}

struct TaskRow {
    Id campaign;
    std::string campaignName;
    Id place;
    std::string placeName;
    TaskTiming timing;
};

Result<TaskRow> readTaskRow(const SQLite::Statement& statement) {
    TaskRow row;
    ZX_ASSIGN(row.campaign, idOrNil(statement.getColumn(0)));
    row.campaignName = statement.getColumn(1).getString();
    ZX_ASSIGN(row.place, readId(statement.getColumn(2)));
    row.placeName = statement.getColumn(3).getString();
    row.timing.status = statusOf(statement.getColumn(4).getString());
    row.timing.dueOn = Date::parse(statement.getColumn(5).getString());
    if (row.timing.dueOn) row.timing.dueAt = momentOf(*row.timing.dueOn, statement.getColumn(6).getString());
    if (!statement.isColumnNull(7)) row.timing.doneAt = Instant{statement.getColumn(7).getInt64()};
    ZX_ASSIGN(row.timing.row, readId(statement.getColumn(8)));
    return row;
}

/// Tasks of one campaign or one site, gathered before they are judged together.
struct Gathered {
    std::string name;
    std::vector<TaskTiming> tasks;
    std::map<Id, Gathered> sites;

    void take(const TaskRow& row) {
        tasks.push_back(row.timing);
        Gathered& site = sites[row.place];
        site.name = row.placeName;
        site.tasks.push_back(row.timing);
    }
    [[nodiscard]] Progress progress(Instant now) const { return rules::summariseProgress(tasks, now).result; }
    [[nodiscard]] std::vector<ProgressReport::Site> siteReports(Instant now) const {
        std::vector<ProgressReport::Site> reports;
        for (const auto& [place, site] : sites) reports.push_back({place, site.name, site.progress(now)});
        sortByName(reports);
        return reports;
    }
};

}  // namespace

Result<BudgetReport> budgetReport(sqlite::Database& database, std::optional<Id> campaign) {
    return guarded([&]() -> Result<BudgetReport> {
        BudgetReport report;
        std::map<Id, std::vector<BudgetLine>> moneyOf;
        Use statement(asked(database, budgetSql, "line.campaign", budgetOrder, campaign));
        while (statement->executeStep()) {
            ZX_ASSIGN(BudgetRow row, readBudgetRow(*statement));
            if (report.campaigns.empty() || report.campaigns.back().id != row.campaign) {
                report.campaigns.push_back({row.campaign, row.campaignName, {}, {}});
            }
            row.line.figures = rules::budgetFigures({&row.money, 1}).result;
            report.campaigns.back().lines.push_back(std::move(row.line));
            moneyOf[row.campaign].push_back(row.money);
        }
        for (BudgetReport::Campaign& entry : report.campaigns)
            entry.total = rules::budgetFigures(moneyOf[entry.id]).result;
        sortByName(report.campaigns);
        return report;
    });
}

Result<ProgressReport> progressReport(sqlite::Database& database, Instant now, std::optional<Id> campaign) {
    return guarded([&]() -> Result<ProgressReport> {
        std::map<Id, Gathered> campaigns;
        Gathered all;
        Use statement(asked(database, taskSql, "task.campaign", "", campaign));
        while (statement->executeStep()) {
            ZX_ASSIGN(const TaskRow row, readTaskRow(*statement));
            Gathered& gathered = campaigns[row.campaign];
            gathered.name = row.campaignName;
            gathered.take(row);
            all.take(row);
        }
        ProgressReport report;
        report.sites = all.siteReports(now);
        for (const auto& [id, gathered] : campaigns) {
            report.campaigns.push_back({id, gathered.name, gathered.siteReports(now), gathered.progress(now)});
        }
        sortByName(report.campaigns);
        return report;
    });
}

}  // namespace zhixing::client

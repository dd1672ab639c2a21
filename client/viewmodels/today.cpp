#include "client/viewmodels/today.h"

#include "client/viewmodels/tasks.h"
#include "client/viewmodels/words.h"

namespace zhixing::client {

namespace {
constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t zoneMs = 8LL * 60 * 60 * 1000;
}  // namespace

Today::Today(Context& context)
    : Live(context, {"task", "spend", "feedback", "daily_report", "campaign", "person", "node"}),
      missing_({"key", "words", "help", "drawing", "page", "urgent"}, this),
      tasks_(task_rows::roles(), this) {
    connect(&context.gateway(), &Gateway::outboxChanged, this, &Today::readSoon);
    connect(&context.gateway(), &Gateway::statusChanged, this, &Today::readSoon);
}

QString Today::date() const { return words::day(context().today(), context().today()); }

QString Today::weekday() const { return words::weekday(context().today()); }

std::int64_t Today::startOfDay() const { return context().today().days * dayMs - zoneMs; }

void Today::read(Reader& reader) {
    readMissing(reader);
    readTasks(reader);
    readFigures(reader);
    emit changed();
}

void Today::readMissing(Reader& reader) {
    std::vector<RowModel::Row> rows;
    if (const int refused = context().gateway().status().needsYou; refused > 0) {
        rows.push_back({"tray", tr("%n record(s) need you", "", refused), tr("Headquarters could not take them"),
                        "tray", "tray", true});
    }
    int returned = 0;
    reader.each(
        "SELECT count(*) FROM spend WHERE recorded_by = ?1 AND state = 'returned'",
        [&](Columns row) { returned = static_cast<int>(row.number(0)); }, context().person());
    if (returned > 0) {
        rows.push_back(
            {"returned", tr("%n spend(s) returned", "", returned), tr("See the reason"), "spend", "spends", true});
    }
    bool isFiled = false;
    reader.each(
        "SELECT 1 FROM daily_report WHERE recorded_by = ?1 AND report_on = ?2", [&](Columns) { isFiled = true; },
        context().person(), context().today());
    if (!isFiled) {
        rows.push_back({"report", tr("Daily report"), tr("Due before leaving work"), "report", "report", false});
    }
    missing_.take(std::move(rows));
}

void Today::readTasks(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    reader.each(
        task_rows::mine() + task_rows::select() + R"(
            WHERE (t.place IN mine OR t.owner = ?2)
              AND (t.status IN ('not_started', 'in_progress') AND (t.due_date <= ?3 OR t.start_date <= ?3 OR t.status = 'in_progress')
                   OR t.status = 'done' AND t.finished_at >= ?4)
            ORDER BY t.status = 'done', coalesce(t.due_date, '9999'), coalesce(t.due_time, '99'), t.sequence, t.id LIMIT 100)",
        [&](Columns columns) { rows.push_back(task_rows::row(columns, today)); }, context().home(), context().person(),
        today, startOfDay());
    tasks_.take(std::move(rows));
}

void Today::readFigures(Reader& reader) {
    reader.each(
        R"(SELECT coalesce((SELECT sum(amount) FROM spend WHERE recorded_by = ?1 AND recorded_at >= ?2 AND state <> 'withdrawn'), 0),
                  (SELECT count(*) FROM feedback WHERE recorded_by = ?1 AND recorded_at >= ?2),
                  (SELECT count(*) FROM task WHERE status = 'done' AND finished_at >= ?2))",
        [this](Columns row) {
            spent_ = words::yuan(row.number(0));
            feedback_ = static_cast<int>(row.number(1));
            done_ = static_cast<int>(row.number(2));
        },
        context().person(), startOfDay());
}

}  // namespace zhixing::client

#include "client/viewmodels/planning/tasks.h"

#include <QCoreApplication>

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace task_rows {

std::vector<QByteArray> roles() {
    return {"key",  "title",    "status",       "statusWord", "dueText",  "late",  "who",
            "step", "stepWord", "phase",        "module",     "standard", "start", "due",
            "span", "remark",   "campaignName", "pending",    "site"};
}

std::string select(const std::string& more) {
    return R"(SELECT t.id, t.title, t.status, t.due_date, coalesce(t.due_time, ''), p.name, t.department, t.assignee,
                     t.phase, t.module, t.content_standard, t.start_date, t.remark, c.name, t.is_pending, s.name,
                     coalesce(c.state, ''))" +
           more + R"(
              FROM task t LEFT JOIN person p ON p.id = t.owner LEFT JOIN campaign c ON c.id = t.campaign
                   LEFT JOIN node s ON s.id = t.place )";
}

bool isOver(const QString& campaignState) {
    return campaignState == u"finished" || campaignState == u"archived" || campaignState == u"cancelled";
}

std::string mine() {
    return R"(WITH RECURSIVE root(id) AS (SELECT id FROM node WHERE kind = 'headquarters' LIMIT 1),
              mine(id) AS (SELECT ?1 UNION SELECT n.id FROM node n JOIN mine ON coalesce(n.parent, (SELECT id FROM root)) = mine.id) )";
}

RowModel::Row row(const Columns& columns, Date today) {
    const QString status = columns.text(2);
    const bool isOpen = status != u"done" && status != u"cancelled";
    const bool isLeftOver = isOpen && isOver(columns.text(16));
    const std::optional<Date> due = columns.date(3);
    const std::optional<Date> start = columns.date(11);
    const QString step = status == u"not_started"   ? QStringLiteral("in_progress")
                         : status == u"in_progress" ? QStringLiteral("done")
                                                    : QString();
    const QString person = columns.isSet(5) ? columns.text(5) : columns.text(7);
    const QString department = columns.text(6);
    const QString startText = start ? words::isoDay(*start) : QString();
    const QString dueText = due ? words::isoDay(*due) : QString();
    QString span = start && due && *start != *due
                       ? QStringLiteral("%1 – %2").arg(words::day(*start, today), words::day(*due, today))
                   : due ? words::day(*due, today)
                         : QString();
    if (!columns.text(4).isEmpty()) span += QStringLiteral(" ") + columns.text(4);
    return {
        columns.key(0),
        columns.text(1),
        status,
        words::taskStatus(status),
        isLeftOver ? QCoreApplication::translate("zhixing::client::Tasks", "its campaign is over")
        : due      ? words::due(*due, columns.text(4), today, isOpen)
                   : QString(),
        isOpen && !isLeftOver && due && *due < today,
        department == person                       ? person
        : department.isEmpty() || person.isEmpty() ? department + person
                                                   : department + QStringLiteral(" · ") + person,
        step,
        step.isEmpty() ? QString() : words::taskStep(step),
        columns.text(8),
        columns.text(9),
        columns.text(10),
        startText,
        dueText,
        span,
        columns.text(12),
        columns.text(13),
        columns.flag(14),
        columns.text(15),
    };
}

}  // namespace task_rows

Tasks::Tasks(Context& context)
    : Live(context, {"task", "campaign", "person", "node"}), rows_(task_rows::roles(), this) {}

void Tasks::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    emit filterChanged();
    readNow();
}

void Tasks::step(const QString& key, const QString& to) {
    const Value now(context().gateway().now().ms);
    Context::Values values{{"status", Value(to.toStdString())}};
    if (to == u"in_progress") values.emplace_back("started_at", now);
    if (to == u"done") values.emplace_back("finished_at", now);
    context().record(Context::change("task", idOf(key), values), {});
}

void Tasks::read(Reader& reader) {
    const Date today = context().today();
    static const std::string visible = "(t.place IN mine OR t.owner = ?2)";
    static const std::string isOpen = "t.status IN ('not_started', 'in_progress')";
    static const std::string isLate = isOpen + " AND t.due_date < ?3 AND" + std::string(task_rows::goesOn);

    reader.each(
        task_rows::mine() + "SELECT count(*) FILTER (WHERE " + isOpen + "), count(*) FILTER (WHERE " + isLate +
            "), count(*) FILTER (WHERE t.status = 'done') FROM task t WHERE " + visible,
        [this](Columns row) {
            open_ = static_cast<int>(row.number(0));
            late_ = static_cast<int>(row.number(1));
            done_ = static_cast<int>(row.number(2));
        },
        context().home(), context().person(), today);

    const std::string condition = filter_ == u"done"   ? "t.status = 'done' AND ?3 = ?3"
                                  : filter_ == u"late" ? isLate
                                                       : isOpen + " AND ?3 = ?3";
    std::vector<RowModel::Row> rows;
    reader.each(
        task_rows::mine() + task_rows::select() + "WHERE " + visible + " AND " + condition +
            " ORDER BY c.starts_on DESC, c.id, coalesce(t.due_date, '9999'), t.due_time, t.sequence, t.id LIMIT 500",
        [&](Columns columns) { rows.push_back(task_rows::row(columns, today)); }, context().home(), context().person(),
        today);
    rows_.take(std::move(rows));
    emit countsChanged();
}

}  // namespace zhixing::client

#include "client/viewmodels/planning/plan.h"

#include <algorithm>
#include <unordered_map>

#include <QSet>

#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {

namespace {

/// What a row has beside the columns that every list of tasks shows.
std::vector<QByteArray> planRoles() {
    std::vector<QByteArray> roles = task_rows::roles();
    for (const char* more :
         {"number", "startDay", "dueDay", "baseStart", "baseDue", "percent", "milestone", "critical", "after",
          "afterWords", "clash", "ownerKey", "department", "form5", "form5Light", "startWords", "dueWords"}) {
        roles.emplace_back(more);
    }
    return roles;
}

constexpr auto moreColumns =
    ", t.baseline_start, t.baseline_due, coalesce(t.progress, 0), coalesce(t.milestone, 0), t.depends_on, t.owner ";

QVariant dayOf(std::optional<Date> date) { return date ? QVariant(static_cast<int>(date->days)) : QVariant(); }

QVariantMap choice(const QString& value, const QString& label) { return {{"value", value}, {"label", label}}; }

}  // namespace

Plan::Plan(Context& context, Campaigns& campaigns)
    : CampaignTable(context, campaigns, {"task", "campaign", "person", "node", "grant", "calendar_day"},
                    writers::managers),
      rows_(planRoles(), this) {}

QVariantList Plan::states() const {
    QVariantList states;
    for (const char* state : {"not_started", "in_progress", "done", "cancelled"}) {
        states.append(choice(QLatin1String(state), words::taskStatus(QLatin1String(state))));
    }
    return states;
}

QString Plan::standing() const {
    QStringList parts;
    if (clashes_ > 0) parts.append(tr("%n task(s) begin too early", "", clashes_));
    if (frozen_ > 0) {
        parts.append(shifted_ > 0 ? tr("%n task(s) differ from the frozen plan", "", shifted_)
                                  : tr("As in the frozen plan"));
    }
    return parts.join(QStringLiteral(" · "));
}

void Plan::readTable(Reader& reader) {
    readCalendar(reader);
    readPeople(reader);
    year_ = context().today();
    hasModules_ = false;
    reader.each(
        "SELECT starts_on, phase_model FROM campaign WHERE id = ?1",
        [this](Columns row) {
            year_ = row.date(0).value_or(year_);
            hasModules_ = row.text(1) != u"event";
        },
        campaign());
    std::vector<Task> tasks = readTasks(reader);
    link(tasks);
    measure(tasks);
    std::vector<RowModel::Row> rows;
    activities_.clear();
    for (Task& task : tasks) {
        rows.push_back(std::move(task.row));
        activities_.push_back(std::move(task.activity));
    }
    rows_.take(std::move(rows));
}

void Plan::readCalendar(Reader& reader) {
    calendar_ = {};
    holidays_.clear();
    workdays_.clear();
    reader.each("SELECT day, kind FROM calendar_day ORDER BY day LIMIT 5000", [this](Columns row) {
        const std::optional<Date> day = row.date(0);
        if (!day) return;
        const bool isHoliday = row.text(1) == u"holiday";
        isHoliday ? calendar_.setHoliday(*day) : calendar_.setMakeUpDay(*day);
        (isHoliday ? holidays_ : workdays_).append(static_cast<int>(day->days));
    });
}

void Plan::readPeople(Reader& reader) {
    people_.clear();
    reader.each(
        "SELECT id, name, coalesce(department, '') FROM person WHERE coalesce(active, 1) <> 0 ORDER BY name LIMIT 500",
        [this](Columns row) {
            const QString department = row.text(2);
            people_.append(choice(
                row.key(0), department.isEmpty() ? row.text(1) : row.text(1) + QStringLiteral(" · ") + department));
        });
}

std::vector<Plan::Task> Plan::readTasks(Reader& reader) {
    const Date today = context().today();
    std::vector<Task> tasks;
    reader.each(
        task_rows::select(moreColumns) + "WHERE t.campaign = ?1 ORDER BY t.sequence, t.start_date, t.id LIMIT " +
            std::to_string(rowsMax),
        [&](Columns columns) {
            Task task;
            task.row = task_rows::row(columns, today);
            task.status = columns.text(2);
            const bool isDone = task.status == u"done" || task.status == u"cancelled";
            const std::optional<Date> due = columns.date(3);
            const std::optional<Date> start = columns.date(11);
            task.activity = {columns.id(0), start ? start : due, due ? due : start, isDone, {}};
            int column = task_rows::columnCount;
            task.baselineStart = columns.date(column++);
            task.baselineDue = columns.date(column++);
            const int percent = task.status == u"done" ? 100 : static_cast<int>(columns.number(column));
            const bool isMilestone = columns.flag(++column);
            task.after = columns.ids(++column);
            const QString owner = columns.key(++column);
            const bool isLate = !isDone && due && *due < today && !task_rows::isOver(columns.text(16));
            task.row << QString::number(tasks.size() + 1) << dayOf(task.activity.start) << dayOf(task.activity.end)
                     << dayOf(task.baselineStart) << dayOf(task.baselineDue) << percent << isMilestone << false
                     << QStringList() << QString() << false << owner << columns.text(6)
                     << (task.status == u"done"        ? tr("Completed")
                         : task.status == u"cancelled" ? words::taskStatus(task.status)
                         : isLate                      ? tr("Delayed")
                                                       : tr("Not completed"))
                     << (task.status == u"done" ? QStringLiteral("green")
                         : isLate               ? QStringLiteral("red")
                                                : QStringLiteral("none"))
                     << (start ? words::day(*start, year_) : QString()) << (due ? words::day(*due, year_) : QString());
            hasModules_ = hasModules_ || !columns.text(9).isEmpty();
            tasks.push_back(std::move(task));
        },
        campaign());
    return tasks;
}

void Plan::link(std::vector<Task>& tasks) {
    std::unordered_map<Id, std::size_t> positions;
    for (std::size_t i = 0; i < tasks.size(); ++i) positions.emplace(tasks[i].activity.row, i);
    static const std::vector<QByteArray> roles = planRoles();
    const auto at = [](const char* role) {
        return static_cast<qsizetype>(std::find(roles.begin(), roles.end(), role) - roles.begin());
    };
    std::vector<rules::Activity> activities;
    for (Task& task : tasks) {
        QStringList keys;
        QStringList numbers;
        std::vector<std::size_t> before;
        for (const Id& id : task.after) {
            const auto found = positions.find(id);
            if (found == positions.end()) continue;
            before.push_back(found->second);
            keys.append(keyOf(id));
        }
        std::sort(before.begin(), before.end());
        for (const std::size_t position : before) numbers.append(QString::number(position + 1));
        task.activity.after = std::move(before);
        task.row[at("after")] = keys;
        task.row[at("afterWords")] = numbers.join(QStringLiteral(", "));
        activities.push_back(task.activity);
    }
    const rules::Schedule schedule = rules::judgeSchedule(activities, calendar_).result;
    QSet<std::size_t> early;
    for (const rules::Clash& clash : schedule.clashes) {
        if (!tasks[clash.after].activity.isDone) early.insert(clash.after);
    }
    clashes_ = static_cast<int>(early.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        tasks[i].row[at("critical")] = schedule.critical[i] && !tasks[i].activity.isDone;
        tasks[i].row[at("clash")] = early.contains(i);
    }
}

void Plan::measure(const std::vector<Task>& tasks) {
    std::optional<Date> first;
    std::optional<Date> last;
    const auto take = [&](std::optional<Date> date) {
        if (!date) return;
        if (!first || *date < *first) first = date;
        if (!last || *date > *last) last = date;
    };
    frozen_ = shifted_ = 0;
    for (const Task& task : tasks) {
        take(task.activity.start);
        take(task.activity.end);
        take(task.baselineStart);
        take(task.baselineDue);
        if (!task.baselineStart && !task.baselineDue) continue;
        ++frozen_;
        if (task.baselineStart != task.activity.start || task.baselineDue != task.activity.end) ++shifted_;
    }
    firstDay_ = first.value_or(context().today()).plusDays(-2);
    lastDay_ = std::min(last.value_or(firstDay_).plusDays(5), firstDay_.plusDays(daysMax));
}

std::optional<std::size_t> Plan::positionOf(const QString& key) const {
    const int row = rows_.find(key);
    if (row < 0 || row >= static_cast<int>(activities_.size())) return std::nullopt;
    return static_cast<std::size_t>(row);
}

QString Plan::edit(const QString& key, const QString& field, const QString& text) {
    const auto position = positionOf(key);
    if (!position) return tr("This task is gone");
    const rules::Activity& task = activities_[*position];
    if (field == u"after") return setAfter(*position, text);
    if ((field == u"start_date" || field == u"due_date") && !text.trimmed().isEmpty()) {
        const auto day = Date::parse(text.trimmed().toStdString());
        const bool isStart = field == u"start_date";
        if (day && isStart && task.end && *day > *task.end) return tr("It would begin after its end");
        if (day && !isStart && task.start && *day < *task.start) return tr("It would end before its begin");
    }
    return change("task", task.row, field, text);
}

QString Plan::setAfter(std::size_t position, const QString& text) {
    IdSet before;
    for (const QString& word : QString(text).replace(u'，', u',').split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = word.trimmed().toInt(&isNumber);
        if (!isNumber || number < 1 || number > static_cast<int>(activities_.size())) {
            return tr("Write the numbers of the tasks it waits for, such as 3, 5");
        }
        if (number == static_cast<int>(position) + 1) return tr("A task cannot wait for itself");
        before.push_back(activities_[static_cast<std::size_t>(number) - 1].row);
    }
    std::sort(before.begin(), before.end());
    before.erase(std::unique(before.begin(), before.end()), before.end());
    std::vector<rules::Activity> next = activities_;
    next[position].after.clear();
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (std::binary_search(before.begin(), before.end(), next[i].row)) next[position].after.push_back(i);
    }
    if (rules::judgeSchedule(next, calendar_).result.hasCircle) return tr("These tasks would wait for each other");
    edits().change("task", {{activities_[position].row, {{"depends_on", Value(before)}}}}, {});
    return {};
}

void Plan::move(const QString& key, int startDay, int dueDay) {
    const auto position = positionOf(key);
    if (!position || !mayEdit() || dueDay < startDay) return;
    const auto moves = rules::movesWith(activities_, {*position, Date{startDay}, Date{dueDay}});
    std::vector<Edits::Change> changes;
    for (const rules::Move& move : moves) {
        changes.push_back({activities_[move.activity].row,
                           {{"start_date", Value(move.start.days)}, {"due_date", Value(move.end.days)}}});
    }
    edits().change(
        "task", std::move(changes),
        moves.size() > 1 ? tr("Moved, and %n that wait(s) for it", "", static_cast<int>(moves.size()) - 1) : QString());
}

void Plan::add(const QString& title) {
    const QString trimmed = title.trimmed();
    if (trimmed.isEmpty() || campaign().isNil()) return;
    context().record(Context::add("task", {{"campaign", Value(campaign())},
                                           {"site", Value(place())},
                                           {"title", Value(trimmed.toStdString())},
                                           {"sequence", Value(static_cast<std::int64_t>(activities_.size()) + 1)}}),
                     {});
}

QString Plan::dayWords(int day) const {
    return tr("%1 %2", "day, weekday").arg(words::day(Date{day}, context().today()), words::weekday(Date{day}));
}

void Plan::freeze() {
    std::vector<Edits::Change> changes;
    for (const rules::Activity& task : activities_) {
        if (!task.start || !task.end) continue;
        changes.push_back(
            {task.row, {{"baseline_start", Value(task.start->days)}, {"baseline_due", Value(task.end->days)}}});
    }
    const int count = static_cast<int>(changes.size());
    edits().change("task", std::move(changes), tr("The dates of %n task(s) are frozen as the plan", "", count));
}

}  // namespace zhixing::client

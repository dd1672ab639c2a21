#include "client/viewmodels/day/today.h"

#include <algorithm>
#include <array>

#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/field_words.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {

/// What is due on one day.
struct Due {
    int open = 0;
    int done = 0;
    std::vector<std::pair<QString, int>> titles;  ///< of open ones; several sites may have the same task
};

/// Names the first few; further ones are counted.
QString dueWords(const Due& day, qsizetype titlesMax) {
    QStringList named;
    int unnamed = day.open;
    for (const auto& [title, count] : day.titles) {
        if (named.size() == titlesMax) break;
        named.append(count > 1 ? Today::tr("%1 × %2", "a task of several sites").arg(title).arg(count) : title);
        unnamed -= count;
    }
    const QString said = named.join(Today::tr(", ", "between tasks"));
    if (unnamed > 0) return Today::tr("%1 and %n more", "", unnamed).arg(said);
    return said.isEmpty() && day.done > 0 ? Today::tr("%n done", "tasks of a day", day.done) : said;
}

}  // namespace

Today::Today(Context& context)
    : Live(context, {"task", "spend", "photo", "feedback", "incident", "attendance", "daily_report", "review",
                     "campaign", "person", "grant", "node"}),
      missing_({"key", "words", "help", "drawing", "page", "urgent"}, this),
      tasks_(task_rows::roles(), this),
      week_({"key", "weekday", "day", "words", "isToday", "isPast", "isLate"}, this) {
    const auto readTray = [this] { readSoonFor({QStringLiteral("tray")}); };
    connect(&context.gateway(), &Gateway::outboxChanged, this, readTray);
    connect(&context.gateway(), &Gateway::statusChanged, this, readTray);
    connect(&minute_, &QTimer::timeout, this, &Today::readSoon);
    minute_.start(minuteMs);
}

QString Today::date() const { return words::day(context().today(), context().today()); }

QString Today::weekday() const { return words::weekday(context().today()); }

QString Today::occasionDay() const {
    if (campaign_.day <= 0) return {};
    return campaign_.days > 0 ? tr("Day %1 of %2").arg(campaign_.day).arg(campaign_.days)
                              : tr("Day %1").arg(campaign_.day);
}

void Today::read(Reader& reader) {
    campaign_ = site_day::campaignOn(reader, context().today());
    readRetrospective(reader);
    readMissing(reader);
    // On a full device these take longer than all the rest, and most of what is recorded is no task.
    static const QSet<QString> shownOfTasks{"task", "campaign", "person", "node"};
    if (isDueFor(shownOfTasks)) {
        readTasks(reader);
        readWeek(reader);
    }
    readFigures(reader);
    emit changed();
}

void Today::readMissing(Reader& reader) {
    Rows rows;
    if (const int refused = context().gateway().status().needsYou; refused > 0) {
        rows.push_back({"tray", tr("%n record(s) need you", "", refused), tr("Headquarters could not take them"),
                        "tray", "tray", true});
    }
    addDuty(reader, rows);
    addMoney(reader, rows);
    addOpen(reader, rows);
    addReports(reader, rows);
    // What cannot wait stands first.
    std::stable_partition(rows.begin(), rows.end(), [](const RowModel::Row& row) { return row.back().toBool(); });
    missing_.take(std::move(rows));
}

void Today::addDuty(Reader& reader, Rows& rows) const {
    const Instant now = context().gateway().now();
    reader.each(
        R"(SELECT coalesce(zone, ''), starts_at, ends_at, arrived_at, left_at FROM attendance
           WHERE person = ?1 AND starts_at >= ?2 AND starts_at < ?3 ORDER BY starts_at LIMIT 1)",
        [&](Columns row) {
            if (!row.isSet(3)) {
                const bool isLate = now >= row.instant(1);
                rows.push_back({"arrival", tr("Say that you have arrived"),
                                QStringList{row.text(0), tr("on duty from %1").arg(words::clock(row.instant(1)))}.join(
                                    row.text(0).isEmpty() ? QString() : QStringLiteral(" · ")),
                                "place", "attendance", isLate});
            } else if (!row.isSet(4) && row.isSet(2) && now >= row.instant(2)) {
                rows.push_back({"leaving", tr("Say that you are leaving"),
                                tr("on duty until %1").arg(words::clock(row.instant(2))), "place", "attendance",
                                false});
            }
        },
        context().person(), startOfDay(), site_day::startOf(Date{context().today().days + 1}).ms);
}

void Today::addMoney(Reader& reader, Rows& rows) const {
    int returned = 0;
    int bare = 0;
    // A photo names what it belongs to by the id's text.
    reader.each(
        R"(SELECT count(*) FILTER (WHERE state = 'returned'),
                  count(*) FILTER (WHERE state = 'submitted' AND reversal_of IS NULL AND amount > 0
                      AND coalesce(receipts, '[]') = '[]' AND coalesce(invoice_number, '') = ''
                      AND lower(hex(id)) NOT IN (SELECT replace(subject, '-', '') FROM photo WHERE subject IS NOT NULL))
           FROM spend WHERE recorded_by = ?1)",
        [&](Columns row) {
            returned = static_cast<int>(row.number(0));
            bare = static_cast<int>(row.number(1));
        },
        context().person());
    if (returned > 0) {
        rows.push_back(
            {"returned", tr("%n spend(s) returned", "", returned), tr("See the reason"), "spend", "spends", true});
    }
    if (bare > 0) {
        rows.push_back({"receipts", tr("%n spend(s) without a receipt", "", bare),
                        tr("Add a photo of the receipt or the invoice number"), "spend", "spends", false});
    }
}

void Today::addOpen(Reader& reader, Rows& rows) const {
    const Instant now = context().gateway().now();
    int late = 0;
    reader.each(
        task_rows::mine() + R"(SELECT count(*) FROM task t WHERE (t.place IN mine OR t.owner = ?2)
              AND t.status IN ('not_started', 'in_progress') AND t.due_date < ?3 AND)" +
            std::string(task_rows::goesOn),
        [&](Columns row) { late = static_cast<int>(row.number(0)); }, context().home(), context().person(),
        context().today());
    if (late > 0) {
        rows.push_back({"late", tr("%n task(s) late", "", late), tr("Finish them, or say what holds them up"), "clock",
                        "lateTasks", true});
    }
    int incidents = 0;
    int replies = 0;
    bool isOverdue = false;
    reader.each(
        task_rows::mine() + R"(SELECT
              (SELECT count(*) FROM incident i WHERE i.place IN mine AND i.state IN ('open', 'in_progress')),
              (SELECT count(*) FROM feedback f WHERE f.place IN mine AND f.state IN ('open', 'in_progress') AND f.reply_due < ?2),
              (SELECT count(*) FROM feedback f WHERE f.place IN mine AND f.state IN ('open', 'in_progress') AND f.reply_due < ?3))",
        [&](Columns row) {
            incidents = static_cast<int>(row.number(0));
            replies = static_cast<int>(row.number(1));
            isOverdue = row.number(2) > 0;
        },
        context().home(), site_day::startOf(Date{context().today().days + 1}).ms, now.ms);
    if (incidents > 0) {
        rows.push_back({"incidents", tr("%n incident(s) not solved", "", incidents), tr("Say what was done about it"),
                        "incident", "incidents", true});
    }
    if (replies > 0) {
        rows.push_back({"replies", tr("%n reply(s) due today", "", replies), tr("People wait for an answer"),
                        "feedback", "voicesOpen", isOverdue});
    }
}

void Today::addReports(Reader& reader, Rows& rows) const {
    const Date today = context().today();
    const Instant now = context().gateway().now();
    bool isFiled = false;
    reader.each(
        "SELECT 1 FROM daily_report WHERE recorded_by = ?1 AND report_on = ?2", [&](Columns) { isFiled = true; },
        context().person(), today);
    if (!isFiled) {
        rows.push_back({"report", tr("Daily report"), tr("Due before leaving work"), "report", "report",
                        now >= site_day::hourOf(today, site_day::leavingHour)});
    }
    if (campaign_.isEvent && !retrospectiveIsHeld_ &&
        site_day::holdsEvening(reader, context().person(), campaign_.id, today)) {
        rows.push_back({"retrospective", tr("Retrospective on site"), tr("Today at 21:00"), "clock", "retrospective",
                        now >= site_day::hourOf(today, site_day::retrospectiveHour)});
    }
}

void Today::readRetrospective(Reader& reader) {
    retrospectiveIsHeld_ = false;
    reader.each(
        "SELECT 1 FROM review WHERE kind = 'daily' AND held_on = ?1 AND place = ?2",
        [this](Columns) { retrospectiveIsHeld_ = true; }, context().today(), context().home());
}

void Today::readTasks(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    const std::string order =
        " ORDER BY t.status = 'done', coalesce(t.due_date, '9999'), coalesce(t.due_time, '99'), t.sequence, t.id LIMIT "
        "100";
    // First which ones, then what is shown of them: thousands need not be put together to be sorted.
    reader.each(
        task_rows::mine() + task_rows::select() + R"(WHERE t.id IN (SELECT t.id FROM task t
            WHERE (t.place IN mine OR t.owner = ?2)
              AND (t.status IN ('not_started', 'in_progress') AND)" +
            std::string(task_rows::goesOn) + R"(AND (t.due_date <= ?3 OR t.start_date <= ?3 OR t.status = 'in_progress')
                   OR t.status = 'done' AND t.finished_at >= ?4))" +
            order + ")" + order,
        [&](Columns columns) { rows.push_back(task_rows::row(columns, today)); }, context().home(), context().person(),
        today, startOfDay());
    tasks_.take(std::move(rows));
}

void Today::readWeek(Reader& reader) {
    const Date today = context().today();
    // 1970-01-05 was a Monday.
    const Date monday{today.days - (today.days + 3) % 7};
    std::array<Due, 7> due;
    reader.each(
        task_rows::mine() + R"(
            SELECT t.due_date, t.status, t.title FROM task t
            WHERE (t.place IN mine OR t.owner = ?2) AND t.status IN ('not_started', 'in_progress', 'done')
              AND t.due_date >= ?3 AND t.due_date < ?4
              AND (t.status = 'done' OR)" +
            std::string(task_rows::goesOn) + R"()
            ORDER BY t.due_date, coalesce(t.due_time, '99'), t.sequence, t.id LIMIT 500)",
        [&](Columns row) {
            Due& day = due.at(static_cast<std::size_t>(row.date(0)->days - monday.days));
            if (row.text(1) == u"done") {
                ++day.done;
                return;
            }
            ++day.open;
            const auto same = std::ranges::find(day.titles, row.text(2), &std::pair<QString, int>::first);
            if (same == day.titles.end()) {
                day.titles.emplace_back(row.text(2), 1);
            } else {
                ++same->second;
            }
        },
        context().home(), context().person(), monday, Date{monday.days + 7});
    Rows rows;
    for (int i = 0; i < 7; ++i) {
        const Date date{monday.days + i};
        const Due& day = due.at(static_cast<std::size_t>(i));
        rows.push_back({words::isoDay(date), words::weekday(date), words::day(date, today),
                        dueWords(day, weekTitlesMax), date == today, date < today, date < today && day.open > 0});
    }
    week_.take(std::move(rows));
}

void Today::readFigures(Reader& reader) {
    reader.each(
        R"(SELECT coalesce((SELECT sum(amount) FROM spend WHERE recorded_by = ?1 AND recorded_at >= ?2 AND state <> 'withdrawn'), 0),
                  (SELECT count(*) FROM feedback WHERE recorded_by = ?1 AND recorded_at >= ?2),
                  (SELECT count(*) FROM task WHERE status = 'done' AND finished_at >= ?2))",
        [this](Columns row) {
            spent_ = words::sum(row.number(0));
            feedback_ = static_cast<int>(row.number(1));
            done_ = static_cast<int>(row.number(2));
        },
        context().person(), startOfDay());
}

}  // namespace zhixing::client

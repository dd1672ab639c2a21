#include "client/viewmodels/planning/campaigns.h"

#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

Campaigns::Campaigns(Context& context)
    : Live(context, {"campaign", "task", "feedback", "person", "node"}),
      rows_({"key", "name", "dates", "stateWord", "light", "summary", "isEvent"}, this),
      feedback_({"key", "when", "site", "kind", "rating", "words", "who"}, this) {}

QStringList Campaigns::names() const {
    QStringList names;
    for (int i = 0; i < rows_.count(); ++i) names.append(rows_.value(i, QStringLiteral("name")).toString());
    return names;
}

void Campaigns::setCurrentIndex(int index) {
    const Id chosen = idOf(rows_.value(index, QStringLiteral("key")).toString());
    if (chosen.isNil() || chosen == current_) return;
    current_ = chosen;
    readNow();
}

void Campaigns::choose(const Id& campaign) {
    wanted_ = campaign;
    readNow();
}

QString Campaigns::field(const char* role) const {
    return rows_.value(currentIndex(), QString::fromLatin1(role)).toString();
}

QString Campaigns::progressWords() const { return tr("%1 of %2").arg(done_).arg(tasks_); }

QString Campaigns::lateWords() const { return late_ > 0 ? tr("%n task(s) late", "", late_) : tr("None is late"); }

void Campaigns::read(Reader& reader) {
    readCampaigns(reader);
    if (rows_.find(keyOf(wanted_)) >= 0) current_ = std::exchange(wanted_, {});
    if (currentIndex() < 0 && rows_.count() > 0) current_ = idOf(rows_.value(0, QStringLiteral("key")).toString());
    readProgress(reader);
    readFeedback(reader);
    emit changed();
}

void Campaigns::readCampaigns(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT c.id, c.name, c.starts_on, c.ends_on, c.state, p.name, c.department, c.theme, c.phase_model
           FROM campaign c LEFT JOIN person p ON p.id = c.owner
           WHERE c.state <> 'archived' ORDER BY c.starts_on DESC, c.id LIMIT 200)",
        [&](Columns row) {
            const std::optional<Date> starts = row.date(2);
            const std::optional<Date> ends = row.date(3);
            const QString dates =
                starts && ends ? QStringLiteral("%1 – %2").arg(words::day(*starts, today), words::day(*ends, today))
                               : QString();
            QStringList parts{dates, row.isSet(5) ? row.text(5) : row.text(6), row.text(7)};
            parts.removeAll(QString());
            const QString state = row.text(4);
            const QString light = state == u"running" || state == u"approved"     ? QStringLiteral("green")
                                  : state == u"returned" || state == u"cancelled" ? QStringLiteral("red")
                                                                                  : QStringLiteral("none");
            rows.push_back({row.key(0), row.text(1), dates, words::campaignState(state), light,
                            parts.join(QStringLiteral(" · ")), row.text(8) == u"event"});
        });
    rows_.take(std::move(rows));
}

void Campaigns::readProgress(Reader& reader) {
    tasks_ = done_ = late_ = 0;
    reader.each(
        R"(SELECT count(*) FILTER (WHERE status <> 'cancelled'), count(*) FILTER (WHERE status = 'done'),
                  count(*) FILTER (WHERE status IN ('not_started', 'in_progress') AND due_date < ?2 AND)" +
            std::string(task_rows::goesOn) + ") FROM task t WHERE campaign = ?1",
        [this](Columns row) {
            tasks_ = static_cast<int>(row.number(0));
            done_ = static_cast<int>(row.number(1));
            late_ = static_cast<int>(row.number(2));
        },
        current_, context().today());
}

void Campaigns::readFeedback(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT f.id, coalesce(f.heard_at, f.recorded_at), n.name, f.kind, f.rating, f.text, p.name
           FROM feedback f LEFT JOIN node n ON n.id = f.place LEFT JOIN person p ON p.id = f.recorded_by
           WHERE f.campaign = ?1 ORDER BY 2 DESC, f.id DESC LIMIT 200)",
        [&](Columns row) {
            rows.push_back({row.key(0), row.isSet(1) ? words::moment(row.instant(1), today) : QString(), row.text(2),
                            words::feedbackKind(row.text(3)),
                            row.isSet(4) ? QString::number(row.number(4)) : QStringLiteral("–"), row.text(5),
                            row.text(6)});
        },
        current_);
    feedback_.take(std::move(rows));
}

}  // namespace zhixing::client

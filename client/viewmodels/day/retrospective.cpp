#include "client/viewmodels/day/retrospective.h"

#include <algorithm>

#include <QVariantMap>

#include "client/viewmodels/day/site_day.h"
#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"

namespace zhixing::client {

namespace {

Value textValue(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
}

QString dayIn(const QJsonObject& content) { return content["day"].toString(); }

}  // namespace

Retrospective::Retrospective(Context& context)
    : Drafted(context, {"task", "incident", "feedback", "spend", "attendance", "review", "campaign", "grant", "node"},
              {formName, "review"}) {}

QString Retrospective::dayWords() const {
    const Date today = context().today();
    return tr("%1, %2", "16 Oct, Thursday").arg(words::day(day_, today), words::weekday(day_));
}

void Retrospective::type(QString& member, const QString& text) {
    if (text == member) return;
    member = text;
    typed();
}

void Retrospective::setProgress(const QString& text) { type(progress_, text); }
void Retrospective::setProblems(const QString& text) { type(problems_, text); }
void Retrospective::setChanges(const QString& text) { type(changes_, text); }
void Retrospective::setActions(const QString& text) { type(actions_, text); }

bool Retrospective::canSave() const {
    return canHold_ && !(progress_ + problems_ + changes_ + actions_).trimmed().isEmpty();
}

bool Retrospective::save() {
    if (!canSave()) return false;
    Context::Values values{{"progress", textValue(progress_)},
                           {"problems", textValue(problems_)},
                           {"plan_changes", textValue(changes_)},
                           {"attendees", Value(attendees_)},
                           {"actions", Value(actionEntries())}};
    const QString words = tr("Retrospective saved on this device");
    if (isHeld()) {
        context().record(Context::change("review", review_, values), words, [this] { finish(); });
        return true;
    }
    const QString title = tr("Evening on site, %1").arg(words::day(day_, context().today()));
    values.emplace_back("kind", Value(std::string("daily")));
    values.emplace_back("title", Value(title.toStdString()));
    values.emplace_back("held_on", Value(day_.days));
    values.emplace_back("owner", Value(context().person()));
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    sync::Edit edit = Context::add("review", values, record());
    // Everybody who was there may read it.
    edit.audience = Audience::everyone;
    context().record(std::move(edit), words, [this] { finish(); });
    return true;
}

Entries Retrospective::actionEntries() const {
    Entries entries;
    const QStringList lines = actions_.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const std::string item = line.trimmed().left(limits::entryKeyCodePointsMax).toStdString();
        const auto isItem = [&](const Entry& entry) { return entry.key == item; };
        if (item.empty() || std::any_of(entries.begin(), entries.end(), isItem)) continue;
        // What is ticked off stays ticked off.
        const auto held = std::find_if(heldActions_.begin(), heldActions_.end(), isItem);
        entries.push_back(held == heldActions_.end() ? Entry{item, {}} : *held);
        if (entries.size() == static_cast<std::size_t>(limits::entriesMax)) break;
    }
    return entries;
}

QJsonObject Retrospective::content() const {
    return {{"day", words::isoDay(day_)},
            {"progress", progress_},
            {"problems", problems_},
            {"changes", changes_},
            {"actions", actions_}};
}

void Retrospective::restore(const QJsonObject& content) {
    if (const auto day = Date::parse(dayIn(content).toStdString())) day_ = *day;
    progress_ = content["progress"].toString();
    problems_ = content["problems"].toString();
    changes_ = content["changes"].toString();
    actions_ = content["actions"].toString();
}

void Retrospective::blank() {
    day_ = context().today();
    progress_.clear();
    problems_.clear();
    changes_.clear();
    actions_.clear();
}

QString Retrospective::nameOf(const QJsonObject& content) const {
    const auto day = Date::parse(dayIn(content).toStdString());
    return day ? tr("Retrospective of %1").arg(words::day(*day, context().today())) : tr("Retrospective");
}

QString Retrospective::textOf(const QJsonObject& content) const {
    return content["progress"].toString() + u' ' + content["problems"].toString();
}

void Retrospective::readForm(Reader& reader) {
    if (!isTyped()) day_ = context().today();
    campaign_ = site_day::campaignOn(reader, day_).id;
    canHold_ = site_day::holdsEvening(reader, context().person(), campaign_, day_);
    readHeld(reader);
    readPeople(reader);
    readFigures(reader);
    if (!isHeld() && !isTyped()) prefill(reader);
}

void Retrospective::readHeld(Reader& reader) {
    review_ = {};
    heldActions_.clear();
    const bool isLeading = site_day::leads(reader, context().person());
    reader.each(
        R"(SELECT id, progress, problems, plan_changes, actions, recorded_by FROM review
           WHERE kind = 'daily' AND held_on = ?1 AND place = ?2 ORDER BY id LIMIT 1)",
        [this, isLeading](Columns row) {
            review_ = row.id(0);
            // Another's may be changed by who leads, and read by everybody.
            const bool isMine = !row.isSet(5) || row.id(5) == context().person();
            canHold_ = canHold_ && (isMine || isLeading);
            const RecordType& type = catalog().at("review");
            if (row.isSet(4)) {
                auto value = parseJsonValue(type.fields[*type.find("actions")], row.text(4).toStdString());
                if (value && isSet(*value)) heldActions_ = std::get<Entries>(*value);
            }
            if (isTyped()) return;
            progress_ = row.text(1);
            problems_ = row.text(2);
            changes_ = row.text(3);
            QStringList lines;
            for (const Entry& entry : heldActions_) lines.append(QString::fromStdString(entry.key));
            actions_ = lines.join(u'\n');
        },
        day_, context().home());
}

void Retrospective::readPeople(Reader& reader) {
    attendees_.clear();
    attendeeNames_.clear();
    reader.each(
        R"(SELECT DISTINCT p.id, p.name FROM attendance a JOIN person p ON p.id = a.person
           WHERE a.place = ?1 AND a.arrived_at >= ?2 AND a.arrived_at < ?3 ORDER BY p.id)",
        [this](Columns row) {
            attendees_.push_back(row.id(0));
            attendeeNames_.append(row.text(1));
        },
        context().home(), site_day::startOf(day_).ms, site_day::startOf(Date{day_.days + 1}).ms);
}

void Retrospective::readFigures(Reader& reader) {
    figures_.clear();
    const auto figure = [this](const QString& label, const QString& text) {
        figures_.append(QVariantMap{{"label", label}, {"figure", text}});
    };
    reader.each(
        task_rows::mine() +
            R"(SELECT (SELECT count(*) FROM task t WHERE t.place IN mine AND t.status = 'done' AND t.finished_at >= ?2 AND t.finished_at < ?3),
                      (SELECT count(*) FROM feedback f WHERE f.place IN mine AND f.heard_at >= ?2 AND f.heard_at < ?3),
                      (SELECT count(*) FROM incident i WHERE i.place IN mine AND i.happened_at >= ?2 AND i.happened_at < ?3),
                      (SELECT coalesce(sum(s.amount), 0) FROM spend s WHERE s.place IN mine AND s.spent_on = ?4 AND s.state <> 'withdrawn'))",
        [&](Columns row) {
            figure(tr("Tasks done"), QString::number(row.number(0)));
            figure(tr("Feedback"), QString::number(row.number(1)));
            figure(tr("Incidents"), QString::number(row.number(2)));
            figure(tr("Spend (yuan)"), words::sum(row.number(3)));
        },
        context().home(), site_day::startOf(day_).ms, site_day::startOf(Date{day_.days + 1}).ms, day_);
}

void Retrospective::prefill(Reader& reader) {
    QStringList done;
    QStringList problems;
    QStringList next;
    reader.each(
        task_rows::mine() + R"(SELECT t.title, t.status, coalesce(t.delay_reason, '') FROM task t WHERE t.place IN mine
              AND (t.status = 'done' AND t.finished_at >= ?2 OR t.status IN ('not_started', 'in_progress') AND t.due_date <= ?3)
            ORDER BY t.due_date, t.sequence, t.id LIMIT 50)",
        [&](Columns row) {
            if (row.text(1) == u"done") return done.append(row.text(0));
            const QString reason = row.text(2);
            problems.append(reason.isEmpty() ? tr("Not finished: %1").arg(row.text(0))
                                             : tr("%1: %2", "a task's title and its reason").arg(row.text(0), reason));
            next.append(row.text(0));
        },
        context().home(), site_day::startOf(day_).ms, day_);
    reader.each(
        task_rows::mine() +
            R"(SELECT coalesce(nullif(i.description, ''), i.title, ''), i.kind, i.measures FROM incident i
            WHERE i.place IN mine AND i.happened_at >= ?2 AND i.happened_at < ?3 ORDER BY i.happened_at LIMIT 20)",
        [&](Columns row) {
            const QString what = row.text(0).section(u'\n', 0, 0);
            problems.append(row.text(2).isEmpty() ? what : tr("%1; done: %2", "an incident").arg(what, row.text(2)));
        },
        context().home(), site_day::startOf(day_).ms, site_day::startOf(Date{day_.days + 1}).ms);
    progress_ = done.join(u'\n');
    problems_ = problems.join(u'\n');
    changes_.clear();
    actions_ = next.join(u'\n');
}

}  // namespace zhixing::client

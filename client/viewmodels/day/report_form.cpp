#include "client/viewmodels/day/report_form.h"

#include <algorithm>
#include <set>

#include <QStringList>

#include "client/viewmodels/day/site_day.h"
#include "client/viewmodels/frame/typed_value.h"
#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/words.h"
#include "shared/base/money.h"
#include "shared/catalog/catalog.h"
#include "shared/rules/returns.h"

namespace zhixing::client {

namespace {

Value textValue(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
}

}  // namespace

ReportForm::ReportForm(Context& context)
    : Drafted(context, {"task", "daily_report", "campaign", "node"}, {formName, "daily_report"}) {}

QString ReportForm::dayWords() const {
    return tr("%1, %2", "16 Oct, Thursday").arg(words::day(day_, context().today()), words::weekday(day_));
}

void ReportForm::type(QString& member, const QString& text) {
    if (text == member) return;
    member = text;
    filledIn_ = 0;
    typed();
}

void ReportForm::setDone(const QString& text) { type(done_, text); }
void ReportForm::setNotDone(const QString& text) { type(notDone_, text); }
void ReportForm::setHelp(const QString& text) { type(help_, text); }
void ReportForm::setNext(const QString& text) { type(next_, text); }

bool ReportForm::canSave() const {
    const bool isWritten = !(done_ + notDone_ + help_ + next_).trimmed().isEmpty() || !figures_.areEmpty();
    return isWritten && !hasFault();
}

// ---- the day's figures

QString ReportForm::faultOf(const char* field, const QString& text) {
    const RecordType& type = catalog().at("daily_report");
    const auto value = typedValue(type.fields[*type.find(field)], text);
    return value ? QString() : words::refusal(value.error());
}

bool ReportForm::hasFault() const {
    return !(participantsFault() + leadsFault() + ordersFault() + revenueFault() + costFault()).isEmpty();
}

void ReportForm::addFigures(Context::Values& values) const {
    const RecordType& type = catalog().at("daily_report");
    const std::pair<const char*, const QString*> figures[] = {{"participants", &figures_.participants},
                                                              {"leads", &figures_.leads},
                                                              {"orders", &figures_.orders},
                                                              {"revenue", &figures_.revenue},
                                                              {"cost", &figures_.cost}};
    for (const auto& [field, text] : figures) {
        if (auto value = typedValue(type.fields[*type.find(field)], *text))
            values.emplace_back(field, std::move(*value));
    }
}

/// Participants, leads, orders, revenue and cost, from the first column on.
void ReportForm::readFigures(const Columns& row) {
    const auto count = [&](int column) { return row.isSet(column) ? QString::number(row.number(column)) : QString(); };
    const auto money = [&](int column) {
        return row.isSet(column) ? words::yuan(row.number(column)).remove(u',') : QString();
    };
    figures_ = {count(5), count(6), count(7), money(8), money(9)};
}

QString ReportForm::reckoned() const {
    const auto cost = parseMoney(figures_.cost.trimmed().toStdString());
    const auto revenue = parseMoney(figures_.revenue.trimmed().toStdString());
    const qlonglong orders = figures_.orders.trimmed().toLongLong();
    QStringList parts;
    if (cost && cost->fen > 0 && orders > 0) {
        parts.append(tr("￥%1 per order (cost ÷ orders)").arg(words::yuan((cost->fen + orders / 2) / orders)));
    }
    if (cost && revenue) {
        const auto ratio = rules::measureReturn(*revenue, *cost, {}).result.ratio;
        if (ratio) {
            parts.append(tr("return %1 (revenue ÷ cost)")
                             .arg(QString::number(static_cast<double>(ratio->millionths) / 1e6, 'f', 2)));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

bool ReportForm::save() {
    if (!canSave()) return false;
    Context::Values values{{"done", textValue(done_)},
                           {"not_done_reason", textValue(notDone_)},
                           {"needs", textValue(help_)},
                           {"next_steps", textValue(next_)}};
    addFigures(values);
    const QString words = tr("Report saved on this device");
    if (isFiled()) {
        context().record(Context::change("daily_report", report_, values), words, [this] { finish(); });
        return true;
    }
    values.emplace_back("report_on", Value(day_.days));
    values.emplace_back("tasks", Value(tasks_));
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    sync::Edit edit = Context::add("daily_report", values, record());
    context().record(std::move(edit), words, [this] { finish(); });
    return true;
}

QJsonObject ReportForm::content() const {
    return {{"day", words::isoDay(day_)},
            {"done", done_},
            {"not_done", notDone_},
            {"help", help_},
            {"next", next_},
            {"participants", figures_.participants},
            {"leads", figures_.leads},
            {"orders", figures_.orders},
            {"revenue", figures_.revenue},
            {"cost", figures_.cost}};
}

void ReportForm::restore(const QJsonObject& content) {
    if (const auto day = Date::parse(content["day"].toString().toStdString())) day_ = *day;
    done_ = content["done"].toString();
    notDone_ = content["not_done"].toString();
    help_ = content["help"].toString();
    next_ = content["next"].toString();
    figures_ = {content["participants"].toString(), content["leads"].toString(), content["orders"].toString(),
                content["revenue"].toString(), content["cost"].toString()};
    filledIn_ = 0;
}

void ReportForm::blank() {
    day_ = context().today();
    done_.clear();
    notDone_.clear();
    help_.clear();
    next_.clear();
    figures_ = {};
    filledIn_ = 0;
}

QString ReportForm::nameOf(const QJsonObject& content) const {
    const auto day = Date::parse(content["day"].toString().toStdString());
    return day ? tr("Daily report of %1").arg(words::day(*day, context().today())) : tr("Daily report");
}

QString ReportForm::textOf(const QJsonObject& content) const {
    return content["done"].toString() + u' ' + content["not_done"].toString() + u' ' + content["help"].toString();
}

void ReportForm::readForm(Reader& reader) {
    if (!isTyped()) day_ = context().today();
    campaign_ = site_day::campaignOn(reader, day_).id;
    readFiled(reader);
    if (!isFiled()) prefill(reader);
}

void ReportForm::readFiled(Reader& reader) {
    report_ = {};
    reader.each(
        R"(SELECT id, done, not_done_reason, needs, next_steps, participants, leads, orders, revenue, cost FROM daily_report
           WHERE recorded_by = ?1 AND report_on = ?2)",
        [this](Columns row) {
            report_ = row.id(0);
            if (isTyped()) return;
            done_ = row.text(1);
            notDone_ = row.text(2);
            help_ = row.text(3);
            next_ = row.text(4);
            readFigures(row);
            filledIn_ = 0;
        },
        context().person(), day_);
}

void ReportForm::prefill(Reader& reader) {
    const std::set<Id> moved = site_day::workedOn(reader, site_day::startOf(day_));
    QStringList done;
    QStringList open;
    tasks_.clear();
    reader.each(
        task_rows::mine() + R"(SELECT t.id, t.title, t.status, coalesce(t.delay_reason, ''), coalesce(t.progress, 0),
                   t.due_date, t.started_at, t.counted
            FROM task t WHERE (t.place IN mine OR t.owner = ?2)
              AND (t.status = 'done' AND t.finished_at >= ?4 OR t.status IN ('not_started', 'in_progress') AND)" +
            std::string(task_rows::goesOn) + R"(
                   AND (t.due_date <= ?3 OR t.status = 'in_progress'))
            ORDER BY t.due_date, t.sequence, t.id LIMIT 50)",
        [&](Columns row) {
            const QString title = row.text(1);
            const bool isDone = row.text(2) == u"done";
            const bool isMoved =
                moved.contains(row.id(0)) || (row.isSet(6) && row.instant(6) >= site_day::startOf(day_));
            const std::optional<Date> due = row.date(5);
            if (isDone || isMoved) tasks_.push_back(row.id(0));
            if (isDone) return done.append(title);
            if (isMoved) {
                done.append(row.number(4) > 0
                                ? tr("%1, now at %2 %", "a task, its progress").arg(title).arg(row.number(4))
                                : tr("%1, begun", "a task").arg(title));
            }
            if (!due || *due > day_) return;
            open.append(row.text(3).isEmpty() ? tr("%1:", "a task's title, its reason follows").arg(title)
                                              : tr("%1: %2", "a task's title and its reason").arg(title, row.text(3)));
        },
        context().home(), context().person(), day_, site_day::startOf(day_).ms);
    std::sort(tasks_.begin(), tasks_.end());
    if (isTyped()) return;
    done_ = done.join(u'\n');
    notDone_ = open.join(u'\n');
    help_.clear();
    next_.clear();
    filledIn_ = static_cast<int>(done.size() + open.size());
    prefillCost(reader);
}

/// What was spent at the site that day, as far as it was recorded.
void ReportForm::prefillCost(Reader& reader) {
    figures_ = {};
    reader.each(
        "SELECT sum(amount) FROM spend WHERE place = ?1 AND spent_on = ?2 AND state IN ('submitted', 'approved')",
        [this](Columns row) {
            if (row.isSet(0) && row.number(0) > 0) figures_.cost = words::yuan(row.number(0)).remove(u',');
        },
        context().home(), day_);
}

}  // namespace zhixing::client

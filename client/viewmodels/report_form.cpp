#include "client/viewmodels/report_form.h"

#include <QStringList>

#include "client/viewmodels/tasks.h"
#include "client/viewmodels/words.h"

namespace zhixing::client {

namespace {
constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t zoneMs = 8LL * 60 * 60 * 1000;

Value textValue(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
}
}  // namespace

ReportForm::ReportForm(Context& context)
    : Live(context, {"task", "daily_report", "campaign"}),
      draft_(context.gateway(), QStringLiteral("daily_report/today"), [this] { return content(); }) {
    // Yesterday's draft is not today's report.
    if (const QJsonObject kept = draft_.kept(); kept["day"].toString() == words::isoDay(context.today())) {
        done_ = kept["done"].toString();
        notDone_ = kept["not_done"].toString();
        help_ = kept["help"].toString();
        isTyped_ = isFromDraft_ = true;
    }
}

QString ReportForm::dayWords() const {
    const Date today = context().today();
    return tr("%1, %2", "16 Oct, Thursday").arg(words::day(today, today), words::weekday(today));
}

void ReportForm::type(QString& member, const QString& text) {
    if (text == member) return;
    member = text;
    isTyped_ = true;
    draft_.touch();
    emit changed();
}

void ReportForm::setDone(const QString& text) { type(done_, text); }
void ReportForm::setNotDone(const QString& text) { type(notDone_, text); }
void ReportForm::setHelp(const QString& text) { type(help_, text); }

bool ReportForm::canSave() const {
    return !done_.trimmed().isEmpty() || !notDone_.trimmed().isEmpty() || !help_.trimmed().isEmpty();
}

bool ReportForm::save() {
    if (!canSave()) return false;
    Context::Values values{
        {"done", textValue(done_)}, {"not_done_reason", textValue(notDone_)}, {"needs", textValue(help_)}};
    draft_.flush();
    const auto filed = [this] {
        draft_.forget();
        isTyped_ = isFromDraft_ = false;
        readNow();
    };
    if (isFiled()) {
        context().record(Context::change("daily_report", report_, values), tr("Report saved on this device"), filed);
        return true;
    }
    values.emplace_back("report_on", Value(context().today().days));
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    context().record(Context::add("daily_report", values), tr("Report saved on this device"), filed);
    return true;
}

void ReportForm::clear() {
    draft_.forget();
    isTyped_ = isFromDraft_ = false;
    readNow();
}

QJsonObject ReportForm::content() const {
    return {{"day", words::isoDay(context().today())}, {"done", done_}, {"not_done", notDone_}, {"help", help_}};
}

void ReportForm::read(Reader& reader) {
    report_ = campaign_ = {};
    reader.each(
        R"(SELECT id FROM campaign WHERE state IN ('approved', 'running') AND coalesce(starts_on, '') <= ?1
           AND coalesce(ends_on, '9999') >= ?1 ORDER BY starts_on DESC LIMIT 1)",
        [this](Columns row) { campaign_ = row.id(0); }, context().today());
    reader.each(
        R"(SELECT id, done, not_done_reason, needs FROM daily_report WHERE recorded_by = ?1 AND report_on = ?2)",
        [this](Columns row) {
            report_ = row.id(0);
            if (isTyped_) return;
            done_ = row.text(1);
            notDone_ = row.text(2);
            help_ = row.text(3);
        },
        context().person(), context().today());
    if (!isFiled() && !isTyped_) prefill(reader);
    emit changed();
}

void ReportForm::prefill(Reader& reader) {
    QStringList done;
    QStringList open;
    reader.each(
        task_rows::mine() + R"(SELECT t.title, t.status, coalesce(t.delay_reason, '') FROM task t
            WHERE (t.place IN mine OR t.owner = ?2)
              AND (t.status = 'done' AND t.finished_at >= ?4 OR t.status IN ('not_started', 'in_progress') AND t.due_date <= ?3)
            ORDER BY t.due_date, t.sequence, t.id LIMIT 50)",
        [&](Columns row) {
            if (row.text(1) == u"done") {
                done.append(row.text(0));
            } else {
                open.append(row.text(2).isEmpty()
                                ? tr("%1:", "a task's title, its reason follows").arg(row.text(0))
                                : tr("%1: %2", "a task's title and its reason").arg(row.text(0), row.text(2)));
            }
        },
        context().home(), context().person(), context().today(), context().today().days * dayMs - zoneMs);
    done_ = done.join(u'\n');
    notDone_ = open.join(u'\n');
    help_.clear();
}

}  // namespace zhixing::client

#include "client/viewmodels/day/task_detail.h"

#include <algorithm>

#include <QVariantMap>

#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"

namespace zhixing::client {

TaskDetail::TaskDetail(Context& context)
    : OpenedRecord(context, "task", {"task", "campaign", "person", "node", "comment"}),
      comments_({"key", "who", "when", "words", "pending"}, this) {}

QString TaskDetail::statusWord() const { return words::taskStatus(status_); }

QVariantList TaskDetail::checklist() const {
    QVariantList items;
    for (const Entry& entry : checklist_) {
        items.append(QVariantMap{{"item", QString::fromStdString(entry.key)}, {"done", !entry.value.empty()}});
    }
    return items;
}

QVariantList TaskDetail::steps() const {
    const auto step = [](const char* to, bool isMain) {
        return QVariantMap{{"step", to}, {"word", words::taskStep(QLatin1String(to))}, {"main", isMain}};
    };
    if (status_ == u"not_started") return {step("done", false), step("in_progress", true)};
    if (status_ == u"in_progress") return {step("not_started", false), step("done", true)};
    if (status_ == u"done")
        return {QVariantMap{{"step", "in_progress"}, {"word", tr("Not finished after all")}, {"main", false}}};
    return {step("not_started", false)};
}

void TaskDetail::open(const QString& key) {
    savedReason_.clear();
    OpenedRecord::open(key);
}

void TaskDetail::setDelayReason(const QString& text) {
    if (text == delayReason_) return;
    delayReason_ = text;
    typed();
}

void TaskDetail::setComment(const QString& text) {
    if (text == comment_) return;
    comment_ = text;
    typed();
}

void TaskDetail::step(const QString& to) {
    const Value now(context().gateway().now().ms);
    Context::Values values{{"status", Value(to.toStdString())}};
    if (to == u"in_progress" && status_ == u"not_started") values.emplace_back("started_at", now);
    if (to == u"done") values.emplace_back("finished_at", now);
    change(values, to == u"done" ? tr("Finished, saved on this device") : QString());
}

void TaskDetail::setProgress(int percent) {
    const int next = std::clamp(percent, 0, 100);
    if (next == progress_ || !isOpen()) return;
    Context::Values values{{"progress", Value(std::int64_t{next})}};
    if (status_ == u"not_started" && next > 0) {
        values.emplace_back("status", Value(std::string("in_progress")));
        values.emplace_back("started_at", Value(context().gateway().now().ms));
    }
    change(values, {});
}

void TaskDetail::count(int more) {
    // A counter's value in an edit is what it becomes; what is sent is the difference, so that others' counts add up.
    const std::int64_t next = std::max(0, counted_ + more);
    if (next == counted_) return;
    change({{"counted", Value(next)}}, {});
}

void TaskDetail::toggle(const QString& item) {
    Entries next = checklist_;
    const auto entry =
        std::find_if(next.begin(), next.end(), [&](const Entry& each) { return each.key == item.toStdString(); });
    if (entry == next.end()) return;
    entry->value = entry->value.empty() ? "done" : "";
    change({{"checklist", Value(next)}}, {});
}

void TaskDetail::saveDelayReason() {
    const QString trimmed = delayReason_.trimmed();
    const Value value = trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
    change({{"delay_reason", value}}, tr("Saved on this device"), [this, trimmed] {
        savedReason_ = trimmed;
        saved();
    });
}

void TaskDetail::sendComment() {
    const QString text = comment_.trimmed();
    if (text.isEmpty()) return;
    sync::Edit edit = Context::add("comment", {{"subject_type", Value(std::string("task"))},
                                               {"subject", Value(id().text())},
                                               {"text", Value(text.toStdString())}});
    // A comment lives where its task does, so that the same people see both.
    if (!place_.isNil()) edit.place = place_;
    context().record(std::move(edit), tr("Comment saved on this device"), [this] {
        comment_.clear();
        saved();
    });
}

void TaskDetail::saved() {
    if (!comment_.isEmpty() || canSaveReason()) return typed();
    finish();
}

QJsonObject TaskDetail::content() const {
    if (comment_.isEmpty() && !canSaveReason()) return {};
    QJsonObject content{{"comment", comment_}};
    if (canSaveReason()) content.insert(QStringLiteral("delay_reason"), delayReason_);
    return content;
}

void TaskDetail::restore(const QJsonObject& content) {
    comment_ = content["comment"].toString();
    if (content.contains(u"delay_reason")) delayReason_ = content["delay_reason"].toString();
}

void TaskDetail::blank() {
    comment_.clear();
    delayReason_ = savedReason_;
}

QString TaskDetail::nameOf(const QJsonObject& content) const {
    if (content["comment"].toString().isEmpty()) return tr("Reason for the delay");
    return content.contains(u"delay_reason") ? tr("Comment and reason for the delay") : tr("Comment");
}

QString TaskDetail::textOf(const QJsonObject& content) const {
    return content["comment"].toString() + u' ' + content["delay_reason"].toString();
}

void TaskDetail::readForm(Reader& reader) {
    reader.each(
        R"(SELECT t.title, t.status, t.due_date, coalesce(t.due_time, ''), p.name, t.department, t.assignee, t.phase, t.module,
                  t.content_standard, t.start_date, t.remark, c.name, t.is_pending, t.delay_reason, t.checklist, n.name, t.deliverable,
                  t.progress, t.counted, t.recurrence_quantity, t.recurrence_period, t.place, coalesce(c.state, '')
           FROM task t LEFT JOIN person p ON p.id = t.owner LEFT JOIN campaign c ON c.id = t.campaign
                       LEFT JOIN node n ON n.id = t.place WHERE t.id = ?1)",
        [this](Columns row) { take(row); }, id());
    readComments(reader);
}

void TaskDetail::readComments(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT c.id, p.name, c.recorded_at, c.text, c.is_pending, c.recorded_by FROM comment c
           LEFT JOIN person p ON p.id = c.recorded_by
           WHERE c.subject = ?1 AND c.subject_type = 'task' ORDER BY c.recorded_at, c.id LIMIT 200)",
        [&](Columns row) {
            const bool isMine = row.id(5) == context().person();
            rows.push_back({row.key(0), isMine ? tr("You") : row.text(1),
                            row.isSet(2) ? words::moment(row.instant(2), today) : QString(), row.text(3), row.flag(4)});
        },
        QString::fromStdString(id().text()));
    comments_.take(std::move(rows));
}

void TaskDetail::take(const Columns& row) {
    const Date today = context().today();
    title_ = row.text(0);
    status_ = row.text(1);
    const std::optional<Date> due = row.date(2);
    const bool isLate = isOpen() && due && *due < today && !task_rows::isOver(row.text(23));
    lateWord_ = isLate ? words::due(*due, {}, today, true) : QString();
    standard_ = row.text(9);
    remark_ = row.text(11);
    setPending(row.flag(13));
    const bool isReasonTyped = isTyped() && canSaveReason();
    savedReason_ = row.text(14).trimmed();
    if (!isReasonTyped) delayReason_ = row.text(14);
    progress_ = status_ == u"done" ? 100 : static_cast<int>(row.number(18));
    counted_ = static_cast<int>(row.number(19));
    const QString period = row.text(21);
    const auto quantity = static_cast<int>(row.number(20));
    target_ = quantity <= 0        ? QString()
              : period == u"day"   ? tr("target %n a day", "", quantity)
              : period == u"week"  ? tr("target %n a week", "", quantity)
              : period == u"month" ? tr("target %n a month", "", quantity)
                                   : tr("target %n", "", quantity);
    place_ = row.id(22);
    takeChecklist(row);
    takeFacts(row);
}

void TaskDetail::takeChecklist(const Columns& row) {
    checklist_.clear();
    if (!row.isSet(15)) return;
    const RecordType& type = catalog().at("task");
    const auto value = parseJsonValue(type.fields[*type.find("checklist")], row.text(15).toStdString());
    if (value && isSet(*value)) checklist_ = std::get<Entries>(*value);
}

void TaskDetail::takeFacts(const Columns& row) {
    const Date today = context().today();
    const std::optional<Date> due = row.date(2);
    const std::optional<Date> start = row.date(10);
    facts_.clear();
    const auto fact = [this](const QString& label, const QString& words) {
        if (!words.isEmpty()) facts_.append(QVariantMap{{"label", label}, {"words", words}});
    };
    const QString person = row.isSet(4) ? row.text(4) : row.text(6);
    const QString department = row.text(5);
    fact(tr("Campaign"), row.text(12));
    fact(tr("Phase"), row.text(7).isEmpty() ? row.text(8) : row.text(7));
    fact(tr("Site"), row.text(16));
    const bool isOneName = department.isEmpty() || person.isEmpty() || department == person;
    fact(tr("In charge"), !isOneName         ? department + QStringLiteral(" · ") + person
                          : person.isEmpty() ? department
                                             : person);
    if (start) fact(tr("Start"), words::day(*start, today));
    if (due) fact(tr("End"), (words::nearDay(*due, today) + QStringLiteral(" ") + row.text(3)).trimmed());
    fact(tr("Deliverable"), row.text(17));
}

}  // namespace zhixing::client

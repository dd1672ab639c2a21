#include "client/viewmodels/task_detail.h"

#include <algorithm>

#include <QVariantMap>

#include "client/viewmodels/words.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"

namespace zhixing::client {

TaskDetail::TaskDetail(Context& context)
    : Live(context, {"task", "campaign", "person", "node"}), photos_(context, "evidence", PhotoList::Adding::atOnce) {}

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
    task_ = idOf(key);
    photos_.open("task", task_);
    readNow();
}

void TaskDetail::step(const QString& to) {
    const Value now(context().gateway().now().ms);
    Context::Values values{{"status", Value(to.toStdString())}};
    if (to == u"in_progress" && status_ == u"not_started") values.emplace_back("started_at", now);
    if (to == u"done") values.emplace_back("finished_at", now);
    context().record(Context::change("task", task_, values),
                     to == u"done" ? tr("Finished, saved on this device") : QString());
}

void TaskDetail::toggle(const QString& item) {
    Entries next = checklist_;
    const auto entry =
        std::find_if(next.begin(), next.end(), [&](const Entry& each) { return each.key == item.toStdString(); });
    if (entry == next.end()) return;
    entry->value = entry->value.empty() ? "done" : "";
    context().record(Context::change("task", task_, {{"checklist", Value(next)}}), {});
}

void TaskDetail::saveDelayReason(const QString& text) {
    const QString trimmed = text.trimmed();
    const Value value = trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
    context().record(Context::change("task", task_, {{"delay_reason", value}}), tr("Saved on this device"));
}

void TaskDetail::read(Reader& reader) {
    reader.each(
        R"(SELECT t.title, t.status, t.due_date, coalesce(t.due_time, ''), p.name, t.department, t.assignee, t.phase, t.module,
                  t.content_standard, t.start_date, t.remark, c.name, t.is_pending, t.delay_reason, t.checklist, n.name, t.deliverable
           FROM task t LEFT JOIN person p ON p.id = t.owner LEFT JOIN campaign c ON c.id = t.campaign
                       LEFT JOIN node n ON n.id = t.place WHERE t.id = ?1)",
        [this](Columns row) { take(row); }, task_);
    emit changed();
}

void TaskDetail::take(const Columns& row) {
    const Date today = context().today();
    title_ = row.text(0);
    status_ = row.text(1);
    const std::optional<Date> due = row.date(2);
    const std::optional<Date> start = row.date(10);
    const bool isOpen = status_ != u"done" && status_ != u"cancelled";
    lateWord_ = isOpen && due && *due < today ? words::due(*due, {}, today, true) : QString();
    standard_ = row.text(9);
    remark_ = row.text(11);
    isPending_ = row.flag(13);
    delayReason_ = row.text(14);

    checklist_.clear();
    const RecordType& type = catalog().at("task");
    const Field& field = type.fields[*type.find("checklist")];
    if (row.isSet(15)) {
        if (auto value = parseJsonValue(field, row.text(15).toStdString()); value && isSet(*value)) {
            checklist_ = std::get<Entries>(*value);
        }
    }

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

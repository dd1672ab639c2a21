#include "tests/bench/mapping.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "shared/catalog/catalog.h"

namespace zhixing::bench {
namespace {

using std::string_view;

/// Theirs and ours. What is left out is made of several: `tags`, `lat` with `lon`, `status`.
constexpr std::array<std::pair<string_view, string_view>, 17> fieldNames{{
    {"campaign_id", "campaign"},
    {"site_id", "site"},
    {"seq", "sequence"},
    {"title", "title"},
    {"status", "status"},
    {"priority", "priority"},
    {"assignee", "assignee"},
    {"start_date", "started_at"},
    {"due_date", "finished_at"},
    {"budget_cents", "budget"},
    {"spent_cents", "spent"},
    {"currency", "currency"},
    {"note", "content_standard"},
    {"tags", "tags"},
    {"done", "milestone"},
    {"updated_by", "department"},
    {"updated_at", "publish_at"},
}};

/// A task here begins, is worked on and ends; it is not blocked but still in progress.
constexpr std::array<std::pair<string_view, string_view>, 5> states{{
    {"open", "not_started"},
    {"assigned", "not_started"},
    {"in_progress", "in_progress"},
    {"blocked", "in_progress"},
    {"done", "done"},
}};

constexpr std::int64_t priorities = 5;

template <typename Table>
string_view ours(const Table& table, string_view theirs) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == theirs; });
    assert(found != table.end());
    return found->second;
}

const RecordType& task() {
    static const RecordType& type = catalog().at("task");
    return type;
}

FieldValue given(string_view theirs, Value value) {
    return {static_cast<std::uint16_t>(*task().find(ours(fieldNames, theirs))), std::move(value)};
}

TagSet tagSet(std::vector<std::string> tags) {
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

std::string nextState(string_view now) {
    return now == "in_progress" ? "done" : "in_progress";  // not_started and done may both go there
}

}  // namespace

Id idOf(const std::string& uuid) {
    const auto id = Id::parse(uuid);
    assert(id);
    return id.value_or(Id{});
}

std::vector<FieldValue> taskValues(const SourceRecord& record) {
    const Place place{static_cast<std::int32_t>(record.latitudeMicro), static_cast<std::int32_t>(record.longitudeMicro),
                      0};
    return {
        given("campaign_id", idOf(record.campaignId)),
        given("site_id", idOf(record.siteId)),
        given("seq", record.sequence),
        given("title", record.title),
        given("status", std::string(ours(states, record.status))),
        given("priority", record.priority),
        given("assignee", record.assignee),
        given("start_date", record.startDate),
        given("due_date", record.dueDate),
        given("budget_cents", record.budgetCents),
        given("spent_cents", record.spentCents),
        given("currency", record.currency),
        given("note", record.note),
        given("tags", tagSet(record.tags)),
        {static_cast<std::uint16_t>(*task().find("location")), place},
        given("done", record.isDone),
        given("updated_by", record.updatedBy),
        given("updated_at", record.updatedAt),
    };
}

FieldValue editedValue(const SourceEdit& edit, const Record& now) {
    if (edit.field == "status") return given(edit.field, nextState(now.string("status")));
    // Devices that merge mostly choose different ones.
    const std::int64_t step = 1 + std::max(edit.client, 0) % (priorities - 1);
    if (edit.field == "priority") return given(edit.field, (now.number("priority") + step) % priorities);
    if (const auto* number = std::get_if<std::int64_t>(&edit.value)) return given(edit.field, *number);
    const std::string& text = std::get<std::string>(edit.value);
    if (edit.field == "tags") return given(edit.field, TagSet{text});
    return given(edit.field, text);
}

Record expectedTask(const SourceRecord& record) {
    Record expected = blankRecord(task(), idOf(record.id), idOf(record.siteId));
    for (FieldValue& value : taskValues(record)) expected.fields[value.field] = std::move(value.value);
    return expected;
}

bool isAsExpected(const Record& found, const Record& expected) {
    if (found.id != expected.id || found.place != expected.place || found.audience != expected.audience) return false;
    for (std::size_t i = 0; i < task().fields.size(); ++i) {
        const string_view name = task().fields[i].name;
        const bool isStamped = name == task().author || name == task().recordedAt;
        if (isStamped ? !isSet(found.fields[i]) : found.fields[i] != expected.fields[i]) return false;
    }
    return true;
}

std::string groundLines() {
    std::string lines;
    std::size_t number = 0;
    for (const std::string& id : campaignIds()) {
        lines += R"({"type":"campaign","id":")" + id + R"(","name":"活动)" + std::to_string(++number) + "\"}\n";
    }
    number = 0;
    for (const std::string& id : siteIds()) {
        lines += R"({"type":"node","id":")" + id + R"(","name":"门店)" + std::to_string(++number) +
                 "\",\"kind\":\"site\"}\n";
    }
    return lines;
}

}  // namespace zhixing::bench

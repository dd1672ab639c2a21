#include "tests/bench/workload.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace zhixing::bench {
namespace {

using std::string_view;

constexpr std::array<string_view, 20> words{"巡检", "配电房", "更换", "滤芯", "一号楼", "二号楼", "消防",
                                            "通道", "清洁",   "验收", "招牌", "安装",   "拍照",   "回访",
                                            "客户", "补货",   "陈列", "温度", "记录",   "紧急"};
constexpr std::array<string_view, 5> states{"open", "assigned", "in_progress", "blocked", "done"};
constexpr std::array<string_view, 6> tagWords{"urgent", "indoor", "vip", "night", "photo", "audit"};
constexpr std::array<string_view, 12> editedFields{"title",        "assignee",    "note",       "tags",
                                                   "updated_by",   "priority",    "start_date", "due_date",
                                                   "budget_cents", "spent_cents", "updated_at", "status"};
constexpr std::array<string_view, 6> numericFields{"priority",     "start_date",  "due_date",
                                                   "budget_cents", "spent_cents", "updated_at"};

constexpr std::uint32_t campaignSeed = 11;
constexpr std::uint32_t siteSeed = 12;
constexpr std::uint32_t recordSeed = 20'260'101;
constexpr std::uint32_t fanOutSeed = 777;
constexpr std::uint32_t mergeSeed = 9'000;
constexpr std::int64_t newYearMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

/// mulberry32, as JavaScript computes it: 32-bit wrap-around, then a double in [0, 1).
class Random {
public:
    explicit Random(std::uint32_t seed) : state_(seed) {}

    double next() {
        state_ += 0x6D2B79F5U;
        std::uint32_t mixed = (state_ ^ (state_ >> 15U)) * (1U | state_);
        mixed = (mixed + (mixed ^ (mixed >> 7U)) * (61U | mixed)) ^ mixed;
        return static_cast<double>(mixed ^ (mixed >> 14U)) / 4'294'967'296.0;
    }
    std::int64_t below(double bound) { return static_cast<std::int64_t>(next() * bound); }
    std::size_t index(std::size_t size) { return static_cast<std::size_t>(below(static_cast<double>(size))); }
    template <typename List>
    auto pick(const List& list) {
        return list[index(list.size())];
    }
    std::string phrase(std::int64_t count) {
        std::string text;
        for (std::int64_t i = 0; i < count; ++i) text += pick(words);
        return text;
    }
    std::string uuid() {
        std::string text = hex(8);
        text += '-' + hex(4);
        text += "-4" + hex(3);
        text += "-a" + hex(3);
        return text + '-' + hex(12);
    }

private:
    std::string hex(int count) {
        std::string digits;
        for (int i = 0; i < count; ++i) digits += "0123456789abcdef"[below(16)];
        return digits;
    }

    std::uint32_t state_;
};

std::vector<std::string> uuids(std::uint32_t seed, std::size_t count) {
    Random random(seed);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back(random.uuid());
    return ids;
}

/// Degrees between `from` and `from` + 18, to six places.
std::int64_t micro(Random& random, double from) {
    return static_cast<std::int64_t>(std::floor((from + random.next() * 18) * 1e6 + 0.5));
}

/// The order of the draws is the workload: it may not change.
SourceRecord drawRecord(Random& random, std::size_t position, const std::vector<std::string>& campaigns,
                        const std::vector<std::string>& sites) {
    SourceRecord record;
    const std::int64_t created = newYearMs + static_cast<std::int64_t>(random.next() * 180 * 86'400) * 1'000;
    record.id = random.uuid();
    record.campaignId = campaigns[position % campaigns.size()];
    record.siteId = random.pick(sites);
    record.sequence = static_cast<std::int64_t>(position);
    record.title = random.phrase(4);
    record.status = random.pick(states);
    record.priority = random.below(5);
    record.assignee = "user" + std::to_string(random.below(300));
    record.startDate = created;
    record.dueDate = created + random.below(30) * 86'400'000;
    record.budgetCents = random.below(5e6);
    record.spentCents = random.below(2e6);
    record.currency = "CNY";
    const std::int64_t noteWords = 3 + random.below(6);
    record.note = random.phrase(noteWords);
    record.tags.emplace_back(random.pick(tagWords));
    record.tags.emplace_back(random.pick(tagWords));
    record.latitudeMicro = micro(random, 22);
    record.longitudeMicro = micro(random, 103);
    record.isDone = random.next() < 0.3;
    record.updatedBy = "user" + std::to_string(random.below(300));
    record.updatedAt = created + 3'600'000;
    return record;
}

bool isNumeric(string_view field) {
    return std::find(numericFields.begin(), numericFields.end(), field) != numericFields.end();
}

std::variant<std::int64_t, std::string> drawValue(Random& random, string_view field, std::int64_t unique) {
    if (isNumeric(field)) return 1'000'000 + unique;
    const bool isPhrase = field == "title" || field == "note";
    return (isPhrase ? random.phrase(3) : std::string(field)) + '#' + std::to_string(unique);
}

// ---- JSON, as JavaScript writes it. No text of the workload needs escaping.

void append(std::string& line, string_view key, string_view text) {
    line.append(line.empty() ? "{\"" : ",\"").append(key).append("\":\"").append(text) += '"';
}

void append(std::string& line, string_view key, std::int64_t number) {
    line.append(line.empty() ? "{\"" : ",\"").append(key).append("\":").append(std::to_string(number));
}

/// JavaScript writes the shortest text that reads back as the same double: six places without trailing zeros.
void appendDegrees(std::string& line, string_view key, std::int64_t degreesMicro) {
    append(line, key, degreesMicro / 1'000'000);
    std::string places = std::to_string(1'000'000 + degreesMicro % 1'000'000).substr(1);
    places.erase(places.find_last_not_of('0') + 1);
    if (!places.empty()) line.append(".").append(places);
}

}  // namespace

std::vector<std::string> campaignIds() { return uuids(campaignSeed, campaignCount); }
std::vector<std::string> siteIds() { return uuids(siteSeed, siteCount); }

std::vector<SourceRecord> sourceRecords(std::size_t count) {
    const auto campaigns = campaignIds();
    const auto sites = siteIds();
    Random random(recordSeed);
    std::vector<SourceRecord> records;
    records.reserve(count);
    for (std::size_t i = 0; i < count; ++i) records.push_back(drawRecord(random, i, campaigns, sites));
    return records;
}

std::vector<SourceEdit> fanOutEdits(const std::vector<SourceRecord>& records, std::size_t count) {
    Random random(fanOutSeed);
    std::vector<SourceEdit> edits;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = random.index(records.size());
        const std::string field(random.pick(editedFields));
        edits.push_back({-1, i, record, records[record].id, field,
                         drawValue(random, field, 5'000'000 + static_cast<std::int64_t>(i))});
    }
    return edits;
}

std::vector<SourceEdit> mergeEdits(const std::vector<SourceRecord>& records, int clients, std::size_t each) {
    std::vector<SourceEdit> edits;
    for (int client = 0; client < clients; ++client) {
        Random random(mergeSeed + static_cast<std::uint32_t>(client));
        std::set<std::pair<std::size_t, string_view>> cells;
        while (cells.size() < each) {
            const std::size_t record = random.index(records.size());
            const string_view field = random.pick(editedFields);
            const std::size_t number = cells.size();
            if (!cells.emplace(record, field).second) continue;
            edits.push_back({client, number, record, records[record].id, std::string(field),
                             drawValue(random, field, client * 1'000 + static_cast<std::int64_t>(number))});
        }
    }
    return edits;
}

std::string jsonLine(const SourceRecord& record) {
    std::string line;
    append(line, "id", record.id);
    append(line, "campaign_id", record.campaignId);
    append(line, "site_id", record.siteId);
    append(line, "seq", record.sequence);
    append(line, "title", record.title);
    append(line, "status", record.status);
    append(line, "priority", record.priority);
    append(line, "assignee", record.assignee);
    append(line, "start_date", record.startDate);
    append(line, "due_date", record.dueDate);
    append(line, "budget_cents", record.budgetCents);
    append(line, "spent_cents", record.spentCents);
    append(line, "currency", record.currency);
    append(line, "note", record.note);
    append(line, "tags", record.tags[0] + ',' + record.tags[1]);
    appendDegrees(line, "lat", record.latitudeMicro);
    appendDegrees(line, "lon", record.longitudeMicro);
    line.append(record.isDone ? ",\"done\":true" : ",\"done\":false");
    append(line, "updated_by", record.updatedBy);
    append(line, "updated_at", record.updatedAt);
    return line + "}\n";
}

std::string jsonLine(const SourceEdit& edit) {
    std::string line;
    if (edit.client >= 0) append(line, "client", std::int64_t{edit.client});
    append(line, "n", static_cast<std::int64_t>(edit.number));
    append(line, "id", edit.id);
    append(line, "c", static_cast<std::int64_t>(edit.record % campaignCount));
    append(line, "field", edit.field);
    std::visit([&](const auto& value) { append(line, "value", value); }, edit.value);
    return line + "}\n";
}

}  // namespace zhixing::bench

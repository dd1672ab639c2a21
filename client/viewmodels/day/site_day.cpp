#include "client/viewmodels/day/site_day.h"

#include <algorithm>

#include <array>
#include <optional>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"

namespace zhixing::client::site_day {

namespace {

constexpr std::int64_t hourMs = 60LL * 60 * 1000;
constexpr std::int64_t zoneMs = 8 * hourMs;

bool isProgress(const sync::Operation& operation) {
    static constexpr std::array<std::string_view, 4> telling = {"status", "progress", "checklist", "counted"};
    for (const sync::FieldChange& change : operation.changes) {
        const std::string_view name = operation.type->fields[change.field].name;
        for (const std::string_view each : telling) {
            if (name == each) return true;
        }
    }
    return false;
}

}  // namespace

Campaign campaignOn(Reader& reader, Date day) {
    Campaign campaign;
    reader.each(
        R"(SELECT id, name, phase_model, starts_on, ends_on FROM campaign
           WHERE state IN ('approved', 'running') AND coalesce(starts_on, '') <= ?1
             AND coalesce(ends_on, '9999') >= ?1 ORDER BY starts_on DESC, id LIMIT 1)",
        [&](Columns row) {
            campaign.id = row.id(0);
            campaign.name = row.text(1);
            campaign.isEvent = row.text(2) == u"event";
            const std::optional<Date> start = row.date(3);
            const std::optional<Date> end = row.date(4);
            if (start) campaign.day = static_cast<int>(day.days - start->days) + 1;
            if (start && end) campaign.days = static_cast<int>(end->days - start->days) + 1;
        },
        day);
    return campaign;
}

Instant startOf(Date day) { return hourOf(day, 0); }

Instant hourOf(Date day, int hour) { return Instant{(day.days * 24 + hour) * hourMs - zoneMs}; }

bool leads(Reader& reader, const Id& person) {
    bool found = false;
    reader.each(
        R"(SELECT 1 FROM "grant" WHERE person = ?1 AND coalesce(revoked, 0) = 0
             AND role IN ('site_manager', 'regional_manager', 'headquarters') LIMIT 1)",
        [&](Columns) { found = true; }, person);
    return found;
}

bool holdsEvening(Reader& reader, const Id& person, const Id& campaign, Date day) {
    bool isNamed = leads(reader, person);
    reader.each(
        "SELECT owner, commander, team FROM campaign WHERE id = ?1",
        [&](Columns row) {
            const IdSet team = row.ids(2);
            isNamed = isNamed || row.id(0) == person || row.id(1) == person ||
                      std::binary_search(team.begin(), team.end(), person);
        },
        campaign);
    reader.each(
        "SELECT 1 FROM attendance WHERE person = ?1 AND campaign = ?2 AND starts_at >= ?3 AND starts_at < ?4 LIMIT 1",
        [&](Columns) { isNamed = true; }, person, campaign, startOf(day).ms, startOf(day.plusDays(1)).ms);
    return isNamed;
}

std::set<Id> workedOn(Reader& reader, Instant since) {
    std::set<Id> tasks;
    bool isRecent = true;
    // Newest first, so that a device with a long memory reads no further than the day.
    reader.each(R"(SELECT line FROM (SELECT counter, line FROM zx_outbox UNION ALL SELECT counter, line FROM zx_sent)
                   ORDER BY counter DESC LIMIT 500)",
                [&](Columns row) {
                    if (!isRecent) return;
                    const auto operation = sync::decodeOperation(catalog(), row.text(0).toStdString());
                    if (!operation) return;
                    isRecent = operation->at >= since;
                    const bool isWork = operation->type->name == "task" && operation->verb == sync::Verb::edit;
                    if (isRecent && isWork && isProgress(*operation)) tasks.insert(operation->record);
                });
    return tasks;
}

}  // namespace zhixing::client::site_day

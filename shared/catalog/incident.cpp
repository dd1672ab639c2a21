#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"open", "in_progress", writers::everyone},
                {"open", "resolved", writers::everyone},
                {"in_progress", "resolved", writers::everyone},
                {"resolved", "in_progress", writers::everyone},
                {"resolved", "closed", writers::managers | writers::owner},
                {"closed", "in_progress", writers::managers | writers::owner},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// Something that went wrong on site, such as a crowd, broken equipment or a complaint, and what was done about it.
/// Whoever is there writes it; the commander named as owner coordinates.
RecordType incident() {
    return {
        .id = 42,
        .name = "incident",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "commander",
        .fields = together({
            writtenBy(
                writers::managers | writers::author,
                {
                    latest(field::reference(1, "campaign", "campaign")),
                    latest(field::reference(2, "task", "task")),
                    field::text(3, "title", 200),
                    choice(4, "kind", {"crowd", "equipment", "complaint", "safety", "weather", "supply", "other"}),
                    latest(field::option(5, "severity", {"low", "medium", "high"})),
                    latest(field::instant(6, "happened_at")),
                    latest(field::place(7, "location")),
                    field::longText(8, "description", 6'000),
                    latest(count(9, "people_affected")),
                }),
            writtenBy(
                writers::everyone,
                {
                    field::references(10, "photos", "photo"),
                    field::longText(11, "measures", 6'000),
                    latest(field::reference(12, "commander", "person")),
                    field::option(13, "state", {"open", "in_progress", "resolved", "closed"}).merging(Merge::workflow),
                    latest(field::instant(14, "resolved_at")),
                    field::tags(15, "tags"),
                }),
            writtenBy(writers::server,
                      {field::reference(16, "decided_by", "person"), field::instant(17, "decided_at")}),
            recorded(18),
        }),
        .workflow = life(),
        .indices = {{"campaign"}, {"state"}},
    };
}

}  // namespace zhixing::types

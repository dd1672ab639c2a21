#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A decision to change something under way, with the data it rests on: none is taken without a reading, an alert or a
/// review to cite. What follows from it is linked.
RecordType decision() {
    return {
        .id = 54,
        .name = "decision",
        .audience = Audience::managers,
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "decided_by",
        .fields = together({
            writtenBy(
                writers::managers | writers::author,
                {
                    latest(field::reference(1, "campaign", "campaign")),
                    choice(2, "kind", {"adjustment", "pause", "replacement", "extra_budget", "escalation", "other"}),
                    field::text(3, "title", 200).required(),
                    field::longText(4, "content", 6'000),
                    field::longText(5, "reason", 6'000),
                    field::references(6, "evidence", "kpi_reading"),
                    latest(field::reference(7, "alert", "alert")),
                    latest(field::reference(8, "review", "review")),
                    latest(field::reference(9, "risk", "risk")),
                    latest(field::reference(10, "decided_by", "person")),
                    latest(field::date(11, "decided_on")),
                    latest(field::date(12, "effective_on")),
                    field::references(13, "tasks", "task"),
                    latest(field::reference(14, "budget_change", "budget_change")),
                    field::longText(15, "outcome", 4'000),
                    field::tags(16, "tags"),
                }),
            recorded(17),
        }),
        .indices = {{"campaign"}},
    };
}

}  // namespace zhixing::types

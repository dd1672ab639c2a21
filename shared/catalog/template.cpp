#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"draft", "published", writers::headquarters},
                {"published", "draft", writers::headquarters},
                {"published", "retired", writers::headquarters},
                {"retired", "published", writers::headquarters},
            },
    };
}

}  // namespace

/// What a good campaign leaves behind for the next one: its plan with dates counted from the start (`outline`, NDJSON
/// of the records to make), where it fits, what it needs. Lessons from failed cases gather in `improvements` and go
/// into the next edition.
RecordType planTemplate() {
    return {
        .id = 60,
        .name = "template",
        .audience = Audience::managers,
        .creators = writers::planners,
        .deleters = writers::headquarters,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::planners | writers::author,
                      {
                          field::text(1, "name", 120).required(),
                          campaignKind(2, "kind"),
                          field::text(3, "series", 60),
                          field::integer(4, "edition").between(1, 10'000).initially(std::int64_t{1}),
                          latest(field::reference(5, "source", "campaign")),
                          field::longText(6, "scene", 4'000),
                          field::longText(7, "resource_needs", 4'000),
                          field::longText(8, "key_actions", 6'000),
                          field::longText(9, "outline", 40'000).merging(Merge::review),
                          field::longText(10, "improvements", 10'000).merging(Merge::append),
                          field::tags(11, "tags"),
                          field::option(12, "state", {"draft", "published", "retired"}).merging(Merge::workflow),
                      }),
            recorded(13),
        }),
        .workflow = life(),
        .indices = {{"kind"}, {"series"}},
    };
}

}  // namespace zhixing::types

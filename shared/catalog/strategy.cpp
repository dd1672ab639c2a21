#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    const Writers doers = writers::managers | writers::author | writers::owner;
    return {
        .field = "status",
        .transitions =
            {
                {"not_started", "in_progress", doers},
                {"not_started", "done", doers},
                {"in_progress", "done", doers},
                {"in_progress", "not_started", doers},
                {"done", "in_progress", doers},
                {"not_started", "cancelled", doers},
                {"in_progress", "cancelled", doers},
                {"cancelled", "not_started", doers},
            },
    };
}

}  // namespace

/// A row of the strategy execution table (营销策略执行表): one core action of a module, with what it must achieve, who answers
/// for it and when. Tasks carry it out; `objectives` ties it to targets, so that orphans can be found.
RecordType strategy() {
    return {
        .id = 14,
        .name = "strategy",
        .creators = writers::planners,
        .deleters = writers::planners,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::planners | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::integer(2, "number").between(0, 10'000)),
                          field::text(3, "module", 60),
                          field::text(4, "action", 200).required(),
                          field::longText(5, "content_standard", 6'000),
                          choice(6, "mix",
                                 {"product", "price", "place", "promotion", "customer", "cost", "convenience",
                                  "communication"}),
                          latest(field::text(7, "channel", 60)),
                          latest(field::text(8, "department", 60)),
                          latest(field::reference(9, "owner", "person")),
                          latest(field::date(10, "starts_on")),
                          latest(field::date(11, "ends_on")),
                          latest(field::integer(12, "priority").between(0, 4)),
                          field::references(13, "objectives", "objective"),
                          field::longText(14, "expected_effect", 2'000),
                          field::tags(15, "tags"),
                          field::longText(16, "remark", 2'000),
                      }),
            writtenBy(writers::everyone,
                      {field::option(17, "status", {"not_started", "in_progress", "done", "cancelled"})
                           .merging(Merge::workflow)}),
            recorded(18),
        }),
        .workflow = life(),
        .indices = {{"campaign", "number"}},
    };
}

}  // namespace zhixing::types

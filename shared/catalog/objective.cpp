#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A target, or a part of one: the total broken down by market, channel, product, user or time. The parts
/// of one dimension below a parent must add up to it. `metric`, `target`, `unit`, `owner` and `due_on` make it SMART
///, `resources` is the sixth criterion. People confirm it by adding themselves to `acknowledged_by`.
RecordType objective() {
    return {
        .id = 11,
        .name = "objective",
        .creators = writers::planners,
        .deleters = writers::planners,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(
                writers::planners | writers::author,
                {
                    latest(field::reference(1, "campaign", "campaign")),
                    latest(field::reference(2, "parent", "objective")),
                    latest(field::option(3, "dimension", {"total", "market", "channel", "product", "user", "stage"})),
                    field::text(4, "name", 120).required(),
                    field::text(5, "metric", 120),
                    field::decimal(6, "target"),
                    field::text(7, "unit", 20).unsearched(),
                    latest(field::reference(8, "owner", "person")),
                    latest(field::text(9, "department", 60)),
                    latest(field::date(10, "starts_on")),
                    latest(field::date(11, "due_on")),
                    latest(field::integer(12, "priority").between(0, 4)),
                    latest(field::boolean(13, "is_deferred")),
                    field::longText(14, "relevance", 2'000),
                    field::longText(15, "resources", 2'000),
                    field::tags(16, "tags"),
                    field::longText(17, "remark", 2'000),
                }),
            writtenBy(writers::everyone, {field::references(18, "acknowledged_by", "person")}),
            recorded(19),
        }),
        .indices = {{"campaign"}, {"parent"}},
    };
}

}  // namespace zhixing::types

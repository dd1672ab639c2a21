#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A figure that is watched, with its definition, calculation and owner, and one row of the evaluation table (营销效果评估表):
/// the actual value is made from its readings as `summing` says; analysis and measure are written here.
RecordType kpi() {
    return {
        .id = 12,
        .name = "kpi",
        .creators = writers::planners,
        .deleters = writers::planners,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::planners | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::reference(2, "objective", "objective")),
                          latest(field::reference(3, "strategy", "strategy")),
                          latest(field::integer(4, "number").between(0, 10'000)),
                          field::text(5, "dimension", 60),
                          field::text(6, "name", 120).required(),
                          field::longText(7, "definition", 2'000),
                          field::longText(8, "calculation", 2'000),
                          latest(field::option(9, "kind", {"result", "process"})),
                          latest(field::option(10, "direction", {"higher_is_better", "lower_is_better"})),
                          field::text(11, "unit", 20).unsearched(),
                          field::decimal(12, "baseline"),
                          field::decimal(13, "target"),
                          field::decimal(14, "industry_mean"),
                          latest(field::option(15, "summing", {"latest", "sum", "mean"})),
                          choice(16, "frequency", {"daily", "weekly", "monthly", "quarterly", "once"}),
                          field::text(17, "data_source", 120),
                          latest(field::text(18, "channel", 60)),
                          latest(field::text(19, "department", 60)),
                          latest(field::reference(20, "owner", "person")),
                          latest(field::date(21, "due_on")),
                          field::tags(22, "tags"),
                      }),
            writtenBy(writers::managers | writers::author | writers::owner,
                      {
                          field::longText(23, "analysis", 4'000),
                          shortfallCause(24, "shortfall_cause"),
                          field::longText(25, "measure", 4'000),
                          field::longText(26, "remark", 2'000),
                      }),
            recorded(27),
        }),
        .indices = {{"campaign", "number"}, {"objective"}},
    };
}

}  // namespace zhixing::types

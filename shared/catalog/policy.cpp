#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A threshold, deadline or split that the rules of the method go by: at headquarters for all, at a region for its
/// sites, or for one campaign; the nearest holds. Numbers are in `value` with their unit, times of day in `words`,
/// splits in `shares` (class to percent). `origin` says where the number comes from. Earlier values are in the record's
/// history.
RecordType policy() {
    return {
        .id = 50,
        .name = "policy",
        .creators = writers::planners,
        .deleters = writers::planners,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::planners,
                      {
                          field::text(1, "name", 60).unsearched().required().fixed(),
                          field::text(2, "title", 120),
                          latest(field::reference(3, "campaign", "campaign")),
                          field::decimal(4, "value"),
                          field::text(5, "unit", 20).unsearched(),
                          field::text(6, "words", 120).unsearched(),
                          field::answers(7, "shares").unsearched().between(0, 20),
                          latest(field::boolean(8, "active").initially(true)),
                          field::text(9, "origin", 120),
                          field::longText(10, "explanation", 2'000),
                      }),
            recorded(11),
        }),
        .comesFirst = true,
        .indices = {{"name"}},
    };
}

}  // namespace zhixing::types

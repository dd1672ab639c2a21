#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A typical customer, or a segment by recency, frequency and money with the plan for it. No real person.
RecordType persona() {
    return {
        .id = 21,
        .name = "persona",
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          field::text(2, "name", 120).required(),
                          choice(3, "segment", {"high_value", "potential", "sleeping", "new"}),
                          field::text(4, "age_range", 40),
                          field::text(5, "sex", 20),
                          field::text(6, "region", 120),
                          field::text(7, "occupation", 120),
                          field::longText(8, "habits", 4'000),
                          field::longText(9, "pain_points", 4'000),
                          field::longText(10, "psychographics", 4'000),
                          field::longText(11, "information_channels", 2'000),
                          field::longText(12, "journey", 6'000),
                          field::longText(13, "plan", 4'000),
                          field::tags(14, "tags"),
                      }),
            recorded(15),
        }),
        .indices = {{"campaign"}},
    };
}

}  // namespace zhixing::types

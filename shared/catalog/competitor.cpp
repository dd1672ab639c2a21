#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A row of the competitor matrix (竞品分析矩阵).
RecordType competitor() {
    return {
        .id = 22,
        .name = "competitor",
        .audience = Audience::managers,
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          field::text(2, "name", 120).required(),
                          field::longText(3, "positioning", 4'000),
                          field::longText(4, "marketing_strategy", 4'000),
                          field::longText(5, "channels", 4'000),
                          field::longText(6, "content_style", 4'000),
                          field::longText(7, "strengths", 4'000),
                          field::longText(8, "weaknesses", 4'000),
                          field::longText(9, "pricing", 4'000),
                          latest(field::date(10, "observed_on")),
                          latest(field::text(11, "source", 200)),
                          field::tags(12, "tags"),
                      }),
            recorded(13),
        }),
        .indices = {{"campaign"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// What is known about market and competition before planning: a report, an interview, a PEST or
/// five-forces outline as notes under headings. It feeds 《市场与竞品分析报告》.
RecordType research() {
    return {
        .id = 20,
        .name = "research",
        .audience = Audience::managers,
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          field::text(2, "title", 200).required(),
                          choice(3, "kind",
                                 {"market", "competition", "questionnaire", "interview", "pest", "five_forces",
                                  "channel_history", "media_mentions", "resources", "other"}),
                          latest(field::date(4, "collected_on")),
                          latest(field::text(5, "source", 200)),
                          field::longText(6, "body", 20'000),
                          field::answers(7, "outline"),  // heading -> notes
                          field::longText(8, "findings", 6'000),
                          field::references(9, "photos", "photo"),
                          field::tags(10, "tags"),
                      }),
            recorded(11),
        }),
        .indices = {{"campaign"}},
    };
}

}  // namespace zhixing::types

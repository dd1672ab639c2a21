#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A story for the case library: what was tried, what came of it, what to do better. A failure says what to improve,
/// and in which template.
RecordType caseStudy() {
    return {
        .id = 61,
        .name = "case",
        .audience = Audience::managers,
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          field::text(1, "title", 200).required(),
                          choice(2, "outcome", {"success", "failure", "mixed"}),
                          campaignKind(3, "kind"),
                          latest(field::reference(4, "campaign", "campaign")),
                          latest(field::reference(5, "template", "template")),
                          field::longText(6, "background", 6'000),
                          field::longText(7, "actions", 8'000),
                          field::longText(8, "result", 6'000),
                          shortfallCause(9, "shortfall_cause"),
                          field::longText(10, "lessons", 8'000),
                          field::checklist(11, "improvements"),
                          field::references(12, "photos", "photo"),
                          field::tags(13, "tags"),
                      }),
            recorded(14),
        }),
        .indices = {{"campaign"}, {"outcome"}},
    };
}

}  // namespace zhixing::types

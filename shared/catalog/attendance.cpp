#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// One shift of one person on site: the roster (zone, from, to) and the arrival. A part-timer without an account is
/// named by `partner`; somebody else on site records the arrival.
RecordType attendance() {
    return {
        .id = 43,
        .name = "attendance",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "person",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::reference(2, "person", "person")),
                          latest(field::reference(3, "partner", "partner")),
                          latest(field::text(4, "zone", 60).unsearched()),
                          latest(field::text(5, "duty", 120)),
                          latest(field::instant(6, "starts_at")),
                          latest(field::instant(7, "ends_at")),
                      }),
            writtenBy(writers::everyone,
                      {
                          latest(field::instant(8, "arrived_at")),
                          latest(field::instant(9, "left_at")),
                          latest(field::place(10, "location").personal()),
                          field::longText(11, "absence_reason", 1'000),
                          field::references(12, "photos", "photo"),
                      }),
            recorded(13),
        }),
        .indices = {{"campaign", "starts_at"}, {"person"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// Someone outside whom a campaign relies on: supplier, media, KOL, venue, a part-timer paid by the day. Whether a key
/// partner is locked in time is judged from `lock_by` and `locked_on`.
RecordType partner() {
    return {
        .id = 4,
        .name = "partner",
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::managers | writers::owner | writers::author,
                      {
                          field::text(1, "name", 120).required(),
                          choice(2, "kind",
                                 {"supplier", "media", "kol", "channel", "venue", "agency", "part_timer", "other"}),
                          latest(field::reference(3, "campaign", "campaign")),
                          latest(field::reference(4, "owner", "person")),
                          latest(field::text(5, "contact", 60).personal()),
                          latest(field::text(6, "phone", 40).personal()),
                          field::longText(7, "service", 2'000),
                          field::text(8, "cooperation_mode", 200),
                          field::longText(9, "material_specification", 2'000),
                          latest(field::date(10, "delivery_due")),
                          latest(field::boolean(11, "is_key")),
                          latest(field::date(12, "lock_by")),
                          latest(field::date(13, "locked_on")),
                          field::text(14, "contract_number", 60),
                          field::money(15, "day_rate"),
                          choice(16, "stage", {"candidate", "confirmed", "delivering", "ended"}),
                          latest(field::rating(17, "rating")),
                          field::tags(18, "tags"),
                          field::longText(19, "remark", 1'000),
                      }),
            recorded(20),
        }),
        .indices = {{"campaign"}, {"kind"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    const Writers bookers = writers::managers | writers::author | writers::owner;
    return {
        .field = "state",
        .transitions =
            {
                {"planned", "locked", bookers},
                {"planned", "confirmed", bookers},
                {"locked", "confirmed", bookers},
                {"locked", "planned", bookers},
                {"planned", "cancelled", bookers},
                {"locked", "cancelled", bookers},
                {"confirmed", "cancelled", bookers},
                {"cancelled", "planned", bookers},
            },
    };
}

}  // namespace

/// A venue, a piece of equipment, a channel slot or a KOL reserved for a time. Key resources are to be
/// locked by `lock_by`; a venue's network and power are tested.
RecordType booking() {
    return {
        .id = 19,
        .name = "booking",
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::managers | writers::author | writers::owner,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          field::text(2, "title", 120).required(),
                          choice(3, "kind", {"venue", "equipment", "channel", "kol", "live_slot", "other"}),
                          latest(field::reference(4, "partner", "partner")),
                          latest(field::reference(5, "owner", "person")),
                          latest(field::instant(6, "starts_at")),
                          latest(field::instant(7, "ends_at")),
                          latest(field::date(8, "lock_by")),
                          field::money(9, "price"),
                          latest(field::text(10, "address", 200)),
                          field::tags(11, "tags"),
                          field::longText(12, "remark", 2'000),
                      }),
            writtenBy(writers::everyone,
                      {
                          field::option(13, "state", {"planned", "locked", "confirmed", "cancelled"})
                              .merging(Merge::workflow),
                          latest(field::boolean(14, "is_network_tested")),
                          latest(field::boolean(15, "is_power_tested")),
                      }),
            recorded(16),
        }),
        .workflow = life(),
        .indices = {{"campaign", "starts_at"}},
    };
}

}  // namespace zhixing::types

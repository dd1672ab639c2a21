#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// Material arriving, used, returned, lost or handed on. A ledger entry: it never changes, a wrong one is balanced by
/// another. `stocktake` carries the difference that was found, so it may be negative.
RecordType materialMove() {
    return {
        .id = 18,
        .name = "material_move",
        .deleters = writers::server,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(
                writers::author,
                {
                    field::reference(1, "material", "material").required().fixed(),
                    field::option(2, "kind", {"arrival", "issue", "return", "loss", "transfer", "stocktake"}).fixed(),
                    field::integer(3, "quantity").required().fixed().between(-1'000'000'000, 1'000'000'000),
                    field::date(4, "moved_on").fixed(),
                    field::reference(5, "to_site", "node").fixed(),
                    field::reference(6, "task", "task").fixed(),
                    field::text(7, "handed_to", 60).fixed(),
                    field::longText(8, "note", 2'000),
                    field::references(9, "photos", "photo"),
                }),
            recorded(10),
        }),
        .indices = {{"material"}},
    };
}

}  // namespace zhixing::types

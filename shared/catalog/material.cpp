#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A kind of thing a campaign needs: how much, from whom, by when it must have arrived, whether it was accepted
///, and what becomes of the rest. What is in stock follows from its `material_move` records.
RecordType material() {
    return {
        .id = 17,
        .name = "material",
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::reference(2, "budget_line", "budget_line")),
                          field::text(3, "name", 120).required(),
                          latest(field::text(4, "category", 60)),
                          field::text(5, "specification", 400),
                          field::text(6, "unit", 20).unsearched(),
                          field::integer(7, "quantity").between(0, 1'000'000'000),
                          field::money(8, "unit_price"),
                          latest(field::reference(9, "supplier", "partner")),
                          latest(field::reference(10, "owner", "person")),
                          latest(field::date(11, "arrival_due")),
                          field::tags(12, "tags"),
                          field::longText(13, "remark", 2'000),
                      }),
            writtenBy(writers::everyone,
                      {
                          latest(field::date(14, "arrived_on")),
                          latest(field::option(15, "quality", {"unchecked", "accepted", "rejected"})),
                          field::checklist(16, "acceptance"),
                          latest(field::text(17, "kept_at", 120)),
                          field::longText(18, "reuse_value", 1'000),
                          field::longText(19, "next_use", 1'000),
                          field::references(20, "photos", "photo"),
                      }),
            recorded(21),
        }),
        .indices = {{"campaign"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A site's or a person's share of a budget line, so that a phone without a signal knows how far it may go.
RecordType allowance() {
    return {
        .id = 31,
        .name = "allowance",
        .creators = writers::planners | writers::finance,
        .deleters = writers::planners | writers::finance,
        .placedBy = "site",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "person",
        .fields = together({
            writtenBy(writers::planners | writers::finance,
                      {
                          field::reference(1, "budget_line", "budget_line").required(),
                          field::reference(2, "site", "node"),
                          latest(field::reference(3, "person", "person")),
                          field::money(4, "amount").required(),
                          latest(field::date(5, "starts_on")),
                          latest(field::date(6, "ends_on")),
                          field::longText(7, "note", 1'000),
                      }),
            recorded(8),
        }),
        .comesFirst = true,
        .indices = {{"budget_line"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// What a figure was on a day, and the data that decisions cite. `annotation` explains a sudden rise or fall
/// on the chart. A reading that was wrong is corrected in place; its history stays on the server.
RecordType kpiReading() {
    return {
        .id = 13,
        .name = "kpi_reading",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          field::reference(1, "kpi", "kpi").required().fixed(),
                          latest(field::date(2, "read_on")),
                          field::decimal(3, "value").required(),
                          field::money(4, "cost"),
                          latest(field::text(5, "source", 120)),
                          field::longText(6, "note", 2'000),
                      }),
            writtenBy(writers::everyone, {field::longText(7, "annotation", 2'000).merging(Merge::append)}),
            recorded(8),
        }),
        .indices = {{"kpi", "read_on"}},
    };
}

}  // namespace zhixing::types

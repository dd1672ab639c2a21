#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"proposed", "approved", writers::finance, true},
                {"proposed", "returned", writers::finance, true},
                {"proposed", "withdrawn", writers::author},
                {"returned", "proposed", writers::author},
                {"returned", "withdrawn", writers::author},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// A proposal to change a budget line, with its reason and the readings it rests on: 20,000 to 30,000 yuan a day after
/// a review, extra budget when data miss the target.
RecordType budgetChange() {
    return {
        .id = 32,
        .name = "budget_change",
        .creators = writers::managers | writers::finance,
        .deleters = writers::server,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::author,
                      {
                          field::reference(1, "budget_line", "budget_line").required().fixed(),
                          field::money(2, "old_amount").in({"proposed", "returned"}),
                          field::money(3, "new_amount").required().in({"proposed", "returned"}),
                          latest(field::date(4, "effective_on")).in({"proposed", "returned"}),
                          field::longText(5, "reason", 4'000).in({"proposed", "returned"}),
                          field::references(6, "evidence", "kpi_reading").in({"proposed", "returned"}),
                      }),
            writtenBy(writers::everyone, {field::option(7, "state", {"proposed", "approved", "returned", "withdrawn"})
                                              .merging(Merge::workflow)}),
            writtenBy(writers::finance, {field::longText(8, "returned_reason", 1'000)}),
            writtenBy(writers::server, {field::reference(9, "decided_by", "person"), field::instant(10, "decided_at")}),
            recorded(11),
        }),
        .workflow = life(),
        .indices = {{"budget_line"}, {"state"}},
    };
}

}  // namespace zhixing::types

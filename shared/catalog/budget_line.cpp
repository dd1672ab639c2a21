#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"draft", "approved", writers::finance, true},
                {"approved", "draft", writers::finance},
                {"approved", "closed", writers::finance},
                {"closed", "approved", writers::finance},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// A row of the budget (预算分配表, 活动预算表): what may be spent on what, by whom, by which standard. Actual spend, what
/// is committed and what remains follow from its spend records. When quantity times unit price differs from the amount,
/// a warning stays until `difference_note` explains it. `split` names the row's class in the campaign's split policy
/// (high-conversion / potential / innovative, base / flexible …).
RecordType budgetLine() {
    return {
        .id = 30,
        .name = "budget_line",
        .creators = writers::planners | writers::finance,
        .deleters = writers::planners | writers::finance,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::planners | writers::finance,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(count(2, "number")),
                          costCategory(3, "category"),
                          field::text(4, "item", 120),
                          field::longText(5, "description", 4'000),
                          field::money(6, "amount").initially(std::int64_t{0}).in({"draft", "approved"}),
                          field::decimal(7, "quantity"),
                          field::text(8, "unit", 20).unsearched(),
                          field::money(9, "unit_price"),
                          field::longText(10, "difference_note", 1'000),
                          field::money(11, "ceiling"),
                          field::longText(12, "usage", 4'000),
                          field::longText(13, "standard", 4'000),
                          latest(field::reference(14, "strategy", "strategy")),
                          latest(field::text(15, "channel", 60)),
                          latest(field::text(16, "split", 40)),
                          latest(field::text(17, "department", 60)),
                          latest(field::reference(18, "owner", "person")),
                          field::tags(19, "tags"),
                          field::longText(20, "remark", 4'000),
                          // The amount when the plan was frozen, for comparing; never what may be spent.
                          field::money(26, "baseline_amount"),
                      }),
            writtenBy(writers::finance,
                      {field::option(21, "state", {"draft", "approved", "closed"}).merging(Merge::workflow)}),
            writtenBy(writers::server,
                      {field::reference(22, "decided_by", "person"), field::instant(23, "decided_at")}),
            recorded(24),
        }),
        .workflow = life(),
        .indices = {{"campaign", "number"}},
    };
}

}  // namespace zhixing::types

#include "shared/base/limits.h"
#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

/// Who decides about spend. Nobody decides about their own.
constexpr Writers approvers = writers::managers | writers::finance;

/// Spend recorded without a signal is submitted at once; drafts never leave the device. `approved` is the end: what was
/// approved is corrected by another spend of the opposite amount whose `reversal_of` names it, and never altered.
Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"submitted", "approved", approvers, true,
                 StepLimit{"amount", "second_approval_above", writers::finance}},
                {"submitted", "returned", approvers, true},
                {"submitted", "withdrawn", writers::author},
                {"returned", "submitted", writers::author},
                {"returned", "withdrawn", writers::author},
                {"withdrawn", "submitted", writers::author},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

/// What the person who spent says; theirs alone, and only until it is decided.
std::vector<Field> claim() {
    std::vector<Field> fields = writtenBy(
        writers::author,
        {
            field::reference(1, "budget_line", "budget_line").required(),
            field::money(2, "amount").required().between(-limits::moneyFenMax, limits::moneyFenMax),
            latest(field::date(3, "spent_on")),
            field::longText(4, "note", 2'000),
            latest(field::reference(5, "task", "task")),
            costCategory(6, "category"),
            field::decimal(7, "quantity"),
            field::text(8, "unit", 20).unsearched(),
            field::money(9, "unit_price"),
            field::longText(10, "difference_note", 1'000),
            field::text(11, "payee", 120),
            field::text(12, "payee_tax_number", 40),
            // A fully electronic invoice has a number and no code: the empty code still makes the pair unique.
            field::text(13, "invoice_code", 20).initially(std::string()),
            field::text(14, "invoice_number", 40),
            field::references(15, "receipts", "photo"),
            field::reference(16, "reversal_of", "spend"),
            field::tags(17, "tags"),
        });
    for (Field& field : fields) field.states = {"submitted", "returned", "withdrawn"};
    return fields;
}

}  // namespace

/// Money that was spent against a budget line. Never deleted; its sums count approved ones, and submitted ones apart.
RecordType spend() {
    return {
        .id = 33,
        .name = "spend",
        .deleters = writers::server,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            claim(),
            writtenBy(writers::everyone, {field::option(18, "state", {"submitted", "approved", "returned", "withdrawn"})
                                              .merging(Merge::workflow)}),
            writtenBy(approvers, {field::longText(19, "returned_reason", 1'000).in({"submitted", "returned"})}),
            writtenBy(writers::finance, {latest(field::date(20, "paid_on").in({"approved"}))}),
            writtenBy(writers::server,
                      {
                          field::reference(21, "decided_by", "person"),
                          field::instant(22, "decided_at"),
                          field::boolean(23, "duplicate_invoice"),
                      }),
            recorded(24),
            // Above the organisation's limit a manager's word is the first of two; finance or headquarters decides.
            writtenBy(approvers, {field::references(26, "endorsed_by", "person").signedBySelf().in({"submitted"})}),
        }),
        .workflow = life(),
        .uniqueKeys = {{{"invoice_code", "invoice_number"}, "duplicate_invoice"}},
        // The first holds all that the sums of a budget line are made from.
        .indices = {{"budget_line", "state", "amount", "recorded_by", "place"}, {"state", "spent_on"}},
    };
}

}  // namespace zhixing::types

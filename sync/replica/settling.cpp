#include "sync/replica/settling.h"

#include "shared/model/document.h"
#include "shared/model/validation.h"

namespace zhixing::sync {
namespace {

constexpr std::string_view removal = R"({"deleted":true})";

FieldValue of(const RecordType& type, std::string_view name, Value value) {
    return {static_cast<std::uint16_t>(*type.find(name)), std::move(value)};
}

Edit editOf(const Dispute& dispute, Verb verb, std::vector<FieldValue> values = {}) {
    Edit edit;
    edit.verb = verb;
    edit.type = dispute.type;
    edit.record = dispute.record;
    edit.values = std::move(values);
    return edit;
}

std::string jsonOf(const Field& field, const Value& value) {
    std::string json;
    appendJson(json, field.kind, value);
    return json;
}

/// The conflict's own part of the group.
Edit noted(const Dispute& dispute, std::string_view state, const SettlementEntry& entry) {
    const RecordType& type = *dispute.conflict.type;
    Edit edit;
    edit.type = &type;
    edit.record = dispute.conflict.id;
    edit.values.push_back(of(type, "state", std::string(state)));
    std::string log(dispute.conflict.string("settlement"));
    edit.values.push_back(of(type, "settlement", log + settlementLine(entry)));
    return edit;
}

Edit commentOn(const RecordType& type, const Dispute& dispute, const Decision& decision) {
    Edit comment;
    comment.verb = Verb::add;
    comment.type = &type;
    comment.record = decision.comment;
    comment.place = dispute.conflict.place;
    comment.audience = dispute.conflict.audience;
    comment.values = {of(type, "subject_type", std::string(dispute.type->name)),
                      of(type, "subject", dispute.record.text()), of(type, "text", decision.remark)};
    return comment;
}

Error nothingThere() { return {Code::not_found, "the record it is about is not here", {}, {}}; }

/// One field is contested.
Result<void> settleField(const Catalog& catalog, const Dispute& dispute, const Decision& decision,
                         std::vector<Edit>& edits, SettlementEntry& entry) {
    const Field& field = dispute.type->fields[*dispute.field];
    if (decision.choice == Choice::both) {
        edits.push_back(commentOn(catalog.at("comment"), dispute, decision));
        entry.comment = decision.comment;
        return {};
    }
    Value chosen = decision.another;
    if (decision.choice == Choice::another) {
        ZX_TRY(validateValue(field, chosen));
        entry.value = jsonOf(field, chosen);
    } else {
        ZX_ASSIGN(chosen, keptAside(dispute, decision.choice == Choice::lost ? "lost_value" : "kept_value"));
    }
    if (!dispute.target) return decision.choice == Choice::kept ? Result<void>() : nothingThere();
    const Value& current = dispute.target->fields[*dispute.field];
    const std::string was = jsonOf(field, current);
    if (was != dispute.conflict.string("kept_value")) entry.was = was;
    if (current == chosen) return {};
    edits.push_back(editOf(dispute, Verb::edit, {{static_cast<std::uint16_t>(*dispute.field), std::move(chosen)}}));
    return {};
}

/// An edit met a deleted record, or a deletion an edited one.
Result<void> settleWhole(const Dispute& dispute, const Decision& decision, std::vector<Edit>& edits,
                         SettlementEntry& entry) {
    if (decision.choice == Choice::kept) return {};
    if (decision.choice != Choice::lost) {
        return Error{Code::not_an_option, "this conflict is about a record as a whole, not about one value", {}, {}};
    }
    if (dispute.isRemoval) {
        if (!dispute.target) return nothingThere();
        edits.push_back(editOf(dispute, Verb::remove));
        return {};
    }
    ZX_ASSIGN(auto values, parseFieldValues(*dispute.type, dispute.conflict.string("lost_value")));
    if (dispute.target) {  // somebody has revived it since
        std::vector<FieldValue> before;
        for (const FieldValue& value : values) before.push_back({value.field, dispute.target->fields[value.field]});
        appendFieldValues(entry.was, *dispute.type, before);
    }
    edits.push_back(editOf(dispute, dispute.target ? Verb::edit : Verb::revive, std::move(values)));
    return {};
}

Result<void> reopenField(const Dispute& dispute, std::vector<Edit>& edits) {
    const SettlementEntry& entry = *dispute.standing;
    if (entry.choice == Choice::both || !dispute.target) return {};
    const Field& field = dispute.type->fields[*dispute.field];
    Value before;
    if (entry.was.empty()) {
        ZX_ASSIGN(before, keptAside(dispute, "kept_value"));
    } else {
        ZX_ASSIGN(before, parseJsonValue(field, entry.was));
    }
    if (dispute.target->fields[*dispute.field] == before) return {};
    edits.push_back(editOf(dispute, Verb::edit, {{static_cast<std::uint16_t>(*dispute.field), std::move(before)}}));
    return {};
}

Result<void> reopenWhole(const Dispute& dispute, std::vector<Edit>& edits) {
    const SettlementEntry& entry = *dispute.standing;
    if (entry.choice != Choice::lost) return {};
    if (dispute.isRemoval) {
        if (!dispute.target) edits.push_back(editOf(dispute, Verb::revive));
    } else if (dispute.target && entry.was.empty()) {
        edits.push_back(editOf(dispute, Verb::remove));
    } else if (dispute.target) {
        ZX_ASSIGN(auto before, parseFieldValues(*dispute.type, entry.was));
        edits.push_back(editOf(dispute, Verb::edit, std::move(before)));
    }
    return {};
}

}  // namespace

Result<Dispute> readDispute(const Catalog& catalog, const Record& conflict) {
    Dispute dispute;
    dispute.conflict = conflict;
    dispute.type = catalog.find(conflict.string("record_type"));
    const auto record = Id::parse(conflict.string("record_id"));
    if (dispute.type == nullptr || !record) {
        return Error{Code::bad_reference, "this conflict is about something unknown", "record_type", {}};
    }
    dispute.record = *record;
    const std::string_view field = conflict.string("field");
    if (!field.empty()) {
        dispute.field = dispute.type->find(field);
        if (!dispute.field) return Error{Code::bad_reference, "this conflict is about an unknown field", "field", {}};
    }
    dispute.isRemoval = !dispute.field && conflict.string("lost_value") == removal;
    if (conflict.string("state") == "settled") {
        ZX_ASSIGN(const auto entries, readSettlement(conflict.string("settlement")));
        dispute.standing = standing(entries);
    }
    return dispute;
}

Result<Value> keptAside(const Dispute& dispute, std::string_view conflictField) {
    const std::string_view json = dispute.conflict.string(conflictField);
    if (json.empty()) return Value{};
    return parseJsonValue(dispute.type->fields[*dispute.field], json);
}

Result<std::vector<Edit>> settling(const Catalog& catalog, const Dispute& dispute, const Decision& decision) {
    if (dispute.conflict.string("state") == "settled") {
        return Error{Code::bad_transition, "this conflict is settled; undo that first", "state", {}};
    }
    std::vector<Edit> edits;
    SettlementEntry entry{decision.choice};
    ZX_TRY(dispute.field ? settleField(catalog, dispute, decision, edits, entry)
                         : settleWhole(dispute, decision, edits, entry));
    edits.push_back(noted(dispute, "settled", entry));
    return edits;
}

Result<std::vector<Edit>> reopening(const Catalog& catalog, const Dispute& dispute, bool mayTakeBackComment) {
    if (!dispute.standing) return Error{Code::bad_transition, "this conflict is not settled", "state", {}};
    std::vector<Edit> edits;
    ZX_TRY(dispute.field ? reopenField(dispute, edits) : reopenWhole(dispute, edits));
    if (dispute.standing->comment && mayTakeBackComment) {
        Edit takenBack;
        takenBack.verb = Verb::remove;
        takenBack.type = &catalog.at("comment");
        takenBack.record = *dispute.standing->comment;
        edits.push_back(std::move(takenBack));
    }
    edits.push_back(noted(dispute, "open", SettlementEntry{}));
    return edits;
}

}  // namespace zhixing::sync

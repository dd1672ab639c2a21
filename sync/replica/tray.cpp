#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "sync/replica/family.h"
#include "sync/replica/replica.h"
#include "sync/replica/transaction.h"

/// What a person may do with an operation that the server refused: send it again, throw it away, and want it back after all.
namespace zhixing::sync {
namespace {

Edit editOf(const Operation& operation) {
    Edit edit;
    edit.verb = operation.verb;
    edit.type = operation.type;
    edit.record = operation.record;
    edit.place = operation.place;
    edit.audience = operation.audience;
    for (const FieldChange& change : operation.changes) edit.values.push_back({change.field, change.value});
    return edit;
}

void correct(Edit& edit, const std::vector<FieldValue>& values) {
    for (const FieldValue& value : values) {
        const auto same = std::find_if(edit.values.begin(), edit.values.end(),
                                       [&](const FieldValue& one) { return one.field == value.field; });
        if (same != edit.values.end()) {
            same->value = value.value;
        } else {
            edit.values.push_back(value);
        }
    }
}

}  // namespace

Result<ReplicaActions> Replica::resend(Counter counter, const std::vector<FieldValue>& values, Instant deviceNow) {
    ZX_ASSIGN(const auto tray, store_->tray());
    const Family family = familyOf(tray, counter);
    if (family.members.empty()) return Error{Code::not_found, "nothing with this number was refused", {}, {}};

    std::vector<Edit> edits;
    std::vector<Counter> takenBack;
    std::size_t asked = 0;
    for (const TrayItem& item : family.members) {
        if (takenBack.size() == limits::batchOperationsMax) break;  // the others can follow on their own
        if (item.counter == counter) {
            asked = edits.size();
        }
        edits.push_back(editOf(item.operation));
        takenBack.push_back(item.counter);
    }
    correct(edits[asked], values);

    const Together together = family.isGroup ? Together::asGroup : Together::inOneCommit;
    ReplicaActions actions;
    auto recorded = recordAll(edits, deviceNow, actions, together, takenBack);
    if (!recorded && !family.isGroup && edits.size() > 1) {  // what cannot follow stays in the tray
        actions = {};
        recorded = recordAll(std::span(edits).first(1), deviceNow, actions, together, std::span(takenBack).first(1));
    }
    if (!recorded) return std::move(recorded).error();
    return actions;
}

Result<ReplicaActions> Replica::discard(Counter counter, Instant deviceNow) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_ASSIGN(const auto tray, store_->tray());
    const auto item =
        std::find_if(tray.begin(), tray.end(), [&](const TrayItem& one) { return one.counter == counter; });
    if (item == tray.end()) return Error{Code::not_found, "nothing with this number was refused", {}, {}};
    ZX_TRY(store_->putDiscarded({*item, corrected(deviceNow)}));
    ZX_TRY(store_->eraseTray(counter));
    ZX_TRY(transaction.commit());
    ReplicaActions actions;
    actions.outboxChanged = true;
    return actions;
}

Result<ReplicaActions> Replica::restore(Counter counter) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_ASSIGN(const auto discarded, store_->discarded());
    const auto found = std::find_if(discarded.begin(), discarded.end(),
                                    [&](const DiscardedItem& one) { return one.item.counter == counter; });
    if (found == discarded.end()) return Error{Code::not_found, "nothing with this number was thrown away", {}, {}};
    ZX_TRY(store_->putTray(found->item));
    ZX_TRY(store_->eraseDiscarded(counter));
    ZX_TRY(transaction.commit());
    ReplicaActions actions;
    actions.outboxChanged = true;
    return actions;
}

}  // namespace zhixing::sync

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/base/limits.h"
#include "shared/model/validation.h"
#include "sync/merge/admit.h"
#include "sync/planted.h"
#include "sync/replica/overlay.h"
#include "sync/replica/replica.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

/// The replica's side that faces people: what they record and settle. What they take back or throw away is in tray.cpp, the
/// side that faces the server in replica.cpp.
namespace zhixing::sync {

Result<std::vector<Id>> Replica::record(std::span<const Edit> edits, Instant deviceNow, ReplicaActions& actions,
                                        Together together) {
    return recordAll(edits, deviceNow, actions, together, {});
}

Result<std::vector<Id>> Replica::recordAll(std::span<const Edit> edits, Instant deviceNow, ReplicaActions& actions,
                                           Together together, std::span<const Counter> takenBack) {
    const bool isGroup = together == Together::asGroup;
    const std::size_t most = isGroup ? limits::groupOperationsMax : limits::batchOperationsMax;
    if (edits.size() > most) {
        return Error{Code::too_many, "too many changes at once", {}, static_cast<std::int64_t>(most)};
    }
    const ReplicaState before = state_;
    const auto restore = [&](Error error) -> Error {
        state_ = before;
        return error;
    };
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));

    // Which edits change anything is known only when each is laid on those before it; the last one ends the group.
    std::vector<Id> ids;
    std::vector<Operation> operations;
    for (const Edit& edit : edits) {
        auto made = operationFor(edit, deviceNow);
        if (!made) return restore(std::move(made).error());
        ids.push_back(made->record);
        if (made->counter == 0) continue;  // nothing would change
        if (auto applied = applyLocally(*made); !applied) return restore(std::move(applied).error());
        actions.changed.push_back({made->type, made->record});
        operations.push_back(std::move(*made));
    }
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        operations[i].more = isGroup && i + 1 < operations.size();
        std::string line = encodeOperation(operations[i]);
        bytes += line.size();
        if (line.size() > limits::recordBytesMax || (isGroup && bytes > limits::pushBytesTarget)) {
            return restore({Code::too_large,
                            "this change is too large to send",
                            {},
                            static_cast<std::int64_t>(limits::recordBytesMax)});
        }
        if (auto kept = store_->append({operations[i], std::move(line), 0, 0}); !kept)
            return restore(std::move(kept).error());
    }
    for (const Counter counter : takenBack) {
        if (auto erased = store_->eraseTray(counter); !erased) return restore(std::move(erased).error());
    }
    if (auto kept = planted(Bug::counterReusedAfterCrash) ? Result<void>() : store_->setState(state_); !kept)
        return restore(std::move(kept).error());
    if (auto committed = transaction.commit(); !committed) return restore(std::move(committed).error());

    actions.outboxChanged = actions.outboxChanged || !operations.empty() || !takenBack.empty();
    actions.takenBack.insert(actions.takenBack.end(), takenBack.begin(), takenBack.end());
    ZX_TRY(pump(actions));
    return ids;
}

/// Counter 0 means that the edit would change nothing.
Result<Operation> Replica::operationFor(const Edit& edit, Instant deviceNow) {
    for (auto value = edit.values.begin(); value != edit.values.end(); ++value) {
        const auto isSame = [&](const FieldValue& other) { return other.field == value->field; };
        if (std::any_of(std::next(value), edit.values.end(), isSame)) {
            return Error{
                Code::duplicate_key, "a field is given twice", std::string(edit.type->fields[value->field].name), {}};
        }
        ZX_TRY(validateValue(edit.type->fields[value->field], value->value));
    }
    HybridClock clock(state_.clock);
    Operation operation;
    operation.verb = edit.verb;
    operation.type = edit.type;
    operation.record = edit.record.isNil() && edit.verb == Verb::add ? newId(deviceNow, *random_) : edit.record;
    operation.place = edit.place;
    operation.audience = edit.audience;
    operation.at = clock.stamp(deviceNow);

    ZX_ASSIGN(const auto current, store_->find(*edit.type, operation.record));
    ZX_ASSIGN(const auto server, serverRecord(*edit.type, operation.record));
    operation.base = server ? server->version : 0;
    if (planted(Bug::wrongBaseVersion) && edit.verb != Verb::add) operation.base += 1;
    // Until the organisation has come as a whole, the device does not know who may do what; the server decides then.
    const bool knowsRoles = organisation_.homeOf(state_.person).has_value() && state_.fills.empty();

    if (edit.verb == Verb::add) {
        if (current) return Error{Code::already_exists, "a record with this id exists", {}, {}};
        for (const FieldValue& value : edit.values) {
            if (isSet(value.value)) operation.changes.push_back({value.field, value.value, {}});
        }
        const Record made = newRecord(operation, state_.person, state_.home, operation.at);
        ZX_TRY(validateRecord(made));
        if (knowsRoles) ZX_TRY(admitAdd(actorFor(organisation_, state_.person, made), organisation_, operation, made));
    } else if (edit.verb == Verb::revive) {
        for (const FieldValue& value : edit.values) operation.changes.push_back({value.field, value.value, {}});
    } else {
        if (!current) return Error{Code::not_found, "no such record", {}, {}};
        const Actor actor = actorFor(organisation_, state_.person, *current);
        for (const FieldValue& value : edit.values) {
            const Value& seen = current->fields[value.field];
            if (seen != value.value) operation.changes.push_back({value.field, value.value, seen});
        }
        if (edit.verb == Verb::remove) {
            if (knowsRoles) ZX_TRY(mayDelete(actor, *current));
        } else {
            if (operation.changes.empty() && !edit.place && !edit.audience) return operation;
            if (knowsRoles) ZX_TRY(admitEdit(actor, organisation_, operation, *current));
        }
    }
    state_.clock = clock.state();
    operation.counter = ++state_.lastCounter;
    return operation;
}

Result<void> Replica::applyLocally(const Operation& operation) {
    ZX_ASSIGN(auto current, store_->find(*operation.type, operation.record));
    ZX_ASSIGN(const auto pending, store_->pendingOf(operation.record));
    // Within a group an earlier edit of the same record may be on top already, though it is not in the outbox yet.
    ZX_ASSIGN(const auto shadow, store_->shadow(operation.record));
    if (!shadow && pending.empty() && current && current->version > 0) ZX_TRY(store_->putShadow(*current));

    // The operation was made on what is shown, so that is what it is laid on. What was deleted here is not shown any more;
    // whoever wants it back gets what the server still has.
    const PendingOperation fresh{operation, {}, 0, 0};
    const bool isBack = !current && shadow && operation.verb == Verb::revive;
    const Record* beneath = current ? &*current : isBack ? &*shadow : nullptr;
    const auto shown = overlay(beneath, std::span(&fresh, 1), state_.person, state_.home);
    if (!shown) return current ? store_->erase(*operation.type, operation.record) : Result<void>();
    return store_->put(*shown, true);
}

// ---- conflicts

Result<Dispute> Replica::disputeOf(const Id& conflict) {
    ZX_ASSIGN(const auto record, store_->find(catalog_->at("conflict"), conflict));
    if (!record) return Error{Code::not_found, "no such conflict", {}, {}};
    ZX_ASSIGN(Dispute dispute, readDispute(*catalog_, *record));
    ZX_ASSIGN(dispute.target, store_->find(*dispute.type, dispute.record));
    return dispute;
}

Result<ReplicaActions> Replica::settle(const Id& conflict, const Decision& decision, Instant deviceNow) {
    ZX_ASSIGN(const Dispute dispute, disputeOf(conflict));
    Decision complete = decision;
    if (complete.comment.isNil()) complete.comment = newId(deviceNow, *random_);
    ZX_ASSIGN(const auto edits, settling(*catalog_, dispute, complete));
    ReplicaActions actions;
    ZX_TRY(record(edits, deviceNow, actions));
    return actions;
}

Result<ReplicaActions> Replica::reopen(const Id& conflict, Instant deviceNow) {
    ZX_ASSIGN(const Dispute dispute, disputeOf(conflict));
    bool isOwnComment = false;
    if (dispute.standing && dispute.standing->comment) {
        ZX_ASSIGN(const auto comment, store_->find(catalog_->at("comment"), *dispute.standing->comment));
        isOwnComment = comment && comment->reference("recorded_by") == state_.person;
    }
    ZX_ASSIGN(const auto edits, reopening(*catalog_, dispute, isOwnComment));
    ReplicaActions actions;
    ZX_TRY(record(edits, deviceNow, actions));
    return actions;
}

}  // namespace zhixing::sync

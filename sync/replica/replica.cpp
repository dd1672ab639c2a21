#include "sync/replica/replica.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "shared/base/limits.h"
#include "shared/model/validation.h"
#include "sync/merge/admit.h"
#include "sync/planted.h"
#include "sync/replica/overlay.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

namespace zhixing::sync {

Replica::Replica(const Catalog& catalog, ReplicaStore& store, Random& random)
    : catalog_(&catalog), store_(&store), random_(&random) {}

Result<Replica> Replica::load(const Catalog& catalog, ReplicaStore& store, Random& random) {
    Replica replica(catalog, store, random);
    ZX_ASSIGN(replica.state_, store.state());
    for (const Scope& scope : replica.state_.scopes) {
        ZX_ASSIGN(const auto rows, store.rowsIn(scope));
        for (const auto& [type, id] : rows) {
            if (std::find(Organisation::types.begin(), Organisation::types.end(), type->name) ==
                Organisation::types.end())
                continue;
            ZX_ASSIGN(const auto record, store.find(*type, id));
            if (record) replica.organisation_.apply(*record);
        }
    }
    if (planted(Bug::forgetTrayOnRestart)) {
        ZX_ASSIGN(const auto tray, store.tray());
        for (const TrayItem& item : tray) ZX_TRY(store.eraseTray(item.counter));
    }
    return replica;
}

Result<void> Replica::enrolled(const Id& device, const Id& person, const Id& home) {
    ReplicaState next = state_;
    next.device = device;
    next.person = person;
    next.home = home;
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_TRY(store_->setState(next));
    ZX_TRY(transaction.commit());
    state_ = std::move(next);
    return {};
}

// ---- recording

Result<std::vector<Id>> Replica::record(std::span<const Edit> edits, Instant deviceNow, ReplicaActions& actions,
                                        Together together) {
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
        if (auto kept = store_->append({operations[i], std::move(line), 0, 0, 0}); !kept)
            return restore(std::move(kept).error());
    }
    if (auto kept = store_->setState(state_); !kept) return restore(std::move(kept).error());
    if (auto committed = transaction.commit(); !committed) return restore(std::move(committed).error());

    actions.outboxChanged = actions.outboxChanged || !operations.empty();
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
    // Before the first sync the device does not know who may do what; the server decides then.
    const bool knowsRoles = organisation_.homeOf(state_.person).has_value();

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

    // The operation was made on what is shown, so that is what it is laid on.
    const PendingOperation fresh{operation, {}, 0, 0, 0};
    const auto shown = overlay(current ? &*current : nullptr, std::span(&fresh, 1), state_.person, state_.home);
    if (!shown) return current ? store_->erase(*operation.type, operation.record) : Result<void>();
    return store_->put(*shown, true);
}

// ---- the conversation

Result<ReplicaActions> Replica::connected(const std::string& token) {
    isWelcome_ = false;
    Hello hello;
    hello.schema = catalog_->fingerprint();
    hello.token = token;
    hello.epoch = state_.epoch;
    hello.cursor = state_.cursor;
    hello.acked = state_.acked;
    hello.scopes = state_.scopes.empty() ? std::string() : scopesKey(state_.scopes);
    ReplicaActions actions;
    actions.send.push_back(std::make_shared<const std::string>(encode(ClientMessage(hello))));
    return actions;
}

Result<ReplicaActions> Replica::receive(const ServerMessage& message, Instant deviceNow) {
    ReplicaActions actions;
    ZX_TRY(std::visit([&](const auto& said) { return take(said, deviceNow, actions); }, message));
    return actions;
}

void Replica::disconnected() { isWelcome_ = false; }

Result<void> Replica::take(const Welcome& welcome, Instant deviceNow, ReplicaActions& actions) {
    if (welcome.device != state_.device || welcome.person != state_.person) {
        return Error{Code::untrusted, "the server takes this device for another", {}, {}};
    }
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    state_.lastCounter = std::max(state_.lastCounter, welcome.lastCounter);
    ZX_ASSIGN(const auto oldest, store_->unsent(0, 1, 1));
    const Counter settled = oldest.empty() ? state_.lastCounter : oldest.front().operation.counter - 1;
    state_.acked = std::max(state_.acked, std::min(settled, welcome.lastCounter));
    HybridClock clock(state_.clock);
    clock.measure(deviceNow, welcome.now);
    state_.clock = clock.state();
    if (state_.epoch != welcome.epoch) {  // another history: nothing is thrown away, everything is compared again
        state_.epoch = welcome.epoch;
        state_.cursor = 0;
    }
    ZX_TRY(adoptScopes(welcome.scopes, actions));
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());

    isWelcome_ = true;
    serverHead_ = welcome.head;
    confirmedAt_ = -1;
    sentUpTo_ = answeredUpTo_ = 0;
    pull(actions);
    return pump(actions);
}

Result<void> Replica::take(const Outcomes& outcomes, Instant deviceNow, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    for (const Outcome& outcome : outcomes.outcomes) {
        ZX_TRY(settleOne(outcome, deviceNow, actions));
        answeredUpTo_ = std::max(answeredUpTo_, outcome.counter);
        // The server forgets what is acknowledged, so nothing is that may still be missing here.
        if (outcome.counter == state_.acked + 1) ++state_.acked;
    }
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    actions.outboxChanged = true;
    return pump(actions);
}

Result<void> Replica::settleOne(const Outcome& outcome, Instant deviceNow, ReplicaActions& actions) {
    ZX_ASSIGN(const auto item, store_->pending(outcome.counter));
    if (!item || item->settledSeq > 0) return {};
    const Operation& operation = item->operation;
    if (outcome.verdict == Verdict::rejected) {
        HybridClock clock(state_.clock);
        ++actions.rejected;
        ZX_TRY(store_->putTray({outcome.counter, operation, outcome.error.value_or(Error{}), clock.stamp(deviceNow)}));
        ZX_TRY(store_->drop(outcome.counter));
        return rebase(*operation.type, operation.record, actions);
    }
    ++actions.pushed;
    if (outcome.verdict == Verdict::conflict) ++actions.conflicts;
    ZX_ASSIGN(const auto server, serverRecord(*operation.type, operation.record));
    const bool isHeld = outcome.version > 0 && server && server->version >= outcome.version;
    if (!isHeld && !planted(Bug::pushResultBeforePage)) {
        return store_->settle(outcome.counter, std::max<Seq>(outcome.seq, 1), outcome.version);
    }
    ZX_TRY(store_->drop(outcome.counter));
    return rebase(*operation.type, operation.record, actions);
}

Result<void> Replica::take(const Page& page, Instant /*deviceNow*/, ReplicaActions& actions) {
    serverHead_ = std::max(serverHead_, page.head);
    if (page.from > state_.cursor) {  // something between is missing: ask from where we are
        pull(actions);
        return {};
    }
    actions.send.push_back(std::make_shared<const std::string>(encode(ClientMessage(Credit{1}))));
    if (page.to <= state_.cursor) return {};

    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    for (const PageRecord& entry : page.records) ZX_TRY(takeRecord(entry, actions));
    state_.cursor = page.to + (planted(Bug::cursorOneAhead) ? 1 : 0);
    ZX_TRY(dropSettled(page.to == page.head, actions));
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    return {};
}

Result<void> Replica::take(const CaughtUp& caughtUp, Instant deviceNow, ReplicaActions& actions) {
    if (caughtUp.seq < state_.cursor) return {};  // overtaken by a later page
    if (caughtUp.from > state_.cursor) {          // a page before it never came
        pull(actions);
        return {};
    }
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    state_.cursor = caughtUp.seq;
    serverHead_ = std::max(serverHead_, caughtUp.seq);
    ZX_TRY(dropSettled(true, actions));
    ZX_ASSIGN(const Digest mine, store_->totalDigest());
    state_.agreed = mine == caughtUp.digest;
    state_.agreedAt = Instant{deviceNow.ms + state_.clock.offsetMs};
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    confirmedAt_ = caughtUp.seq;
    actions.caughtUp = true;
    return pump(actions);
}

Result<void> Replica::take(const ScopesChanged& changed, Instant /*deviceNow*/, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_TRY(adoptScopes(changed.scopes, actions));
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    confirmedAt_ = -1;
    pull(actions);
    return {};
}

Result<void> Replica::take(const Refusal& refusal, Instant /*deviceNow*/, ReplicaActions& actions) {
    if (refusal.error.code == Code::wrong_epoch) {
        ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
        state_.cursor = 0;
        ZX_TRY(store_->setState(state_));
        ZX_TRY(transaction.commit());
        pull(actions);
        return {};
    }
    if (refusal.error.code == Code::counter_gap) sentUpTo_ = answeredUpTo_ = 0;  // begin again with the oldest
    actions.refused = refusal;
    return {};
}

// ---- taking in what the server has

Result<void> Replica::takeRecord(const PageRecord& entry, ReplicaActions& actions) {
    const Record& incoming = entry.record;
    const RecordType& type = *incoming.type;
    ZX_ASSIGN(const auto held, serverRecord(type, incoming.id));
    // A page may bring what an earlier one brought; a place that was lost and regained brings the same version again.
    if (held && held->version >= incoming.version) return {};
    ++actions.pulled;
    if (held && !held->isDeleted) ZX_TRY(count(*held, false));
    if (entry.gone == Gone::no) {
        ZX_TRY(count(incoming, true));
        organisation_.apply(incoming);
    } else {
        organisation_.forget(incoming.id);
    }

    ZX_ASSIGN(auto pending, store_->pendingOf(incoming.id));
    if (entry.gone == Gone::no) ZX_TRY(dropIncluded(pending, incoming.version, actions));
    if (pending.empty()) {
        actions.changed.push_back({&type, incoming.id});
        ZX_TRY(store_->eraseShadow(incoming.id));
        return entry.gone == Gone::no ? store_->put(incoming, false) : store_->erase(type, incoming.id);
    }
    if (!planted(Bug::loseShadowOnRebase)) {
        Record shadow = incoming;
        if (entry.gone != Gone::no) {
            if (held) shadow = *held;
            // Of a record that left nothing is known any more: should it come back, any version of it is news.
            shadow.version = entry.gone == Gone::left ? 0 : incoming.version;
            shadow.isDeleted = true;
        }
        if (!shadow.fields.empty()) ZX_TRY(store_->putShadow(shadow));
    }
    return rebase(type, incoming.id, actions);
}

/// Lets go of decided operations of one record that `version` of it includes, so that they need not be laid on top of it
/// first: most of what a device uploads comes back just so.
Result<void> Replica::dropIncluded(std::vector<PendingOperation>& pending, Version version, ReplicaActions& actions) {
    const auto isIncluded = [&](const PendingOperation& item) {
        return item.settledSeq > 0 && item.settledVersion > 0 && item.settledVersion <= version;
    };
    for (const PendingOperation& item : pending) {
        if (!isIncluded(item)) continue;
        ZX_TRY(store_->drop(item.operation.counter));
        actions.outboxChanged = true;
    }
    std::erase_if(pending, isIncluded);
    return {};
}

/// Lets go of decided operations that the server's state held here includes; all of them when the device is at the head.
Result<void> Replica::dropSettled(bool isComplete, ReplicaActions& actions) {
    ZX_ASSIGN(const auto settled, store_->settledUpTo(state_.cursor));
    for (const PendingOperation& item : settled) {
        const Operation& operation = item.operation;
        if (!isComplete) {
            ZX_ASSIGN(const auto server, serverRecord(*operation.type, operation.record));
            if (!server || server->version < item.settledVersion || item.settledVersion == 0) continue;
        }
        ZX_TRY(store_->drop(operation.counter));
        ZX_TRY(rebase(*operation.type, operation.record, actions));
        actions.outboxChanged = true;
    }
    return {};
}

/// Shows the server's state with whatever is still pending on top; without anything pending the shadow is done with.
Result<void> Replica::rebase(const RecordType& type, const Id& record, ReplicaActions& actions) {
    actions.changed.push_back({&type, record});
    ZX_ASSIGN(const auto server, store_->shadow(record));
    ZX_ASSIGN(const auto pending, store_->pendingOf(record));
    const auto shown = overlay(server ? &*server : nullptr, pending, state_.person, state_.home);
    if (pending.empty() && server) ZX_TRY(store_->eraseShadow(record));
    if (!shown) return store_->erase(type, record);
    return store_->put(*shown, !pending.empty());
}

/// The server's record as last heard, whether or not own work lies on top of it.
Result<std::optional<Record>> Replica::serverRecord(const RecordType& type, const Id& record) {
    ZX_ASSIGN(auto shadow, store_->shadow(record));
    if (shadow) return shadow;
    ZX_ASSIGN(auto shown, store_->find(type, record));
    if (shown && shown->version == 0) shown.reset();  // added here, not yet known to the server
    return shown;
}

Result<void> Replica::count(const Record& record, bool isAdded) {
    if (!isAdded && planted(Bug::digestNotUpdatedOnLeave)) return {};
    const Scope scope{record.place, record.audience};
    ZX_ASSIGN(Digest digest, store_->digest(scope));
    if (isAdded) {
        digest.add(record.id, record.version);
    } else {
        digest.remove(record.id, record.version);
    }
    return store_->putDigest(scope, digest);
}

/// What is no longer to be seen is removed; for what is newly to be seen the feed is read from its start.
Result<void> Replica::adoptScopes(const ScopeSet& scopes, ReplicaActions& actions) {
    if (scopes == state_.scopes) return {};
    for (const Scope& lost : state_.scopes) {
        if (std::binary_search(scopes.begin(), scopes.end(), lost)) continue;
        ZX_ASSIGN(const auto rows, store_->rowsIn(lost));
        for (const auto& [type, id] : rows) {
            ZX_ASSIGN(const auto held, serverRecord(*type, id));
            if (!held || held->isDeleted) continue;
            PageRecord left{*held, Gone::left};
            ++left.record.version;  // newer than what is held, so that it takes effect; the row is forgotten with it
            ZX_TRY(takeRecord(left, actions));
        }
        ZX_TRY(store_->putDigest(lost, Digest{}));
    }
    const bool hasGained = !std::includes(state_.scopes.begin(), state_.scopes.end(), scopes.begin(), scopes.end());
    if (hasGained) state_.cursor = 0;
    state_.scopes = scopes;
    return {};
}

// ---- sending

void Replica::pull(ReplicaActions& actions) const {
    const Pull pull{state_.cursor, static_cast<int>(limits::pageCreditMax)};
    actions.send.push_back(std::make_shared<const std::string>(encode(ClientMessage(pull))));
}

/// Sends waiting operations while few enough are unanswered.
Result<void> Replica::pump(ReplicaActions& actions) {
    if (!isWelcome_) return {};
    while (sentUpTo_ - answeredUpTo_ < limits::operationsInFlightMax) {
        ZX_ASSIGN(auto batch, store_->unsent(sentUpTo_, limits::batchOperationsMax, limits::pushBytesTarget));
        while (!batch.empty() && batch.back().operation.more) batch.pop_back();  // a group travels whole
        if (batch.empty()) break;
        if (answeredUpTo_ == 0) answeredUpTo_ = batch.front().operation.counter - 1;
        std::vector<std::string> lines;
        lines.reserve(batch.size());
        for (PendingOperation& item : batch) lines.push_back(std::move(item.line));
        actions.send.push_back(std::make_shared<const std::string>(joinPush(state_.acked, lines)));
        sentUpTo_ = batch.back().operation.counter;
    }
    return {};
}

ReplicaActions Replica::askAgreement() const {
    ReplicaActions actions;
    if (isWelcome_) pull(actions);
    return actions;
}

Result<bool> Replica::isQuiet() const {
    ZX_ASSIGN(const std::size_t waiting, store_->pendingCount());
    return isWelcome_ && waiting == 0 && state_.cursor >= serverHead_ && confirmedAt_ == state_.cursor;
}

// ---- the tray and conflicts

Result<ReplicaActions> Replica::resend(Counter counter, const std::vector<FieldValue>& values, Instant deviceNow) {
    ZX_ASSIGN(const auto tray, store_->tray());
    const auto item =
        std::find_if(tray.begin(), tray.end(), [&](const TrayItem& one) { return one.counter == counter; });
    if (item == tray.end()) return Error{Code::not_found, "nothing with this number was refused", {}, {}};

    Edit edit;
    edit.verb = item->operation.verb;
    edit.type = item->operation.type;
    edit.record = item->operation.record;
    edit.place = item->operation.place;
    edit.audience = item->operation.audience;
    for (const FieldChange& change : item->operation.changes) edit.values.push_back({change.field, change.value});
    for (const FieldValue& value : values) {
        const auto same = std::find_if(edit.values.begin(), edit.values.end(),
                                       [&](const FieldValue& one) { return one.field == value.field; });
        if (same != edit.values.end()) {
            same->value = value.value;
        } else {
            edit.values.push_back(value);
        }
    }
    ReplicaActions actions;
    ZX_TRY(record(std::span(&edit, 1), deviceNow, actions));
    // Only now that the new operation is safe may the old one go; a crash between leaves both, never neither.
    ZX_ASSIGN(auto discarded, discard(counter));
    actions.outboxChanged = true;
    return actions;
}

Result<ReplicaActions> Replica::discard(Counter counter) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_TRY(store_->eraseTray(counter));
    ZX_TRY(transaction.commit());
    ReplicaActions actions;
    actions.outboxChanged = true;
    return actions;
}

Result<ReplicaActions> Replica::resolve(const Id& conflict, const Value& chosen, Instant deviceNow) {
    const RecordType& type = catalog_->at("conflict");
    ZX_ASSIGN(const auto record, store_->find(type, conflict));
    if (!record) return Error{Code::not_found, "no such conflict", {}, {}};
    const RecordType* target = catalog_->find(record->string("record_type"));
    const auto targetId = Id::parse(record->string("record_id"));
    const auto field = target != nullptr ? target->find(record->string("field")) : std::nullopt;
    if (target == nullptr || !targetId || !field) {
        return Error{Code::bad_reference, "this conflict is not about one field", "field", {}};
    }
    Edit settle;
    settle.type = target;
    settle.record = *targetId;
    settle.values.push_back({static_cast<std::uint16_t>(*field), chosen});
    Edit close;
    close.type = &type;
    close.record = conflict;
    close.values.push_back({static_cast<std::uint16_t>(*type.find("state")), std::string("settled")});
    const std::array edits{settle, close};
    ReplicaActions actions;
    ZX_TRY(this->record(edits, deviceNow, actions));
    return actions;
}

}  // namespace zhixing::sync

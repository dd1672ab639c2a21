#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/base/limits.h"
#include "sync/planted.h"
#include "sync/replica/replica.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

/// What lies behind the cursor: everything for a new device, what a person may newly see, and a history that went back.
namespace zhixing::sync {
namespace {

/// The server takes a group as a whole or not at all: what is left of one is for its person to decide about.
Error restOfGroup() { return {Code::group_failed, "another part of this change was lost", {}, {}}; }

}  // namespace

/// The cursor goes to the head at once, so that live changes flow while the rest is fetched behind it. Rows of an earlier
/// history stay until the server's have come; what it had taken and lost is offered to it again.
Result<void> Replica::beginHistory(const Welcome& welcome, Instant deviceNow, ReplicaActions& actions) {
    const bool isRestored = !state_.epoch.empty();
    state_.epoch = welcome.epoch;
    state_.cursor = welcome.head;
    state_.fills.clear();
    if (welcome.head > 0) {
        state_.fills.push_back({0, Part::first, 0, welcome.head, {}});
        state_.fills.push_back({0, Part::rest, 0, welcome.head, {}});
    }
    state_.isRereading = isRestored;
    state_.acked = std::min(state_.acked, welcome.lastCounter);
    if (!isRestored) return {};

    ZX_TRY(store_->forgetHistories());  // its versions are those of the other past
    ZX_ASSIGN(const auto reopened,
              store_->reopen(planted(Bug::nothingSentAgain) ? state_.lastCounter : welcome.lastCounter));
    for (const auto& [type, record] : reopened) {
        ZX_ASSIGN(const auto server, serverRecord(*type, record));
        if (server) ZX_TRY(store_->putShadow(*server));
        ZX_TRY(rebase(*type, record, actions));
    }
    ZX_TRY(setBrokenGroupsAside(deviceNow, actions));
    actions.outboxChanged = true;
    Incident incident{.kind = Incident::Kind::restored, .at = corrected(deviceNow)};
    incident.resent = static_cast<std::int64_t>(reopened.size());
    return store_->addIncident(incident);
}

/// A group is broken whose last part was about a record that has left since, because that part is forgotten. Nothing would
/// ever send what remains, nor anything after it.
Result<void> Replica::setBrokenGroupsAside(Instant deviceNow, ReplicaActions& actions) {
    std::vector<OutboxEntry> open;  // a group, as far as it goes on without a gap
    for (Counter last = 0;;) {
        ZX_ASSIGN(auto batch, store_->unsent(last, limits::batchOperationsMax, limits::pushBytesTarget));
        for (OutboxEntry& entry : batch) {
            const bool goesOn = entry.counter == last + 1;
            if (!goesOn) ZX_TRY(setAside(std::exchange(open, {}), deviceNow, actions));
            last = entry.counter;
            if (!entry.more) open.clear();
            if (entry.more) open.push_back(std::move(entry));
        }
        if (batch.empty()) return setAside(open, deviceNow, actions);
    }
}

Result<void> Replica::setAside(std::span<const OutboxEntry> entries, Instant deviceNow, ReplicaActions& actions) {
    for (const OutboxEntry& entry : entries) {
        ZX_ASSIGN(auto item, store_->pending(entry.counter));
        if (!item) continue;
        ZX_TRY(store_->putTray({entry.counter, std::move(item->operation), restOfGroup(), corrected(deviceNow)}));
        ZX_TRY(store_->drop(entry.counter));
        ++actions.rejected;
    }
    for (const OutboxEntry& entry : entries) ZX_TRY(rebase(*entry.type, entry.record, actions));
    return {};
}

Result<void> Replica::takeOver(std::span<const PendingOperation> unsent, std::span<const TrayItem> refused,
                               Counter lastCounter) {
    ReplicaState next = state_;
    next.lastCounter = std::max(next.lastCounter, lastCounter);
    ReplicaActions shown;
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    for (std::size_t i = 0; i < unsent.size();) {
        std::size_t end = i + 1;
        while (end < unsent.size() && unsent[end - 1].operation.more &&
               unsent[end].operation.counter == unsent[end - 1].operation.counter + 1)
            ++end;
        const bool isWhole = !unsent[end - 1].operation.more;
        for (; i < end; ++i) {
            const Operation& operation = unsent[i].operation;
            next.lastCounter = std::max(next.lastCounter, operation.counter);
            if (isWhole) {
                ZX_TRY(
                    store_->append({operation, unsent[i].line, 0, 0}));  // whether it was decided, the server says anew
            } else {
                ZX_TRY(store_->putTray({operation.counter, operation, restOfGroup(), operation.at}));
            }
        }
    }
    for (const PendingOperation& pending : unsent) {
        ZX_TRY(rebase(*pending.operation.type, pending.operation.record, shown));
    }
    for (const TrayItem& item : refused) {
        ZX_TRY(store_->putTray(item));
        next.lastCounter = std::max(next.lastCounter, item.counter);
    }
    ZX_TRY(store_->setState(next));
    ZX_TRY(transaction.commit());
    state_ = std::move(next);
    return {};
}

/// What is no longer to be seen is removed; what is newly to be seen is asked for, while the rest keeps flowing.
Result<void> Replica::adoptScopes(const ScopeSet& scopes, ReplicaActions& actions) {
    if (scopes == state_.scopes) return {};
    ScopeSet lost;
    ScopeSet gained;
    std::ranges::set_difference(state_.scopes, scopes, std::back_inserter(lost));
    std::ranges::set_difference(scopes, state_.scopes, std::back_inserter(gained));
    for (const Scope& scope : lost) {
        ZX_ASSIGN(const auto rows, store_->heldIn(scope));
        for (const Held& held : rows) ZX_TRY(forget(held, actions));
        ZX_TRY(store_->putDigest(scope, Digest{}));
    }
    for (Fill& fill : state_.fills) {
        if (!fill.scopes) continue;
        ScopeSet left;
        std::ranges::set_intersection(*fill.scopes, scopes, std::back_inserter(left));
        fill.scopes = std::move(left);
    }
    isFilling_ = false;
    std::erase_if(state_.fills, [](const Fill& fill) { return fill.scopes && fill.scopes->empty(); });

    // A first fill that has not begun brings the gained scopes too, but only up to where the cursor was when it was planned.
    const bool everythingComes = !state_.fills.empty() && state_.fills.front().part == Part::first &&
                                 !state_.fills.front().scopes && state_.fills.front().after == 0 &&
                                 state_.fills.front().until >= state_.cursor;
    if (!gained.empty() && !everythingComes && state_.cursor > 0) {
        state_.fills.push_back({0, Part::all, 0, state_.cursor, gained});
    }
    state_.scopes = scopes;
    return {};
}

Result<void> Replica::forget(const Held& held, ReplicaActions& actions) {
    PageRecord left;
    left.record.type = held.type;
    left.record.id = held.record;
    left.record.version = held.version;
    left.gone = Gone::left;
    return takeRecord(left, actions, true);
}

void Replica::askFill(ReplicaActions& actions) {
    isFilling_ = !state_.fills.empty();
    if (!isFilling_) return;
    Fill fill = state_.fills.front();
    fill.number = ++fillNumber_;
    actions.say(std::move(fill));
}

Result<void> Replica::take(const Filled& filled, Instant /*deviceNow*/, ReplicaActions& actions) {
    if (!isFilling_ || filled.number != fillNumber_)
        return {};  // what is left to fill has changed since it was asked for
    Fill& fill = state_.fills.front();
    const bool isDone = filled.to >= filled.until;
    expectedCount_ = filled.count;

    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    for (const PageRecord& entry : filled.records) ZX_TRY(takeRecord(entry, actions));
    fill.after = filled.to;
    if (isDone) state_.fills.erase(state_.fills.begin());
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());

    askFill(actions);
    if (!isFilling_) pull(actions);  // now both ends can be compared
    return {};
}

}  // namespace zhixing::sync

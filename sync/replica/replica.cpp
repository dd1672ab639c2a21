#include "sync/replica/replica.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "sync/planted.h"
#include "sync/replica/family.h"
#include "sync/replica/overlay.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

namespace zhixing::sync {
namespace {

/// How many pages may be under way to this device. Two keep the line busy; what waits beyond them waits on the server, which
/// tells of a record once, as it is by then, however often it has changed.
constexpr int pagesAhead = 2;

}  // namespace

void ReplicaActions::say(const ClientMessage& message) {
    send.push_back(std::make_shared<const std::string>(encode(message)));
}

Replica::Replica(const Catalog& catalog, ReplicaStore& store, Random& random)
    : catalog_(&catalog), store_(&store), random_(&random) {}

Result<Replica> Replica::load(const Catalog& catalog, ReplicaStore& store, Random& random) {
    Replica replica(catalog, store, random);
    ZX_ASSIGN(replica.state_, store.state());
    const bool isOtherCatalog = !replica.state_.device.isNil() && replica.state_.schema != catalog.fingerprint();
    if (isOtherCatalog) ZX_TRY(replica.understandAnew());
    for (const std::string_view name : Organisation::sources) {
        const auto apply = [&](const Record& record) { replica.organisation_.apply(record); };
        if (const RecordType* type = catalog.find(name)) ZX_TRY(store.forEach(*type, apply));
    }
    if (planted(Bug::forgetTrayOnRestart)) {
        ZX_ASSIGN(const auto tray, store.tray());
        for (const TrayItem& item : tray) ZX_TRY(store.eraseTray(item.counter));
    }
    return replica;
}

Result<void> Replica::enrolled(const Id& device, const Id& person, const Id& home) {
    ReplicaState next = state_;
    if (next.device != device) next.acked = 0;  // the numbers that this device has used mean nothing to the server
    next.device = device;
    next.person = person;
    next.home = home;
    next.schema = catalog_->fingerprint();
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_TRY(store_->setState(next));
    ZX_TRY(transaction.commit());
    state_ = std::move(next);
    return {};
}

// ---- the conversation

Result<ReplicaActions> Replica::connected(const std::string& token, int minor) {
    isWelcome_ = isOutdated_ = false;
    minor_ = minor;
    Hello hello;
    hello.schema = catalog_->fingerprint();
    hello.token = token;
    hello.epoch = state_.epoch;
    hello.cursor = state_.cursor;
    hello.acked = planted(Bug::ackedAhead) ? state_.lastCounter : state_.acked;
    hello.scopes = state_.scopes.empty() ? std::string() : scopesKey(state_.scopes);
    ReplicaActions actions;
    actions.say(hello);
    return actions;
}

Result<ReplicaActions> Replica::receive(const ServerMessage& message, Instant deviceNow) {
    ReplicaActions actions;
    ZX_TRY(std::visit([&](const auto& said) { return take(said, deviceNow, actions); }, message));
    return actions;
}

Result<ReplicaActions> Replica::receive(const JoinedPages& pages) {
    ReplicaActions actions;
    ZX_TRY(takePages(pages.page(), pages.count(), actions));
    return actions;
}

void Replica::disconnected() {
    isWelcome_ = false;
    repair_.reset();
    ahead_.wanted.clear();
    ahead_.asked.clear();
}

Result<void> Replica::failed(const Error& reason, Instant deviceNow) {
    ZX_ASSIGN(const std::size_t waiting, store_->pendingCount());
    if (waiting == 0) return {};
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    ZX_TRY(store_->noteFailure({reason, corrected(deviceNow)}));
    return transaction.commit();
}

Result<void> Replica::take(const Welcome& welcome, Instant deviceNow, ReplicaActions& actions) {
    if (welcome.device != state_.device || welcome.person != state_.person) {
        return Error{Code::untrusted, "the server takes this device for another", {}, {}};
    }
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    // A server that knows less than it has told this device lost it: another history, whatever it is called.
    const bool isBehind = welcome.head < state_.cursor || welcome.lastCounter < state_.acked;
    const bool isOther =
        (state_.epoch != welcome.epoch || isBehind) && !(planted(Bug::restoreUnnoticed) && !state_.epoch.empty());
    if (isOther) ZX_TRY(beginHistory(welcome, deviceNow, actions));
    state_.missedDeletions = state_.missedDeletions || state_.cursor < welcome.horizon;
    state_.lastCounter = std::max(state_.lastCounter, welcome.lastCounter);
    ZX_ASSIGN(const auto oldest, store_->unsent(0, 1, 1));
    const Counter settled = oldest.empty() ? state_.lastCounter : oldest.front().counter - 1;
    state_.acked = std::max(state_.acked, std::min(settled, welcome.lastCounter));
    HybridClock clock(state_.clock);
    clock.measure(deviceNow, welcome.now);
    state_.clock = clock.state();
    ZX_TRY(adoptScopes(welcome.scopes, actions));
    // By the server's clock, because the device's may be years ahead.
    ZX_TRY(store_->eraseDiscardedBefore(Instant{welcome.now.ms - limits::discardedDaysMax * msPerDay}));
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());

    isWelcome_ = true;
    serverHead_ = welcome.head;
    confirmedAt_ = -1;
    serverCounter_ = welcome.lastCounter;
    sentUpTo_ = answeredUpTo_ = 0;
    repairsTried_ = 0;
    repair_.reset();
    pull(actions);
    askFill(actions);
    return pump(actions);
}

Result<void> Replica::take(const Outcomes& outcomes, Instant deviceNow, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    RefusedAdds refusedAdds;
    for (const Outcome& outcome : outcomes.outcomes) {
        ZX_TRY(settleOne(outcome, deviceNow, refusedAdds, actions));
        answeredUpTo_ = std::max(answeredUpTo_, outcome.counter);
        // The server forgets what is acknowledged, so nothing is that may still be missing here.
        if (outcome.counter == state_.acked + 1) ++state_.acked;
    }
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    actions.outboxChanged = true;
    return pump(actions);
}

Result<void> Replica::settleOne(const Outcome& outcome, Instant deviceNow, RefusedAdds& refusedAdds,
                                ReplicaActions& actions) {
    ZX_ASSIGN(const auto entry, store_->entry(outcome.counter));
    if (!entry || entry->settledSeq > 0) return {};
    if (outcome.verdict == Verdict::rejected) return takeRejection(outcome, deviceNow, refusedAdds, actions);
    ++actions.pushed;
    if (outcome.verdict == Verdict::conflict) ++actions.conflicts;
    ZX_ASSIGN(const auto server, serverHead(*entry->type, entry->record));
    // While everything is read anew, versions held here may be those of an earlier history.
    const bool isHeld = outcome.version > 0 && server && server->version >= outcome.version && !state_.isRereading;
    if (!isHeld && !planted(Bug::pushResultBeforePage)) {
        return store_->settle(outcome.counter, std::max<Seq>(outcome.seq, 1), outcome.version);
    }
    ZX_TRY(store_->retire(outcome.counter));
    return rebase(*entry->type, entry->record, actions);
}

Result<void> Replica::takeRejection(const Outcome& outcome, Instant deviceNow, RefusedAdds& refusedAdds,
                                    ReplicaActions& actions) {
    ZX_ASSIGN(const auto item, store_->pending(outcome.counter));
    if (!item) return {};
    const Operation& operation = item->operation;
    HybridClock clock(state_.clock);
    ++actions.rejected;
    Error error = outcome.error.value_or(Error{});
    ZX_ASSIGN(const bool isDependent, dependsOnRefused(operation, error, refusedAdds));
    if (isDependent) error.code = Code::depends_on_rejected;
    if (refusedAdds && operation.verb == Verb::add) refusedAdds->insert(operation.record);
    if (planted(Bug::rejectionForgotten)) return store_->drop(outcome.counter);
    ZX_TRY(store_->putTray({outcome.counter, operation, std::move(error), clock.stamp(deviceNow)}));
    ZX_TRY(store_->drop(outcome.counter));
    return rebase(*operation.type, operation.record, actions);
}

/// To the server what it refused has never been, and whatever builds on it is about nothing. Here the reason is known.
Result<bool> Replica::dependsOnRefused(const Operation& operation, const Error& error, RefusedAdds& refusedAdds) {
    if (error.code != Code::not_found && error.code != Code::bad_reference) return false;
    if (!refusedAdds) {
        refusedAdds.emplace();
        ZX_ASSIGN(const auto tray, store_->tray());
        for (const TrayItem& item : tray) {
            if (item.operation.verb == Verb::add) refusedAdds->insert(item.operation.record);
        }
    }
    return buildsOn(operation, *refusedAdds);
}

Result<void> Replica::take(const Page& page, Instant /*deviceNow*/, ReplicaActions& actions) {
    return takePages(page, 1, actions);
}

/// What came as `count` pages, as one.
Result<void> Replica::takePages(const Page& page, int count, ReplicaActions& actions) {
    serverHead_ = std::max(serverHead_, page.head);
    if (page.from > state_.cursor) {  // something between is missing: ask from where we are
        pull(actions);
        return {};
    }
    actions.say(Credit{count});
    if (page.to <= state_.cursor) return {};

    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    for (const PageRecord& entry : page.records) {
        ZX_TRY(takeRecord(entry, actions));
        if (entry.gone == Gone::no) noteChanged(entry.record);
    }
    state_.cursor = page.to + (planted(Bug::cursorOneAhead) ? 1 : 0);
    ZX_TRY(dropSettled(page.to == page.head && state_.fills.empty(), actions));
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
    const bool isComplete = state_.fills.empty();  // otherwise there is nothing to compare yet
    ZX_TRY(dropSettled(isComplete, actions));
    if (isComplete) {
        ZX_ASSIGN(state_.agreed, agreesWith(caughtUp.digest, deviceNow));
        state_.agreedAt = corrected(deviceNow);
        if (state_.agreed) state_.isRereading = state_.missedDeletions = false;
    }
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    if (!isComplete) return pump(actions);
    if (mustScrub_) ZX_TRY(store_->scrub());
    mustScrub_ = false;
    confirmedAt_ = caughtUp.seq;
    if (state_.agreed) repair_.reset();
    actions.caughtUp = true;
    if (!state_.agreed && !repair_) {
        ZX_TRY(beginComparing(deviceNow));
        ZX_TRY(goOnComparing(deviceNow, actions));
    }
    return pump(actions);
}

Result<void> Replica::take(const ScopesChanged& changed, Instant /*deviceNow*/, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    ZX_TRY(adoptScopes(changed.scopes, actions));
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    confirmedAt_ = -1;
    repair_.reset();
    pull(actions);
    askFill(actions);
    return {};
}

Result<void> Replica::take(const Refusal& refusal, Instant /*deviceNow*/, ReplicaActions& actions) {
    if (refusal.error.code == Code::wrong_epoch) {
        ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
        state_.cursor = 0;
        state_.missedDeletions = true;  // there may be a horizon before which nothing is told
        state_.fills.clear();
        ZX_TRY(store_->setState(state_));
        ZX_TRY(transaction.commit());
        isFilling_ = false;
        pull(actions);
        return {};
    }
    if (refusal.error.code == Code::counter_gap) sentUpTo_ = answeredUpTo_ = 0;  // begin again with the oldest
    if (refusal.error.code == Code::outdated) isOutdated_ = true;
    actions.refused = refusal;
    return {};
}

// ---- taking in what the server has

Result<void> Replica::takeRecord(const PageRecord& entry, ReplicaActions& actions, bool takesAny) {
    if (entry.record.type == nullptr) return takeUnknown(entry, actions, takesAny);
    const Record& incoming = entry.record;
    const RecordType& type = *incoming.type;
    ZX_ASSIGN(const auto held, serverHead(type, incoming.id));
    // A page may bring what an earlier one brought; a place that was lost and regained brings the same version again.
    const bool takesAnyVersion = takesAny || state_.isRereading;
    if (held && held->version >= incoming.version && !takesAnyVersion) return {};
    ZX_ASSIGN(const auto foreign, store_->foreign(incoming.id));
    if (held && takesAnyVersion && entry.gone == Gone::no) {
        ZX_ASSIGN(const auto whole, serverRecord(type, incoming.id));
        if (whole && *whole == incoming && (foreign ? foreign->line : std::string()) == entry.foreign) return {};
    }
    ++actions.pulled;
    if (held && !held->isDeleted) ZX_TRY(count({&type, incoming.id, held->version, held->scope}, false));
    ZX_TRY(keepForeign(entry, foreign));
    if (entry.gone == Gone::no) {
        ZX_TRY(count(heldOf(incoming), true));
        organisation_.apply(incoming);
        if (repair_) repair_->comparison.mine().put(heldOf(incoming));
    } else {
        if (entry.gone == Gone::left) {
            mustScrub_ = true;
            ZX_TRY(store_->forgetRetired(incoming.id));
        }
        organisation_.forget(incoming.id);
        if (repair_) repair_->comparison.mine().erase(incoming.id);
    }

    if (entry.gone == Gone::no) ZX_TRY(dropIncluded(incoming.id, incoming.version, actions));
    ZX_ASSIGN(const auto pending, store_->pendingOf(incoming.id));
    if (pending.empty()) {
        actions.changed.push_back({&type, incoming.id});
        ZX_TRY(store_->eraseShadow(incoming.id));
        return entry.gone == Gone::no ? store_->put(incoming, false) : store_->erase(type, incoming.id);
    }
    if (planted(Bug::loseShadowOnRebase)) return rebase(type, incoming.id, actions);
    Record shadow = incoming;
    if (entry.gone != Gone::no) {
        ZX_ASSIGN(auto whole, serverRecord(type, incoming.id));
        if (whole) shadow = std::move(*whole);
        // Of a record that left nothing is known any more: should it come back, any version of it is news.
        shadow.version = entry.gone == Gone::left ? 0 : incoming.version;
        if (entry.gone == Gone::left) std::ranges::fill(shadow.fields, Value{});
        shadow.isDeleted = true;
    }
    if (shadow.fields.empty()) return rebase(type, incoming.id, actions);
    ZX_TRY(store_->putShadow(shadow));
    return show(&shadow, pending, {&type, incoming.id}, actions);
}

/// Lets go of decided operations of one record that `version` of it includes, so that they need not be read and laid on
/// top of it first: most of what a device uploads comes back just so.
Result<void> Replica::dropIncluded(const Id& record, Version version, ReplicaActions& actions) {
    if (planted(Bug::pendingLostWithPage)) {
        ZX_ASSIGN(const auto pending, store_->pendingOf(record));
        for (const PendingOperation& item : pending) ZX_TRY(store_->retire(item.operation.counter));
    }
    ZX_ASSIGN(const auto included, store_->settledOf(record, version));
    for (const Counter counter : included) ZX_TRY(store_->retire(counter));
    actions.outboxChanged = actions.outboxChanged || !included.empty();
    return {};
}

/// Lets go of decided operations that the server's state held here includes; all of them when the device is at the head.
Result<void> Replica::dropSettled(bool isComplete, ReplicaActions& actions) {
    if (!isComplete && state_.isRereading) return {};
    ZX_ASSIGN(const auto settled, store_->settledUpTo(state_.cursor));
    for (const OutboxEntry& entry : settled) {
        if (!isComplete) {
            ZX_ASSIGN(const auto server, serverHead(*entry.type, entry.record));
            if (!server || server->version < entry.settledVersion || entry.settledVersion == 0) continue;
        }
        ZX_TRY(store_->retire(entry.counter));
        ZX_TRY(rebase(*entry.type, entry.record, actions));
        actions.outboxChanged = true;
    }
    return {};
}

/// Shows the server's state with whatever is still pending on top; without anything pending the shadow is done with.
Result<void> Replica::rebase(const RecordType& type, const Id& record, ReplicaActions& actions) {
    ZX_ASSIGN(const auto server, store_->shadow(record));
    ZX_ASSIGN(const auto pending, store_->pendingOf(record));
    return show(server ? &*server : nullptr, pending, {&type, record}, actions);
}

Result<void> Replica::show(const Record* server, std::span<const PendingOperation> pending, const Changed& what,
                           ReplicaActions& actions) {
    actions.changed.push_back(what);
    const auto shown = overlay(server, pending, state_.person, state_.home);
    if (pending.empty() && server != nullptr) ZX_TRY(store_->eraseShadow(what.record));
    if (!shown) return store_->erase(*what.type, what.record);
    if (planted(Bug::rebaseForgetsPending) && server != nullptr) return store_->put(*server, false);
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

/// As much of it as most decisions need: rows have dozens of columns, and every record of every page is asked for.
Result<std::optional<RecordHead>> Replica::serverHead(const RecordType& type, const Id& record) {
    ZX_ASSIGN(auto head, store_->shadowHead(record));
    if (head) return head;
    ZX_ASSIGN(head, store_->head(type, record));
    if (head && head->version == 0) head.reset();
    return head;
}

Held Replica::heldOf(const Record& record) { return {record.type, record.id, record.version, scopeOf(record)}; }

Result<void> Replica::count(const Held& held, bool isAdded) {
    if (!isAdded && planted(Bug::digestNotUpdatedOnLeave)) return {};
    ZX_ASSIGN(Digest digest, store_->digest(held.scope));
    if (isAdded) {
        digest.add(held.record, held.version);
    } else {
        digest.remove(held.record, held.version);
    }
    return store_->putDigest(held.scope, digest);
}

// ---- sending

void Replica::pull(ReplicaActions& actions) const { actions.say(Pull{state_.cursor, pagesAhead}); }

/// Sends waiting operations while few enough are unanswered.
Result<void> Replica::pump(ReplicaActions& actions) {
    if (!isWelcome_) return {};
    while (sentUpTo_ - answeredUpTo_ < limits::operationsInFlightMax) {
        ZX_ASSIGN(auto batch, store_->unsent(sentUpTo_, limits::batchOperationsMax, limits::pushBytesTarget));
        const auto isGap = [](const OutboxEntry& one, const OutboxEntry& next) {
            return next.counter != one.counter + 1;
        };
        if (const auto gap = std::ranges::adjacent_find(batch, isGap); gap != batch.end())
            batch.erase(gap + 1, batch.end());
        while (!batch.empty() && batch.back().more) batch.pop_back();  // a group travels whole
        if (batch.empty()) break;
        const Counter first = batch.front().counter;
        passUnused(std::max(sentUpTo_, serverCounter_) + 1, first, actions);
        if (answeredUpTo_ == 0) answeredUpTo_ = first - 1;
        std::vector<std::string> lines;
        lines.reserve(batch.size());
        for (OutboxEntry& entry : batch) lines.push_back(std::move(entry.line));
        actions.send.push_back(std::make_shared<const std::string>(joinPush(state_.acked, lines)));
        sentUpTo_ = batch.back().counter;
    }
    return {};
}

/// Numbers in [from, to) that this device has used and whose operations are no longer to be done: the server, which lost
/// what it had decided about them, must not wait for them.
void Replica::passUnused(Counter from, Counter to, ReplicaActions& actions) const {
    std::vector<std::string> lines;
    for (Counter counter = from; counter < to; ++counter) {
        lines.push_back(unusedNumberLine(counter));
        if (lines.size() < limits::batchOperationsMax && counter + 1 < to) continue;
        actions.send.push_back(std::make_shared<const std::string>(joinPush(state_.acked, lines)));
        lines.clear();
    }
}

ReplicaActions Replica::askAgreement() const {
    ReplicaActions actions;
    if (isWelcome_) pull(actions);
    return actions;
}

Result<bool> Replica::isQuiet() const {
    ZX_ASSIGN(const std::size_t waiting, store_->pendingCount());
    return isWelcome_ && waiting == 0 && state_.fills.empty() && !repair_ && state_.cursor >= serverHead_ &&
           confirmedAt_ == state_.cursor;
}

}  // namespace zhixing::sync

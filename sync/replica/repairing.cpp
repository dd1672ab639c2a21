#include <algorithm>
#include <array>
#include <map>

#include "shared/base/limits.h"
#include "shared/model/document.h"
#include "sync/planted.h"
#include "sync/replica/replica.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

/// When this device's rows are not the server's: finding what differs, putting it right, and keeping a note of it.
namespace zhixing::sync {
namespace {

constexpr int repairsPerConnectionMax = 3;

constexpr std::array<std::string_view, 4> kindWords = {"recounted", "repaired", "unrepaired", "restored"};

}  // namespace

std::string_view word(Incident::Kind kind) { return kindWords[static_cast<std::size_t>(kind)]; }

std::optional<Incident::Kind> incidentKindFromWord(std::string_view word) {
    const auto found = std::ranges::find(kindWords, word);
    if (found == kindWords.end()) return std::nullopt;
    return static_cast<Incident::Kind>(found - kindWords.begin());
}

Instant Replica::corrected(Instant deviceNow) const { return {deviceNow.ms + state_.clock.offsetMs}; }

/// The digest is kept up to date row by row. Once after loading, and whenever it differs, it is made from the rows
/// themselves: a row that was lost or changed behind the replica's back shows only so. Before that, the store is asked
/// whether its parts fit together: a row that only some of its indices know would be counted and never be shown.
Result<bool> Replica::agreesWith(const Digest& theirs, Instant deviceNow) {
    ZX_ASSIGN(Digest mine, store_->totalDigest());
    if ((isRecounted_ || planted(Bug::rowsNotRecounted)) && mine == theirs) return true;
    if (!isRecounted_) ZX_TRY(store_->verify());
    std::map<Scope, Digest> counted;
    for (const Scope& scope : state_.scopes) counted[scope] = {};
    bool isOff = false;
    bool isDamaged = false;  // not counted: comparing lists them, and fetches or removes them
    ZX_TRY(store_->forEachHeld([&](const Held& held) {
        if (held.version > 0) counted[held.scope].add(held.record, held.version);
        isDamaged = isDamaged || held.version == 0;
    }));
    isRecounted_ = !isDamaged;
    for (const auto& [scope, digest] : counted) {
        ZX_ASSIGN(const Digest kept, store_->digest(scope));
        if (kept == digest) continue;
        isOff = true;
        ZX_TRY(store_->putDigest(scope, digest));
    }
    if (isOff) {
        ZX_TRY(store_->addIncident({.kind = Incident::Kind::recounted, .at = corrected(deviceNow)}));
        ZX_ASSIGN(mine, store_->totalDigest());
    }
    return mine == theirs && !isDamaged;
}

Result<void> Replica::beginComparing(Instant deviceNow) {
    if (repairsTried_ > repairsPerConnectionMax) return {};
    if (++repairsTried_ > repairsPerConnectionMax) {
        ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
        ZX_TRY(store_->addIncident({.kind = Incident::Kind::unrepaired, .at = corrected(deviceNow)}));
        return transaction.commit();
    }
    std::vector<Held> held;
    ZX_TRY(store_->forEachHeld([&](const Held& one) { held.push_back(one); }));
    repair_.emplace(Repair{Comparison(HeldIndex(std::move(held))), {}, {}, {}, {}});
    return {};
}

/// Asks the next question; when there is none, fetches what is wanted; when nothing is, removes what is too much.
Result<void> Replica::goOnComparing(Instant deviceNow, ReplicaActions& actions) {
    if (!repair_) return {};
    if (const auto inspect = repair_->comparison.next()) {
        actions.say(*inspect);
        return {};
    }
    auto& wanted = repair_->wanted;
    if (wanted.empty()) return finishRepair(deviceNow, actions);
    const std::size_t count = std::min(wanted.size(), limits::fetchRecordsMax);
    repair_->fetching.assign(wanted.end() - static_cast<std::ptrdiff_t>(count), wanted.end());
    wanted.resize(wanted.size() - count);
    actions.say(Fetch{repair_->fetching});
    return {};
}

Result<void> Replica::take(const Buckets& buckets, Instant deviceNow, ReplicaActions& actions) {
    if (!repair_) return {};
    if (buckets.from > state_.cursor || buckets.seq < state_.cursor) {  // not about what is held here
        return compareAnew(actions);
    }
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    state_.cursor = buckets.seq;
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());

    Comparison::Differences found = repair_->comparison.take(buckets);
    repair_->incident.missing += found.missing;
    repair_->incident.outdated += found.outdated;
    repair_->wanted.insert(repair_->wanted.end(), found.wanted.begin(), found.wanted.end());
    repair_->extra.insert(repair_->extra.end(), found.extra.begin(), found.extra.end());
    return goOnComparing(deviceNow, actions);
}

Result<void> Replica::take(const Fetched& fetched, Instant deviceNow, ReplicaActions& actions) {
    if (!repair_) return {};
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    for (const PageRecord& entry : fetched.records) {
        ZX_TRY(takeRecord(entry, actions, true));
        std::erase(repair_->fetching, entry.record.id);
    }
    ZX_TRY(transaction.commit());
    if (!fetched.isLast) return {};
    for (const Id& id : std::exchange(repair_->fetching, {})) {  // gone since it was listed
        if (const Held* held = repair_->comparison.mine().find(id)) repair_->extra.push_back(*held);
    }
    return goOnComparing(deviceNow, actions);
}

/// Removes rows that the server does not have for this person, unless they changed in the meantime, in one transaction
/// with the note of what was done. What an older state of the server lost is kept in the note.
Result<void> Replica::finishRepair(Instant deviceNow, ReplicaActions& actions) {
    Incident incident = std::move(repair_->incident);
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::full));
    for (const Held& held : repair_->extra) {
        const Held* now = repair_->comparison.mine().find(held.record);
        if (now == nullptr || now->version != held.version) continue;
        if (!state_.missedDeletions) ++incident.extra;  // otherwise they are what was to be found
        if (state_.isRereading) {
            ZX_ASSIGN(const std::string lost, lineOf(held));
            if (!lost.empty()) incident.kept += lost + '\n';
        }
        if (!planted(Bug::extraRowsStay)) ZX_TRY(forget(held, actions));
    }
    incident.kind = Incident::Kind::repaired;
    incident.at = corrected(deviceNow);
    if (incident.missing + incident.outdated + incident.extra > 0) ZX_TRY(store_->addIncident(incident));
    ZX_TRY(store_->setState(state_));
    ZX_TRY(transaction.commit());
    return compareAnew(actions);
}

/// All that the server said of a record held here; empty when it never did.
Result<std::string> Replica::lineOf(const Held& held) {
    ZX_ASSIGN(auto foreign, store_->foreign(held.record));
    if (foreign) return std::move(foreign->line);
    ZX_ASSIGN(const auto record, serverRecord(*held.type, held.record));
    return record ? canonicalLine(*record) : std::string();
}

/// Until the server has answered, nobody knows whether both ends agree.
Result<void> Replica::compareAnew(ReplicaActions& actions) {
    repair_.reset();
    confirmedAt_ = -1;
    pull(actions);
    return {};
}

}  // namespace zhixing::sync

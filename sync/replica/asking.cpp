#include <algorithm>

#include "sync/replica/ahead.h"
#include "sync/replica/replica.h"
#include "sync/replica/transaction.h"
#include "sync/wire/codec.h"

/// Questions that people have beside the records themselves: who changed this, and whose devices are up to date. What is
/// answered is kept, so that it can be read again without a connection, with the time it was true.
namespace zhixing::sync {
namespace {

ReplicaActions asking(const ClientMessage& question) {
    ReplicaActions actions;
    actions.send.push_back(std::make_shared<const std::string>(encode(question)));
    return actions;
}

}  // namespace

ReplicaActions Replica::askHistory(const Id& record, Version before) const {
    return isAnswered() ? asking(AskHistory{record, before}) : ReplicaActions{};
}

ReplicaActions Replica::askDevices() const { return isAnswered() ? asking(AskDevices{}) : ReplicaActions{}; }

Result<ReplicaActions> Replica::tellAgreement() {
    ZX_ASSIGN(const bool quiet,
              isQuiet());  // whoever hears of it may rely on it that nothing recorded here is missing there
    if (!quiet || !state_.agreed || !isAnswered()) return ReplicaActions{};
    ZX_ASSIGN(const Digest digest, store_->totalDigest());
    return asking(Agreed{state_.cursor, digest});
}

Result<void> Replica::take(const History& history, Instant deviceNow, ReplicaActions& actions) {
    ZX_ASSIGN(const bool held, isHeld(history));
    if (held) {
        ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
        ZX_TRY(store_->keepHistory(history, corrected(deviceNow)));
        ZX_TRY(transaction.commit());
        actions.learned = true;
    }
    return goOnAhead(history, actions);
}

/// What this person may no longer see leaves nothing behind, even if the answer was overtaken by that.
Result<bool> Replica::isHeld(const History& history) {
    if (history.entries.empty()) return true;
    ZX_ASSIGN(const auto head, serverHead(*history.entries.front().type, history.record));
    return head.has_value();
}

// ---- ahead

Result<ReplicaActions> Replica::askHistoriesAhead() {
    ReplicaActions actions;
    ZX_ASSIGN(const bool quiet, isQuiet());
    if (!quiet || !state_.agreed || isOutdated_ || !isAnswered() || !ahead_.asked.empty()) return actions;
    const std::vector<ReplicaStore::Named> newestFirst(ahead_.changed.rbegin(), ahead_.changed.rend());
    ZX_ASSIGN(const auto wanted, store_->withoutHistory(newestFirst, ahead::burstMax));
    ahead_.wanted.assign(wanted.begin(), wanted.end());
    ahead_.bytesLeft = ahead::burstBytesMax;
    askAhead(actions);
    return actions;
}

void Replica::askAhead(ReplicaActions& actions) {
    while (!ahead_.wanted.empty() && ahead_.asked.size() < ahead::atOnceMax && ahead_.bytesLeft > 0) {
        actions.say(AskHistory{ahead_.wanted.front(), 0});
        ahead_.asked.insert(ahead_.wanted.front());
        ahead_.wanted.pop_front();
    }
}

Result<void> Replica::goOnAhead(const History& answer, ReplicaActions& actions) {
    if (answer.before == 0) forgetChanged(answer.record);
    if (ahead_.asked.erase(answer.record) == 0) return {};
    for (const HistoryEntry& entry : answer.entries) {
        ahead_.bytesLeft -= std::min(ahead_.bytesLeft, encodeHistory(entry).size());
    }
    ZX_ASSIGN(const bool quiet, isQuiet());
    if (!quiet) ahead_.wanted.clear();  // work goes first; the next quiet moment begins anew
    askAhead(actions);
    return {};
}

void Replica::forgetChanged(const Id& record) {
    std::erase_if(ahead_.changed, [&](const ReplicaStore::Named& named) { return named.second == record; });
}

void Replica::noteChanged(const Record& record) {
    if (record.type == nullptr) return;
    forgetChanged(record.id);
    ahead_.changed.emplace_back(record.type, record.id);
    if (ahead_.changed.size() > ahead::burstMax) ahead_.changed.pop_front();
}

Result<void> Replica::take(const Devices& devices, Instant /*deviceNow*/, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    ZX_TRY(store_->keepDevices(devices));
    ZX_TRY(transaction.commit());
    actions.learned = true;
    return {};
}

}  // namespace zhixing::sync

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
    return isWelcome_ ? asking(AskHistory{record, before}) : ReplicaActions{};
}

ReplicaActions Replica::askDevices() const { return isWelcome_ ? asking(AskDevices{}) : ReplicaActions{}; }

Result<ReplicaActions> Replica::tellAgreement() {
    ZX_ASSIGN(const bool quiet,
              isQuiet());  // whoever hears of it may rely on it that nothing recorded here is missing there
    if (!quiet || !state_.agreed) return ReplicaActions{};
    ZX_ASSIGN(const Digest digest, store_->totalDigest());
    return asking(Agreed{state_.cursor, digest});
}

Result<void> Replica::take(const History& history, Instant deviceNow, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    ZX_TRY(store_->keepHistory(history, corrected(deviceNow)));
    ZX_TRY(transaction.commit());
    actions.learned = true;
    return {};
}

Result<void> Replica::take(const Devices& devices, Instant /*deviceNow*/, ReplicaActions& actions) {
    ZX_ASSIGN(auto transaction, Transaction::begin(*store_, ReplicaStore::Durability::atomic));
    ZX_TRY(store_->keepDevices(devices));
    ZX_TRY(transaction.commit());
    actions.learned = true;
    return {};
}

}  // namespace zhixing::sync

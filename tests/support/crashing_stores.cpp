#include "tests/support/crashing_stores.h"

#include "sync/planted.h"

namespace zhixing::test {
namespace {

using namespace sync;

#define ZX_CALL() ZX_TRY(plan_->call())

class CrashingReplicaStore final : public ReplicaStore {
public:
    CrashingReplicaStore(ReplicaStore& store, CrashPlan& plan) : store_(&store), plan_(&plan) {}

    Result<void> begin(Durability durability) override {
        ZX_CALL();
        return store_->begin(durability);
    }
    Result<void> commit() override {
        ZX_CALL();
        ZX_TRY(store_->commit());
        return plan_->call();  // a crash after the commit and before anyone hears of it
    }
    void rollback() override { store_->rollback(); }
    Result<ReplicaState> state() override {
        ZX_CALL();
        return store_->state();
    }
    Result<void> setState(const ReplicaState& state) override {
        ZX_CALL();
        return store_->setState(state);
    }
    Result<std::optional<Record>> find(const RecordType& type, const Id& record) override {
        ZX_CALL();
        return store_->find(type, record);
    }
    Result<std::optional<RecordHead>> head(const RecordType& type, const Id& record) override {
        ZX_CALL();
        return store_->head(type, record);
    }
    Result<void> put(const Record& record, bool isPending) override {
        ZX_CALL();
        return store_->put(record, isPending);
    }
    Result<void> erase(const RecordType& type, const Id& record) override {
        ZX_CALL();
        return store_->erase(type, record);
    }
    Result<void> forEach(const RecordType& type, const std::function<void(const Record&)>& visit) override {
        ZX_CALL();
        return store_->forEach(type, visit);
    }
    Result<std::vector<std::pair<const RecordType*, Id>>> rowsIn(const Scope& scope) override {
        ZX_CALL();
        return store_->rowsIn(scope);
    }
    Result<void> forEachHeld(const std::function<void(const Held&)>& visit) override {
        ZX_CALL();
        return store_->forEachHeld(visit);
    }
    Result<std::vector<Held>> heldIn(const Scope& scope) override {
        ZX_CALL();
        return store_->heldIn(scope);
    }
    Result<void> verify() override {
        ZX_CALL();
        return store_->verify();
    }
    Result<void> scrub() override {
        ZX_CALL();
        return store_->scrub();
    }
    Result<std::optional<Record>> shadow(const Id& record) override {
        ZX_CALL();
        return store_->shadow(record);
    }
    Result<std::optional<RecordHead>> shadowHead(const Id& record) override {
        ZX_CALL();
        return store_->shadowHead(record);
    }
    Result<void> putShadow(const Record& record) override {
        ZX_CALL();
        return store_->putShadow(record);
    }
    Result<void> eraseShadow(const Id& record) override {
        ZX_CALL();
        return store_->eraseShadow(record);
    }
    Result<std::optional<Foreign>> foreign(const Id& record) override {
        ZX_CALL();
        return store_->foreign(record);
    }
    Result<void> putForeign(const Foreign& foreign) override {
        ZX_CALL();
        return store_->putForeign(foreign);
    }
    Result<void> eraseForeign(const Id& record) override {
        ZX_CALL();
        return store_->eraseForeign(record);
    }
    Result<std::vector<Foreign>> foreignAfter(const Id& record, std::size_t countMax) override {
        ZX_CALL();
        return store_->foreignAfter(record, countMax);
    }
    Result<void> append(const PendingOperation& pending) override {
        ZX_CALL();
        return store_->append(pending);
    }
    Result<std::vector<PendingOperation>> pendingOf(const Id& record) override {
        ZX_CALL();
        return store_->pendingOf(record);
    }
    Result<std::vector<Counter>> settledOf(const Id& record, Version version) override {
        ZX_CALL();
        return store_->settledOf(record, version);
    }
    Result<std::vector<OutboxEntry>> unsent(Counter after, std::size_t countMax, std::size_t bytesMax) override {
        ZX_CALL();
        return store_->unsent(after, countMax, bytesMax);
    }
    Result<std::vector<OutboxEntry>> settledUpTo(Seq cursor) override {
        ZX_CALL();
        return store_->settledUpTo(cursor);
    }
    Result<std::optional<OutboxEntry>> entry(Counter counter) override {
        ZX_CALL();
        return store_->entry(counter);
    }
    Result<std::optional<PendingOperation>> pending(Counter counter) override {
        ZX_CALL();
        return store_->pending(counter);
    }
    Result<void> settle(Counter counter, Seq seq, Version version) override {
        ZX_CALL();
        return store_->settle(counter, seq, version);
    }
    Result<void> drop(Counter counter) override {
        ZX_CALL();
        return store_->drop(counter);
    }
    Result<void> retire(Counter counter) override {
        ZX_CALL();
        return store_->retire(counter);
    }
    Result<void> forgetRetired(const Id& record) override {
        ZX_CALL();
        return store_->forgetRetired(record);
    }
    Result<std::vector<std::pair<const RecordType*, Id>>> reopen(Counter decided) override {
        ZX_CALL();
        return store_->reopen(decided);
    }
    Result<void> noteFailure(const Failure& failure) override {
        ZX_CALL();
        return store_->noteFailure(failure);
    }
    Result<std::size_t> pendingCount() override {
        ZX_CALL();
        return store_->pendingCount();
    }
    Result<void> putTray(const TrayItem& item) override {
        ZX_CALL();
        return store_->putTray(item);
    }
    Result<std::vector<TrayItem>> tray() override {
        ZX_CALL();
        return store_->tray();
    }
    Result<void> eraseTray(Counter counter) override {
        ZX_CALL();
        return store_->eraseTray(counter);
    }
    Result<void> putDiscarded(const DiscardedItem& discarded) override {
        ZX_CALL();
        return store_->putDiscarded(discarded);
    }
    Result<std::vector<DiscardedItem>> discarded() override {
        ZX_CALL();
        return store_->discarded();
    }
    Result<void> eraseDiscarded(Counter counter) override {
        ZX_CALL();
        return store_->eraseDiscarded(counter);
    }
    Result<void> eraseDiscardedBefore(Instant instant) override {
        ZX_CALL();
        return store_->eraseDiscardedBefore(instant);
    }
    Result<void> addIncident(const Incident& incident) override {
        ZX_CALL();
        return store_->addIncident(incident);
    }
    Result<std::vector<Incident>> incidents() override {
        ZX_CALL();
        return store_->incidents();
    }
    Result<void> keepHistory(const History& history, Instant at) override {
        ZX_CALL();
        return store_->keepHistory(history, at);
    }
    Result<std::vector<Id>> withoutHistory(std::span<const Named> changed, std::size_t countMax) override {
        ZX_CALL();
        return store_->withoutHistory(changed, countMax);
    }
    Result<void> forgetHistories() override {
        ZX_CALL();
        return store_->forgetHistories();
    }
    Result<void> keepDevices(const Devices& devices) override {
        ZX_CALL();
        return store_->keepDevices(devices);
    }
    Result<Digest> digest(const Scope& scope) override {
        ZX_CALL();
        return store_->digest(scope);
    }
    Result<void> putDigest(const Scope& scope, const Digest& digest) override {
        ZX_CALL();
        return store_->putDigest(scope, digest);
    }
    Result<Digest> totalDigest() override {
        ZX_CALL();
        return store_->totalDigest();
    }

private:
    ReplicaStore* store_;
    CrashPlan* plan_;
};

class CrashingAuthorityStore final : public AuthorityStore {
public:
    CrashingAuthorityStore(AuthorityStore& store, CrashPlan& plan) : store_(&store), plan_(&plan) {}

    Result<void> begin() override {
        ZX_CALL();
        if (owesCommit_) {
            owesCommit_ = false;
            ZX_TRY(store_->commit());
        }
        return store_->begin();
    }
    Result<void> commit() override {
        ZX_CALL();
        if (planted(Bug::acknowledgeBeforeCommit)) {  // says "done" and does it only when it is next used
            owesCommit_ = true;
            return {};
        }
        ZX_TRY(store_->commit());
        return plan_->call();
    }
    void rollback() override { store_->rollback(); }
    Result<std::string> epoch() override {
        ZX_CALL();
        return store_->epoch();
    }
    Result<Seq> head() override {
        ZX_CALL();
        return store_->head();
    }
    Result<void> setHead(Seq seq) override {
        ZX_CALL();
        return store_->setHead(seq);
    }
    Result<std::optional<StoredRecord>> find(const Id& record) override {
        ZX_CALL();
        return store_->find(record);
    }
    Result<const RecordType*> typeOf(const Id& record) override {
        ZX_CALL();
        return store_->typeOf(record);
    }
    Result<void> put(const StoredRecord& record) override {
        ZX_CALL();
        return store_->put(record);
    }
    Result<std::optional<Id>> holderOf(const RecordType& type, const UniqueKey& key, std::span<const Value> values,
                                       const Id& besides) override {
        ZX_CALL();
        return store_->holderOf(type, key, values, besides);
    }
    Result<void> depart(Seq seq, const RecordType& type, const Id& record, Version version,
                        const Scope& from) override {
        ZX_CALL();
        return store_->depart(seq, type, record, version, from);
    }
    Result<void> append(const HistoryEntry& entry) override {
        ZX_CALL();
        return store_->append(entry);
    }
    Result<std::optional<HistoryEntry>> historyAt(const Id& record, Version version) override {
        ZX_CALL();
        return store_->historyAt(record, version);
    }
    Result<Seq> horizon() override {
        ZX_CALL();
        return store_->horizon();
    }
    Result<Seq> lastBefore(Instant instant) override {
        ZX_CALL();
        return store_->lastBefore(instant);
    }
    Result<Compaction> compact(Seq horizon, Instant now, const Keeping& keeps) override {
        ZX_CALL();
        return store_->compact(horizon, now, keeps);
    }
    Result<Counter> lastCounter(const Id& device) override {
        ZX_CALL();
        return store_->lastCounter(device);
    }
    Result<void> setLastCounter(const Id& device, Counter counter) override {
        ZX_CALL();
        return store_->setLastCounter(device, counter);
    }
    Result<void> keepOutcomes(const Id& device, Counter first, std::span<const Outcome> outcomes) override {
        ZX_CALL();
        return store_->keepOutcomes(device, first, outcomes);
    }
    Result<std::optional<Outcome>> outcome(const Id& device, Counter counter) override {
        ZX_CALL();
        return store_->outcome(device, counter);
    }
    Result<void> forgetOutcomes(const Id& device, Counter upTo) override {
        ZX_CALL();
        return store_->forgetOutcomes(device, upTo);
    }
    Result<void> noteAgreement(const DeviceAgreement& agreement) override {
        ZX_CALL();
        return store_->noteAgreement(agreement);
    }
    Result<std::vector<DeviceAgreement>> agreements() override {
        ZX_CALL();
        return store_->agreements();
    }
    Result<std::vector<std::pair<Scope, Digest>>> digests() override {
        ZX_CALL();
        return store_->digests();
    }
    Result<void> putDigest(const Scope& scope, const Digest& digest) override {
        ZX_CALL();
        return store_->putDigest(scope, digest);
    }
    Result<std::vector<FeedEntry>> feed(const ScopeSet& scopes, Seq cursor, std::size_t recordsMax,
                                        std::size_t bytesMax, Seq& to) override {
        ZX_CALL();
        return store_->feed(scopes, cursor, recordsMax, bytesMax, to);
    }
    Result<std::vector<FeedEntry>> fill(const ScopeSet& scopes, Part part, Seq after, Seq until, std::size_t recordsMax,
                                        std::size_t bytesMax, Seq& to) override {
        ZX_CALL();
        return store_->fill(scopes, part, after, until, recordsMax, bytesMax, to);
    }
    Result<void> forEachHeld(const std::function<void(const Held&)>& visit) override {
        ZX_CALL();
        return store_->forEachHeld(visit);
    }
    Result<void> forEach(const RecordType& type, const std::function<void(const Record&)>& visit) override {
        ZX_CALL();
        return store_->forEach(type, visit);
    }

private:
    AuthorityStore* store_;
    CrashPlan* plan_;
    bool owesCommit_ = false;
};

#undef ZX_CALL

}  // namespace

std::unique_ptr<sync::ReplicaStore> crashing(sync::ReplicaStore& store, CrashPlan& plan) {
    return std::make_unique<CrashingReplicaStore>(store, plan);
}

std::unique_ptr<sync::AuthorityStore> crashing(sync::AuthorityStore& store, CrashPlan& plan) {
    return std::make_unique<CrashingAuthorityStore>(store, plan);
}

}  // namespace zhixing::test

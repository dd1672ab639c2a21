#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "sync/replica/store.h"
#include "tests/support/undo_log.h"

namespace zhixing::test {

/// The replica's storage in maps, with what a disk may do to it: a commit that was only `atomic` may be lost at a power
/// cut, together with all that followed it, until the next `full` commit.
class MemoryReplicaStore final : public sync::ReplicaStore {
public:
    explicit MemoryReplicaStore(const Catalog& catalog) : catalog_(&catalog) {}
    MemoryReplicaStore(const MemoryReplicaStore&) = delete;
    MemoryReplicaStore& operator=(const MemoryReplicaStore&) = delete;

    /// The program is another one from here on; what was committed is safe. The catalog outlives the store.
    void bringTo(const Catalog& catalog);

    /// Commits that a power cut may take back.
    [[nodiscard]] std::size_t looseCommits() const { return loose_.size(); }
    /// What is open, and all loose commits but the first `kept`, never happened.
    void cutPower(std::size_t kept);
    /// The content of this row is no longer what was written: as if a bit had flipped beneath a file whose rows have sums.
    void damage(const Id& record);

    Result<void> begin(Durability durability) override;
    Result<void> commit() override;
    void rollback() override;

    Result<sync::ReplicaState> state() override { return state_; }
    Result<void> setState(const sync::ReplicaState& state) override;

    Result<std::optional<Record>> find(const RecordType& type, const Id& record) override;
    Result<std::optional<sync::RecordHead>> head(const RecordType& type, const Id& record) override;
    Result<void> put(const Record& record, bool isPending) override;
    Result<void> erase(const RecordType& type, const Id& record) override;
    Result<void> forEach(const RecordType& type, const std::function<void(const Record&)>& visit) override;
    Result<std::vector<std::pair<const RecordType*, Id>>> rowsIn(const Scope& scope) override;
    Result<void> forEachHeld(const std::function<void(const sync::Held&)>& visit) override;
    Result<std::vector<sync::Held>> heldIn(const Scope& scope) override;
    Result<void> verify() override { return {}; }
    Result<void> scrub() override { return {}; }

    Result<std::optional<Record>> shadow(const Id& record) override;
    Result<std::optional<sync::RecordHead>> shadowHead(const Id& record) override;
    Result<void> putShadow(const Record& record) override;
    Result<void> eraseShadow(const Id& record) override;

    Result<std::optional<sync::Foreign>> foreign(const Id& record) override;
    Result<void> putForeign(const sync::Foreign& foreign) override;
    Result<void> eraseForeign(const Id& record) override;
    Result<std::vector<sync::Foreign>> foreignAfter(const Id& record, std::size_t countMax) override;

    Result<void> append(const sync::PendingOperation& pending) override;
    Result<std::vector<sync::PendingOperation>> pendingOf(const Id& record) override;
    Result<std::vector<sync::Counter>> settledOf(const Id& record, Version version) override;
    Result<std::vector<sync::OutboxEntry>> unsent(sync::Counter after, std::size_t countMax,
                                                  std::size_t bytesMax) override;
    Result<std::vector<sync::OutboxEntry>> settledUpTo(sync::Seq cursor) override;
    Result<std::optional<sync::OutboxEntry>> entry(sync::Counter counter) override;
    Result<std::optional<sync::PendingOperation>> pending(sync::Counter counter) override;
    Result<void> settle(sync::Counter counter, sync::Seq seq, Version version) override;
    Result<void> drop(sync::Counter counter) override;
    Result<void> retire(sync::Counter counter) override;
    Result<void> forgetRetired(const Id& record) override;
    Result<std::vector<std::pair<const RecordType*, Id>>> reopen(sync::Counter decided) override;
    Result<void> noteFailure(const sync::Failure& failure) override;
    Result<std::size_t> pendingCount() override { return outbox_.size(); }

    Result<void> putTray(const sync::TrayItem& item) override;
    Result<std::vector<sync::TrayItem>> tray() override;
    Result<void> eraseTray(sync::Counter counter) override;

    Result<void> putDiscarded(const sync::DiscardedItem& discarded) override;
    Result<std::vector<sync::DiscardedItem>> discarded() override;
    Result<void> eraseDiscarded(sync::Counter counter) override;
    Result<void> eraseDiscardedBefore(Instant instant) override;

    Result<void> addIncident(const sync::Incident& incident) override;
    Result<std::vector<sync::Incident>> incidents() override { return incidents_; }

    Result<void> keepHistory(const sync::History& history, Instant at) override;
    /// Only of those that changed: there is no youngest here.
    Result<std::vector<Id>> withoutHistory(std::span<const Named> changed, std::size_t countMax) override;
    Result<void> forgetHistories() override;
    Result<void> keepDevices(const sync::Devices& devices) override;
    [[nodiscard]] const std::map<Id, sync::History>& histories() const { return histories_; }
    [[nodiscard]] const sync::Devices& devices() const { return devices_; }

    Result<sync::Digest> digest(const Scope& scope) override;
    Result<void> putDigest(const Scope& scope, const sync::Digest& digest) override;
    Result<sync::Digest> totalDigest() override;

private:
    /// A row's type by its position in the catalog, so that rows come in the order of real tables.
    using RowKey = std::pair<std::size_t, Id>;
    [[nodiscard]] RowKey keyOf(const RecordType& type, const Id& record) const;
    void isAsWritten(const Id& record);
    template <typename Map, typename T>
    void set(Map& map, const typename Map::key_type& key, T&& value);
    template <typename Map>
    void unset(Map& map, const typename Map::key_type& key);

    const Catalog* catalog_;
    sync::ReplicaState state_;
    std::map<RowKey, Record> rows_;
    std::map<Id, bool> damaged_;  ///< rows that are not as they were written
    std::set<Id> seenDamaged_;    ///< of these, by forEachHeld()
    std::map<Id, Record> shadows_;
    std::map<Id, sync::Foreign> foreign_;
    std::map<sync::Counter, sync::PendingOperation> outbox_;
    std::map<sync::Counter, sync::PendingOperation> retired_;
    std::map<sync::Counter, sync::TrayItem> tray_;
    std::map<sync::Counter, sync::DiscardedItem> discarded_;
    std::vector<sync::Incident> incidents_;
    std::map<Id, sync::History> histories_;
    sync::Devices devices_;
    std::map<Scope, sync::Digest> digests_;

    UndoLog undo_;
    std::vector<std::size_t> loose_;  ///< where in the log each loose commit begins
    std::size_t begun_ = 0;           ///< where the open transaction begins
    Durability durability_ = Durability::full;
};

}  // namespace zhixing::test

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "client/store/digest_table.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/typed_tables.h"
#include "sync/replica/store.h"

namespace zhixing::client {

/// The replica's storage in one SQLite file (schema.h). Use from the store's thread only; those who merely look open
/// their own connection with openReader().
///
/// A page of a bootstrap touches thousands of rows that nobody here is editing, so what must be asked for each of them
/// is answered from memory: which records have pending operations or a shadow, and the digests of all scopes. These
/// copies are read when the store is opened, written within the same transaction as what they describe, and read
/// again after a rollback.
class SqliteReplicaStore final : public sync::ReplicaStore {
public:
    /// The catalog outlives the store. A missing file is made; `locked` when the store is open for writing elsewhere.
    [[nodiscard]] static Result<std::unique_ptr<SqliteReplicaStore>> open(const Catalog& catalog,
                                                                          const std::filesystem::path& path);
    SqliteReplicaStore(const SqliteReplicaStore&) = delete;
    SqliteReplicaStore& operator=(const SqliteReplicaStore&) = delete;

    /// The writing connection, for what else lives in the file (DraftStore). Not while a transaction is open.
    [[nodiscard]] sqlite::Database& database() { return database_; }

    Result<void> begin(Durability durability) override;
    Result<void> commit() override;
    void rollback() override;

    Result<sync::ReplicaState> state() override;
    Result<void> setState(const sync::ReplicaState& state) override;

    Result<std::optional<Record>> find(const RecordType& type, const Id& record) override;
    Result<std::optional<sync::RecordHead>> head(const RecordType& type, const Id& record) override;
    Result<void> put(const Record& record, bool isPending) override;
    Result<void> erase(const RecordType& type, const Id& record) override;
    Result<void> forEach(const RecordType& type, const std::function<void(const Record&)>& visit) override;
    Result<void> forEachHeld(const std::function<void(const sync::Held&)>& visit) override;
    Result<std::vector<sync::Held>> heldIn(const Scope& scope) override;
    Result<void> verify() override { return database_.verify(); }
    Result<void> scrub() override;
    Result<std::vector<std::pair<const RecordType*, Id>>> rowsIn(const Scope& scope) override;

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
    Result<void> retire(sync::Counter counter) override;
    Result<void> forgetRetired(const Id& record) override;
    Result<void> drop(sync::Counter counter) override;
    Result<void> noteFailure(const sync::Failure& failure) override;
    Result<std::vector<std::pair<const RecordType*, Id>>> reopen(sync::Counter decided) override;
    Result<std::size_t> pendingCount() override;

    Result<void> putTray(const sync::TrayItem& item) override;
    Result<std::vector<sync::TrayItem>> tray() override;
    Result<void> eraseTray(sync::Counter counter) override;

    Result<void> putDiscarded(const sync::DiscardedItem& discarded) override;
    Result<std::vector<sync::DiscardedItem>> discarded() override;
    Result<void> eraseDiscarded(sync::Counter counter) override;
    Result<void> eraseDiscardedBefore(Instant instant) override;

    Result<void> keepHistory(const sync::History& history, Instant at) override;
    Result<std::vector<Id>> withoutHistory(std::span<const Named> changed, std::size_t countMax) override;
    Result<void> forgetHistories() override;
    Result<void> keepDevices(const sync::Devices& devices) override;

    Result<void> addIncident(const sync::Incident& incident) override;
    Result<std::vector<sync::Incident>> incidents() override;

    Result<sync::Digest> digest(const Scope& scope) override;
    Result<void> putDigest(const Scope& scope, const sync::Digest& digest) override;
    Result<sync::Digest> totalDigest() override;

private:
    SqliteReplicaStore(const Catalog& catalog, sqlite::Database database);

    /// What is kept in memory, read from the file.
    struct Memory {
        std::unordered_map<Id, int> pendingCounts;  ///< record -> operations in the outbox
        std::size_t pendingTotal = 0;               ///< asked for after every step
        std::unordered_set<Id> shadows;
        std::unordered_set<Id> foreign;
        std::unordered_set<Id> damaged;  ///< rows that forEachHeld() found to be so, and nobody has written since
        ScopeSet scopes;                 ///< seldom change, and are written when they do
        DigestTable digests;             ///< changes are written just before the commit
    };
    [[nodiscard]] Result<Memory> readMemory();
    [[nodiscard]] Result<void> keepScopes(const ScopeSet& scopes);
    /// `damaged` when a disk changed what a person recorded here.
    [[nodiscard]] Result<void> checkOwnWork();
    /// Reads the memory again if a rollback has left it behind.
    [[nodiscard]] Result<void> refresh();
    /// Of the remembered operations, once for all that were retired in this transaction.
    [[nodiscard]] Result<void> forgetOldest();
    /// Begins to keep `everPut_` if there is no row in any table yet.
    [[nodiscard]] Result<void> watchEmptyTables();
    [[nodiscard]] Result<sync::Foreign> readForeign(const SQLite::Statement& statement) const;
    [[nodiscard]] sqlite::TypedTable& table(const RecordType& type);
    [[nodiscard]] Result<sync::PendingOperation> readPending(const SQLite::Statement& statement) const;
    [[nodiscard]] Result<sync::OutboxEntry> readEntry(const SQLite::Statement& statement) const;

    const Catalog* catalog_;
    sqlite::Database database_;
    std::vector<sqlite::TypedTable> tables_;  ///< in the catalog's order
    std::optional<sqlite::Transaction> transaction_;
    Memory memory_;
    bool isMemoryStale_ = true;
    sync::Counter newestRetired_ = 0;  ///< in this transaction
    /// Every id put since all tables were seen to be empty; nothing when they were not, or when it grew too large. A
    /// bootstrap fills the tables through this one connection, so what is not in here need not be looked for.
    std::optional<std::unordered_set<Id>> everPut_;
};

}  // namespace zhixing::client

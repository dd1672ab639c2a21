#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "shared/base/hash.h"
#include "shared/sqlite/database.h"
#include "sync/authority/store.h"

namespace zhixing::server {

/// The authority's storage in one SQLite file, see server_schema.h. What is written between begin() and commit(), by
/// whomever through the same connection, becomes durable together. Use from the authority's thread.
class SqliteAuthorityStore final : public sync::AuthorityStore {
public:
    /// The database and catalog outlive the store.
    [[nodiscard]] static Result<std::unique_ptr<SqliteAuthorityStore>> open(sqlite::Database& database,
                                                                            const Catalog& catalog);
    /// What a new, empty file needs before it can be opened: the name of its history. Call within a transaction.
    [[nodiscard]] static Result<void> initialise(sqlite::Database& database, const std::string& epoch);
    ~SqliteAuthorityStore() override;

    [[nodiscard]] Result<void> begin() override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;

    [[nodiscard]] Result<std::string> epoch() override;
    [[nodiscard]] Result<sync::Seq> head() override;
    [[nodiscard]] Result<void> setHead(sync::Seq seq) override;

    [[nodiscard]] Result<std::optional<sync::StoredRecord>> find(const Id& record) override;
    [[nodiscard]] Result<const RecordType*> typeOf(const Id& record) override;
    [[nodiscard]] Result<void> put(const sync::StoredRecord& record) override;
    [[nodiscard]] Result<std::optional<Id>> holderOf(const RecordType& type, const UniqueKey& key,
                                                     std::span<const Value> values, const Id& besides) override;
    [[nodiscard]] Result<void> depart(sync::Seq seq, const RecordType& type, const Id& record, Version version,
                                      const Scope& from) override;

    [[nodiscard]] Result<void> append(const sync::HistoryEntry& entry) override;
    [[nodiscard]] Result<std::optional<sync::HistoryEntry>> historyAt(const Id& record, Version version) override;

    [[nodiscard]] Result<sync::Seq> horizon() override;
    [[nodiscard]] Result<sync::Seq> lastBefore(Instant instant) override;
    [[nodiscard]] Result<sync::Compaction> compact(sync::Seq horizon, Instant now, const sync::Keeping& keeps) override;

    [[nodiscard]] Result<sync::Counter> lastCounter(const Id& device) override;
    [[nodiscard]] Result<void> setLastCounter(const Id& device, sync::Counter counter) override;
    [[nodiscard]] Result<void> keepOutcomes(const Id& device, sync::Counter first,
                                            std::span<const sync::Outcome> outcomes) override;
    [[nodiscard]] Result<std::optional<sync::Outcome>> outcome(const Id& device, sync::Counter counter) override;
    [[nodiscard]] Result<void> forgetOutcomes(const Id& device, sync::Counter upTo) override;

    [[nodiscard]] Result<void> noteAgreement(const sync::DeviceAgreement& agreement) override;
    [[nodiscard]] Result<std::vector<sync::DeviceAgreement>> agreements() override;

    [[nodiscard]] Result<std::vector<std::pair<Scope, sync::Digest>>> digests() override;
    [[nodiscard]] Result<void> putDigest(const Scope& scope, const sync::Digest& digest) override;

    [[nodiscard]] Result<std::vector<sync::FeedEntry>> feed(const ScopeSet& scopes, sync::Seq cursor,
                                                            std::size_t recordsMax, std::size_t bytesMax,
                                                            sync::Seq& to) override;
    [[nodiscard]] Result<std::vector<sync::FeedEntry>> fill(const ScopeSet& scopes, sync::Part part, sync::Seq after,
                                                            sync::Seq until, std::size_t recordsMax,
                                                            std::size_t bytesMax, sync::Seq& to) override;
    [[nodiscard]] Result<void> forEachHeld(const std::function<void(const sync::Held&)>& visit) override;
    [[nodiscard]] Result<void> forEach(const RecordType& type,
                                       const std::function<void(const Record&)>& visit) override;

    /// The canonical lines of every live record of the type, by id.
    [[nodiscard]] Result<void> forEachLine(const RecordType& type,
                                           const std::function<void(const Scope&, std::string_view)>& visit);

private:
    struct Statements;

    SqliteAuthorityStore(sqlite::Database& database, const Catalog& catalog);

    [[nodiscard]] Result<std::optional<sync::StoredRecord>> readRecord(const Id& record);
    void remember(const sync::StoredRecord& record, std::size_t bytes);
    void forgetRecent();
    [[nodiscard]] Result<void> putHolders(const Record& record);
    std::vector<Hash128> keysHeldBy(const Id& record);
    [[nodiscard]] Result<Hash256> readChainHead();

    sqlite::Database* database_;
    const Catalog* catalog_;
    std::unique_ptr<Statements> statements_;
    std::optional<sqlite::Transaction> transaction_;
    std::optional<Hash256> chainHead_;  // of the newest history row; nothing when it must be read again
    sync::Seq newest_ = 0;              // the head, as soon as it is written and before setHead() says so
    Hash128 lastContent_{};             // of the record put last, for the history row that follows it
    // What many operations are about or refer to is read once. Cleared when it is full.
    std::unordered_map<Id, sync::StoredRecord> recent_;
    std::size_t recentBytes_ = 0;  // of documents
    std::string scratch_;          // documents are encoded here, so that memory is asked for once
};

}  // namespace zhixing::server

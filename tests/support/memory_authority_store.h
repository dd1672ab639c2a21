#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sync/authority/store.h"
#include "tests/support/undo_log.h"

namespace zhixing::test {

/// The authority's storage in maps: for tests that live through thousands of histories. Every commit is durable, so a
/// crash is a rollback(). The tests of the port run against it and against the real ones.
class MemoryAuthorityStore final : public sync::AuthorityStore {
public:
    /// All there is on the disk, to be copied as a backup.
    struct Content {
        struct Departure {
            Scope from;
            const RecordType* type = nullptr;
            Id record;
            Version version = 0;
        };
        struct Batch {
            sync::Counter first = 0;
            std::vector<sync::Outcome> outcomes;
        };
        struct Document {
            sync::StoredRecord stored;
            std::string line;  ///< as the feed says it
        };
        std::string epoch;
        sync::Seq head = 0;
        sync::Seq horizon = 0;
        std::map<Id, Document> records;
        std::map<sync::Seq, Id> feed;  ///< the newest place of each record
        std::map<sync::Seq, Departure> departures;
        std::map<std::string, std::vector<Id>> holders;  ///< of a unique key's values, the earliest first
        std::map<std::pair<Id, Version>, sync::HistoryEntry> history;
        std::map<Id, sync::Counter> counters;
        std::map<std::pair<Id, sync::Counter>, Batch> outcomes;  ///< by device and last counter
        std::map<Id, sync::DeviceAgreement> agreements;
        std::map<Scope, sync::Digest> digests;
    };

    MemoryAuthorityStore(const Catalog& catalog, Content content) : catalog_(&catalog), is_(std::move(content)) {}
    MemoryAuthorityStore(const MemoryAuthorityStore&) = delete;
    MemoryAuthorityStore& operator=(const MemoryAuthorityStore&) = delete;

    /// Not while a transaction is open.
    [[nodiscard]] const Content& content() const { return is_; }

    [[nodiscard]] Result<void> begin() override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;

    [[nodiscard]] Result<std::string> epoch() override { return is_.epoch; }
    [[nodiscard]] Result<sync::Seq> head() override { return is_.head; }
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

    [[nodiscard]] Result<sync::Seq> horizon() override { return is_.horizon; }
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

private:
    template <typename Map, typename T>
    void set(Map& map, const typename Map::key_type& key, T&& value);
    template <typename Map>
    void unset(Map& map, const typename Map::key_type& key);
    template <typename Visit>
    void forEachKey(const Record& record, Visit&& visit);
    [[nodiscard]] std::optional<std::string> lineOf(const ScopeSet& scopes, sync::Seq seq) const;

    const Catalog* catalog_;
    Content is_;
    UndoLog undo_;
    sync::Seq newest_ = 0;  ///< the head, as soon as it is written and before setHead() says so
};

}  // namespace zhixing::test

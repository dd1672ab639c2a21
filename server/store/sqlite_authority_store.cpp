#include "server/store/sqlite_authority_store.h"

#include <algorithm>
#include <cassert>

#include "server/store/checkpoint.h"
#include "server/store/columns.h"
#include "server/store/feed_reader.h"
#include "server/store/field_versions.h"
#include "server/store/history_chain.h"
#include "shared/model/document.h"
#include "sync/wire/codec.h"

namespace zhixing::server {

namespace {

using sqlite::guarded;
using sqlite::Use;
using sync::Counter;
using sync::Digest;
using sync::FeedEntry;
using sync::HistoryEntry;
using sync::Outcome;
using sync::Seq;
using sync::StoredRecord;
using sync::Verb;

/// Of documents; in memory a record takes some four times as much. Where a team works on a campaign, all of it stays here.
constexpr std::size_t recentBytesMax = 4UL * 1024 * 1024;

std::string_view blobAt(const SQLite::Statement& row, int index) {
    const auto column = row.getColumn(index);
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

/// What all holders of the same unique values share.
Hash128 holderKey(const RecordType& type, const UniqueKey& key, std::span<const Value> values) {
    std::string bytes = std::to_string(type.id);
    for (std::size_t i = 0; i < key.fields.size(); ++i) {
        bytes += '\n';
        bytes += key.fields[i];
        bytes += '=';
        appendJson(bytes, type.fields[*type.find(key.fields[i])].kind, values[i]);
    }
    return hash128(bytes);
}

/// All that a live record holds.
std::vector<Hash128> keysOf(const Record& record) {
    std::vector<Hash128> keys;
    if (record.isDeleted) return keys;
    for (const UniqueKey& key : record.type->uniqueKeys) {
        std::vector<Value> values;
        for (const std::string_view field : key.fields) values.push_back(record.value(field));
        if (std::all_of(values.begin(), values.end(), isSet)) keys.push_back(holderKey(*record.type, key, values));
    }
    return keys;
}

Error damaged(const char* what) { return Error{Code::damaged, what, {}, {}}; }

}  // namespace

/// The statements of every push, found once.
struct SqliteAuthorityStore::Statements {
    explicit Statements(sqlite::Database& database)
        : find(database.prepared("SELECT type, place, audience, version, seq, deleted, document, field_versions FROM "
                                 "record WHERE id = ?")),
          put(database.prepared(
              "INSERT INTO record (id, type, place, audience, version, seq, deleted, document, field_versions) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET place = excluded.place, "
              "audience = excluded.audience, version = excluded.version, seq = excluded.seq, "
              "deleted = excluded.deleted, document = excluded.document, field_versions = excluded.field_versions")),
          append(database.prepared(
              "INSERT INTO zx_history (seq, type, record, version, person, device, counter, verb, at, "
              "received_at, written, replaced, content, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {}

    SQLite::Statement& find;
    SQLite::Statement& put;
    SQLite::Statement& append;
};

SqliteAuthorityStore::SqliteAuthorityStore(sqlite::Database& database, const Catalog& catalog)
    : database_(&database), catalog_(&catalog) {}

SqliteAuthorityStore::~SqliteAuthorityStore() = default;

Result<std::unique_ptr<SqliteAuthorityStore>> SqliteAuthorityStore::open(sqlite::Database& database,
                                                                         const Catalog& catalog) {
    std::unique_ptr<SqliteAuthorityStore> store(new SqliteAuthorityStore(database, catalog));
    ZX_TRY(guarded([&] { store->statements_ = std::make_unique<Statements>(database); }));
    ZX_ASSIGN(store->newest_, store->head());
    return store;
}

Result<void> SqliteAuthorityStore::initialise(sqlite::Database& database, const std::string& epoch) {
    return guarded([&] {
        Use statement(database.prepared("INSERT INTO zx_meta (name, value) VALUES ('epoch', ?), ('head', 0)"));
        bindText(*statement, 1, epoch);
        statement->exec();
    });
}

Result<void> SqliteAuthorityStore::begin() {
    assert(!transaction_);
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(*database_));
    transaction_.emplace(std::move(transaction));
    return {};
}

Result<void> SqliteAuthorityStore::commit() {
    assert(transaction_);
    auto committed = transaction_->commit();
    transaction_.reset();
    return committed;
}

void SqliteAuthorityStore::rollback() {
    transaction_.reset();
    chainHead_.reset();
    forgetRecent();
    // When even this cannot be read, the next begin() fails too and says why.
    const auto before = head();
    newest_ = before ? before.value() : 0;
}

Result<std::string> SqliteAuthorityStore::epoch() {
    return database_->text("SELECT value FROM zx_meta WHERE name = 'epoch'");
}
Result<Seq> SqliteAuthorityStore::head() { return database_->number("SELECT value FROM zx_meta WHERE name = 'head'"); }

Result<void> SqliteAuthorityStore::setHead(Seq seq) {
    return guarded([&] {
        Use statement(database_->prepared("UPDATE zx_meta SET value = ? WHERE name = 'head'"));
        statement->bind(1, seq);
        statement->exec();
    });
}

// ---- records

Result<std::optional<StoredRecord>> SqliteAuthorityStore::find(const Id& record) {
    if (const auto known = recent_.find(record); known != recent_.end()) return std::optional(known->second);
    return readRecord(record);
}

Result<const RecordType*> SqliteAuthorityStore::typeOf(const Id& record) {
    if (const auto known = recent_.find(record); known != recent_.end()) return known->second.record.type;
    ZX_ASSIGN(const auto found, readRecord(record));
    return found ? found->record.type : nullptr;
}

/// What is written over counts again, so that the sum is never too small.
void SqliteAuthorityStore::remember(const StoredRecord& record, std::size_t bytes) {
    if (recentBytes_ + bytes > recentBytesMax) forgetRecent();
    recentBytes_ += bytes;
    recent_.insert_or_assign(record.record.id, record);
}

void SqliteAuthorityStore::forgetRecent() {
    recent_.clear();
    recentBytes_ = 0;
}

Result<std::optional<StoredRecord>> SqliteAuthorityStore::readRecord(const Id& record) {
    return guarded([&]() -> Result<std::optional<StoredRecord>> {
        Use row(statements_->find);
        bindId(*row, 1, record);
        if (!row->executeStep()) return std::optional<StoredRecord>();

        StoredRecord stored;
        stored.record.type = catalog_->find(static_cast<std::uint16_t>(row->getColumn(0).getInt()));
        if (stored.record.type == nullptr) return damaged("a record is of an unknown type");
        stored.record.id = record;
        stored.record.place = idAt(*row, 1);
        stored.record.audience = static_cast<Audience>(row->getColumn(2).getInt());
        stored.record.version = row->getColumn(3).getInt64();
        stored.seq = row->getColumn(4).getInt64();
        stored.record.isDeleted = row->getColumn(5).getInt() != 0;
        ZX_ASSIGN(stored.record.fields, parseFields(*stored.record.type, textAt(*row, 6)));
        stored.fieldVersions = unpackVersions(blobAt(*row, 7), stored.record.type->fields.size());
        remember(stored, textAt(*row, 6).size());
        return std::optional(std::move(stored));
    });
}

Result<void> SqliteAuthorityStore::put(const StoredRecord& stored) {
    const Record& record = stored.record;
    scratch_.clear();
    appendFields(scratch_, *record.type, record.fields);
    const std::string versions = packVersions(stored.fieldVersions);
    ZX_TRY(guarded([&] {
        Use row(statements_->put);
        bindId(*row, 1, record.id);
        row->bind(2, static_cast<int>(record.type->id));
        bindId(*row, 3, record.place);
        row->bind(4, static_cast<int>(record.audience));
        row->bind(5, record.version);
        row->bind(6, stored.seq);
        row->bind(7, record.isDeleted ? 1 : 0);
        bindText(*row, 8, scratch_);
        bindBlob(*row, 9, versions.data(), versions.size());
        row->exec();
    }));
    if (recent_.contains(record.id)) remember(stored, scratch_.size());
    newest_ = std::max(newest_, stored.seq);
    lastContent_ = contentHash(scopeOf(record), record.isDeleted, scratch_);
    return record.type->uniqueKeys.empty() ? Result<void>() : putHolders(record);
}

/// Who holds a key and goes on holding it keeps its place among the holders.
Result<void> SqliteAuthorityStore::putHolders(const Record& record) {
    const std::vector<Hash128> keys = keysOf(record);
    return guarded([&] {
        for (const Hash128& held : keysHeldBy(record.id)) {
            if (std::find(keys.begin(), keys.end(), held) != keys.end()) continue;
            Use release(database_->prepared("DELETE FROM zx_holder WHERE key = ? AND record = ?"));
            bindBlob(*release, 1, held.data(), held.size());
            bindId(*release, 2, record.id);
            release->exec();
        }
        for (const Hash128& key : keys) {
            Use hold(
                database_->prepared("INSERT OR IGNORE INTO zx_holder (key, record, since) VALUES (?1, ?2, "
                                    "(SELECT coalesce(max(since), 0) + 1 FROM zx_holder WHERE key = ?1))"));
            bindBlob(*hold, 1, key.data(), key.size());
            bindId(*hold, 2, record.id);
            hold->exec();
        }
    });
}

std::vector<Hash128> SqliteAuthorityStore::keysHeldBy(const Id& record) {
    std::vector<Hash128> held;
    Use row(database_->prepared("SELECT key FROM zx_holder WHERE record = ?"));
    bindId(*row, 1, record);
    while (row->executeStep()) held.push_back(idAt(*row, 0).bytes());
    return held;
}

Result<std::optional<Id>> SqliteAuthorityStore::holderOf(const RecordType& type, const UniqueKey& key,
                                                         std::span<const Value> values, const Id& besides) {
    return guarded([&]() -> std::optional<Id> {
        const Hash128 hash = holderKey(type, key, values);
        Use row(
            database_->prepared("SELECT record FROM zx_holder WHERE key = ? AND record <> ? ORDER BY since LIMIT 1"));
        bindBlob(*row, 1, hash.data(), hash.size());
        bindId(*row, 2, besides);
        if (!row->executeStep()) return std::nullopt;
        return idAt(*row, 0);
    });
}

Result<void> SqliteAuthorityStore::depart(Seq seq, const RecordType& type, const Id& record, Version version,
                                          const Scope& from) {
    return guarded([&] {
        Use row(database_->prepared(
            "INSERT INTO zx_departure (place, audience, seq, type, record, version) VALUES (?, ?, ?, ?, ?, ?)"));
        bindId(*row, 1, from.place);
        row->bind(2, static_cast<int>(from.audience));
        row->bind(3, seq);
        row->bind(4, static_cast<int>(type.id));
        bindId(*row, 5, record);
        row->bind(6, version);
        row->exec();
    });
}

// ---- history

Result<void> SqliteAuthorityStore::append(const HistoryEntry& entry) {
    if (!chainHead_) {
        ZX_ASSIGN(chainHead_, readChainHead());
    }
    // The authority writes a record before its history.
    const ChangeTexts texts = textsOf(entry);
    const Hash256 hash = chainHash(*chainHead_, entry, texts, lastContent_);
    ZX_TRY(guarded([&] {
        Use row(statements_->append);
        row->bind(1, entry.seq);
        row->bind(2, static_cast<int>(entry.type->id));
        bindId(*row, 3, entry.record);
        row->bind(4, entry.version);
        bindId(*row, 5, entry.person);
        bindId(*row, 6, entry.device);
        row->bind(7, entry.counter);
        row->bind(8, static_cast<int>(entry.verb));
        row->bind(9, entry.at.ms);
        row->bind(10, entry.receivedAt.ms);
        bindText(*row, 11, texts.written);
        bindText(*row, 12, texts.replaced);
        bindBlob(*row, 13, lastContent_.data(), lastContent_.size());
        bindBlob(*row, 14, hash.data(), hash.size());
        row->exec();
    }));
    chainHead_ = hash;
    return {};
}

Result<Hash256> SqliteAuthorityStore::readChainHead() {
    return guarded([&]() -> Result<Hash256> {
        ZX_ASSIGN(const Checkpoint sealed, newestCheckpoint(*database_));
        Use newest(database_->prepared("SELECT hash FROM zx_history WHERE seq > ? ORDER BY seq DESC LIMIT 1"));
        newest->bind(1, sealed.horizon);
        return newest->executeStep() ? hashAt(*newest, 0) : sealed.chain;
    });
}

Result<std::optional<HistoryEntry>> SqliteAuthorityStore::historyAt(const Id& record, Version version) {
    return guarded([&]() -> Result<std::optional<HistoryEntry>> {
        Use row(database_->prepared(
            "SELECT seq, type, record, version, person, device, counter, verb, at, received_at, written, "
            "replaced, content FROM zx_history WHERE record = ? AND version = ?"));
        bindId(*row, 1, record);
        row->bind(2, version);
        if (!row->executeStep()) return std::optional<HistoryEntry>();
        ZX_ASSIGN(HistoryRow read, readHistoryRow(*row, *catalog_));
        ZX_ASSIGN(read.entry.changes, changesOf(*read.entry.type, read.texts));
        return std::optional(std::move(read.entry));
    });
}

// ---- devices

Result<Counter> SqliteAuthorityStore::lastCounter(const Id& device) {
    return guarded([&]() -> Counter {
        Use row(database_->prepared("SELECT last FROM zx_counter WHERE device = ?"));
        bindId(*row, 1, device);
        return row->executeStep() ? row->getColumn(0).getInt64() : 0;
    });
}

Result<void> SqliteAuthorityStore::setLastCounter(const Id& device, Counter counter) {
    return guarded([&] {
        Use row(
            database_->prepared("INSERT INTO zx_counter (device, last) VALUES (?, ?) ON CONFLICT (device) DO UPDATE "
                                "SET last = excluded.last"));
        bindId(*row, 1, device);
        row->bind(2, counter);
        row->exec();
    });
}

Result<void> SqliteAuthorityStore::keepOutcomes(const Id& device, Counter first, std::span<const Outcome> outcomes) {
    std::string lines;
    for (const Outcome& outcome : outcomes) {
        lines += encodeOutcome(outcome);
        lines += '\n';
    }
    return guarded([&] {
        Use row(database_->prepared("INSERT INTO zx_outcomes (device, last, first, lines) VALUES (?, ?, ?, ?)"));
        bindId(*row, 1, device);
        row->bind(2, first + static_cast<Counter>(outcomes.size()) - 1);
        row->bind(3, first);
        bindText(*row, 4, lines);
        row->exec();
    });
}

Result<std::optional<Outcome>> SqliteAuthorityStore::outcome(const Id& device, Counter counter) {
    return guarded([&]() -> Result<std::optional<Outcome>> {
        Use row(database_->prepared(
            "SELECT first, lines FROM zx_outcomes WHERE device = ? AND last >= ? ORDER BY last LIMIT 1"));
        bindId(*row, 1, device);
        row->bind(2, counter);
        if (!row->executeStep()) return std::optional<Outcome>();
        const Counter first = row->getColumn(0).getInt64();
        if (first > counter) return std::optional<Outcome>();
        std::string_view lines = textAt(*row, 1);
        for (Counter skipped = first; skipped < counter; ++skipped) {
            const auto end = lines.find('\n');
            if (end == std::string_view::npos) return damaged("an outcome is missing");
            lines.remove_prefix(end + 1);
        }
        ZX_ASSIGN(Outcome kept, sync::decodeOutcome(lines.substr(0, lines.find('\n'))));
        return std::optional(std::move(kept));
    });
}

Result<void> SqliteAuthorityStore::forgetOutcomes(const Id& device, Counter upTo) {
    return guarded([&] {
        Use row(database_->prepared("DELETE FROM zx_outcomes WHERE device = ? AND last <= ?"));
        bindId(*row, 1, device);
        row->bind(2, upTo);
        row->exec();
    });
}

// ---- digests

Result<std::vector<std::pair<Scope, Digest>>> SqliteAuthorityStore::digests() {
    return guarded([&] {
        std::vector<std::pair<Scope, Digest>> all;
        Use row(
            database_->prepared("SELECT place, audience, count, high, low FROM zx_digest ORDER BY place, audience"));
        while (row->executeStep()) {
            const Scope scope{idAt(*row, 0), static_cast<Audience>(row->getColumn(1).getInt())};
            all.push_back(
                {scope, Digest{row->getColumn(2).getInt64(), static_cast<std::uint64_t>(row->getColumn(3).getInt64()),
                               static_cast<std::uint64_t>(row->getColumn(4).getInt64())}});
        }
        return all;
    });
}

Result<void> SqliteAuthorityStore::putDigest(const Scope& scope, const Digest& digest) {
    return guarded([&] {
        Use row(database_->prepared(
            "INSERT INTO zx_digest (place, audience, count, high, low) VALUES (?, ?, ?, ?, ?) ON CONFLICT "
            "(place, audience) DO UPDATE SET count = excluded.count, high = excluded.high, low = excluded.low"));
        bindId(*row, 1, scope.place);
        row->bind(2, static_cast<int>(scope.audience));
        row->bind(3, digest.count);
        row->bind(4, static_cast<std::int64_t>(digest.high));
        row->bind(5, static_cast<std::int64_t>(digest.low));
        row->exec();
    });
}

// ---- reading much

Result<std::vector<FeedEntry>> SqliteAuthorityStore::feed(const ScopeSet& scopes, Seq cursor, std::size_t recordsMax,
                                                          std::size_t bytesMax, Seq& to) {
    return FeedReader(*database_, *catalog_).read(scopes, cursor, newest_, recordsMax, bytesMax, to);
}

Result<std::vector<FeedEntry>> SqliteAuthorityStore::fill(const ScopeSet& scopes, sync::Part part, Seq after, Seq until,
                                                          std::size_t recordsMax, std::size_t bytesMax, Seq& to) {
    return FeedReader(*database_, *catalog_).fill(scopes, part, after, until, recordsMax, bytesMax, to);
}

Result<void> SqliteAuthorityStore::forEachHeld(const std::function<void(const sync::Held&)>& visit) {
    return guarded([&]() -> Result<void> {
        Use row(database_->prepared("SELECT type, id, version, place, audience FROM record WHERE deleted = 0"));
        while (row->executeStep()) {
            const RecordType* type = catalog_->find(static_cast<std::uint16_t>(row->getColumn(0).getInt()));
            if (type == nullptr) return damaged("a record is of an unknown type");
            const Scope scope{idAt(*row, 3), static_cast<Audience>(row->getColumn(4).getInt())};
            visit({type, idAt(*row, 1), row->getColumn(2).getInt64(), scope});
        }
        return {};
    });
}

Result<void> SqliteAuthorityStore::forEach(const RecordType& type, const std::function<void(const Record&)>& visit) {
    return guarded([&]() -> Result<void> {
        Use row(database_->prepared(
            "SELECT id, place, audience, version, document FROM record WHERE type = ? AND deleted = 0 ORDER BY id"));
        row->bind(1, static_cast<int>(type.id));
        while (row->executeStep()) {
            Record record{&type,
                          idAt(*row, 0),
                          idAt(*row, 1),
                          static_cast<Audience>(row->getColumn(2).getInt()),
                          row->getColumn(3).getInt64(),
                          false,
                          {}};
            ZX_ASSIGN(record.fields, parseFields(type, textAt(*row, 4)));
            visit(record);
        }
        return {};
    });
}

Result<void> SqliteAuthorityStore::forEachLine(const RecordType& type,
                                               const std::function<void(const Scope&, std::string_view)>& visit) {
    return guarded([&] {
        Use row(database_->prepared(
            "SELECT id, place, audience, version, document FROM record WHERE type = ? AND deleted = 0 ORDER BY id"));
        row->bind(1, static_cast<int>(type.id));
        while (row->executeStep()) {
            const Scope scope{idAt(*row, 1), static_cast<Audience>(row->getColumn(2).getInt())};
            visit(scope, splicedLine(type, idAt(*row, 0), scope, row->getColumn(3).getInt64(), textAt(*row, 4)));
        }
    });
}

}  // namespace zhixing::server

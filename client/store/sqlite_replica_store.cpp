#include "client/store/sqlite_replica_store.h"

#include <cassert>

#include "client/store/schema.h"
#include "client/store/scope_bytes.h"
#include "shared/model/document.h"
#include "shared/sqlite/columns.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

using sqlite::bindId;
using sqlite::guarded;
using sqlite::readId;
using sqlite::Use;
using sync::Counter;
using sync::Digest;
using sync::PendingOperation;
using sync::ReplicaState;
using sync::Seq;
using sync::TrayItem;

namespace {

constexpr std::size_t everPutMax = 200'000;
/// What readPending() expects, in its order.
constexpr std::string_view selectPending = "SELECT line, settled_seq, settled_version, attempts FROM zx_outbox ";

std::string packed(const ScopeSet& scopes) {
    std::string bytes;
    for (const Scope& scope : scopes) appendScope(bytes, scope);
    return bytes;
}

Result<ScopeSet> unpacked(std::string_view bytes) {
    ScopeSet scopes;
    while (!bytes.empty()) {
        ZX_ASSIGN(const Scope scope, takeScope(bytes));
        scopes.push_back(scope);
    }
    return scopes;
}

Result<ReplicaState> readState(const SQLite::Statement& row) {
    ReplicaState state;
    ZX_ASSIGN(state.device, readId(row.getColumn(0)));
    ZX_ASSIGN(state.person, readId(row.getColumn(1)));
    ZX_ASSIGN(state.home, readId(row.getColumn(2)));
    state.epoch = row.getColumn(3).getString();
    state.cursor = row.getColumn(4).getInt64();
    state.lastCounter = row.getColumn(5).getInt64();
    state.acked = row.getColumn(6).getInt64();
    state.clock.offsetMs = row.getColumn(7).getInt64();
    state.clock.last.ms = row.getColumn(8).getInt64();
    ZX_ASSIGN(state.scopes, unpacked(row.getColumn(9).getString()));
    state.agreed = row.getColumn(10).getInt() != 0;
    state.agreedAt.ms = row.getColumn(11).getInt64();
    return state;
}

Result<TrayItem> readTrayItem(const Catalog& catalog, const SQLite::Statement& row) {
    TrayItem item;
    item.counter = row.getColumn(0).getInt64();
    ZX_ASSIGN(item.operation, sync::decodeOperation(catalog, row.getColumn(1).getString()));
    const auto code = codeFromWord(row.getColumn(2).getString());
    if (!code) return Error{Code::damaged, "a rejection whose code is not known", {}, {}};
    item.error.code = *code;
    item.error.message = row.getColumn(3).getString();
    item.error.field = row.getColumn(4).getString();
    if (!row.getColumn(5).isNull()) item.error.limit = row.getColumn(5).getInt64();
    item.rejectedAt.ms = row.getColumn(6).getInt64();
    return item;
}

}  // namespace

// ---- opening, and what is kept in memory

Result<std::unique_ptr<SqliteReplicaStore>> SqliteReplicaStore::open(const Catalog& catalog,
                                                                     const std::filesystem::path& path) {
    ZX_ASSIGN(sqlite::Database database, openStore(path, catalog));
    std::unique_ptr<SqliteReplicaStore> store(new SqliteReplicaStore(catalog, std::move(database)));
    ZX_TRY(store->refresh());
    ZX_TRY(store->watchEmptyTables());
    return store;
}

SqliteReplicaStore::SqliteReplicaStore(const Catalog& catalog, sqlite::Database database)
    : catalog_(&catalog), database_(std::move(database)) {
    tables_.reserve(catalog.types().size());
    for (const RecordType& type : catalog.types()) tables_.emplace_back(database_, type);
}

sqlite::TypedTable& SqliteReplicaStore::table(const RecordType& type) {
    const auto position = static_cast<std::size_t>(&type - catalog_->types().data());
    assert(position < tables_.size());
    return tables_[position];
}

Result<SqliteReplicaStore::Memory> SqliteReplicaStore::readMemory() {
    return guarded([&]() -> Result<Memory> {
        Memory memory;
        Use outbox(database_.prepared("SELECT record FROM zx_outbox"));
        while (outbox->executeStep()) {
            ZX_ASSIGN(const Id record, readId(outbox->getColumn(0)));
            ++memory.pendingCounts[record];
        }
        Use shadows(database_.prepared("SELECT record FROM zx_shadow"));
        while (shadows->executeStep()) {
            ZX_ASSIGN(const Id record, readId(shadows->getColumn(0)));
            memory.shadows.insert(record);
        }
        ZX_ASSIGN(memory.digests, DigestTable::read(database_));
        return memory;
    });
}

Result<void> SqliteReplicaStore::refresh() {
    if (!isMemoryStale_) return {};
    ZX_ASSIGN(memory_, readMemory());
    isMemoryStale_ = false;
    return {};
}

Result<void> SqliteReplicaStore::watchEmptyTables() {
    if (memory_.digests.total().count > 0) return {};
    for (const RecordType& type : catalog_->types()) {
        ZX_ASSIGN(const auto rows, database_.number("SELECT EXISTS(SELECT 1 FROM " + sqlite::sqlName(type.name) + ")"));
        if (rows > 0) return {};
    }
    everPut_.emplace();
    return {};
}

// ---- transactions

Result<void> SqliteReplicaStore::begin(Durability durability) {
    assert(!transaction_);
    ZX_TRY(refresh());
    const bool isFull = durability == Durability::full;
    ZX_TRY(database_.setDurability(isFull ? sqlite::Durability::full : sqlite::Durability::atomic));
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(database_));
    transaction_.emplace(std::move(transaction));
    return {};
}

Result<void> SqliteReplicaStore::commit() {
    assert(transaction_);
    auto result = memory_.digests.write(database_);
    if (result.ok()) result = transaction_->commit();
    if (!result.ok()) {
        rollback();
        return result;
    }
    transaction_.reset();
    return result;
}

void SqliteReplicaStore::rollback() {
    transaction_.reset();
    isMemoryStale_ = true;
}

// ---- state

Result<ReplicaState> SqliteReplicaStore::state() {
    return guarded([&]() -> Result<ReplicaState> {
        Use found(
            database_.prepared("SELECT device, person, home, epoch, cursor, last_counter, acked, clock_offset_ms, "
                               "clock_last_ms, scopes, agreed, agreed_at FROM zx_state"));
        if (!found->executeStep()) return ReplicaState{};
        return readState(*found);
    });
}

Result<void> SqliteReplicaStore::setState(const ReplicaState& state) {
    return guarded([&] {
        Use set(database_.prepared(
            "INSERT OR REPLACE INTO zx_state(one, device, person, home, epoch, cursor, last_counter, "
            "acked, clock_offset_ms, clock_last_ms, scopes, agreed, agreed_at) "
            "VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"));
        const std::string scopes = packed(state.scopes);
        bindId(*set, 1, state.device);
        bindId(*set, 2, state.person);
        bindId(*set, 3, state.home);
        set->bindNoCopy(4, state.epoch);
        set->bind(5, state.cursor);
        set->bind(6, state.lastCounter);
        set->bind(7, state.acked);
        set->bind(8, state.clock.offsetMs);
        set->bind(9, state.clock.last.ms);
        set->bindNoCopy(10, static_cast<const void*>(scopes.data()), static_cast<int>(scopes.size()));
        set->bind(11, state.agreed ? 1 : 0);
        set->bind(12, state.agreedAt.ms);
        set->exec();
    });
}

// ---- visible rows

Result<std::optional<Record>> SqliteReplicaStore::find(const RecordType& type, const Id& record) {
    if (everPut_ && !everPut_->contains(record)) return std::optional<Record>{};
    ZX_ASSIGN(std::optional<sqlite::Row> row, table(type).find(record));
    if (!row) return std::optional<Record>{};
    return std::optional<Record>(std::move(row->record));
}

Result<void> SqliteReplicaStore::put(const Record& record, bool isPending) {
    if (everPut_) {
        everPut_->insert(record.id);
        if (everPut_->size() > everPutMax) everPut_.reset();
    }
    return table(*record.type).put(record, isPending);
}

Result<void> SqliteReplicaStore::erase(const RecordType& type, const Id& record) { return table(type).erase(record); }

Result<std::vector<std::pair<const RecordType*, Id>>> SqliteReplicaStore::rowsIn(const Scope& scope) {
    std::vector<std::pair<const RecordType*, Id>> rows;
    for (const RecordType& type : catalog_->types()) {
        ZX_ASSIGN(const std::vector<Id> ids, table(type).idsIn(scope.place, scope.audience));
        for (const Id& id : ids) rows.emplace_back(&type, id);
    }
    return rows;
}

// ---- shadows

Result<std::optional<Record>> SqliteReplicaStore::shadow(const Id& record) {
    ZX_TRY(refresh());
    if (!memory_.shadows.contains(record)) return std::optional<Record>{};
    return guarded([&]() -> Result<std::optional<Record>> {
        Use found(database_.prepared(
            "SELECT type, place, audience, version, is_deleted, fields FROM zx_shadow WHERE record = ?1"));
        bindId(*found, 1, record);
        if (!found->executeStep()) return std::optional<Record>{};
        Record shadow;
        shadow.type = catalog_->find(static_cast<std::uint16_t>(found->getColumn(0).getInt()));
        if (shadow.type == nullptr) return Error{Code::damaged, "a shadow of an unknown type", {}, {}};
        shadow.id = record;
        ZX_ASSIGN(shadow.place, readId(found->getColumn(1)));
        ZX_ASSIGN(shadow.audience, sqlite::readAudience(found->getColumn(2)));
        shadow.version = found->getColumn(3).getInt64();
        shadow.isDeleted = found->getColumn(4).getInt() != 0;
        ZX_ASSIGN(shadow.fields, parseFields(*shadow.type, found->getColumn(5).getString()));
        return std::optional<Record>(std::move(shadow));
    });
}

Result<void> SqliteReplicaStore::putShadow(const Record& record) {
    ZX_TRY(guarded([&] {
        Use put(
            database_.prepared("INSERT OR REPLACE INTO zx_shadow(record, type, place, audience, version, is_deleted, "
                               "fields) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
        std::string fields;
        appendFields(fields, *record.type, record.fields);
        bindId(*put, 1, record.id);
        put->bind(2, static_cast<int>(record.type->id));
        bindId(*put, 3, record.place);
        put->bind(4, static_cast<int>(record.audience));
        put->bind(5, record.version);
        put->bind(6, record.isDeleted ? 1 : 0);
        put->bindNoCopy(7, fields);
        put->exec();
    }));
    memory_.shadows.insert(record.id);
    return {};
}

Result<void> SqliteReplicaStore::eraseShadow(const Id& record) {
    if (memory_.shadows.erase(record) == 0) return {};
    return guarded([&] {
        Use erased(database_.prepared("DELETE FROM zx_shadow WHERE record = ?1"));
        bindId(*erased, 1, record);
        erased->exec();
    });
}

// ---- outbox

Result<PendingOperation> SqliteReplicaStore::readPending(const SQLite::Statement& row) const {
    PendingOperation pending;
    pending.line = row.getColumn(0).getString();
    pending.settledSeq = row.getColumn(1).getInt64();
    pending.settledVersion = row.getColumn(2).getInt64();
    pending.attempts = row.getColumn(3).getInt();
    auto operation = sync::decodeOperation(*catalog_, pending.line);
    if (!operation.ok()) return Error{Code::damaged, "an operation in the outbox cannot be read", {}, {}};
    pending.operation = std::move(operation).value();
    return pending;
}

Result<void> SqliteReplicaStore::append(const PendingOperation& pending) {
    ZX_TRY(guarded([&] {
        Use appended(
            database_.prepared("INSERT INTO zx_outbox(counter, record, line, settled_seq, settled_version, attempts) "
                               "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
        appended->bind(1, pending.operation.counter);
        bindId(*appended, 2, pending.operation.record);
        appended->bindNoCopy(3, pending.line);
        appended->bind(4, pending.settledSeq);
        appended->bind(5, pending.settledVersion);
        appended->bind(6, pending.attempts);
        appended->exec();
    }));
    ++memory_.pendingCounts[pending.operation.record];
    return {};
}

Result<std::vector<PendingOperation>> SqliteReplicaStore::pendingOf(const Id& record) {
    ZX_TRY(refresh());
    std::vector<PendingOperation> operations;
    if (!memory_.pendingCounts.contains(record)) return operations;
    return guarded([&]() -> Result<std::vector<PendingOperation>> {
        Use found(database_.prepared(std::string(selectPending) + "WHERE record = ?1 ORDER BY counter"));
        bindId(*found, 1, record);
        while (found->executeStep()) {
            ZX_ASSIGN(PendingOperation pending, readPending(*found));
            operations.push_back(std::move(pending));
        }
        return std::move(operations);
    });
}

Result<std::vector<PendingOperation>> SqliteReplicaStore::unsent(Counter after, std::size_t countMax,
                                                                 std::size_t bytesMax) {
    return guarded([&]() -> Result<std::vector<PendingOperation>> {
        Use found(database_.prepared(std::string(selectPending) +
                                     "WHERE counter > ?1 AND settled_seq = 0 ORDER BY counter LIMIT ?2"));
        found->bind(1, after);
        found->bind(2, static_cast<std::int64_t>(countMax));
        std::vector<PendingOperation> operations;
        std::size_t bytes = 0;
        while (bytes < bytesMax && found->executeStep()) {
            ZX_ASSIGN(PendingOperation pending, readPending(*found));
            bytes += pending.line.size() + 1;
            operations.push_back(std::move(pending));
        }
        return operations;
    });
}

Result<std::vector<PendingOperation>> SqliteReplicaStore::settledUpTo(Seq cursor) {
    return guarded([&]() -> Result<std::vector<PendingOperation>> {
        Use found(database_.prepared(std::string(selectPending) +
                                     "WHERE settled_seq > 0 AND settled_seq <= ?1 ORDER BY counter"));
        found->bind(1, cursor);
        std::vector<PendingOperation> operations;
        while (found->executeStep()) {
            ZX_ASSIGN(PendingOperation pending, readPending(*found));
            operations.push_back(std::move(pending));
        }
        return operations;
    });
}

Result<std::optional<PendingOperation>> SqliteReplicaStore::pending(Counter counter) {
    return guarded([&]() -> Result<std::optional<PendingOperation>> {
        Use found(database_.prepared(std::string(selectPending) + "WHERE counter = ?1"));
        found->bind(1, counter);
        if (!found->executeStep()) return std::optional<PendingOperation>{};
        ZX_ASSIGN(PendingOperation pending, readPending(*found));
        return std::optional<PendingOperation>(std::move(pending));
    });
}

Result<void> SqliteReplicaStore::settle(Counter counter, Seq seq, Version version) {
    return guarded([&] {
        Use settled(
            database_.prepared("UPDATE zx_outbox SET settled_seq = ?2, settled_version = ?3 WHERE counter = ?1"));
        settled->bind(1, counter);
        settled->bind(2, seq);
        settled->bind(3, version);
        settled->exec();
    });
}

Result<void> SqliteReplicaStore::drop(Counter counter) {
    return guarded([&]() -> Result<void> {
        Use dropped(database_.prepared("DELETE FROM zx_outbox WHERE counter = ?1 RETURNING record"));
        dropped->bind(1, counter);
        if (!dropped->executeStep()) return {};
        ZX_ASSIGN(const Id record, readId(dropped->getColumn(0)));
        const auto count = memory_.pendingCounts.find(record);
        assert(count != memory_.pendingCounts.end());
        if (--count->second == 0) memory_.pendingCounts.erase(count);
        return {};
    });
}

Result<void> SqliteReplicaStore::countAttempt(Counter first, Counter last) {
    return guarded([&] {
        Use counted(database_.prepared("UPDATE zx_outbox SET attempts = attempts + 1 WHERE counter BETWEEN ?1 AND ?2"));
        counted->bind(1, first);
        counted->bind(2, last);
        counted->exec();
    });
}

Result<std::size_t> SqliteReplicaStore::pendingCount() {
    ZX_TRY(refresh());
    std::size_t count = 0;
    for (const auto& [record, operations] : memory_.pendingCounts) count += static_cast<std::size_t>(operations);
    return count;
}

// ---- tray

Result<void> SqliteReplicaStore::putTray(const TrayItem& item) {
    return guarded([&] {
        Use put(database_.prepared(
            "INSERT OR REPLACE INTO zx_tray(counter, line, code, message, field, exceeded, rejected_at) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
        put->bind(1, item.counter);
        put->bind(2, sync::encodeOperation(item.operation));
        put->bind(3, std::string(word(item.error.code)));
        put->bindNoCopy(4, item.error.message);
        put->bindNoCopy(5, item.error.field);
        if (item.error.limit) {
            put->bind(6, *item.error.limit);
        } else {
            put->bind(6);
        }
        put->bind(7, item.rejectedAt.ms);
        put->exec();
    });
}

Result<std::vector<TrayItem>> SqliteReplicaStore::tray() {
    return guarded([&]() -> Result<std::vector<TrayItem>> {
        Use found(database_.prepared(
            "SELECT counter, line, code, message, field, exceeded, rejected_at FROM zx_tray ORDER BY counter"));
        std::vector<TrayItem> items;
        while (found->executeStep()) {
            ZX_ASSIGN(TrayItem item, readTrayItem(*catalog_, *found));
            items.push_back(std::move(item));
        }
        return items;
    });
}

Result<void> SqliteReplicaStore::eraseTray(Counter counter) {
    return guarded([&] {
        Use erased(database_.prepared("DELETE FROM zx_tray WHERE counter = ?1"));
        erased->bind(1, counter);
        erased->exec();
    });
}

// ---- digests

Result<Digest> SqliteReplicaStore::digest(const Scope& scope) {
    ZX_TRY(refresh());
    return memory_.digests.find(scope);
}

Result<void> SqliteReplicaStore::putDigest(const Scope& scope, const Digest& digest) {
    memory_.digests.put(scope, digest);
    return {};
}

Result<Digest> SqliteReplicaStore::totalDigest() {
    ZX_TRY(refresh());
    return memory_.digests.total();
}

}  // namespace zhixing::client

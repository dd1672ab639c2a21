#include "client/store/sqlite_replica_store.h"

#include <cassert>

#include "client/store/held_rows.h"
#include "client/store/incident_table.h"
#include "client/store/learned_tables.h"
#include "client/store/own_rows.h"
#include "client/store/schema.h"
#include "client/store/scope_bytes.h"
#include "client/store/store_reader.h"
#include "client/store/text_table.h"
#include "shared/model/document.h"
#include "shared/sqlite/columns.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

using sqlite::bindId;
using sqlite::guarded;
using sqlite::readId;
using sqlite::Use;
using sync::Digest;
using sync::ReplicaState;

namespace {

constexpr std::size_t everPutMax = 200'000;

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

std::string packed(const std::vector<sync::Fill>& fills) {
    std::string lines;
    for (const sync::Fill& fill : fills) lines += encode(sync::ClientMessage(fill)) + '\n';
    return lines;
}

Result<std::vector<sync::Fill>> unpackedFills(const Catalog& catalog, std::string_view lines) {
    std::vector<sync::Fill> fills;
    for (std::size_t end = 0; !lines.empty(); lines.remove_prefix(end + 1)) {
        end = lines.find('\n');
        if (end == std::string_view::npos) return Error{Code::damaged, "a fill cannot be read", {}, {}};
        ZX_ASSIGN(const sync::ClientMessage message, sync::decodeClient(catalog, lines.substr(0, end)));
        const auto* fill = std::get_if<sync::Fill>(&message);
        if (fill == nullptr) return Error{Code::damaged, "this is no fill", {}, {}};
        fills.push_back(*fill);
    }
    return fills;
}

Result<ReplicaState> readState(const Catalog& catalog, const SQLite::Statement& row) {
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
    state.agreed = row.getColumn(9).getInt() != 0;
    state.agreedAt.ms = row.getColumn(10).getInt64();
    ZX_ASSIGN(state.fills, unpackedFills(catalog, row.getColumn(11).getString()));
    state.isRereading = row.getColumn(12).getInt() != 0;
    state.missedDeletions = row.getColumn(13).getInt() != 0;
    state.schema = row.getColumn(14).getString();
    return state;
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
        ZX_TRY(checkOwnWork());
        Use outbox(database_.prepared("SELECT record FROM zx_outbox"));
        while (outbox->executeStep()) {
            ZX_ASSIGN(const Id record, readId(outbox->getColumn(0)));
            ++memory.pendingCounts[record];
            ++memory.pendingTotal;
        }
        Use shadows(database_.prepared("SELECT record FROM zx_shadow"));
        while (shadows->executeStep()) {
            ZX_ASSIGN(const Id record, readId(shadows->getColumn(0)));
            memory.shadows.insert(record);
        }
        Use foreign(database_.prepared("SELECT record FROM zx_foreign"));
        while (foreign->executeStep()) {
            ZX_ASSIGN(const Id record, readId(foreign->getColumn(0)));
            memory.foreign.insert(record);
        }
        Use scopes(database_.prepared("SELECT scopes FROM zx_scopes"));
        if (scopes->executeStep()) {
            ZX_ASSIGN(memory.scopes, unpacked(scopes->getColumn(0).getString()));
        }
        ZX_ASSIGN(memory.digests, DigestTable::read(database_));
        return memory;
    });
}

/// Here and not when the rows are read, because one that was changed may not be found by what it is read for.
Result<void> SqliteReplicaStore::checkOwnWork() {
    static const std::string count = "SELECT (SELECT count(*) FROM zx_outbox WHERE NOT (" + outboxIsWhole() +
                                     ")) + (SELECT count(*) FROM zx_tray WHERE NOT (" + trayIsWhole() + "))";
    ZX_ASSIGN(const auto changed, database_.number(count));
    if (changed == 0) return {};
    return Error{Code::damaged, "work that was recorded here and not sent is not as it was written", {}, {}};
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
    if (result.ok()) result = forgetOldest();
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
    newestRetired_ = 0;
    isMemoryStale_ = true;
}

// ---- state

Result<ReplicaState> SqliteReplicaStore::state() {
    ZX_TRY(refresh());
    return guarded([&]() -> Result<ReplicaState> {
        Use found(
            database_.prepared("SELECT device, person, home, epoch, cursor, last_counter, acked, clock_offset_ms, "
                               "clock_last_ms, agreed, agreed_at, fills, is_rereading, "
                               "missed_deletions, schema FROM zx_state"));
        if (!found->executeStep()) return ReplicaState{};
        ZX_ASSIGN(ReplicaState state, readState(*catalog_, *found));
        state.scopes = memory_.scopes;
        return state;
    });
}

Result<void> SqliteReplicaStore::setState(const ReplicaState& state) {
    ZX_TRY(keepScopes(state.scopes));
    return guarded([&] {
        Use set(database_.prepared(
            "INSERT OR REPLACE INTO zx_state(one, device, person, home, epoch, cursor, last_counter, "
            "acked, clock_offset_ms, clock_last_ms, agreed, agreed_at, fills, is_rereading, missed_deletions, schema) "
            "VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"));
        const std::string fills = packed(state.fills);
        bindId(*set, 1, state.device);
        bindId(*set, 2, state.person);
        bindId(*set, 3, state.home);
        set->bindNoCopy(4, state.epoch);
        set->bind(5, state.cursor);
        set->bind(6, state.lastCounter);
        set->bind(7, state.acked);
        set->bind(8, state.clock.offsetMs);
        set->bind(9, state.clock.last.ms);
        set->bind(10, state.agreed ? 1 : 0);
        set->bind(11, state.agreedAt.ms);
        set->bindNoCopy(12, fills);
        set->bind(13, state.isRereading ? 1 : 0);
        set->bind(14, state.missedDeletions ? 1 : 0);
        set->bindNoCopy(15, state.schema);
        set->exec();
    });
}

Result<void> SqliteReplicaStore::keepScopes(const ScopeSet& scopes) {
    ZX_TRY(refresh());
    if (scopes == memory_.scopes) return {};
    ZX_TRY(guarded([&] {
        Use set(database_.prepared("INSERT OR REPLACE INTO zx_scopes(one, scopes) VALUES(1, ?1)"));
        const std::string bytes = packed(scopes);
        set->bindNoCopy(1, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
        set->exec();
    }));
    memory_.scopes = scopes;
    return {};
}

// ---- visible rows

Result<std::optional<Record>> SqliteReplicaStore::find(const RecordType& type, const Id& record) {
    if (everPut_ && !everPut_->contains(record)) return std::optional<Record>{};
    ZX_ASSIGN(std::optional<sqlite::Row> row, table(type).findWhole(record));
    if (!row) return std::optional<Record>{};
    return std::optional<Record>(std::move(row->record));
}

Result<std::optional<sync::RecordHead>> SqliteReplicaStore::head(const RecordType& type, const Id& record) {
    if (everPut_ && !everPut_->contains(record)) return std::optional<sync::RecordHead>{};
    if (memory_.damaged.contains(record)) return std::optional<sync::RecordHead>{};
    ZX_ASSIGN(const auto head, table(type).head(record));
    if (!head) return std::optional<sync::RecordHead>{};
    return std::optional<sync::RecordHead>({head->version, false, {head->place, head->audience}});
}

Result<void> SqliteReplicaStore::put(const Record& record, bool isPending) {
    const bool isNew = everPut_ && everPut_->insert(record.id).second;
    if (everPut_ && everPut_->size() > everPutMax) everPut_.reset();
    memory_.damaged.erase(record.id);
    ZX_TRY(isNew ? table(*record.type).add(record, isPending) : table(*record.type).put(record, isPending));
    return putText(database_, record, isNew);
}

Result<void> SqliteReplicaStore::erase(const RecordType& type, const Id& record) {
    memory_.damaged.erase(record);
    ZX_TRY(table(type).erase(record));
    return eraseText(database_, record);
}

Result<void> SqliteReplicaStore::forEach(const RecordType& type, const std::function<void(const Record&)>& visit) {
    return StoreReader(*catalog_, database_).forEach({.type = &type}, [&](sqlite::Row&& row) -> Result<void> {
        visit(row.record);
        return {};
    });
}

Result<std::vector<std::pair<const RecordType*, Id>>> SqliteReplicaStore::rowsIn(const Scope& scope) {
    std::vector<std::pair<const RecordType*, Id>> rows;
    for (const RecordType& type : catalog_->types()) {
        ZX_ASSIGN(const std::vector<Id> ids, table(type).idsIn(scope.place, scope.audience));
        for (const Id& id : ids) rows.emplace_back(&type, id);
    }
    return rows;
}

Result<void> SqliteReplicaStore::forEachHeld(const std::function<void(const sync::Held&)>& visit) {
    memory_.damaged.clear();
    return client::forEachHeld(database_, *catalog_, {}, [&](const sync::Held& held) {
        if (held.version == 0) memory_.damaged.insert(held.record);
        visit(held);
    });
}

Result<std::vector<sync::Held>> SqliteReplicaStore::heldIn(const Scope& scope) {
    std::vector<sync::Held> rows;
    ZX_TRY(client::forEachHeld(database_, *catalog_, scope, [&](const sync::Held& held) { rows.push_back(held); }));
    return rows;
}

/// What secure_delete overwrites in the file may still stand in the write-ahead log.
Result<void> SqliteReplicaStore::scrub() {
    return guarded([&] { database_.raw().exec("PRAGMA wal_checkpoint(TRUNCATE)"); });
}

// ---- shadows

Result<std::optional<Record>> SqliteReplicaStore::shadow(const Id& record) {
    ZX_TRY(refresh());
    if (!memory_.shadows.contains(record)) return std::optional<Record>{};
    return guarded([&]() -> Result<std::optional<Record>> {
        static const std::string select =
            "SELECT type, place, audience, version, is_deleted, fields FROM zx_shadow WHERE record = ?1 AND " +
            shadowIsWhole();
        Use found(database_.prepared(select));
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

Result<std::optional<sync::RecordHead>> SqliteReplicaStore::shadowHead(const Id& record) {
    ZX_TRY(refresh());
    if (!memory_.shadows.contains(record) || memory_.damaged.contains(record)) return std::optional<sync::RecordHead>{};
    return guarded([&]() -> Result<std::optional<sync::RecordHead>> {
        Use found(database_.prepared("SELECT version, is_deleted, place, audience FROM zx_shadow WHERE record = ?1"));
        bindId(*found, 1, record);
        if (!found->executeStep()) return std::optional<sync::RecordHead>{};
        sync::RecordHead head{found->getColumn(0).getInt64(), found->getColumn(1).getInt() != 0, {}};
        ZX_ASSIGN(head.scope.place, readId(found->getColumn(2)));
        ZX_ASSIGN(head.scope.audience, sqlite::readAudience(found->getColumn(3)));
        return std::optional<sync::RecordHead>(head);
    });
}

Result<void> SqliteReplicaStore::putShadow(const Record& record) {
    ZX_TRY(guarded([&] {
        static const std::string replace =
            "INSERT OR REPLACE INTO zx_shadow(record, type, place, audience, version, is_deleted, fields, row_sum) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, " +
            shadowSum({"?1", "?2", "?3", "?4", "?5", "?6", "?7"}) + ")";
        Use put(database_.prepared(replace));
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
    memory_.damaged.erase(record.id);
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

// ---- incidents

Result<void> SqliteReplicaStore::addIncident(const sync::Incident& incident) {
    return client::addIncident(database_, incident);
}

Result<std::vector<sync::Incident>> SqliteReplicaStore::incidents() { return readIncidents(database_); }

// ---- what was learned by asking

Result<void> SqliteReplicaStore::keepHistory(const sync::History& history, Instant at) {
    return client::keepHistory(database_, history, at);
}

Result<std::vector<Id>> SqliteReplicaStore::withoutHistory(std::span<const Named> changed, std::size_t countMax) {
    return client::withoutHistory(database_, *catalog_, changed, countMax);
}

Result<void> SqliteReplicaStore::forgetHistories() { return client::forgetHistories(database_); }

Result<void> SqliteReplicaStore::keepDevices(const sync::Devices& devices) {
    return client::keepDevices(database_, devices);
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

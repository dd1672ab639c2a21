#include <algorithm>
#include <cassert>

#include "client/store/learned_tables.h"
#include "client/store/own_rows.h"
#include "client/store/sqlite_replica_store.h"
#include "shared/base/limits.h"
#include "shared/sqlite/columns.h"
#include "sync/wire/codec.h"

/// The part of the store that holds what a person did and the server has not yet taken, or would not take.
namespace zhixing::client {

using sqlite::bindId;
using sqlite::guarded;
using sqlite::readId;
using sqlite::Use;
using sync::Counter;
using sync::DiscardedItem;
using sync::OutboxEntry;
using sync::PendingOperation;
using sync::Seq;
using sync::TrayItem;

namespace {

/// What readPending() expects, in its order.
constexpr std::string_view selectPending = "SELECT line, settled_seq, settled_version FROM zx_outbox ";

/// What readEntry() expects, in its order.
constexpr std::string_view selectEntry = "SELECT line, counter, record, settled_seq, settled_version FROM zx_outbox ";

/// What readTrayItem() expects, and what bindTrayItem() gives, in their order.
constexpr std::string_view trayColumns = "counter, line, code, message, field, exceeded, rejected_at";

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

void bindTrayItem(SQLite::Statement& put, const TrayItem& item) {
    put.bind(1, item.counter);
    put.bind(2, sync::encodeOperation(item.operation));
    put.bind(3, std::string(word(item.error.code)));
    put.bindNoCopy(4, item.error.message);
    put.bindNoCopy(5, item.error.field);
    if (item.error.limit) {
        put.bind(6, *item.error.limit);
    } else {
        put.bind(6);
    }
    put.bind(7, item.rejectedAt.ms);
}

}  // namespace

// ---- outbox

Result<PendingOperation> SqliteReplicaStore::readPending(const SQLite::Statement& row) const {
    PendingOperation pending;
    pending.line = row.getColumn(0).getString();
    pending.settledSeq = row.getColumn(1).getInt64();
    pending.settledVersion = row.getColumn(2).getInt64();
    auto operation = sync::decodeOperation(*catalog_, pending.line);
    if (!operation.ok()) return Error{Code::damaged, "an operation in the outbox cannot be read", {}, {}};
    pending.operation = std::move(operation).value();
    return pending;
}

Result<OutboxEntry> SqliteReplicaStore::readEntry(const SQLite::Statement& row) const {
    OutboxEntry entry;
    entry.line = row.getColumn(0).getString();
    entry.counter = row.getColumn(1).getInt64();
    ZX_ASSIGN(entry.record, readId(row.getColumn(2)));
    entry.settledSeq = row.getColumn(3).getInt64();
    entry.settledVersion = row.getColumn(4).getInt64();
    const auto outline = sync::outlineOf(*catalog_, entry.line);
    if (!outline.ok()) return Error{Code::damaged, "an operation in the outbox cannot be read", {}, {}};
    entry.type = outline->type;
    entry.more = outline->more;
    return entry;
}

Result<void> SqliteReplicaStore::append(const PendingOperation& pending) {
    ZX_TRY(guarded([&] {
        static const std::string append =
            "INSERT INTO zx_outbox(counter, record, line, settled_seq, settled_version, tries_before, row_sum) "
            "VALUES(?1, ?2, ?3, ?4, ?5, (SELECT tries FROM zx_failure), " +
            outboxSum({"?1", "?2", "?3", "?4", "?5"}) + ")";
        Use appended(database_.prepared(append));
        appended->bind(1, pending.operation.counter);
        bindId(*appended, 2, pending.operation.record);
        appended->bindNoCopy(3, pending.line);
        appended->bind(4, pending.settledSeq);
        appended->bind(5, pending.settledVersion);
        appended->exec();
    }));
    ++memory_.pendingCounts[pending.operation.record];
    ++memory_.pendingTotal;
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

Result<std::vector<Counter>> SqliteReplicaStore::settledOf(const Id& record, Version version) {
    ZX_TRY(refresh());
    std::vector<Counter> counters;
    if (!memory_.pendingCounts.contains(record)) return counters;
    return guarded([&] {
        Use found(
            database_.prepared("SELECT counter FROM zx_outbox WHERE record = ?1 AND settled_seq > 0 "
                               "AND settled_version BETWEEN 1 AND ?2 ORDER BY counter"));
        sqlite::bindIdInPlace(*found, 1, record);
        found->bind(2, version);
        while (found->executeStep()) counters.push_back(found->getColumn(0).getInt64());
        return std::move(counters);
    });
}

Result<std::vector<OutboxEntry>> SqliteReplicaStore::unsent(Counter after, std::size_t countMax, std::size_t bytesMax) {
    return guarded([&]() -> Result<std::vector<OutboxEntry>> {
        Use found(database_.prepared(std::string(selectEntry) +
                                     "WHERE counter > ?1 AND settled_seq = 0 ORDER BY counter LIMIT ?2"));
        found->bind(1, after);
        found->bind(2, static_cast<std::int64_t>(countMax));
        std::vector<OutboxEntry> entries;
        std::size_t bytes = 0;
        while (bytes < bytesMax && found->executeStep()) {
            ZX_ASSIGN(OutboxEntry entry, readEntry(*found));
            bytes += entry.line.size() + 1;
            entries.push_back(std::move(entry));
        }
        return entries;
    });
}

Result<std::vector<OutboxEntry>> SqliteReplicaStore::settledUpTo(Seq cursor) {
    return guarded([&]() -> Result<std::vector<OutboxEntry>> {
        Use found(database_.prepared(std::string(selectEntry) +
                                     "WHERE settled_seq > 0 AND settled_seq <= ?1 ORDER BY counter"));
        found->bind(1, cursor);
        std::vector<OutboxEntry> entries;
        while (found->executeStep()) {
            ZX_ASSIGN(OutboxEntry entry, readEntry(*found));
            entries.push_back(std::move(entry));
        }
        return entries;
    });
}

Result<std::optional<OutboxEntry>> SqliteReplicaStore::entry(Counter counter) {
    return guarded([&]() -> Result<std::optional<OutboxEntry>> {
        Use found(database_.prepared(std::string(selectEntry) + "WHERE counter = ?1"));
        found->bind(1, counter);
        if (!found->executeStep()) return std::optional<OutboxEntry>{};
        ZX_ASSIGN(OutboxEntry entry, readEntry(*found));
        return std::optional<OutboxEntry>(std::move(entry));
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
        static const std::string settle = "UPDATE zx_outbox SET settled_seq = ?2, settled_version = ?3, row_sum = " +
                                          outboxSum({"counter", "record", "line", "?2", "?3"}) + " WHERE counter = ?1";
        Use settled(database_.prepared(settle));
        settled->bind(1, counter);
        settled->bind(2, seq);
        settled->bind(3, version);
        settled->exec();
    });
}

Result<void> SqliteReplicaStore::retire(Counter counter) {
    ZX_TRY(guarded([&] {
        static const std::string remember =
            "INSERT OR REPLACE INTO zx_sent(counter, record, line, row_sum) "
            "SELECT counter, record, line, " +
            outboxSum({"counter", "record", "line", "NULL", "NULL"}) + " FROM zx_outbox WHERE counter = ?1";
        Use remembered(database_.prepared(remember));
        remembered->bind(1, counter);
        remembered->exec();
    }));
    newestRetired_ = std::max(newestRetired_, counter);
    return drop(counter);
}

Result<void> SqliteReplicaStore::forgetOldest() {
    if (newestRetired_ == 0) return {};
    return guarded([&] {
        Use forgotten(database_.prepared("DELETE FROM zx_sent WHERE counter <= ?1"));
        forgotten->bind(1, newestRetired_ - limits::operationsRememberedMax);
        forgotten->exec();
        newestRetired_ = 0;
    });
}

Result<void> SqliteReplicaStore::forgetRetired(const Id& record) {
    return guarded([&] {
        Use forgotten(database_.prepared("DELETE FROM zx_sent WHERE record = ?1"));
        bindId(*forgotten, 1, record);
        forgotten->exec();
        forgetHistory(database_, record);
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
        --memory_.pendingTotal;
        return {};
    });
}

Result<std::vector<std::pair<const RecordType*, Id>>> SqliteReplicaStore::reopen(Counter decided) {
    return guarded([&]() -> Result<std::vector<std::pair<const RecordType*, Id>>> {
        const auto change = [&](const std::string& sql) {
            Use changed(database_.prepared(sql));
            changed->bind(1, decided);
            changed->exec();
        };
        const auto settledAs = [](const std::string& seq) {
            return outboxSum({"counter", "record", "line", seq, "0"});
        };
        change("UPDATE zx_outbox SET settled_seq = 0, settled_version = 0, row_sum = " + settledAs("0") +
               " WHERE counter > ?1 AND settled_seq > 0");
        change(
            "INSERT INTO zx_outbox(counter, record, line, settled_seq, settled_version, tries_before, row_sum) "
            "SELECT counter, record, line, 0, 0, (SELECT tries FROM zx_failure), " +
            settledAs("0") + " FROM zx_sent WHERE counter > ?1 AND " + sentIsWhole());
        change("DELETE FROM zx_sent WHERE counter > ?1");
        // What was decided before belongs to the state that the server still has, whose numbers it was not told by.
        change("UPDATE zx_outbox SET settled_seq = 1, settled_version = 0, row_sum = " + settledAs("1") +
               " WHERE counter <= ?1 AND settled_seq > 0");
        // What it signed for it may have lost as well. Asking costs little where it has not.
        database_.raw().exec("UPDATE zx_blob SET state = 0, sent = 0, receipt = '' WHERE state = 1");
        isMemoryStale_ = true;
        ZX_TRY(refresh());

        std::vector<std::pair<const RecordType*, Id>> reopened;
        Use found(database_.prepared(std::string(selectEntry) + "WHERE counter > ?1 AND settled_seq = 0"));
        found->bind(1, decided);
        while (found->executeStep()) {
            ZX_ASSIGN(const OutboxEntry entry, readEntry(*found));
            reopened.emplace_back(entry.type, entry.record);
        }
        return reopened;
    });
}

Result<void> SqliteReplicaStore::noteFailure(const sync::Failure& failure) {
    return guarded([&] {
        Use noted(database_.prepared("UPDATE zx_failure SET tries = tries + 1, code = ?1, message = ?2, at = ?3"));
        noted->bind(1, std::string(word(failure.error.code)));
        noted->bindNoCopy(2, failure.error.message);
        noted->bind(3, failure.at.ms);
        noted->exec();
    });
}

Result<std::size_t> SqliteReplicaStore::pendingCount() {
    ZX_TRY(refresh());
    return memory_.pendingTotal;
}

// ---- tray

Result<void> SqliteReplicaStore::putTray(const TrayItem& item) {
    return guarded([&] {
        static const std::string insert = "INSERT OR REPLACE INTO zx_tray(" + std::string(trayColumns) +
                                          ", row_sum) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, " +
                                          traySum({"?1", "?2", "?3", "?4", "?5", "?6", "?7"}) + ")";
        Use put(database_.prepared(insert));
        bindTrayItem(*put, item);
        put->exec();
    });
}

Result<std::vector<TrayItem>> SqliteReplicaStore::tray() {
    return guarded([&]() -> Result<std::vector<TrayItem>> {
        Use found(database_.prepared("SELECT " + std::string(trayColumns) + " FROM zx_tray ORDER BY counter"));
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

// ---- what was thrown away from it

Result<void> SqliteReplicaStore::putDiscarded(const DiscardedItem& discarded) {
    return guarded([&] {
        Use put(database_.prepared("INSERT OR REPLACE INTO zx_discarded(" + std::string(trayColumns) +
                                   ", discarded_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
        bindTrayItem(*put, discarded.item);
        put->bind(8, discarded.discardedAt.ms);
        put->exec();
    });
}

Result<std::vector<DiscardedItem>> SqliteReplicaStore::discarded() {
    return guarded([&]() -> Result<std::vector<DiscardedItem>> {
        Use found(database_.prepared("SELECT " + std::string(trayColumns) +
                                     ", discarded_at FROM zx_discarded ORDER BY counter"));
        std::vector<DiscardedItem> items;
        while (found->executeStep()) {
            ZX_ASSIGN(TrayItem item, readTrayItem(*catalog_, *found));
            items.push_back({std::move(item), Instant{found->getColumn(7).getInt64()}});
        }
        return items;
    });
}

Result<void> SqliteReplicaStore::eraseDiscarded(Counter counter) {
    return guarded([&] {
        Use erased(database_.prepared("DELETE FROM zx_discarded WHERE counter = ?1"));
        erased->bind(1, counter);
        erased->exec();
    });
}

Result<void> SqliteReplicaStore::eraseDiscardedBefore(Instant instant) {
    return guarded([&] {
        Use erased(database_.prepared("DELETE FROM zx_discarded WHERE discarded_at < ?1"));
        erased->bind(1, instant.ms);
        erased->exec();
    });
}

}  // namespace zhixing::client

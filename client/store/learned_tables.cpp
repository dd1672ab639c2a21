#include "client/store/learned_tables.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_set>

#include "shared/base/limits.h"
#include "shared/sqlite/columns.h"
#include "shared/sqlite/typed_tables.h"
#include "sync/replica/ahead.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

using sqlite::bindId;
using sqlite::guarded;
using sqlite::Use;
using Named = sync::ReplicaStore::Named;

namespace {

void run(sqlite::Database& database, const char* sql, const Id& record) {
    Use statement(database.prepared(sql));
    bindId(*statement, 1, record);
    statement->exec();
}

/// Those asked about longest ago make room.
void keepWithinLimits(sqlite::Database& database, const Id& latest) {
    std::vector<Id> tooMany;
    {
        Use found(database.prepared(
            "SELECT record FROM (SELECT record, row_number() OVER latest_first AS position, sum(bytes) OVER "
            "latest_first AS total FROM zx_history_asked WINDOW latest_first AS (ORDER BY at DESC, record "
            "ROWS UNBOUNDED PRECEDING)) WHERE position > ?1 OR total > ?2"));
        found->bind(1, limits::historiesKeptMax);
        found->bind(2, sync::ahead::keptBytesMax);
        while (found->executeStep()) {
            if (const auto record = sqlite::readId(found->getColumn(0))) tooMany.push_back(*record);
        }
    }
    for (const Id& record : tooMany) {
        if (record != latest) forgetHistory(database, record);
    }
}

struct Kept {
    std::int64_t records = 0;
    std::int64_t bytes = 0;
};

Kept kept(sqlite::Database& database) {
    Use row(database.prepared("SELECT count(*), coalesce(sum(bytes), 0) FROM zx_history_asked"));
    if (!row->executeStep()) return {};
    return {row->getColumn(0).getInt64(), row->getColumn(1).getInt64()};
}

/// The records that a list of ids is still to be made of: each once, and no more than there is room for.
class Wanted {
public:
    explicit Wanted(std::size_t countMax) : countMax_(countMax) {}

    [[nodiscard]] std::size_t room() const { return countMax_ - ids_.size(); }
    [[nodiscard]] bool knows(const Id& id) const { return known_.contains(id); }
    void add(const Id& id) {
        if (room() > 0 && known_.insert(id).second) ids_.push_back(id);
    }
    [[nodiscard]] std::vector<Id> take() && { return std::move(ids_); }

private:
    std::size_t countMax_;
    std::vector<Id> ids_;
    std::unordered_set<Id> known_;
};

void addChanged(sqlite::Database& database, std::span<const Named> changed, Wanted& wanted) {
    for (const auto& [type, id] : changed) {
        Use row(database.prepared("SELECT 1 FROM " + sqlite::sqlName(type->name) +
                                  " WHERE id = ?1 AND version > coalesce((SELECT newest FROM zx_history_asked "
                                  "WHERE record = ?1), 0)"));
        bindId(*row, 1, id);
        if (row->executeStep()) wanted.add(id);
    }
}

Result<void> addOutdated(sqlite::Database& database, const Catalog& catalog, Wanted& wanted) {
    for (const RecordType& type : catalog.types()) {
        Use row(database.prepared("SELECT a.record FROM zx_history_asked a JOIN " + sqlite::sqlName(type.name) +
                                  " t ON t.id = a.record WHERE a.type = ?1 AND t.version > a.newest"));
        row->bind(1, static_cast<int>(type.id));
        while (row->executeStep()) {
            ZX_ASSIGN(const Id record, sqlite::readId(row->getColumn(0)));
            wanted.add(record);
        }
    }
    return {};
}

/// Ids grow with time.
Result<void> addYoungest(sqlite::Database& database, const Catalog& catalog, std::size_t room, Wanted& wanted) {
    std::vector<Id> young;
    for (const RecordType& type : catalog.types()) {
        if (!type.workflow) continue;
        Use row(database.prepared("SELECT id FROM " + sqlite::sqlName(type.name) +
                                  " WHERE version > 0 AND id NOT IN (SELECT record FROM zx_history_asked) "
                                  "ORDER BY id DESC LIMIT ?1"));
        row->bind(1, static_cast<std::int64_t>(room));
        while (row->executeStep()) {
            ZX_ASSIGN(const Id record, sqlite::readId(row->getColumn(0)));
            if (!wanted.knows(record)) young.push_back(record);
        }
    }
    std::sort(young.begin(), young.end(), std::greater<>());
    for (std::size_t i = 0; i < std::min(room, young.size()); ++i) wanted.add(young[i]);
    return {};
}

}  // namespace

void forgetHistory(sqlite::Database& database, const Id& record) {
    run(database, "DELETE FROM zx_history WHERE record = ?1", record);
    run(database, "DELETE FROM zx_history_asked WHERE record = ?1", record);
}

Result<void> keepHistory(sqlite::Database& database, const sync::History& history, Instant at) {
    return guarded([&] {
        if (history.before == 0) forgetHistory(database, history.record);
        if (history.newest == 0) return;  // out of sight: there is nothing to remember
        std::size_t bytes = 0;
        for (const sync::HistoryEntry& entry : history.entries) {
            const std::string text = sync::encodeHistory(entry);
            bytes += text.size();
            Use line(database.prepared("INSERT OR REPLACE INTO zx_history(record, version, line) VALUES(?1, ?2, ?3)"));
            bindId(*line, 1, history.record);
            line->bind(2, entry.version);
            line->bind(3, text);
            line->exec();
        }
        Use asked(database.prepared(
            "INSERT INTO zx_history_asked(record, newest, is_complete, at, type, bytes) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
            "ON CONFLICT(record) DO UPDATE SET newest = max(newest, excluded.newest), "
            "is_complete = excluded.is_complete, at = excluded.at, bytes = bytes + excluded.bytes"));
        bindId(*asked, 1, history.record);
        asked->bind(2, history.newest);
        asked->bind(3, history.isLast ? 1 : 0);
        asked->bind(4, at.ms);
        asked->bind(5, history.entries.empty() ? 0 : static_cast<int>(history.entries.front().type->id));
        asked->bind(6, static_cast<std::int64_t>(bytes));
        asked->exec();
        keepWithinLimits(database, history.record);
    });
}

Result<void> forgetHistories(sqlite::Database& database) {
    return database.execute("DELETE FROM zx_history; DELETE FROM zx_history_asked");
}

Result<std::vector<Id>> withoutHistory(sqlite::Database& database, const Catalog& catalog,
                                       std::span<const Named> changed, std::size_t countMax) {
    return guarded([&]() -> Result<std::vector<Id>> {
        Wanted wanted(countMax);
        addChanged(database, changed, wanted);
        ZX_TRY(addOutdated(database, catalog, wanted));
        const Kept now = kept(database);
        if (now.records < sync::ahead::filledMax && now.bytes < sync::ahead::filledBytesMax) {
            const auto room = static_cast<std::size_t>(sync::ahead::filledMax - now.records);
            ZX_TRY(addYoungest(database, catalog, std::min(room, wanted.room()), wanted));
        }
        return std::move(wanted).take();
    });
}

Result<void> keepDevices(sqlite::Database& database, const sync::Devices& devices) {
    return guarded([&] {
        Use none(database.prepared("DELETE FROM zx_agreement"));
        none->exec();
        for (const sync::DeviceAgreement& one : devices.devices) {
            Use row(database.prepared(
                "INSERT OR REPLACE INTO zx_agreement(device, person, at, is_connected) VALUES(?1, ?2, ?3, ?4)"));
            bindId(*row, 1, one.device);
            bindId(*row, 2, one.person);
            row->bind(3, one.at.ms);
            row->bind(4, one.isConnected ? 1 : 0);
            row->exec();
        }
        Use asOf(database.prepared("INSERT OR REPLACE INTO zx_agreements_asked(one, at) VALUES(1, ?1)"));
        asOf->bind(1, devices.now.ms);
        asOf->exec();
    });
}

}  // namespace zhixing::client

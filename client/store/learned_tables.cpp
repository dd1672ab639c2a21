#include "client/store/learned_tables.h"

#include <string>

#include "shared/base/limits.h"
#include "shared/sqlite/columns.h"
#include "sync/wire/codec.h"

namespace zhixing::client {

using sqlite::bindId;
using sqlite::guarded;
using sqlite::Use;

namespace {

void run(sqlite::Database& database, const char* sql, const Id& record) {
    Use statement(database.prepared(sql));
    bindId(*statement, 1, record);
    statement->exec();
}

/// Those asked about longest ago make room.
void keepWithinLimit(sqlite::Database& database) {
    Use lines(
        database.prepared("DELETE FROM zx_history WHERE record IN (SELECT record FROM zx_history_asked ORDER BY at "
                          "DESC LIMIT -1 OFFSET ?1)"));
    lines->bind(1, limits::historiesKeptMax);
    lines->exec();
    Use asked(
        database.prepared("DELETE FROM zx_history_asked WHERE record IN "
                          "(SELECT record FROM zx_history_asked ORDER BY at DESC LIMIT -1 OFFSET ?1)"));
    asked->bind(1, limits::historiesKeptMax);
    asked->exec();
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
        for (const sync::HistoryEntry& entry : history.entries) {
            Use line(database.prepared("INSERT OR REPLACE INTO zx_history(record, version, line) VALUES(?1, ?2, ?3)"));
            bindId(*line, 1, history.record);
            line->bind(2, entry.version);
            line->bind(3, sync::encodeHistory(entry));
            line->exec();
        }
        Use asked(database.prepared(
            "INSERT INTO zx_history_asked(record, newest, is_complete, at) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(record) "
            "DO UPDATE SET newest = max(newest, excluded.newest), is_complete = excluded.is_complete, at = "
            "excluded.at"));
        bindId(*asked, 1, history.record);
        asked->bind(2, history.newest);
        asked->bind(3, history.isLast ? 1 : 0);
        asked->bind(4, at.ms);
        asked->exec();
        keepWithinLimit(database);
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

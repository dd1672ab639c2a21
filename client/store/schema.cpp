#include "client/store/schema.h"

#include <array>

#include "client/store/text_table.h"
#include "shared/sqlite/typed_tables.h"

namespace zhixing::client {
namespace {

constexpr std::int32_t applicationId = 0x5A584456;  // "ZXDV"

// What a device needs to fetch behind its cursor, to give back what a server lost, and to say what was repaired.
constexpr sqlite::Migration syncRepair{3, R"(
    ALTER TABLE zx_state ADD COLUMN fills TEXT NOT NULL DEFAULT '';           -- as they are sent, one a line
    ALTER TABLE zx_state ADD COLUMN is_rereading INTEGER NOT NULL DEFAULT 0;

    -- the newest operations that the server has taken
    CREATE TABLE zx_sent(counter INTEGER PRIMARY KEY, record BLOB NOT NULL, line TEXT NOT NULL) STRICT;
    CREATE INDEX zx_sent_by_record ON zx_sent(record);

    CREATE TABLE zx_incident(
        number INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL,
        missing INTEGER NOT NULL, outdated INTEGER NOT NULL, extra INTEGER NOT NULL, resent INTEGER NOT NULL,
        kept TEXT NOT NULL           -- records as lines
    ) STRICT;
)"};

/// Only ever appended to: files in the field have stopped at any of these.
constexpr std::array migrations{
    sqlite::Migration{1, R"(
        CREATE TABLE zx_state(
            one INTEGER PRIMARY KEY CHECK (one = 1),
            device BLOB NOT NULL, person BLOB NOT NULL, home BLOB NOT NULL,
            epoch TEXT NOT NULL, cursor INTEGER NOT NULL, last_counter INTEGER NOT NULL, acked INTEGER NOT NULL,
            clock_offset_ms INTEGER NOT NULL, clock_last_ms INTEGER NOT NULL,
            scopes BLOB NOT NULL,        -- see scope_bytes.h
            agreed INTEGER NOT NULL, agreed_at INTEGER NOT NULL
        ) STRICT;

        -- the last server state of rows that have pending operations
        CREATE TABLE zx_shadow(
            record BLOB PRIMARY KEY NOT NULL, type INTEGER NOT NULL,
            place BLOB NOT NULL, audience INTEGER NOT NULL, version INTEGER NOT NULL, is_deleted INTEGER NOT NULL,
            fields TEXT NOT NULL
        ) STRICT;

        -- operations, immutable, as the bytes that are sent
        CREATE TABLE zx_outbox(
            counter INTEGER PRIMARY KEY, record BLOB NOT NULL, line TEXT NOT NULL,
            settled_seq INTEGER NOT NULL, settled_version INTEGER NOT NULL, attempts INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX zx_outbox_by_record ON zx_outbox(record);
        CREATE INDEX zx_outbox_by_settled_seq ON zx_outbox(settled_seq) WHERE settled_seq > 0;

        -- what the server refused, until the person has dealt with it
        CREATE TABLE zx_tray(
            counter INTEGER PRIMARY KEY, line TEXT NOT NULL,
            code TEXT NOT NULL, message TEXT NOT NULL, field TEXT NOT NULL, exceeded INTEGER,
            rejected_at INTEGER NOT NULL
        ) STRICT;

        -- of the server state held here, per scope; see digest_table.h
        CREATE TABLE zx_digest(block INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;

        -- forms as they were typed
        CREATE TABLE zx_draft(key TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT;
    )"},
    sqlite::Migration{2, R"(
        -- how often the outbox was tried in vain, and what kept it the last time: in one row, because a phone without
        -- a signal tries for days, with thousands of operations waiting. An operation was tried as often as this
        -- count has grown since it was recorded.
        CREATE TABLE zx_failure(
            one INTEGER PRIMARY KEY CHECK (one = 1), tries INTEGER NOT NULL,
            code TEXT NOT NULL, message TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO zx_failure VALUES(1, 0, '', '', 0);
        ALTER TABLE zx_outbox ADD COLUMN tries_before INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE zx_outbox DROP COLUMN attempts;

        -- thrown away from the tray; kept for a while
        CREATE TABLE zx_discarded(
            counter INTEGER PRIMARY KEY, line TEXT NOT NULL,
            code TEXT NOT NULL, message TEXT NOT NULL, field TEXT NOT NULL, exceeded INTEGER,
            rejected_at INTEGER NOT NULL, discarded_at INTEGER NOT NULL
        ) STRICT;
    )"},
    syncRepair,
    sqlite::Migration{4, R"(
        -- photos and documents on their way to the server; their bytes are files beside the store, see blob_queue.h
        CREATE TABLE zx_blob(
            name TEXT PRIMARY KEY NOT NULL, byte_count INTEGER NOT NULL, queued_at INTEGER NOT NULL,
            state INTEGER NOT NULL, sent INTEGER NOT NULL, receipt TEXT NOT NULL,
            attempts INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL
        ) STRICT;
        CREATE INDEX zx_blob_by_state ON zx_blob(state, queued_at);
    )"},
    sqlite::Migration{5, R"(
        ALTER TABLE zx_state ADD COLUMN missed_deletions INTEGER NOT NULL DEFAULT 0;
    )"},
    sqlite::Migration{6, R"(
        -- what this program's catalog does not know, as it came; type 0: not even the type, so that there is no row
        ALTER TABLE zx_state ADD COLUMN schema TEXT NOT NULL DEFAULT '';
        CREATE TABLE zx_foreign(
            record BLOB PRIMARY KEY NOT NULL, type INTEGER NOT NULL,
            place BLOB NOT NULL, audience INTEGER NOT NULL, version INTEGER NOT NULL, line TEXT NOT NULL
        ) STRICT;
        CREATE INDEX zx_foreign_by_scope ON zx_foreign(place, audience) WHERE type = 0;
    )"},
    sqlite::Migration{7, R"(
        -- what was learned by asking: records' histories, and when the devices of others agreed
        CREATE TABLE zx_history(
            record BLOB NOT NULL, version INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY(record, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE zx_history_asked(
            record BLOB PRIMARY KEY NOT NULL, newest INTEGER NOT NULL, is_complete INTEGER NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX zx_history_asked_by_at ON zx_history_asked(at);
        CREATE TABLE zx_agreement(
            device BLOB PRIMARY KEY NOT NULL, person BLOB NOT NULL, at INTEGER NOT NULL, is_connected INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE zx_agreements_asked(
            one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL  -- when that was so, by the server's clock
        ) STRICT;
    )"},
    sqlite::Migration{8, R"(
        -- what visible records are found by, and what it was made with; see text_table.h
        CREATE TABLE zx_text(record BLOB PRIMARY KEY NOT NULL, type INTEGER NOT NULL, lines TEXT NOT NULL)
            STRICT, WITHOUT ROWID;
        CREATE TABLE zx_text_form(mark TEXT NOT NULL) STRICT;
    )"},
    sqlite::Migration{9, R"(
        -- of which type the record is (0: not known), and how much room its history takes
        ALTER TABLE zx_history_asked ADD COLUMN type INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE zx_history_asked ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
        UPDATE zx_history_asked SET bytes = (
            SELECT coalesce(sum(length(CAST(line AS BLOB))), 0) FROM zx_history h WHERE h.record = zx_history_asked.record);
    )"},
    sqlite::Migration{10, R"(
        -- a sum of each row (row_sum.h); the tables of records gain it when they are next brought to the catalog: now
        ALTER TABLE zx_shadow ADD COLUMN row_sum INTEGER;
        UPDATE zx_shadow SET row_sum = zx_row_sum(x'0001000200030004000500060007',
            record, type, place, audience, version, is_deleted, fields);
        CREATE TABLE IF NOT EXISTS zx_catalog(fingerprint TEXT NOT NULL) STRICT;
        DELETE FROM zx_catalog;
    )"},
    sqlite::Migration{11, R"(
        -- the same of what a person did (own_rows.h)
        ALTER TABLE zx_outbox ADD COLUMN row_sum INTEGER;
        UPDATE zx_outbox SET row_sum =
            zx_row_sum(x'00000001000200030004', counter, record, line, settled_seq, settled_version);
        ALTER TABLE zx_sent ADD COLUMN row_sum INTEGER;
        UPDATE zx_sent SET row_sum = zx_row_sum(x'000000010002', counter, record, line);
        ALTER TABLE zx_tray ADD COLUMN row_sum INTEGER;
        UPDATE zx_tray SET row_sum = zx_row_sum(x'0000000100020003000400050006',
            counter, line, code, message, field, exceeded, rejected_at);
    )"},
    sqlite::Migration{12, R"(
        -- apart from the rest of the state, which every step writes anew: at headquarters these are 20 KB
        CREATE TABLE zx_scopes(one INTEGER PRIMARY KEY CHECK (one = 1), scopes BLOB NOT NULL) STRICT;
        INSERT INTO zx_scopes SELECT one, scopes FROM zx_state;
        ALTER TABLE zx_state DROP COLUMN scopes;
    )"},
};

}  // namespace

std::span<const sqlite::Migration> storeMigrations() { return migrations; }

sqlite::Format storeFormat() { return {applicationId, migrations.back().version}; }

Result<sqlite::Database> openStore(const std::filesystem::path& path, const Catalog& catalog) {
    ZX_ASSIGN(sqlite::Database database, sqlite::Database::openWriter(path, storeFormat()));
    ZX_TRY(sqlite::bringUpToDate(database, storeMigrations(), catalog, sqlite::upgradeTables));
    ZX_TRY(bringTextUpToDate(database, catalog));
    return database;
}

Result<sqlite::Database> openReader(const std::filesystem::path& path, const Catalog& catalog) {
    {
        ZX_ASSIGN(sqlite::Database reader, sqlite::Database::openReader(path, storeFormat()));
        ZX_ASSIGN(const bool isReady, sqlite::isUpToDate(reader, storeMigrations(), catalog));
        if (isReady) {
            ZX_ASSIGN(const bool isTextReady, isTextUpToDate(reader, catalog));
            if (isTextReady) return reader;
        }
    }
    ZX_TRY(openStore(path, catalog));
    return sqlite::Database::openReader(path, storeFormat());
}

}  // namespace zhixing::client

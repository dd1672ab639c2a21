#include "server/store/server_schema.h"

#include <array>

#include "server/store/columns.h"
#include "shared/sqlite/views.h"

namespace zhixing::server {

namespace {

constexpr std::int32_t applicationId = 0x5A585356;  // "ZXSV"
constexpr const char* fileName = "zhixing.db";
constexpr const char* foundedKey = "founded_at";

// `record` keeps its rows in the order they came, beside an index by id: ids that other programs made may be random,
// and documents are too large to be put between others. A history row's seq is the record change it describes, so the
// chain is in commit order; `content` is the hash of what the record became, so that the chain covers the records too.
constexpr const char* firstTables = R"sql(
CREATE TABLE record (
    id BLOB PRIMARY KEY NOT NULL, type INTEGER NOT NULL, place BLOB NOT NULL, audience INTEGER NOT NULL,
    version INTEGER NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, document TEXT NOT NULL, field_versions BLOB NOT NULL
) STRICT;
CREATE INDEX record_feed ON record (place, audience, seq);
CREATE INDEX record_type ON record (type, id);

CREATE TABLE zx_departure (
    place BLOB NOT NULL, audience INTEGER NOT NULL, seq INTEGER NOT NULL, type INTEGER NOT NULL, record BLOB NOT NULL,
    version INTEGER NOT NULL, PRIMARY KEY (place, audience, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE zx_holder (
    key BLOB NOT NULL, record BLOB NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (key, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX zx_holder_record ON zx_holder (record);

CREATE TABLE zx_history (
    seq INTEGER PRIMARY KEY, type INTEGER NOT NULL, record BLOB NOT NULL, version INTEGER NOT NULL,
    person BLOB NOT NULL, device BLOB NOT NULL, counter INTEGER NOT NULL, verb INTEGER NOT NULL, at INTEGER NOT NULL,
    received_at INTEGER NOT NULL, written TEXT NOT NULL, replaced TEXT NOT NULL, content BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE INDEX zx_history_record ON zx_history (record, version);

CREATE TABLE zx_counter (device BLOB PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE zx_outcomes (
    device BLOB NOT NULL, last INTEGER NOT NULL, first INTEGER NOT NULL, lines TEXT NOT NULL, PRIMARY KEY (device, last)
) STRICT, WITHOUT ROWID;
CREATE TABLE zx_digest (
    place BLOB NOT NULL, audience INTEGER NOT NULL, count INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL,
    PRIMARY KEY (place, audience)
) STRICT, WITHOUT ROWID;
CREATE TABLE zx_meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE zx_login (
    person BLOB PRIMARY KEY, login TEXT NOT NULL UNIQUE, password TEXT NOT NULL, is_disabled INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE zx_enrolment (
    code BLOB PRIMARY KEY, person BLOB NOT NULL, expires_at INTEGER NOT NULL, is_used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE zx_device (
    id BLOB PRIMARY KEY, person BLOB NOT NULL, name TEXT NOT NULL, token BLOB NOT NULL UNIQUE,
    enrolled_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, is_revoked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX zx_device_person ON zx_device (person);
)sql";

// Who brought a blob; whoever brings it again finds it there. Photos are found by the hash that they name: the type's first
// field, so a document begins `{"hash":"…`. (A file that trusts nobody may not use json_extract in an index.)
constexpr const char* blobTables = R"sql(
CREATE TABLE zx_blob (
    name TEXT PRIMARY KEY, person BLOB NOT NULL, byte_count INTEGER NOT NULL, held_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX zx_blob_person ON zx_blob (person);
CREATE INDEX record_photo_hash ON record (substr(document, 10, 64)) WHERE type = 45 AND deleted = 0;
)sql";

// What each compaction forgot, see checkpoint.h.
constexpr const char* checkpointTable = R"sql(
CREATE TABLE zx_checkpoint (
    number INTEGER PRIMARY KEY, horizon INTEGER NOT NULL, at INTEGER NOT NULL, history INTEGER NOT NULL,
    deleted INTEGER NOT NULL, departures INTEGER NOT NULL, chain BLOB NOT NULL, kept BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
)sql";

// When each device last held exactly what it should.
constexpr const char* agreementTable = R"sql(
CREATE TABLE zx_agreement (
    device BLOB PRIMARY KEY, person BLOB NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// For reading the feed of people who see hundreds of scopes. New entries come at its end.
constexpr const char* feedIndices = R"sql(
CREATE INDEX record_seq ON record (seq);
CREATE INDEX zx_departure_seq ON zx_departure (seq);
)sql";

// Since when no record, not even a deleted one, names a blob; whether one does is looked up by the wider index.
constexpr const char* unnamedBlobs = R"sql(
ALTER TABLE zx_blob ADD COLUMN unnamed_since INTEGER;
DROP INDEX record_photo_hash;
CREATE INDEX record_photo_hash ON record (substr(document, 10, 64)) WHERE type = 45;
)sql";

constexpr std::array<sqlite::Migration, 6> migrations{{{1, firstTables},
                                                       {2, blobTables},
                                                       {3, checkpointTable},
                                                       {4, agreementTable},
                                                       {5, feedIndices},
                                                       {6, unnamedBlobs}}};

Result<sqlite::Database> bringUp(const std::filesystem::path& file, const Catalog& catalog) {
    ZX_ASSIGN(auto database, sqlite::Database::openWriter(file, serverFormat()));
    ZX_TRY(sqlite::bringUpToDate(database, serverMigrations(), catalog, &sqlite::remakeViews));
    return database;
}

Result<bool> wasFounded(sqlite::Database& database) {
    ZX_ASSIGN(const std::string founded, readMeta(database, foundedKey));
    return !founded.empty();
}

}  // namespace

std::span<const sqlite::Migration> serverMigrations() { return migrations; }

sqlite::Format serverFormat() { return {applicationId, migrations.back().version, true}; }

std::filesystem::path serverFile(const std::filesystem::path& directory) { return directory / fileName; }

Result<sqlite::Database> openServerFile(const std::filesystem::path& file, const Catalog& catalog) {
    return bringUp(file, catalog);
}

Result<sqlite::Database> openServerDatabase(const std::filesystem::path& directory, const Catalog& catalog) {
    const Error notInitialised{
        Code::not_found, directory.string() + " is not initialised; run 'zhixing-server init' first", {}, {}};
    std::error_code ignored;
    if (!std::filesystem::is_directory(directory, ignored)) {
        return Error{Code::not_found, "there is no directory " + directory.string(), {}, {}};
    }
    if (!std::filesystem::exists(directory / fileName, ignored)) return notInitialised;
    ZX_ASSIGN(auto database, bringUp(directory / fileName, catalog));
    ZX_ASSIGN(const bool isFounded, wasFounded(database));
    if (!isFounded) return notInitialised;
    return database;
}

Result<sqlite::Database> createServerDatabase(const std::filesystem::path& directory, const Catalog& catalog) {
    const auto file = directory / fileName;
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        ZX_ASSIGN(auto database, bringUp(file, catalog));
        ZX_ASSIGN(const bool isFounded, wasFounded(database));
        if (isFounded) return Error{Code::already_exists, directory.string() + " is initialised already", {}, {}};
    }
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + part, ignored);
    return bringUp(file, catalog);
}

Result<std::string> readMeta(sqlite::Database& database, const std::string& name) {
    return sqlite::guarded([&] {
        sqlite::Use row(database.prepared("SELECT value FROM zx_meta WHERE name = ?"));
        bindText(*row, 1, name);
        return row->executeStep() ? row->getColumn(0).getString() : std::string();
    });
}

Result<void> markFounded(sqlite::Database& database, Instant now) {
    return writeMeta(database, foundedKey, now.text());
}

Result<void> writeMeta(sqlite::Database& database, const std::string& name, const std::string& value) {
    return sqlite::guarded([&] {
        sqlite::Use row(database.prepared(
            "INSERT INTO zx_meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
        bindText(*row, 1, name);
        bindText(*row, 2, value);
        row->exec();
    });
}

}  // namespace zhixing::server

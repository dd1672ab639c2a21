#include "shared/sqlite/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <system_error>

#include "shared/base/limits.h"
#include "shared/sqlite/row_sum.h"

namespace zhixing::sqlite {
namespace {

constexpr int busyTimeoutMs = 5'000;
constexpr int cacheKiB = 16 * 1024;
/// Pages in the WAL before it is written back: each time costs two fsyncs, so a bootstrap wants few of them.
constexpr int checkpointPages = 4'000;
constexpr int journalBytesMax = 32 * 1024 * 1024;
/// Room for the largest thing stored in one cell, with some to spare; Debian's own limit is a gigabyte.
constexpr int cellBytesMax = 2 * static_cast<int>(limits::messageBytesMax);

/// A file name as SQLite's URI form. Only these three characters mean something in its path.
std::string uriOf(const std::filesystem::path& path, std::string_view parameters) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        switch (c) {
            case '%':
                uri += "%25";
                break;
            case '?':
                uri += "%3f";
                break;
            case '#':
                uri += "%23";
                break;
            default:
                uri += c;
        }
    }
    uri += '?';
    uri += parameters;
    return uri;
}

/// A file or directory that nobody here has open as a database: closing it must not give up SQLite's locks.
Result<void> syncToDisk(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int reason = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (isSynced) return {};
    return Error{Code::io_failed, path.string() + ": " + std::generic_category().message(reason), {}, {}};
}

Result<void> checkFormat(SQLite::Database& connection, const Format& format) {
    const auto applicationId = connection.execAndGet("PRAGMA application_id").getInt();
    if (applicationId != format.applicationId) {
        return Error{Code::not_ours, "the file belongs to another program", {}, {}};
    }
    const auto version = connection.execAndGet("PRAGMA user_version").getInt();
    if (version > format.newestVersion) {
        return Error{
            Code::newer_format, "the file was written by a newer version of this program", {}, format.newestVersion};
    }
    return {};
}

/// Looks at the header without leaving a trace: an immutable connection takes no locks, makes no files beside the
/// database and plays back no journal. It must be SQLite that opens the file: closing a descriptor of our own would
/// drop the POSIX locks of every other connection in this process.
Result<void> inspect(const std::filesystem::path& path, const Format& format) {
    return guarded([&]() -> Result<void> {
        SQLite::Database connection(uriOf(path, "mode=ro&immutable=1"),
                                    SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLITE_OPEN_NOMUTEX);
        // A checkpoint that is under way, or was cut off, leaves the first page speaking of pages that are still in the
        // WAL. That is no damage: this lets the header be read all the same.
        connection.exec("PRAGMA writable_schema = ON");
        return checkFormat(connection, format);
    });
}

/// Nothing that came with the file may make us do more work than we have use for.
void lowerLimits(sqlite3* handle) {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, cellBytesMax);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 200);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 1'000);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1'000);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
}

void configure(SQLite::Database& connection) {
    lowerLimits(connection.getHandle());
    addRowSum(connection);
    connection.exec("PRAGMA trusted_schema = OFF");
    connection.exec("PRAGMA secure_delete = ON");
    connection.exec("PRAGMA cell_size_check = ON");
    connection.exec("PRAGMA mmap_size = 0");
    connection.exec("PRAGMA foreign_keys = ON");
    connection.exec("PRAGMA cache_size = -" + std::to_string(cacheKiB));
}

/// SQLite counts the bytes it has allocated, behind one lock for all connections. Nobody asks for that sum. It can be said
/// only before the first connection; once another library has opened one, counting goes on.
void countNoMemory() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

/// Marks a new, empty file as ours. The mark is made before WAL mode begins, so that it stands in the file itself and
/// not in a WAL beside it, where a look at the header would not find it.
void markAsOurs(SQLite::Database& connection, const Format& format) {
    connection.exec("PRAGMA synchronous = FULL");
    if (format.canShrink) connection.exec("PRAGMA auto_vacuum = INCREMENTAL");
    connection.exec("PRAGMA application_id = " + std::to_string(format.applicationId));
}

void beginWalMode(SQLite::Database& connection) {
    connection.exec("PRAGMA synchronous = FULL");
    const std::string mode = connection.execAndGet("PRAGMA journal_mode = WAL").getString();
    if (mode != "wal") throw SQLite::Exception("the file system does not support WAL mode", SQLITE_CANTOPEN);
    connection.exec("PRAGMA wal_autocheckpoint = " + std::to_string(checkpointPages));
    connection.exec("PRAGMA journal_size_limit = " + std::to_string(journalBytesMax));
}

Result<void> makeEmptyFile(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const int reason = errno;
        const Code code = reason == ENOSPC ? Code::disk_full : Code::io_failed;
        return Error{code, "cannot make the file: " + std::generic_category().message(reason), {}, {}};
    }
    ::close(descriptor);
    return {};
}

}  // namespace

std::filesystem::path lockFileOf(const std::filesystem::path& file) { return file.string() + ".lock"; }

Result<Database> Database::openWriter(const std::filesystem::path& path, const Format& format) {
    countNoMemory();
    ZX_ASSIGN(FileLock lock, FileLock::acquire(lockFileOf(path)));

    std::error_code error;
    if (!std::filesystem::exists(path, error)) ZX_TRY(makeEmptyFile(path));
    const bool isNew = std::filesystem::file_size(path, error) == 0 && !error;
    if (error) return Error{Code::io_failed, "cannot read the file: " + error.message(), {}, {}};
    if (!isNew) ZX_TRY(inspect(path, format));

    return guarded([&]() -> Result<Database> {
        SQLite::Database connection(path.string(), SQLite::OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, busyTimeoutMs);
        if (isNew) markAsOurs(connection, format);
        // A newer program may have been killed with its version still in the WAL. Until that is ruled out, closing
        // must not write the WAL back.
        sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        ZX_TRY(checkFormat(connection, format));
        sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        configure(connection);
        beginWalMode(connection);
        return Database(path, std::move(lock), std::move(connection));
    });
}

Result<Database> Database::openReader(const std::filesystem::path& path, const Format& format) {
    countNoMemory();
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return Error{Code::not_found, "there is no such file", {}, {}};
    ZX_TRY(inspect(path, format));
    return guarded([&]() -> Result<Database> {
        SQLite::Database connection(path.string(), SQLite::OPEN_READONLY | SQLITE_OPEN_NOMUTEX, busyTimeoutMs);
        ZX_TRY(checkFormat(connection, format));
        configure(connection);
        connection.exec("PRAGMA query_only = ON");
        return Database(path, FileLock{}, std::move(connection));
    });
}

Database::Database(std::filesystem::path path, FileLock lock, SQLite::Database connection)
    : path_(std::move(path)), lock_(std::move(lock)), connection_(std::move(connection)) {}

Result<void> Database::execute(const std::string& statements) {
    return guarded([&] { connection_.exec(statements); });
}

Result<std::int64_t> Database::number(const std::string& question) {
    return guarded([&] { return connection_.execAndGet(question).getInt64(); });
}

Result<std::string> Database::text(const std::string& question) {
    return guarded([&] { return connection_.execAndGet(question).getString(); });
}

SQLite::Statement& Database::prepared(std::string_view sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        std::string key(sql);
        auto statement = std::make_unique<SQLite::Statement>(connection_, key);
        found = statements_.emplace(std::move(key), std::move(statement)).first;
    }
    return *found->second;
}

Result<void> Database::setDurability(Durability durability) {
    assert(sqlite3_get_autocommit(connection_.getHandle()) != 0);
    if (durability == durability_) return {};
    ZX_TRY(execute(durability == Durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"));
    durability_ = durability;
    return {};
}

Result<void> Database::verify() {
    ZX_ASSIGN(const std::string finding, text("PRAGMA integrity_check(1)"));
    if (finding != "ok") return Error{Code::damaged, finding, {}, {}};
    return {};
}

Result<bool> Database::shrink(int pagesMax) {
    constexpr std::int64_t incremental = 2;
    ZX_ASSIGN(const std::int64_t mode, number("PRAGMA auto_vacuum"));
    if (mode != incremental) return false;
    const auto isWorthIt = [this]() -> Result<bool> {
        ZX_ASSIGN(const std::int64_t all, number("PRAGMA page_count"));
        ZX_ASSIGN(const std::int64_t free, number("PRAGMA freelist_count"));
        return free > all / 10;
    };
    ZX_ASSIGN(const bool isNeeded, isWorthIt());
    if (!isNeeded) return false;
    ZX_TRY(execute("PRAGMA incremental_vacuum(" + std::to_string(pagesMax) + ")"));
    return isWorthIt();
}

Result<void> Database::rewrite() { return execute("PRAGMA auto_vacuum = INCREMENTAL; VACUUM"); }

Result<void> Database::copyTo(const std::filesystem::path& file) {
    std::error_code failed;
    if (std::filesystem::exists(file, failed)) return Error{Code::already_exists, file.string() + " exists", {}, {}};
    const std::filesystem::path part = file.string() + ".part";
    std::filesystem::remove(part, failed);
    ZX_TRY(guarded([&] {
        // A reader's connection refuses every write, and SQLite takes the copy for one.
        connection_.exec("PRAGMA query_only = OFF");
        SQLite::Statement copy(connection_, "VACUUM INTO ?1");
        copy.bind(1, part.string());
        copy.exec();
    }));
    ZX_TRY(syncToDisk(part));
    std::filesystem::rename(part, file, failed);
    if (failed) return Error{Code::io_failed, file.string() + ": " + failed.message(), {}, {}};
    return syncToDisk(file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path());
}

Result<Transaction> Transaction::begin(Database& database) {
    if (database.isBroken_) {
        return Error{
            Code::io_failed, "the disk failed during an earlier commit; the file must be opened again", {}, {}};
    }
    return guarded([&] {
        Use statement(database.prepared("BEGIN IMMEDIATE"));
        statement->exec();
        return Transaction(database);
    });
}

Result<void> Transaction::commit() {
    assert(database_ != nullptr);
    auto result = guarded([&] {
        Use statement(database_->prepared("COMMIT"));
        statement->exec();
    });
    if (result.ok()) {
        database_ = nullptr;
        return result;
    }
    if (result.error().code == Code::io_failed) database_->isBroken_ = true;
    rollback();
    return result;
}

void Transaction::rollback() {
    Database* const database = std::exchange(database_, nullptr);
    if (database == nullptr) return;
    // SQLite has already rolled back by itself after some failures; a second time would be an error.
    sqlite3* const handle = database->raw().getHandle();
    if (sqlite3_get_autocommit(handle) == 0) database->raw().tryExec("ROLLBACK");
}

}  // namespace zhixing::sqlite

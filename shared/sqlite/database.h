#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/result.h"
#include "shared/sqlite/failure.h"
#include "shared/sqlite/file_lock.h"

/// What we add to SQLiteCpp: opening with care, failures as Results, transactions that roll back unless told to commit,
/// and tables made from the catalog.
namespace zhixing::sqlite {

/// Whose file it is, and how new. Both numbers stand in the file's header.
struct Format {
    std::int32_t applicationId = 0;
    std::int32_t newestVersion = 0;  ///< the highest user_version this program understands
    bool canShrink = false;          ///< a new file can give back what it no longer needs, see Database::shrink()
};

/// How hard a commit tries before it returns.
enum class Durability : std::uint8_t {
    full,    ///< survives the power cord
    atomic,  ///< survives a crash of the process; after a power cut the file may be a little older, never half
};

/// One connection to one database file, always in WAL mode. Use from one thread.
///
/// A file that is not ours, is newer than this program, is damaged or is in use comes back as an Error with the file
/// untouched: its header is read first, without locks, journals or write access.
class Database {
public:
    /// The one connection that may write. It holds `<path>.lock`, so a second one, in this or another process, gets
    /// `locked` (SQLite before 3.51.3 can damage a WAL that two connections reset at once). A missing file is made,
    /// readable by its owner only.
    [[nodiscard]] static Result<Database> openWriter(const std::filesystem::path& path, const Format& format);
    /// A connection that can only read; it sees whole commits, and may be open beside the writer.
    [[nodiscard]] static Result<Database> openReader(const std::filesystem::path& path, const Format& format);

    Database(Database&&) = default;
    Database& operator=(Database&&) = delete;
    ~Database() = default;

    /// The connection itself. What SQLiteCpp throws is caught with guarded().
    [[nodiscard]] SQLite::Database& raw() { return connection_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Runs statements that return nothing.
    [[nodiscard]] Result<void> execute(const std::string& statements);
    /// The first column of the first row, for questions with one answer.
    [[nodiscard]] Result<std::int64_t> number(const std::string& question);
    [[nodiscard]] Result<std::string> text(const std::string& question);

    /// The statement for this SQL, prepared once per connection. Throws SQLite::Exception: call it within guarded(),
    /// and lend it through a Use.
    [[nodiscard]] SQLite::Statement& prepared(std::string_view sql);

    /// From the next transaction on. Costs nothing when it is so already; must not be called within a transaction.
    [[nodiscard]] Result<void> setDurability(Durability durability);

    /// Reads the whole file and compares it with itself: `damaged` with SQLite's first finding.
    [[nodiscard]] Result<void> verify();

    /// Gives back to the disk up to `pagesMax` pages of what the file no longer needs, once that is a tenth of it. Whether
    /// there is more. Within a transaction or without; a file that was not made for it stays as it is.
    [[nodiscard]] Result<bool> shrink(int pagesMax);
    /// Rewrites the file as small as it can be, and such that it can shrink. Outside of transactions, and only for who
    /// has it alone: it takes as long, and as much of the disk again, as the file is large.
    [[nodiscard]] Result<void> rewrite();

    /// Writes a whole, compact copy of the state now, durable when it returns; others may go on reading. The file appears
    /// under its name only when it is complete. `already_exists` rather than overwriting one. Outside of transactions.
    [[nodiscard]] Result<void> copyTo(const std::filesystem::path& file);

private:
    friend class Transaction;

    Database(std::filesystem::path path, FileLock lock, SQLite::Database connection);

    /// So that a statement is found without a copy of its text.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    // Destroyed from last to first: statements before their connection, the connection before the claim on the file.
    std::filesystem::path path_;
    FileLock lock_;
    SQLite::Database connection_;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>, TextHash, std::equal_to<>> statements_;
    Durability durability_ = Durability::full;
    bool isBroken_ = false;  ///< a commit failed below SQLite: what is on the disk is unknown until it is opened again
};

/// Whoever writes to a database holds a lock on this file beside it.
[[nodiscard]] std::filesystem::path lockFileOf(const std::filesystem::path& file);

/// A prepared statement lent for one use. It is reset on the way out, also past an exception: a statement left
/// half-read would keep a read transaction open and the WAL from being emptied.
class Use {
public:
    explicit Use(SQLite::Statement& statement) : statement_(&statement) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() { statement_->tryReset(); }

    SQLite::Statement* operator->() { return statement_; }
    SQLite::Statement& operator*() { return *statement_; }

private:
    SQLite::Statement* statement_;
};

/// A writing transaction. It takes the write lock at once (a read that turns into a write cannot wait for its turn),
/// and rolls back when it goes out of scope without commit().
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);

    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction() { rollback(); }

    /// After a failure everything since begin() is undone and earlier work is intact. After `io_failed` the database
    /// takes no further transaction until it is opened again: a disk that failed to write once may lie about the rest.
    [[nodiscard]] Result<void> commit();
    void rollback();

private:
    explicit Transaction(Database& database) : database_(&database) {}

    Database* database_;  ///< null when it has ended
};

}  // namespace zhixing::sqlite

#include "client/store/blob_queue.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "shared/base/blob_receipt.h"
#include "shared/base/limits.h"

namespace zhixing::client {

namespace fs = std::filesystem;

namespace {

constexpr const char* columns = "name, byte_count, queued_at, state, sent, receipt, attempts, code, message";

Error failure(const char* what) {
    const int reason = errno;
    const bool isFull = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    return {isFull ? Code::disk_full : Code::io_failed,
            std::string("cannot ") + what + ": " + std::generic_category().message(reason),
            {},
            {}};
}

BlobQueue::Item itemAt(const SQLite::Statement& row) {
    return {row.getColumn(0).getString(),
            row.getColumn(1).getInt64(),
            Instant{row.getColumn(2).getInt64()},
            static_cast<BlobQueue::State>(row.getColumn(3).getInt()),
            row.getColumn(4).getInt64(),
            row.getColumn(5).getString(),
            row.getColumn(6).getInt(),
            row.getColumn(7).getString(),
            row.getColumn(8).getString()};
}

/// Closes by itself.
struct File {
    explicit File(const fs::path& path, int flags)
        : descriptor(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor >= 0) ::close(descriptor);
    }
    int descriptor;
};

Result<void> syncFolder(const fs::path& folder) {
    const File file(folder, O_RDONLY | O_DIRECTORY);
    if (file.descriptor < 0 || ::fsync(file.descriptor) != 0) return failure("sync the folder of photos");
    return {};
}

template <typename Change>
Result<void> inTransaction(sqlite::Database& database, Change change) {
    ZX_TRY(database.setDurability(sqlite::Durability::full));
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(database));
    ZX_TRY(sqlite::guarded(change));
    return transaction.commit();
}

}  // namespace

std::string_view word(BlobQueue::State state) {
    static constexpr std::array<std::string_view, 5> words{"waiting", "held", "refused", "freed", "drafted"};
    return words[static_cast<std::size_t>(state)];
}

BlobQueue::BlobQueue(sqlite::Database& database) : database_(&database), folder_(folderOf(database.path())) {}

// ---- taking in

Result<BlobQueue::Added> BlobQueue::add(std::string_view bytes, Instant now) {
    return take(bytes, now, State::waiting);
}

Result<BlobQueue::Added> BlobQueue::addDraft(std::string_view bytes, Instant now) {
    return take(bytes, now, State::drafted);
}

Result<BlobQueue::Added> BlobQueue::take(std::string_view bytes, Instant now, State state) {
    ZX_ASSIGN(media::Media media, media::inspect(bytes));
    const std::string clean = std::exchange(media.clean, {});
    Added added{blobName(clean), static_cast<std::int64_t>(clean.size()), std::move(media)};
    ZX_TRY(keep(added.name, clean));
    ZX_TRY(inTransaction(*database_, [&] {
        // Refused or drafted becomes what is asked for now; freed has its bytes again; waiting and held stay.
        sqlite::Use row(database_->prepared(
            "INSERT INTO zx_blob(name, byte_count, queued_at, state, sent, receipt, attempts, code, message) "
            "VALUES(?1, ?2, ?3, ?4, 0, '', 0, '', '') "
            "ON CONFLICT(name) DO UPDATE SET state = CASE state WHEN 3 THEN 1 ELSE excluded.state END, "
            "attempts = 0, code = '', message = '' WHERE state IN (2, 3, 4)"));
        row->bindNoCopy(1, added.name);
        row->bind(2, added.byteCount);
        row->bind(3, now.ms);
        row->bind(4, static_cast<int>(state));
        row->exec();
    }));
    return added;
}

Result<void> BlobQueue::release(const std::string& name) {
    bool isHere = false;
    ZX_TRY(inTransaction(*database_, [&] {
        sqlite::Use row(
            database_->prepared("UPDATE zx_blob SET state = CASE state WHEN 4 THEN 0 ELSE state END "
                                "WHERE name = ?1 RETURNING 1"));
        row->bindNoCopy(1, name);
        while (row->executeStep()) isHere = true;
    }));
    if (!isHere) return Error{Code::not_found, "the photo is not on this device", "hash", {}};
    return {};
}

Result<bool> BlobQueue::forget(const std::string& name) {
    bool isForgotten = false;
    ZX_TRY(inTransaction(*database_, [&] {
        sqlite::Use row(
            database_->prepared("DELETE FROM zx_blob WHERE name = ?1 AND (state IN (2, 4) OR state = 0 AND sent = 0) "
                                "AND NOT EXISTS (SELECT 1 FROM photo WHERE hash = ?1) RETURNING 1"));
        row->bindNoCopy(1, name);
        while (row->executeStep()) isForgotten = true;
    }));
    if (isForgotten && ::unlink(pathOf(name).c_str()) != 0 && errno != ENOENT) return failure("forget a photo");
    return isForgotten;
}

Result<int> BlobQueue::requeueFiles(Instant now) {
    int queued = 0;
    std::error_code ended;
    for (fs::directory_iterator file(folder_, ended); !ended && file != fs::directory_iterator();
         file.increment(ended)) {
        Item found;
        found.name = file->path().filename().string();
        std::error_code unread;
        const auto size = file->file_size(unread);
        if (unread || !isBlobName(found.name) || size > limits::blobBytesMax) continue;
        found.byteCount = static_cast<std::int64_t>(size);
        const auto bytes = read(found, 0, size);
        // Cut or rotten: it may be all there is, so it stays, but it is not what its name says.
        if (!bytes.ok() || blobName(*bytes) != found.name) continue;
        int added = 0;
        ZX_TRY(inTransaction(*database_, [&] {
            sqlite::Use row(
                database_->prepared("INSERT OR IGNORE INTO zx_blob(name, byte_count, queued_at, state, sent, receipt, "
                                    "attempts, code, message) "
                                    "VALUES(?1, ?2, ?3, 0, 0, '', 0, '', '')"));
            row->bindNoCopy(1, found.name);
            row->bind(2, found.byteCount);
            row->bind(3, now.ms);
            added = row->exec();
        }));
        queued += added;
    }
    return queued;
}

/// The file has its name only once all of it is on the disk.
Result<void> BlobQueue::keep(const std::string& name, std::string_view bytes) const {
    std::error_code ignored;
    if (fs::create_directory(folder_, ignored)) {
        fs::permissions(folder_, fs::perms::owner_all, ignored);
        ZX_TRY(syncFolder(folder_.parent_path().empty() ? fs::path(".") : folder_.parent_path()));
    }
    const fs::path unfinished = pathOf(name + ".new");
    {
        const File file(unfinished, O_WRONLY | O_CREAT | O_TRUNC);
        if (file.descriptor < 0) return failure("keep a photo");
        while (!bytes.empty()) {
            const ssize_t wrote = ::write(file.descriptor, bytes.data(), bytes.size());
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) return failure("keep a photo");
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
        if (::fsync(file.descriptor) != 0) return failure("keep a photo");
    }
    if (::rename(unfinished.c_str(), pathOf(name).c_str()) != 0) return failure("keep a photo");
    return syncFolder(folder_);
}

// ---- sending

Result<std::optional<BlobQueue::Item>> BlobQueue::next(const std::vector<std::string>& skipped) {
    return sqlite::guarded([&]() -> std::optional<Item> {
        sqlite::Use row(database_->prepared(std::string("SELECT ") + columns +
                                            " FROM zx_blob WHERE state = 0 ORDER BY queued_at, name"));
        while (row->executeStep()) {
            Item item = itemAt(*row);
            if (std::find(skipped.begin(), skipped.end(), item.name) == skipped.end()) return item;
        }
        return std::nullopt;
    });
}

Result<std::string> BlobQueue::read(const Item& item, std::int64_t at, std::size_t count) const {
    const File file(pathOf(item.name), O_RDONLY);
    if (file.descriptor < 0 && errno == ENOENT) return Error{Code::not_found, "the photo's file is gone", {}, {}};
    if (file.descriptor < 0) return failure("read a photo");
    std::string bytes(count, '\0');
    const ssize_t got = ::pread(file.descriptor, bytes.data(), count, static_cast<off_t>(at));
    if (got < 0) return failure("read a photo");
    if (static_cast<std::size_t>(got) < count) return Error{Code::damaged, "the photo's file was cut", {}, {}};
    return bytes;
}

Result<void> BlobQueue::progressed(const std::string& name, std::int64_t sent) {
    // For those who look; the server knows better, and is asked. So it need not survive a power cut.
    ZX_TRY(database_->setDurability(sqlite::Durability::atomic));
    return sqlite::guarded([&] {
        sqlite::Use row(
            database_->prepared("UPDATE zx_blob SET attempts = CASE WHEN sent < ?2 THEN 0 ELSE attempts END, sent = ?2 "
                                "WHERE name = ?1 AND state = 0 AND sent <> ?2"));
        row->bindNoCopy(1, name);
        row->bind(2, sent);
        row->exec();
    });
}

Result<void> BlobQueue::held(const std::string& name, const std::string& receipt) {
    return inTransaction(*database_, [&] {
        sqlite::Use row(
            database_->prepared("UPDATE zx_blob SET state = 1, sent = byte_count, receipt = ?2, attempts = 0, "
                                "code = '', message = '' WHERE name = ?1 AND state = 0"));
        row->bindNoCopy(1, name);
        row->bindNoCopy(2, receipt);
        row->exec();
    });
}

Result<void> BlobQueue::failed(const std::string& name, const Error& error, bool isForGood) {
    return inTransaction(*database_, [&] {
        const std::string code(word(error.code));
        sqlite::Use row(
            database_->prepared("UPDATE zx_blob SET state = ?2, attempts = attempts + 1, code = ?3, message = ?4 "
                                "WHERE name = ?1 AND state = 0"));
        row->bindNoCopy(1, name);
        row->bind(2, static_cast<int>(isForGood ? State::refused : State::waiting));
        row->bindNoCopy(3, code);
        row->bindNoCopy(4, error.message);
        row->exec();
    });
}

// ---- looking and freeing

Result<std::vector<BlobQueue::Item>> BlobQueue::all(sqlite::Database& database) {
    return sqlite::guarded([&] {
        sqlite::Use row(database.prepared(std::string("SELECT ") + columns + " FROM zx_blob ORDER BY queued_at, name"));
        std::vector<Item> items;
        while (row->executeStep()) items.push_back(itemAt(*row));
        return items;
    });
}

Result<std::int64_t> BlobQueue::waitingCount() {
    return database_->number("SELECT count(*) FROM zx_blob WHERE state = 0");
}

Result<std::int64_t> BlobQueue::freeHeld() {
    ZX_ASSIGN(const auto items, all(*database_));
    std::int64_t freed = 0;
    for (const Item& item : items) {
        if (!mayFree(item)) continue;
        // The row first: bytes without a row are a few wasted; a row that promises bytes which are gone would lie.
        ZX_TRY(inTransaction(*database_, [&] {
            sqlite::Use row(database_->prepared("UPDATE zx_blob SET state = 3 WHERE name = ?1 AND state = 1"));
            row->bindNoCopy(1, item.name);
            row->exec();
        }));
        if (::unlink(pathOf(item.name).c_str()) != 0 && errno != ENOENT) return failure("free a photo");
        freed += item.byteCount;
    }
    return freed;
}

}  // namespace zhixing::client

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/media/media.h"
#include "shared/sqlite/database.h"

namespace zhixing::client {

/// The photos and documents of this device on their way to the server. Their bytes are files named by their hash, in the
/// folder `<store>.blobs`; their states are rows of the store. A blob is on the disk, bytes first, when add() returns, so
/// that a record may name it; and it stays there until the server has given a receipt for it and somebody asks for the
/// space. When the server goes back to an older state, what it held waits again (SqliteReplicaStore::reopen()). Use from the
/// store's thread, between transactions.
class BlobQueue {
public:
    enum class State : std::uint8_t {
        waiting = 0,  ///< to be sent, or sent in part
        held = 1,     ///< the server holds it and has given a receipt
        refused = 2,  ///< the server will not take it; kept, with its reason
        freed = 3,    ///< held, and the bytes here are gone
        drafted = 4,  ///< taken for a form that is not recorded yet; kept, and sent only once it is
    };
    struct Item {
        std::string name;
        std::int64_t byteCount = 0;
        Instant queuedAt;
        State state = State::waiting;
        std::int64_t sent = 0;  ///< bytes that the server is known to have
        std::string receipt;
        int attempts = 0;  ///< that failed since the last one that got further
        std::string code;  ///< of the last failure; empty when there was none
        std::string message;
    };
    /// What a record says about a blob.
    struct Added {
        std::string name;
        std::int64_t byteCount = 0;
        media::Media media;  ///< without its bytes
    };

    /// The database is the store's writing connection and outlives this.
    explicit BlobQueue(sqlite::Database& database);

    /// Takes a file's bytes in, without what they tell beside the picture (media::inspect()), and queues them. The same
    /// picture again is the same blob; one that was refused is tried again.
    [[nodiscard]] Result<Added> add(std::string_view bytes, Instant now);
    /// The same for a form that is still being filled in: it waits for release(). What is on its way already stays so.
    [[nodiscard]] Result<Added> addDraft(std::string_view bytes, Instant now);
    /// A record names it now: from here on it is to be sent. `not_found` when the bytes are not here.
    [[nodiscard]] Result<void> release(const std::string& name);
    /// Takes back what no record names and the server has no byte of; anything else is left alone. Whether it went.
    [[nodiscard]] Result<bool> forget(const std::string& name);
    /// After a store was made anew: queues the files of its folder that no row names, whole ones only, as waiting. What the
    /// server holds of them costs one question each. How many.
    [[nodiscard]] Result<int> requeueFiles(Instant now);

    /// The oldest that waits and is not among `skipped`.
    [[nodiscard]] Result<std::optional<Item>> next(const std::vector<std::string>& skipped);
    [[nodiscard]] Result<std::string> read(const Item& item, std::int64_t at, std::size_t count) const;
    [[nodiscard]] Result<void> progressed(const std::string& name, std::int64_t sent);
    [[nodiscard]] Result<void> held(const std::string& name, const std::string& receipt);
    /// Trying again will help, or (`isForGood`) it will not.
    [[nodiscard]] Result<void> failed(const std::string& name, const Error& error, bool isForGood);

    /// The oldest first.
    [[nodiscard]] static Result<std::vector<Item>> all(sqlite::Database& database);
    [[nodiscard]] Result<std::int64_t> waitingCount();
    /// Whether the bytes here may go: the server holds them.
    [[nodiscard]] static bool mayFree(const Item& item) { return item.state == State::held; }
    /// Deletes the bytes of what may be freed; the bytes freed.
    [[nodiscard]] Result<std::int64_t> freeHeld();
    /// Where a store keeps the bytes; for those who show them.
    [[nodiscard]] static std::filesystem::path folderOf(const std::filesystem::path& store) {
        return store.string() + ".blobs";
    }

private:
    [[nodiscard]] std::filesystem::path pathOf(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] Result<Added> take(std::string_view bytes, Instant now, State state);
    [[nodiscard]] Result<void> keep(const std::string& name, std::string_view bytes) const;

    sqlite::Database* database_;
    std::filesystem::path folder_;
};

[[nodiscard]] std::string_view word(BlobQueue::State state);

}  // namespace zhixing::client

#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/seeded_random.h"

struct sqlite3_vfs;

namespace zhixing::test {

/// A disk that fails, lies and forgets, beneath SQLite: while it lives it is SQLite's default VFS in this process, so the
/// product opens its files as ever. The files are real ones; beside each it knows what of it was synced and which writes
/// since then a power cut may still drop, tear or reorder. Real syncs are not made: they would only cost time.
/// One at a time, and it outlives every connection opened in its time.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    // ---- failing
    enum class Error : std::uint8_t { io, full };
    struct Fault {
        std::string path;      ///< of files whose path begins so
        std::size_t call = 1;  ///< the n-th call from now: open, read, write, sync, truncate, delete or lock
        Error error = Error::io;
        bool isForEver = false;  ///< and every call after it
    };
    void plan(Fault fault);
    /// A planned fault has come since it was last mended.
    [[nodiscard]] bool hasFailed() const { return failures_ > 0; }
    /// It has come since it was planned, whether or not mended.
    [[nodiscard]] bool hasCome() const { return hasCome_; }
    /// From here on it works, and has never failed.
    void mend();
    /// Forgets the failure, if it was one that comes once.
    void excuse();

    // ---- lying
    /// Of files whose path begins so it says "synced" and does nothing. An empty path ends it.
    void lieAbout(std::string path) { lie_ = std::move(path); }

    // ---- losing power: stop() at the moment it happens, then close the connections, then restart()
    enum class Loss : std::uint8_t {
        nothing,   ///< the process was killed; the system goes on to write what it was given
        unsynced,  ///< any part of what was written since the last sync, in any order, sector by sector
    };
    void stop(const std::filesystem::path& path, Loss loss, SeededRandom& random);
    void restart(const std::filesystem::path& path);

    /// Files whose path begins so were replaced from outside: what they hold now counts as synced.
    void forget(const std::filesystem::path& path);

    /// For the calls from SQLite.
    struct File;
    struct Calls;

private:
    friend struct Calls;

    /// SQLite's code of the failure that comes now, or 0.
    [[nodiscard]] int fails(const std::string& path, int code);

    sqlite3_vfs* real_ = nullptr;
    std::unique_ptr<sqlite3_vfs> vfs_;
    std::map<std::string, File> files_;
    Fault fault_;
    bool isPlanned_ = false;
    std::size_t calls_ = 0;
    std::size_t failures_ = 0;
    bool hasCome_ = false;
    std::string lie_;
};

}  // namespace zhixing::test

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace zhixing::client {

/// Photos that others took and somebody looked at here: whole files named by their hash, in the folder `<store>.seen`. They
/// are copies of what the server holds, so nothing is lost when one goes: beyond `bytesMax` those fetched longest ago make
/// room, and prune() removes what no record on this device names any more. Use from the store's thread.
class LookedAt {
public:
    static constexpr std::uintmax_t bytesMax = 200ULL * 1024 * 1024;

    /// The database is the store's and outlives this.
    LookedAt(sqlite::Database& database, std::uintmax_t bytesMost = bytesMax);

    /// Keeps a photo whose bytes were checked against its name.
    [[nodiscard]] Result<void> keep(const std::string& name, std::string_view bytes);
    [[nodiscard]] bool has(const std::string& name) const;
    /// Removes what no `photo` record names. Cheap when nothing was looked at.
    void prune();

    [[nodiscard]] static std::filesystem::path folderOf(const std::filesystem::path& store) {
        return store.string() + ".seen";
    }

private:
    void makeRoom(std::uintmax_t bytes);

    sqlite::Database* database_;
    std::filesystem::path folder_;
    std::uintmax_t bytesMost_;
};

}  // namespace zhixing::client

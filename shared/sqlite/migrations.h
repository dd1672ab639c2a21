#pragma once

#include <cstdint>
#include <span>

#include "shared/model/record.h"
#include "shared/sqlite/database.h"

namespace zhixing::sqlite {

/// One step in the life of the engine's own tables (those not made from the catalog). Steps are only ever appended; the
/// last one's version is the file's `user_version` and what Format::newestVersion names.
struct Migration {
    std::int32_t version = 0;
    const char* statements = "";
};

/// What a file makes from the catalog: upgradeTables on the device, remakeViews on the server.
using CatalogStep = Result<void> (*)(Database& database, const Catalog& catalog);

/// Brings a file to this program: runs the migrations it has not seen, and `step` when the catalog differs from the
/// one it was last brought to. All in one transaction, so a crash leaves the old file or the new one. A file that is up
/// to date is not written to.
[[nodiscard]] Result<void> bringUpToDate(Database& database, std::span<const Migration> migrations,
                                         const Catalog& catalog, CatalogStep step);
/// Whether bringUpToDate() would change nothing; readers, who cannot, ask this.
[[nodiscard]] Result<bool> isUpToDate(Database& database, std::span<const Migration> migrations,
                                      const Catalog& catalog);

}  // namespace zhixing::sqlite

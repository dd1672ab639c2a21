#pragma once

#include <span>

#include "shared/base/time.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/migrations.h"

/// The server's database file. Records are documents in their wire form in the table `record`; beside it, under `zx_`,
/// is what makes syncing safe, and one SQL view per record type for headquarters' own tools.
namespace zhixing::server {

[[nodiscard]] std::span<const sqlite::Migration> serverMigrations();
[[nodiscard]] sqlite::Format serverFormat();

/// DIR/zhixing.db
[[nodiscard]] std::filesystem::path serverFile(const std::filesystem::path& directory);
/// Opens a file of this kind, wherever it lies, for writing and brings it to this program.
[[nodiscard]] Result<sqlite::Database> openServerFile(const std::filesystem::path& file, const Catalog& catalog);
/// Opens DIR/zhixing.db for writing and brings it to this program. `not_found` when it was never initialised.
[[nodiscard]] Result<sqlite::Database> openServerDatabase(const std::filesystem::path& directory,
                                                          const Catalog& catalog);
/// Makes it, with empty tables; `already_exists` when an organisation was founded in it. What an interrupted founding
/// left is thrown away. It counts as initialised from markFounded() on, which belongs to the founding's last
/// transaction.
[[nodiscard]] Result<sqlite::Database> createServerDatabase(const std::filesystem::path& directory,
                                                            const Catalog& catalog);
[[nodiscard]] Result<void> markFounded(sqlite::Database& database, Instant now);

// ---- single facts, by name
[[nodiscard]] Result<std::string> readMeta(sqlite::Database& database,
                                           const std::string& name);  ///< empty when not there
[[nodiscard]] Result<void> writeMeta(sqlite::Database& database, const std::string& name, const std::string& value);

}  // namespace zhixing::server

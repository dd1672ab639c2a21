#pragma once

#include <filesystem>
#include <span>

#include "shared/model/record.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/migrations.h"

/// A device's store: one SQLite file per account. Beside the typed tables made from the catalog it holds the engine's
/// own, `zx_…`; this page is their whole history.
namespace zhixing::client {

[[nodiscard]] std::span<const sqlite::Migration> storeMigrations();
[[nodiscard]] sqlite::Format storeFormat();

/// The one connection that may write, with its tables brought up to date.
[[nodiscard]] Result<sqlite::Database> openStore(const std::filesystem::path& path, const Catalog& catalog);

/// A read-only connection for those who only look: pages, lists, reports. The writer may be open beside it. A store that
/// an older program left behind is brought up to date first, as long as nobody has it open for writing.
[[nodiscard]] Result<sqlite::Database> openReader(const std::filesystem::path& path, const Catalog& catalog);

}  // namespace zhixing::client

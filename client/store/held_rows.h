#pragma once

#include <functional>
#include <optional>

#include "shared/model/organisation.h"
#include "shared/sqlite/database.h"
#include "sync/held_index.h"

namespace zhixing::client {

/// Visits what the server is known to have, of one scope when it is named: visible rows, and the live shadows of those with
/// edits on top. A row in version 0 the server has never seen.
[[nodiscard]] Result<void> forEachHeld(sqlite::Database& database, const Catalog& catalog,
                                       const std::optional<Scope>& scope,
                                       const std::function<void(const sync::Held&)>& visit);

}  // namespace zhixing::client

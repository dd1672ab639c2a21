#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>

#include "shared/model/organisation.h"
#include "shared/sqlite/database.h"
#include "sync/held_index.h"

namespace zhixing::client {

/// Visits what the server is known to have, of one scope when it is named: visible rows, and the live shadows of those with
/// edits on top. A row in version 0 the server has never seen. When all scopes are visited, each row is compared with its
/// sum, and one that is not as it was written is visited in version 0 and no scope.
[[nodiscard]] Result<void> forEachHeld(sqlite::Database& database, const Catalog& catalog,
                                       const std::optional<Scope>& scope,
                                       const std::function<void(const sync::Held&)>& visit);

/// The sum of a shadow as SQL, of its columns' values in their order; and the condition that one is as it was written.
[[nodiscard]] std::string shadowSum(const std::array<std::string, 7>& values);
[[nodiscard]] std::string shadowIsWhole();

}  // namespace zhixing::client

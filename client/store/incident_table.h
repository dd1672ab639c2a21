#pragma once

#include <vector>

#include "shared/sqlite/database.h"
#include "sync/replica/store.h"

/// The table of what went wrong with this device's copy and was put right.
namespace zhixing::client {

[[nodiscard]] Result<void> addIncident(sqlite::Database& database, const sync::Incident& incident);
/// Oldest first.
[[nodiscard]] Result<std::vector<sync::Incident>> readIncidents(sqlite::Database& database);

}  // namespace zhixing::client

#pragma once

#include <span>
#include <vector>

#include "shared/sqlite/database.h"
#include "sync/replica/store.h"
#include "sync/wire/messages.h"

/// The tables of what this device learned by asking: who changed a record, and when the devices of others agreed.
namespace zhixing::client {

[[nodiscard]] Result<void> keepHistory(sqlite::Database& database, const sync::History& history, Instant at);
/// Call within guarded().
void forgetHistory(sqlite::Database& database, const Id& record);
[[nodiscard]] Result<void> forgetHistories(sqlite::Database& database);
/// See ReplicaStore::withoutHistory().
[[nodiscard]] Result<std::vector<Id>> withoutHistory(sqlite::Database& database, const Catalog& catalog,
                                                     std::span<const sync::ReplicaStore::Named> changed,
                                                     std::size_t countMax);
[[nodiscard]] Result<void> keepDevices(sqlite::Database& database, const sync::Devices& devices);

}  // namespace zhixing::client

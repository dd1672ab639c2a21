#pragma once

#include "shared/sqlite/database.h"
#include "sync/wire/messages.h"

/// The tables of what this device learned by asking: who changed a record, and when the devices of others agreed.
namespace zhixing::client {

[[nodiscard]] Result<void> keepHistory(sqlite::Database& database, const sync::History& history, Instant at);
/// Call within guarded().
void forgetHistory(sqlite::Database& database, const Id& record);
[[nodiscard]] Result<void> keepDevices(sqlite::Database& database, const sync::Devices& devices);

}  // namespace zhixing::client

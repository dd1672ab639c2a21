#pragma once

#include "server/store/history_chain.h"
#include "shared/sqlite/database.h"

/// A compaction takes lines out of the hash chain, and seals in a checkpoint what was there: the chain goes on from the
/// hash that it had reached at the horizon, and what was kept of the lines up to it is a chain of its own. Checkpoints are
/// chained to each other, so that none can be changed or left out either.
namespace zhixing::server {

struct Checkpoint {
    std::int64_t number = 0;  ///< 1, 2, 3 …; 0: there is none, and the chain begins at the first line
    sync::Seq horizon = 0;
    Instant at;
    std::int64_t history = 0;  ///< lines that were forgotten
    std::int64_t deleted = 0;
    std::int64_t departures = 0;
    Hash256 chain{};  ///< of the line at the horizon
    Hash256 kept{};   ///< over the lines up to the horizon that are left
    Hash256 hash{};   ///< over all of this and the checkpoint before it
};

/// What the hash of a checkpoint must be.
[[nodiscard]] Hash256 checkpointHash(const Hash256& previous, const Checkpoint& checkpoint);

/// Each is checked against its hash: `damaged` when one does not fit.
[[nodiscard]] Result<Checkpoint> newestCheckpoint(sqlite::Database& database);
[[nodiscard]] Result<void> addCheckpoint(sqlite::Database& database, const Checkpoint& checkpoint);

/// The chain over the lines up to `horizon` that are there.
[[nodiscard]] Result<Hash256> keptHash(sqlite::Database& database, const Catalog& catalog, sync::Seq horizon);

}  // namespace zhixing::server

#pragma once

#include <functional>
#include <vector>

#include "shared/model/record.h"
#include "shared/search/query.h"
#include "shared/sqlite/database.h"

namespace zhixing::client {

/// What of one type was found.
struct FoundKind {
    const RecordType* type = nullptr;
    search::Rank rank{};    ///< of the best
    std::size_t count = 0;  ///< of all, not only the best
    std::vector<Id> best;   ///< by rank, and among equals the newest first
};

struct Found {
    std::vector<FoundKind> kinds;  ///< by rank, then in the catalog's order
    std::size_t count = 0;
    bool isWhole = true;  ///< false when it was stopped
};

/// Reads through all texts for what matches; at most `bestMax` records are named of each type. `isStopped` is asked now
/// and then: whoever types on has no use for the answer. Nothing is found for an empty query. Use from the thread of
/// the connection.
[[nodiscard]] Result<Found> find(sqlite::Database& database, const Catalog& catalog, const search::Query& query,
                                 std::size_t bestMax, const std::function<bool()>& isStopped = {});

}  // namespace zhixing::client

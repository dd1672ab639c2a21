#pragma once

#include "server/store/sqlite_authority_store.h"

namespace zhixing::server {

/// What an inspection of the whole store counted.
struct Inspection {
    std::int64_t records = 0;  ///< live ones
    std::int64_t deleted = 0;
    std::int64_t history = 0;  ///< lines of it that are there
    sync::Seq horizon = 0;     ///< up to which it was compacted
    sync::Seq head = 0;
};

/// Reads everything and compares it with itself: the file's pages, the hash chain of the history with its checkpoints and
/// that it has every seq from the horizon to the head, that each record is as new as its newest history row, and the digests. `damaged` names the
/// first thing that does not fit. Takes time in proportion to the store.
[[nodiscard]] Result<Inspection> inspectStore(sqlite::Database& database, SqliteAuthorityStore& store,
                                              const Catalog& catalog);

}  // namespace zhixing::server

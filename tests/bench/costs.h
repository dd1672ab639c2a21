#pragma once

#include <filesystem>

#include "shared/base/result.h"
#include "tests/bench/scene.h"

/// What being behind costs, and what the engine adds to plain rows.
namespace zhixing::bench {

/// A device that holds all records misses `edits` of them and comes back: until both ends agree. Then its tasks are
/// compared with what was made of them.
[[nodiscard]] Result<Cost> measureDelta(Scene& scene, const std::vector<SourceRecord>& records, std::size_t edits);

/// An offline device records edits, each durable before the next: milliseconds of one, on average.
[[nodiscard]] Result<Cost> measureLocalWrites(Scene& scene, const std::vector<SourceRecord>& records,
                                              const std::vector<SourceEdit>& edits);

/// Bytes on disk for each record. `record` and `history` come with their indices.
struct Storage {
    double recordBytes = 0;
    double historyBytes = 0;  ///< every change ever, chained: grows with edits
    double versionBytes = 0;  ///< within recordBytes: the fields' versions; and the digests of all scopes
    double plainBytes = 0;    ///< the same records in the plain table
};
/// The server's database, which is closed, beside that of plainInsert.
[[nodiscard]] Result<Storage> measureStorage(const std::filesystem::path& server, const std::filesystem::path& plain,
                                             std::size_t plainRecords);

}  // namespace zhixing::bench

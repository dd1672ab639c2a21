#pragma once

#include <filesystem>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/record.h"
#include "tests/bench/workload.h"

/// What the same machine does with the same data when nothing but the work itself is done: the yardsticks, measured in
/// the same run and on the same disk as what is held against them.
namespace zhixing::bench {

/// SQLite, WAL, FULL: the records in a table of twenty columns, inserted in one transaction. Milliseconds.
/// The file is plain_insert.db.
[[nodiscard]] Result<double> plainInsert(const std::filesystem::path& directory,
                                         const std::vector<SourceRecord>& records);

/// SQLite filling a device's own `task` table, with its columns and indices, with these tasks in one transaction.
/// Milliseconds.
[[nodiscard]] Result<double> plainFill(const std::filesystem::path& directory, const std::vector<Record>& tasks);

/// SQLite, WAL, FULL: the table of plainInsert, and one transaction for each client's edits of it. Milliseconds.
[[nodiscard]] Result<double> plainUpdates(const std::filesystem::path& directory,
                                          const std::vector<SourceRecord>& records,
                                          const std::vector<SourceEdit>& edits);

/// SQLite, NORMAL: of two databases with the device's own `task` table that hold all tasks, the first `changed` rows are
/// read from one and put into the other, in one transaction. Milliseconds.
[[nodiscard]] Result<double> plainCatchUp(const std::filesystem::path& directory, const std::vector<Record>& tasks,
                                          std::size_t changed);

/// A message over loopback TCP, appended to a file, fsynced, and answered: milliseconds of each of `count` rounds.
[[nodiscard]] Result<std::vector<double>> roundTrips(const std::filesystem::path& directory, std::size_t count,
                                                     std::size_t bytes);

}  // namespace zhixing::bench

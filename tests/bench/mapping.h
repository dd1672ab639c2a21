#pragma once

#include <string>
#include <vector>

#include "shared/model/record.h"
#include "tests/bench/workload.h"

/// The workload in this product's words: each record a `task`, each of its fields the task's field of the same kind.
/// README.md has the table. Eighteen fields are given; the author and the time of recording come from the engine, which
/// makes twenty beside the id.
namespace zhixing::bench {

[[nodiscard]] Id idOf(const std::string& uuid);
[[nodiscard]] std::vector<FieldValue> taskValues(const SourceRecord& record);
/// What an edit sets, given what the task is now: two of the workload's values do not exist here as they are. A status
/// becomes the next legal step, and a priority, which ends at 4, another one.
[[nodiscard]] FieldValue editedValue(const SourceEdit& edit, const Record& now);

/// The task as everyone should come to see it, but for what only the engine knows.
[[nodiscard]] Record expectedTask(const SourceRecord& record);
/// Whether every field that the workload gives is as expected.
[[nodiscard]] bool isAsExpected(const Record& found, const Record& expected);

/// What must exist before the tasks can: campaigns, and sites as nodes below headquarters, as lines to import.
[[nodiscard]] std::string groundLines();

}  // namespace zhixing::bench

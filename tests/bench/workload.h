#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// The records and edits that are measured: made by a seeded generator, so that every engine in every language can be
/// given the same ones. tst_workload.cpp compares a hash of them with that of the first generator's.
namespace zhixing::bench {

inline constexpr std::size_t recordsInAll = 20'000;
inline constexpr std::size_t campaignCount = 20;
inline constexpr std::size_t siteCount = 400;

/// A task with twenty typed fields, in words of its own; mapping.h says what they are here.
struct SourceRecord {
    std::string id, campaignId, siteId;
    std::int64_t sequence = 0;
    std::string title, status;
    std::int64_t priority = 0;
    std::string assignee;
    std::int64_t startDate = 0, dueDate = 0;
    std::int64_t budgetCents = 0, spentCents = 0;
    std::string currency, note;
    std::vector<std::string> tags;
    std::int64_t latitudeMicro = 0, longitudeMicro = 0;
    bool isDone = false;
    std::string updatedBy;
    std::int64_t updatedAt = 0;
};

/// One field of one record gets a value that occurs once in the whole run.
struct SourceEdit {
    int client = -1;  ///< of the merge; -1 for the edits that are fanned out
    std::size_t number = 0;
    std::size_t record = 0;  ///< position among the records
    std::string id, field;
    std::variant<std::int64_t, std::string> value;
};

[[nodiscard]] std::vector<std::string> campaignIds();
[[nodiscard]] std::vector<std::string> siteIds();
/// The first `count` of the 20,000.
[[nodiscard]] std::vector<SourceRecord> sourceRecords(std::size_t count = recordsInAll);
/// Edits one after the other, for fan-out.
[[nodiscard]] std::vector<SourceEdit> fanOutEdits(const std::vector<SourceRecord>& records, std::size_t count);
/// Edits of devices that know nothing of each other, in the order of the devices; no device edits a cell twice.
[[nodiscard]] std::vector<SourceEdit> mergeEdits(const std::vector<SourceRecord>& records, int clients,
                                                 std::size_t each);

/// The line of JSON that the first generator writes.
[[nodiscard]] std::string jsonLine(const SourceRecord& record);
[[nodiscard]] std::string jsonLine(const SourceEdit& edit);

}  // namespace zhixing::bench

#pragma once

#include <string>
#include <string_view>

#include "shared/model/json_reader.h"
#include "sync/wire/messages.h"

/// The lines that messages are made of; shared by the parts of the codec and by nobody else. Whoever reads many lines
/// hands in one JsonReader for all of them.
namespace zhixing::sync {

class LineReader;
class LineWriter;
class MessageLines;

void appendOperation(std::string& out, const Operation& operation);
void appendOutcome(std::string& out, const Outcome& outcome);
void appendPageRecord(std::string& out, const PageRecord& entry);

[[nodiscard]] Result<Operation> readOperation(const Catalog& catalog, JsonReader& reader, std::string_view line);
/// The number with which an operation's line begins, also when the rest of the line is beyond reading.
[[nodiscard]] std::optional<Counter> numberInFront(std::string_view line);
[[nodiscard]] Result<Outcome> readOutcome(JsonReader& reader, std::string_view line);
[[nodiscard]] Result<PageRecord> readPageRecord(const Catalog& catalog, JsonReader& reader, std::string_view line);
/// All lines that are left, at most pageRecordsMax.
[[nodiscard]] Result<std::vector<PageRecord>> readPageRecords(const Catalog& catalog, JsonReader& reader,
                                                              MessageLines& lines);
void appendHistory(std::string& out, const HistoryEntry& entry);
[[nodiscard]] Result<HistoryEntry> readHistory(const Catalog& catalog, JsonReader& reader, std::string_view line);
/// `set` and `was` of an operation or a history line: what was written, and what that replaced.
void writeChanges(LineWriter& line, std::string& out, const RecordType& type, const std::vector<FieldChange>& changes);
[[nodiscard]] Result<std::vector<FieldChange>> readChanges(LineReader& line, const RecordType& type);
void appendBucket(std::string& out, const Bucket& bucket);
[[nodiscard]] Result<Bucket> readBucket(JsonReader& reader, std::string_view line);

/// A digest from its count and the 32 digits that Digest::sumText() writes.
[[nodiscard]] Result<Digest> digestFrom(std::int64_t count, std::string_view sum);

/// The array of a message's `scopes`, ascending.
void writeScopes(LineWriter& line, std::string& out, const ScopeSet& scopes);
[[nodiscard]] Result<ScopeSet> readScopes(JsonValue value);

/// The keys that an outcome and a refusal have in common.
void writeError(LineWriter& line, const Error& error);
[[nodiscard]] Result<void> readError(LineReader& line, Error& error);

}  // namespace zhixing::sync

#pragma once

#include <string>

#include "shared/base/hash.h"
#include "sync/authority/store.h"

namespace SQLite {
class Statement;
}

/// The audit log's hash chain: each row's hash is taken over the previous row's hash and everything the row says, so
/// that a changed, removed, swapped or inserted row breaks every hash after it.
namespace zhixing::server {

/// What a history row keeps of the changed fields, as two JSON objects: what was written and what that replaced.
struct ChangeTexts {
    std::string written;
    std::string replaced;
};
[[nodiscard]] ChangeTexts textsOf(const sync::HistoryEntry& entry);
[[nodiscard]] Result<std::vector<sync::FieldChange>> changesOf(const RecordType& type, const ChangeTexts& texts);

/// A stored row: the entry without its changes, their texts, and the hash of what the record became.
struct HistoryRow {
    sync::HistoryEntry entry;
    ChangeTexts texts;
    Hash128 content{};
};

/// What a record is, beside its id and version.
[[nodiscard]] Hash128 contentHash(const Scope& scope, bool isDeleted, std::string_view document);
/// The hash of a row; `entry.changes` is not read, their texts are. Before the first row comes a hash of zeros.
[[nodiscard]] Hash256 chainHash(const Hash256& previous, const sync::HistoryEntry& entry, const ChangeTexts& texts,
                                const Hash128& content);

/// What readHistoryRow() expects, in its order.
inline constexpr std::string_view historyColumns =
    "seq, type, record, version, person, device, counter, verb, at, received_at, written, replaced, content";
/// Call within guarded().
[[nodiscard]] Result<HistoryRow> readHistoryRow(const SQLite::Statement& row, const Catalog& catalog);

}  // namespace zhixing::server

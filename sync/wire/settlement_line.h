#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/record.h"

/// What people decided about a conflict, as its field `settlement` keeps it: a line for each time it was settled or reopened.
/// Lines are only ever appended, so that of two who decide at once neither is forgotten. Who and when is not in them: the
/// server stamps that on the conflict, and its history has the rest.
namespace zhixing::sync {

enum class Choice : std::uint8_t {
    kept,     ///< the value that stood
    lost,     ///< the one that was kept aside
    another,  ///< a third one
    both,     ///< what stood, and both as a comment on the record
};
[[nodiscard]] std::string_view word(Choice choice);
[[nodiscard]] std::optional<Choice> choiceFromWord(std::string_view word);

struct SettlementEntry {
    std::optional<Choice> choice;  ///< nothing: it was reopened
    std::string value{};           ///< JSON, for `another`
    std::string was{};             ///< JSON of what was there before, where it was not the conflict's `kept_value`
    std::optional<Id> comment{};   ///< for `both`
    friend bool operator==(const SettlementEntry&, const SettlementEntry&) = default;
};

/// With its line feed.
[[nodiscard]] std::string settlementLine(const SettlementEntry& entry);
[[nodiscard]] Result<std::vector<SettlementEntry>> readSettlement(std::string_view text);
/// The entry that `settled_by` and `settled_at` are about: the first after the last reopening. Nothing while it is open.
[[nodiscard]] std::optional<SettlementEntry> standing(const std::vector<SettlementEntry>& entries);

}  // namespace zhixing::sync

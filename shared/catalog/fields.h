#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "shared/model/record_type.h"

/// What the type files have in common: how their fields are grouped, and the lists of words that several types share.
namespace zhixing::types {

/// Fields with the same writers. A field that named its own (`.by(…)`) before is given these instead.
[[nodiscard]] std::vector<Field> writtenBy(Writers who, std::initializer_list<Field> fields);
/// The groups of one type as one list, by ascending number.
[[nodiscard]] std::vector<Field> together(std::initializer_list<std::vector<Field>> groups);
/// `recorded_by` and `recorded_at`, numbered `first` and the next: who wrote the record down and when, kept by the
/// server.
[[nodiscard]] std::vector<Field> recorded(std::uint16_t first);

/// A field whose later edit wins: arrangements such as dates, owners and marks, where the newest decision is the one
/// meant.
[[nodiscard]] Field latest(Field field);
/// An option that starts unset, because no word is right until somebody says so.
[[nodiscard]] Field choice(std::uint16_t id, std::string_view name, std::initializer_list<std::string_view> words);
/// A whole number of things or people.
[[nodiscard]] Field count(std::uint16_t id, std::string_view name);
/// The two texts by which a comment or photo names the record it belongs to, of whatever type: its type's name and its
/// id.
[[nodiscard]] std::vector<Field> subject(std::uint16_t first, Writers who);

/// The occasion for which people plan.
[[nodiscard]] Field campaignKind(std::uint16_t id, std::string_view name);
/// What money is spent on.
[[nodiscard]] Field costCategory(std::uint16_t id, std::string_view name);
/// Why something fell short: the strategy, its execution, the environment, or the target itself.
[[nodiscard]] Field shortfallCause(std::uint16_t id, std::string_view name);

}  // namespace zhixing::types

#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// A sum of what stands in a row, kept beside it: a bit that flips on a disk within a text or a number leaves SQLite's own
/// structure whole, and nothing else would ever notice. It is computed by SQLite from the values themselves, when a row is
/// written as when it is checked, so a check reads no row into the program. It guards against chance, not against malice.
namespace zhixing::sqlite {

/// A value of a row, as SQL, and the number by which it is known for ever.
struct Summand {
    std::uint16_t key = 0;
    std::string expression;
};

/// Makes the function known to a connection; every Database does. Throws SQLite::Exception.
void addRowSum(SQLite::Database& connection);

/// The sum as SQL: an integer of 64 bits. The order does not matter, and what is NULL is as if it were not named: a column
/// that a table gains leaves the sums of its rows as they are. At most 126 values.
[[nodiscard]] std::string rowSumOf(const std::vector<Summand>& values);
/// The same of values that are known by their places, counted from `firstKey`.
[[nodiscard]] std::string rowSumOf(std::uint16_t firstKey, std::span<const std::string> expressions);

}  // namespace zhixing::sqlite

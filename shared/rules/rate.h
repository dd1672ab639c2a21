#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace zhixing::rules {

/// A ratio in millionths: 100,000 is 10 %, 3,000,000 a threefold return.
struct Rate {
    std::int64_t millionths = 0;
    friend auto operator<=>(const Rate&, const Rate&) = default;
};

[[nodiscard]] constexpr Rate percent(std::int64_t whole) { return {whole * 10'000}; }
[[nodiscard]] constexpr Rate times(std::int64_t whole) { return {whole * 1'000'000}; }

/// `part / whole` for showing: rounded half away from zero, held at the greatest number that travels. None unless `whole`
/// is positive: a share of nothing is a dash, never infinity.
[[nodiscard]] std::optional<Rate> ratio(std::int64_t part, std::int64_t whole);

/// How `part / whole` compares with `rate`, without rounding: thresholds are decided here, never on a shown ratio.
/// `whole` is positive.
[[nodiscard]] std::strong_ordering compareRatio(std::int64_t part, std::int64_t whole, Rate rate);

/// Whole units at `millionths` of a unit each, times `price`: rounded half away from zero, held at the range of the type.
[[nodiscard]] std::int64_t product(std::int64_t millionths, std::int64_t price);

/// Sum and difference, held at the range of the type, so that absurd figures cannot wrap into harmless ones.
[[nodiscard]] std::int64_t heldSum(std::int64_t a, std::int64_t b);
[[nodiscard]] std::int64_t heldDifference(std::int64_t a, std::int64_t b);

/// `93%`, `10.87%` with two places (at most four); `-` for none.
[[nodiscard]] std::string percentText(std::optional<Rate> rate, int places = 0);

}  // namespace zhixing::rules

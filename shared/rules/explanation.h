#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "shared/rules/rate.h"

/// Every rule returns its result together with why: an alert can list the rows, the formula and the policy it used, and
/// the same rule can be worked out again with other thresholds.
namespace zhixing::rules {

/// What an input's number counts.
enum class Unit : std::uint8_t {
    count,    ///< things, days, periods
    decimal,  ///< millionths of the KPI's own unit
    fen,
    rate,     ///< Rate::millionths
    date,     ///< Date::days
    instant,  ///< Instant::ms
    yesNo,    ///< 1 or 0
};

/// One number that a rule looked at: a figure, with the record it came from, or a threshold of the policy.
struct Input {
    std::string_view name;  ///< snake_case English; the interface translates it
    Unit unit = Unit::count;
    std::optional<std::int64_t> value;  ///< none: it was not there, and that mattered
    Id row{};                           ///< nil when it is no record's

    friend bool operator==(const Input&, const Input&) = default;
};

[[nodiscard]] inline Input input(std::string_view name, Money money, Id row = {}) {
    return {name, Unit::fen, money.fen, row};
}
[[nodiscard]] inline Input input(std::string_view name, Rate threshold) {
    return {name, Unit::rate, threshold.millionths};
}
[[nodiscard]] inline Input input(std::string_view name, Date date, Id row = {}) {
    return {name, Unit::date, date.days, row};
}
[[nodiscard]] inline Input count(std::string_view name, std::int64_t many) { return {name, Unit::count, many}; }

struct Explanation {
    std::string_view rule;     ///< the rule's permanent name; the interface finds its sentence by it
    std::string_view formula;  ///< in words, for logs and exports
    std::vector<Input> inputs;
    std::int64_t policyVersion = 0;

    friend bool operator==(const Explanation&, const Explanation&) = default;
};

template <typename T>
struct Explained {
    T result;
    Explanation because;
};

}  // namespace zhixing::rules

#include "shared/rules/rate.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "shared/base/limits.h"

namespace zhixing::rules {
namespace {

/// Wide enough for any product of two 64-bit numbers.
__extension__ typedef __int128 Wide;

constexpr std::int64_t scale = limits::decimalScale;

std::int64_t held(Wide value) {
    using Range = std::numeric_limits<std::int64_t>;
    return static_cast<std::int64_t>(std::clamp<Wide>(value, Range::min(), Range::max()));
}

/// `by` is positive.
Wide dividedHalfAwayFromZero(Wide value, Wide by) { return value < 0 ? (value - by / 2) / by : (value + by / 2) / by; }

}  // namespace

std::optional<Rate> ratio(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) {
        return std::nullopt;
    }
    const Wide rounded = dividedHalfAwayFromZero(Wide{part} * scale, whole);
    return Rate{static_cast<std::int64_t>(std::clamp<Wide>(rounded, -limits::integerMax, limits::integerMax))};
}

std::strong_ordering compareRatio(std::int64_t part, std::int64_t whole, Rate rate) {
    assert(whole > 0);
    return Wide{part} * scale <=> Wide{rate.millionths} * whole;
}

std::int64_t product(std::int64_t millionths, std::int64_t price) {
    return held(dividedHalfAwayFromZero(Wide{millionths} * price, scale));
}

std::int64_t heldSum(std::int64_t a, std::int64_t b) { return held(Wide{a} + b); }

std::int64_t heldDifference(std::int64_t a, std::int64_t b) { return held(Wide{a} - b); }

std::string percentText(std::optional<Rate> rate, int places) {
    assert(places >= 0 && places <= 4);
    if (!rate) {
        return "-";
    }
    std::int64_t step = 10'000;  // one percent
    for (int i = 0; i < places; ++i) {
        step /= 10;
    }
    const auto steps = static_cast<std::int64_t>(dividedHalfAwayFromZero(rate->millionths, step));
    std::string digits = std::to_string(steps < 0 ? -steps : steps);
    if (const auto wanted = static_cast<std::size_t>(places) + 1; digits.size() < wanted) {
        digits.insert(0, wanted - digits.size(), '0');
    }
    if (places > 0) {
        digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    }
    return (steps < 0 ? "-" : "") + digits + "%";
}

}  // namespace zhixing::rules

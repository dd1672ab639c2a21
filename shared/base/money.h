#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace zhixing {

/// An amount of CNY in whole fen.
struct Money {
    std::int64_t fen = 0;
    friend auto operator<=>(const Money&, const Money&) = default;
};

/// Reads what people type: `3000`, `3,000.50`, `￥3,000.50`, `¥12`, `5万`, `1.2万`, `12元`, full-width digits, `-` before all
/// of it. At most two decimals of a yuan (six of a 万, and so on: nothing finer than a fen). What is no amount is
/// `malformed`; what is too fine or too large is `out_of_range`, the latter with `limits::moneyFenMax` as its limit.
[[nodiscard]] Result<Money> parseMoney(std::string_view text);

/// `3,000.50`; whole yuan without decimals unless `alwaysFen`.
[[nodiscard]] std::string yuanText(Money money, bool alwaysFen = false);
/// `1.2万`: in units of 10,000 yuan, rounded half away from zero to two places, trailing zeros dropped.
[[nodiscard]] std::string wanText(Money money);

}  // namespace zhixing

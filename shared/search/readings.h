#pragma once

#include <span>
#include <string_view>

namespace zhixing::search {

/// All syllables that a folded Chinese character can be read as, without tones: 重 is `zhong` and `chong`. ü is written
/// both as people type it, `v`, and as passports print it, `u`. Empty for any other character.
[[nodiscard]] std::span<const std::string_view> readings(char32_t c);

}  // namespace zhixing::search

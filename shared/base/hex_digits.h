#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Hexadecimal by table: ids are read and written once per record on every path, so no branch per digit.
namespace zhixing::hex {

inline constexpr std::string_view digits = "0123456789abcdef";
inline constexpr std::uint8_t notADigit = 0xff;

/// The value of each character, `notADigit` for what is none. Both cases are read; lower case is written.
inline constexpr auto valueOf = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(notADigit);
    for (std::uint8_t i = 0; i < 16; ++i) {
        values[static_cast<std::uint8_t>(digits[i])] = i;
        values[static_cast<std::uint8_t>("0123456789ABCDEF"[i])] = i;
    }
    return values;
}();

inline void writeByte(std::uint8_t byte, char* out) {
    out[0] = digits[byte >> 4];
    out[1] = digits[byte & 0x0f];
}

/// Reads two digits into `byte`. False when either is no digit.
[[nodiscard]] inline bool readByte(const char* text, std::uint8_t& byte) {
    const std::uint8_t high = valueOf[static_cast<std::uint8_t>(text[0])];
    const std::uint8_t low = valueOf[static_cast<std::uint8_t>(text[1])];
    byte = static_cast<std::uint8_t>((high << 4) | (low & 0x0f));
    return ((high | low) & 0xf0) == 0;
}

}  // namespace zhixing::hex

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// How text is found, whoever wrote it: folding, the readings of Chinese characters, queries. Pure.
namespace zhixing::search {

/// What takeCodePoint() does beyond the plain ways.
[[nodiscard]] char32_t takeRareCodePoint(std::string_view& text);

/// Takes one code point from the front of `text`, which must not be empty. U+FFFD, and one byte taken, where it is no
/// UTF-8. Here in full, because a search takes millions of them: nearly all are one byte, or three as Chinese is.
[[nodiscard]] inline char32_t takeCodePoint(std::string_view& text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    if (byte(0) < 0x80) {
        const char32_t c = byte(0);
        text.remove_prefix(1);
        return c;
    }
    if ((byte(0) & 0xf0) == 0xe0 && text.size() >= 3 && (byte(1) & 0xc0) == 0x80 && (byte(2) & 0xc0) == 0x80) {
        const char32_t c = (byte(0) & 0x0fU) << 12 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
        text.remove_prefix(3);
        return c;
    }
    return takeRareCodePoint(text);
}
void appendUtf8(std::string& text, char32_t c);

/// The code point that `c` is searched as: small letters without accents, traditional and variant characters as
/// simplified ones, full-width forms as narrow ones, any white space as a blank.
[[nodiscard]] char32_t folded(char32_t c);
/// Code point by code point, so that what is found at a place in the folded text is at that place in the original.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace zhixing::search

#pragma once

#include <string>
#include <string_view>

/// How text is found, whoever wrote it: folding, the readings of Chinese characters, queries. Pure.
namespace zhixing::search {

/// Takes one code point from the front of `text`, which must not be empty. U+FFFD, and one byte taken, where it is no
/// UTF-8.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);
void appendUtf8(std::string& text, char32_t c);

/// The code point that `c` is searched as: small letters without accents, traditional and variant characters as
/// simplified ones, full-width forms as narrow ones, any white space as a blank.
[[nodiscard]] char32_t folded(char32_t c);
/// Code point by code point, so that what is found at a place in the folded text is at that place in the original.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace zhixing::search

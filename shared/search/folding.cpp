#include "shared/search/folding.h"

#include <array>
#include <cstdint>
#include <vector>

#include "shared/search/han_table.h"

namespace zhixing::search {
namespace {

constexpr char32_t replacement = 0xfffd;

/// U+00C0 to U+017F without case and accents; a blank: as it is.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin.size() == 0x180 - 0xc0);

constexpr char32_t hanFirst = 0x4e00;
constexpr char32_t hanLast = 0x9fff;

std::vector<char32_t> makeHanFolds() {
    std::vector<char32_t> table(hanLast - hanFirst + 1);
    for (char32_t c = hanFirst; c <= hanLast; ++c) table[c - hanFirst] = c;
    for (std::string_view pairs = han::folds; !pairs.empty();) {
        const char32_t variant = takeCodePoint(pairs);
        table[variant - hanFirst] = takeCodePoint(pairs);
    }
    return table;
}

bool isSpace(char32_t c) {
    return (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
           c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

}  // namespace

char32_t takeRareCodePoint(std::string_view& text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length == 0 || length > text.size()) {
        text.remove_prefix(1);
        return replacement;
    }
    constexpr std::array<std::uint8_t, 5> leadBits{0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t c = lead & leadBits[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            text.remove_prefix(1);
            return replacement;
        }
        c = c << 6 | (byte(i) & 0x3f);
    }
    text.remove_prefix(length);
    return c;
}

void appendUtf8(std::string& text, char32_t c) {
    const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xc0 | c >> 6);
        add(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        add(0xe0 | c >> 12);
        add(0x80 | (c >> 6 & 0x3f));
        add(0x80 | (c & 0x3f));
    } else {
        add(0xf0 | c >> 18);
        add(0x80 | (c >> 12 & 0x3f));
        add(0x80 | (c >> 6 & 0x3f));
        add(0x80 | (c & 0x3f));
    }
}

char32_t folded(char32_t c) {
    static const std::vector<char32_t> hanFolds = makeHanFolds();
    if (c >= hanFirst && c <= hanLast) return hanFolds[c - hanFirst];
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xff01 - '!';
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    if (c < 0x80 && !isSpace(c)) return c;
    if (isSpace(c)) return ' ';
    if (c >= 0xc0 && c < 0x180) {
        const char plain = latin[c - 0xc0];
        return plain == ' ' ? c : static_cast<char32_t>(plain);
    }
    const bool isGreekCapital = c >= 0x391 && c <= 0x3a9;
    const bool isCyrillicCapital = c >= 0x410 && c <= 0x42f;
    return isGreekCapital || isCyrillicCapital ? c + 0x20 : c;
}

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) appendUtf8(result, folded(takeCodePoint(text)));
    return result;
}

}  // namespace zhixing::search

#include "sync/merge/text_merge.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace zhixing::sync {
namespace {

using Words = std::vector<std::string_view>;

bool isWordByte(unsigned char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte == '_';
}

std::size_t codePointBytes(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xe0) return 2;
    return lead < 0xf0 ? 3 : 4;
}

/// A run of ASCII letters and digits, or any single character, white space included, so that joining gives the text back.
Words wordsOf(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isWordByte(static_cast<unsigned char>(text[end]))) ++end;
        if (end == at) end = std::min(text.size(), at + codePointBytes(static_cast<unsigned char>(text[at])));
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// For each word of `base`, its partner's position in `other` along a longest common subsequence, or -1.
std::optional<std::vector<std::ptrdiff_t>> partners(const Words& base, const Words& other) {
    std::size_t head = 0;
    while (head < base.size() && head < other.size() && base[head] == other[head]) ++head;
    std::size_t tail = 0;
    while (tail < base.size() - head && tail < other.size() - head &&
           base[base.size() - 1 - tail] == other[other.size() - 1 - tail]) {
        ++tail;
    }
    const std::size_t rows = base.size() - head - tail;
    const std::size_t columns = other.size() - head - tail;
    if ((rows + 1) * (columns + 1) > textMergeCellsMax) return std::nullopt;

    std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
    const auto cell = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
        return length[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            cell(row, column) = base[head + row] == other[head + column]
                                    ? cell(row + 1, column + 1) + 1
                                    : std::max(cell(row + 1, column), cell(row, column + 1));
        }
    }

    std::vector<std::ptrdiff_t> found(base.size(), -1);
    for (std::size_t i = 0; i < head; ++i) found[i] = static_cast<std::ptrdiff_t>(i);
    for (std::size_t i = 0; i < tail; ++i) {
        found[base.size() - 1 - i] = static_cast<std::ptrdiff_t>(other.size() - 1 - i);
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (base[head + row] == other[head + column]) {
            found[head + row++] = static_cast<std::ptrdiff_t>(head + column++);
        } else if (cell(row + 1, column) >= cell(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
    return found;
}

bool equal(const Words& a, std::size_t aFrom, std::size_t aTo, const Words& b, std::size_t bFrom, std::size_t bTo) {
    return std::equal(a.begin() + static_cast<std::ptrdiff_t>(aFrom), a.begin() + static_cast<std::ptrdiff_t>(aTo),
                      b.begin() + static_cast<std::ptrdiff_t>(bFrom), b.begin() + static_cast<std::ptrdiff_t>(bTo));
}

void join(std::string& out, const Words& words, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) out += words[i];
}

}  // namespace

std::optional<std::string> mergeText(std::string_view base, std::string_view server, std::string_view mine) {
    const Words baseWords = wordsOf(base);
    const Words serverWords = wordsOf(server);
    const Words mineWords = wordsOf(mine);
    const auto inServer = partners(baseWords, serverWords);
    const auto inMine = partners(baseWords, mineWords);
    if (!inServer || !inMine) return std::nullopt;

    std::string merged;
    std::size_t b = 0, s = 0, m = 0;
    while (true) {
        // The next word of base that both sides kept ends the chunk in which they may differ.
        std::size_t anchor = b;
        while (anchor < baseWords.size() && ((*inServer)[anchor] < 0 || (*inMine)[anchor] < 0)) ++anchor;
        const bool atEnd = anchor == baseWords.size();
        const std::size_t serverEnd = atEnd ? serverWords.size() : static_cast<std::size_t>((*inServer)[anchor]);
        const std::size_t mineEnd = atEnd ? mineWords.size() : static_cast<std::size_t>((*inMine)[anchor]);

        if (equal(baseWords, b, anchor, serverWords, s, serverEnd) ||
            equal(mineWords, m, mineEnd, serverWords, s, serverEnd)) {
            join(merged, mineWords, m, mineEnd);
        } else if (equal(baseWords, b, anchor, mineWords, m, mineEnd)) {
            join(merged, serverWords, s, serverEnd);
        } else {
            return std::nullopt;
        }
        if (atEnd) return merged;
        merged += baseWords[anchor];
        b = anchor + 1;
        s = serverEnd + 1;
        m = mineEnd + 1;
    }
}

}  // namespace zhixing::sync

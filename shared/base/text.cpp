#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "shared/base/hex_digits.h"

namespace zhixing {
namespace {

constexpr std::uint64_t highBits = 0x8080808080808080ULL;
constexpr std::uint64_t lowBits = 0x0101010101010101ULL;

/// True when the eight bytes at `at` are all ASCII and none is NUL.
bool isCleanAsciiWord(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    const bool holdsNul = ((word - lowBits) & ~word & highBits) != 0;
    return (word & highBits) == 0 && !holdsNul;
}

/// What may follow a lead byte (RFC 3629, section 4): how many bytes, and which second bytes keep out overlong forms,
/// surrogates and code points past U+10FFFF.
struct Sequence {
    std::size_t length = 0;  ///< 0: no character starts with this byte
    std::uint8_t secondMin = 0x80;
    std::uint8_t secondMax = 0xbf;
};

Sequence sequenceOf(std::uint8_t lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
        return {2};
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        return {3, std::uint8_t(lead == 0xe0 ? 0xa0 : 0x80), std::uint8_t(lead == 0xed ? 0x9f : 0xbf)};
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        return {4, std::uint8_t(lead == 0xf0 ? 0x90 : 0x80), std::uint8_t(lead == 0xf4 ? 0x8f : 0xbf)};
    }
    return {};
}

/// The length of the well-formed multi-byte character at the front of `text`, 0 when there is none.
std::size_t characterLength(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const Sequence sequence = sequenceOf(byte(0));
    if (sequence.length == 0 || sequence.length > text.size()) {
        return 0;
    }
    bool good = byte(1) >= sequence.secondMin && byte(1) <= sequence.secondMax;
    for (std::size_t i = 2; i < sequence.length; ++i) {
        good &= (byte(i) & 0xc0) == 0x80;
    }
    return good ? sequence.length : 0;
}

/// Unicode's White_Space, in UTF-8.
constexpr std::array<std::string_view, 25> whiteSpace{
    " ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u0085", "\u00a0", "\u1680",
    "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};

}  // namespace

bool isCleanUtf8(std::string_view text) {
    while (!text.empty()) {
        if (text.size() >= sizeof(std::uint64_t) && isCleanAsciiWord(text.data())) {
            text.remove_prefix(sizeof(std::uint64_t));
            continue;
        }
        const auto lead = static_cast<std::uint8_t>(text.front());
        const bool isAscii = lead != 0 && lead < 0x80;
        const std::size_t length = isAscii ? 1 : characterLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

std::size_t codePoints(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
    }
    return count;
}

std::string_view trimmed(std::string_view text) {
    const auto first = [&] {
        return std::ranges::find_if(whiteSpace, [&](std::string_view space) { return text.starts_with(space); });
    };
    const auto last = [&] {
        return std::ranges::find_if(whiteSpace, [&](std::string_view space) { return text.ends_with(space); });
    };
    for (auto space = first(); space != whiteSpace.end(); space = first()) {
        text.remove_prefix(space->size());
    }
    for (auto space = last(); space != whiteSpace.end(); space = last()) {
        text.remove_suffix(space->size());
    }
    return text;
}

std::string toHex(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    std::string out(2 * size, '0');
    for (std::size_t i = 0; i < size; ++i) {
        hex::writeByte(bytes[i], out.data() + 2 * i);
    }
    return out;
}

std::optional<std::string> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) {
        return std::nullopt;
    }
    std::string out(text.size() / 2, '\0');
    bool good = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::uint8_t byte = 0;
        good &= hex::readByte(text.data() + 2 * i, byte);
        out[i] = static_cast<char>(byte);
    }
    return good ? std::optional{std::move(out)} : std::nullopt;
}

}  // namespace zhixing

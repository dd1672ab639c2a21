#include "shared/model/json_tape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "shared/base/hex_digits.h"
#include "shared/base/limits.h"
#include "shared/base/text.h"

namespace zhixing::json {
namespace {

Error fault(Code code, std::string message, std::string_view field = {}, std::optional<std::int64_t> limit = {}) {
    return Error{code, std::move(message), std::string(field), limit};
}

/// What may stand in a string as it is: everything but its end, an escape and control characters.
constexpr auto isPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t i = 0x20; i < plain.size(); ++i) {
        plain[i] = i != '"' && i != '\\';
    }
    return plain;
}();

/// 10^309 and more: no double comes near, and others read our lines with doubles.
bool isBeyondDoubles(std::string_view number) {
    constexpr std::int64_t powerMax = 308;
    const std::size_t exponentAt = std::min(number.find_first_of("eE"), number.size());
    const std::string_view digits = number.substr(0, exponentAt);
    const auto leading = static_cast<std::int64_t>(digits.find_first_of("123456789"));
    const auto point = static_cast<std::int64_t>(std::min(digits.find('.'), digits.size()));
    if (leading < 0) return false;  // it is 0
    int exponent = 0;
    if (exponentAt < number.size()) {
        std::string_view written = number.substr(exponentAt + 1);
        written.remove_prefix(written.front() == '+' ? 1 : 0);
        const auto read = std::from_chars(written.data(), written.data() + written.size(), exponent);
        if (read.ec != std::errc()) return written.front() != '-';  // more than an int holds
    }
    return (leading < point ? point - leading - 1 : point - leading) + exponent > powerMax;
}

/// Reads a text once, from its first byte to its last, and lays it out as tokens. A function that answers false has
/// noted the fault and leaves the rest unread. The text is clean UTF-8.
class TapeWriter {
public:
    TapeWriter(Tape& tape, std::string_view text)
        : tape_(tape), begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

    bool document() {
        skipSpace();
        if (!value(0)) {
            return false;
        }
        skipSpace();
        return at_ == end_ || malformed();
    }
    [[nodiscard]] Error takeError() { return std::move(error_); }

private:
    static std::int64_t limitOf(std::size_t limit) { return static_cast<std::int64_t>(limit); }

    bool fail(Error error) {
        error_ = std::move(error);
        return false;
    }
    [[nodiscard]] std::string where() const { return " near byte " + std::to_string(at_ - begin_); }
    bool malformed() { return fail(fault(Code::malformed, "not JSON" + where())); }
    bool unpaired() { return fail(fault(Code::bad_encoding, "half of a surrogate pair" + where())); }

    void skipSpace() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\n' || *at_ == '\r')) {
            ++at_;
        }
    }
    /// Steps over `c` if it is next.
    bool take(char c) {
        const bool isNext = at_ != end_ && *at_ == c;
        at_ += isNext ? 1 : 0;
        return isNext;
    }
    bool takeDigits() {
        const char* const first = at_;
        while (at_ != end_ && *at_ >= '0' && *at_ <= '9') {
            ++at_;
        }
        return at_ != first;
    }

    /// The token's position.
    std::size_t push(Token token) {
        token.next = static_cast<std::uint32_t>(tape_.tokens.size() + 1);
        tape_.tokens.push_back(token);
        return tape_.tokens.size() - 1;
    }
    /// Ends the container at `position` behind its last token.
    void close(std::size_t position, std::size_t size) {
        tape_.tokens[position].size = static_cast<std::uint32_t>(size);
        tape_.tokens[position].next = static_cast<std::uint32_t>(tape_.tokens.size());
    }

    bool value(std::size_t depth) {
        switch (at_ != end_ ? *at_ : '\0') {
            case '{':
                return open(depth, Type::object);
            case '[':
                return open(depth, Type::array);
            case '"':
                return string();
            case 't':
                return literal("true", {Type::boolean, 0, 0, 1});
            case 'f':
                return literal("false", {Type::boolean, 0, 0, 0});
            case 'n':
                return literal("null", {Type::null, 0, 0, 0});
            default:
                return number();
        }
    }

    bool literal(std::string_view word, const Token& token) {
        if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) {
            return malformed();
        }
        at_ += word.size();
        push(token);
        return true;
    }

    bool open(std::size_t depth, Type type) {
        if (depth == limits::jsonDepthMax) {
            return fail(fault(Code::too_deep, "nested too deeply", {}, limitOf(limits::jsonDepthMax)));
        }
        ++at_;
        const std::size_t position = push({type, 0, 0, 0});
        return type == Type::object ? members(position, depth + 1) : items(position, depth + 1);
    }

    bool items(std::size_t position, std::size_t depth) {
        std::size_t count = 0;
        skipSpace();
        if (!take(']')) {
            do {
                skipSpace();
                if (count == limits::arrayItemsMax) {
                    return fail(
                        fault(Code::too_many, "an array has too many items", {}, limitOf(limits::arrayItemsMax)));
                }
                if (!value(depth)) {
                    return false;
                }
                ++count;
                skipSpace();
            } while (take(','));
            if (!take(']')) {
                return malformed();
            }
        }
        close(position, count);
        return true;
    }

    bool members(std::size_t position, std::size_t depth) {
        std::size_t count = 0;
        skipSpace();
        if (!take('}')) {
            do {
                skipSpace();
                if (count == limits::jsonMembersMax) {
                    return fail(
                        fault(Code::too_many, "an object has too many members", {}, limitOf(limits::jsonMembersMax)));
                }
                if (!member(depth)) {
                    return false;
                }
                ++count;
                skipSpace();
            } while (take(','));
            if (!take('}')) {
                return malformed();
            }
        }
        close(position, count);
        return hasDistinctKeys(position);
    }

    bool member(std::size_t depth) {
        if (at_ == end_ || *at_ != '"') {
            return malformed();
        }
        if (!string()) {
            return false;
        }
        skipSpace();
        if (!take(':')) {
            return malformed();
        }
        skipSpace();
        return value(depth);
    }

    bool number() {
        const char* const first = at_;
        take('-');
        if (!take('0') && !takeDigits()) {
            return malformed();
        }
        const char* const point = at_;
        if (take('.') && !takeDigits()) {
            return malformed();
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            if (!takeDigits()) {
                return malformed();
            }
        }
        std::int64_t whole = 0;
        if (at_ == point && std::from_chars(first, at_, whole).ec == std::errc()) {
            push({Type::integer, 0, 0, whole});
            return true;
        }
        const std::string_view written(first, static_cast<std::size_t>(at_ - first));
        if (isBeyondDoubles(written)) {
            return fail(fault(Code::out_of_range, "a number is too great" + where()));
        }
        tape_.bytes += written;
        return pushBytes(Type::number, written.size());
    }

    /// The last `size` bytes are a value's.
    bool pushBytes(Type type, std::size_t size) {
        push({type, static_cast<std::uint32_t>(size), 0, static_cast<std::int64_t>(tape_.bytes.size() - size)});
        return true;
    }

    bool string() {
        ++at_;
        const std::size_t before = tape_.bytes.size();
        while (!take('"')) {
            const char* const first = at_;
            while (at_ != end_ && isPlain[static_cast<unsigned char>(*at_)]) {
                ++at_;
            }
            tape_.bytes.append(first, at_);
            if (take('\\')) {
                if (!escaped()) {
                    return false;
                }
            } else if (at_ == end_ || *at_ != '"') {
                return malformed();
            }
        }
        const std::size_t size = tape_.bytes.size() - before;
        if (size > limits::stringBytesMax) {
            return fail(fault(Code::too_long, "a string has too many bytes", {}, limitOf(limits::stringBytesMax)));
        }
        return pushBytes(Type::string, size);
    }

    bool escaped() {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (take('u')) {
            return escapedUnit();
        }
        const std::size_t which = at_ != end_ ? letters.find(*at_) : std::string_view::npos;
        if (which == std::string_view::npos) {
            return malformed();
        }
        ++at_;
        tape_.bytes += meanings[which];
        return true;
    }

    /// Behind `\u`: a character, or the first half of a pair, which takes a second one.
    bool escapedUnit() {
        std::uint32_t unit = 0;
        if (!readUnit(unit)) {
            return malformed();
        }
        if (unit == 0) {
            return fail(fault(Code::bad_encoding, "a string holds NUL"));
        }
        if (unit >= 0xdc00 && unit <= 0xdfff) {
            return unpaired();
        }
        if (unit >= 0xd800 && unit <= 0xdbff) {
            std::uint32_t second = 0;
            if (!take('\\') || !take('u')) {
                return unpaired();
            }
            if (!readUnit(second)) {
                return malformed();
            }
            if (second < 0xdc00 || second > 0xdfff) {
                return unpaired();
            }
            unit = 0x10000 + ((unit - 0xd800) << 10U) + (second - 0xdc00);
        }
        appendUtf8(unit);
        return true;
    }

    bool readUnit(std::uint32_t& unit) {
        std::uint8_t high = 0;
        std::uint8_t low = 0;
        if (end_ - at_ < 4 || !hex::readByte(at_, high) || !hex::readByte(at_ + 2, low)) {
            return false;
        }
        at_ += 4;
        unit = static_cast<std::uint32_t>(high) << 8U | low;
        return true;
    }

    void appendUtf8(std::uint32_t character) {
        const auto append = [&](std::uint32_t byte) { tape_.bytes += static_cast<char>(byte); };
        const auto follow = [&](unsigned shift) { append(0x80 | (character >> shift & 0x3f)); };
        if (character < 0x80) {
            return append(character);
        }
        if (character < 0x800) {
            append(0xc0 | character >> 6U);
            return follow(0);
        }
        if (character < 0x10000) {
            append(0xe0 | character >> 12U);
            follow(6);
            return follow(0);
        }
        append(0xf0 | character >> 18U);
        follow(12);
        follow(6);
        follow(0);
    }

    bool hasDistinctKeys(std::size_t position) {
        keys_.clear();
        const std::size_t end = tape_.tokens.size();
        for (std::size_t at = position + 1; at < end; at = tape_.tokens[at + 1].next) {
            const Token& key = tape_.tokens[at];
            keys_.emplace_back(tape_.bytes.data() + key.number, key.size);
        }
        // By length first: most comparisons then touch no bytes.
        std::sort(keys_.begin(), keys_.end(), [](std::string_view a, std::string_view b) {
            return a.size() != b.size() ? a.size() < b.size() : a < b;
        });
        const auto twice = std::adjacent_find(keys_.begin(), keys_.end());
        return twice == keys_.end() || fail(fault(Code::duplicate_key, "a key occurs twice", shortened(*twice)));
    }

    Tape& tape_;
    const char* begin_;
    const char* at_;
    const char* end_;
    std::vector<std::string_view> keys_;
    Error error_;
};

}  // namespace

std::string_view shortened(std::string_view key) {
    constexpr std::size_t shownMax = 64;
    return key.size() <= shownMax ? key : std::string_view("(a long key)");
}

Result<void> lay(std::string_view text, Tape& tape) {
    if (text.size() > limits::messageBytesMax) {
        return fault(Code::too_large, "text has too many bytes", {}, std::int64_t{limits::messageBytesMax});
    }
    if (!isCleanUtf8(text)) {
        return fault(Code::bad_encoding, "text is not UTF-8, or holds NUL");
    }
    tape.tokens.clear();
    tape.bytes.clear();
    tape.bytes.reserve(text.size());  // an escape is longer than what it stands for
    TapeWriter writer(tape, text);
    return writer.document() ? Result<void>() : Result<void>(writer.takeError());
}

}  // namespace zhixing::json

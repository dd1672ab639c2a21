#include "shared/model/json_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"

namespace zhixing {
namespace {

using json::Tape;
using json::Token;
using json::Type;

Error fault(Code code, std::string_view message, std::string_view field = {}, std::optional<std::int64_t> limit = {}) {
    return Error{code, std::string(message), std::string(field), limit};
}

/// Keys come from outside: what is said about them stays short.
std::string_view shortened(std::string_view key) {
    constexpr std::size_t shownMax = 64;
    return key.size() <= shownMax ? key : std::string_view("(a long key)");
}

/// Takes nlohmann's events and lays them out as tokens. Each handler answers whether to go on.
class TapeWriter {
public:
    /// `mayHoldNul` when the text has an escape that could be one: hardly any has, and no other string need be searched.
    TapeWriter(Tape& tape, bool mayHoldNul) : tape_(tape), mayHoldNul_(mayHoldNul) {}

    bool null() { return value({Type::null, 0, 0, 0}); }
    bool boolean(bool value_) { return value({Type::boolean, 0, 0, value_ ? 1 : 0}); }
    bool number_integer(std::int64_t number) { return value({Type::integer, 0, 0, number}); }
    bool number_unsigned(std::uint64_t number) {
        if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return number_integer(static_cast<std::int64_t>(number));
        }
        char digits[24];
        const char* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        return value(withBytes(Type::number, {digits, end}));
    }
    bool number_float(double, const std::string& digits) { return value(withBytes(Type::number, digits)); }
    bool string(const std::string& text) { return isAcceptable(text) && value(withBytes(Type::string, text)); }
    bool binary(const std::vector<std::uint8_t>&) { return false; }  // JSON has none

    bool key(const std::string& text) {
        if (!isAcceptable(text)) {
            return false;
        }
        Token& object = tape_.tokens[open_.back()];
        if (++object.size > limits::jsonMembersMax) {
            return fail(fault(Code::too_many, "an object has too many members", {}, limitOf(limits::jsonMembersMax)));
        }
        push(withBytes(Type::string, text));
        return true;
    }
    bool start_object(std::size_t) { return open(Type::object); }
    bool start_array(std::size_t) { return open(Type::array); }
    bool end_object() { return hasDistinctKeys() && close(); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
        return fail(grammarFault(error, position));
    }

    [[nodiscard]] std::optional<Error>& error() { return error_; }

private:
    static std::int64_t limitOf(std::size_t limit) { return static_cast<std::int64_t>(limit); }

    static Error grammarFault(const nlohmann::json::exception& error, std::size_t position) {
        constexpr int numberTooGreat = 406;
        const std::string_view what = error.what();
        const auto says = [&](std::string_view part) { return what.find(part) != std::string_view::npos; };
        const std::string where = " near byte " + std::to_string(position);
        if (error.id == numberTooGreat) {
            return fault(Code::out_of_range, "a number is too great" + where);
        }
        if (says("ill-formed UTF-8") || says("surrogate")) {
            return fault(Code::bad_encoding, "text is not UTF-8" + where);
        }
        return fault(Code::malformed, "not JSON" + where);
    }

    bool fail(Error error) {
        error_ = std::move(error);
        return false;
    }

    bool isAcceptable(const std::string& text) {
        if (text.size() > limits::stringBytesMax) {
            return fail(fault(Code::too_long, "a string has too many bytes", {}, limitOf(limits::stringBytesMax)));
        }
        if (mayHoldNul_ && text.find('\0') != std::string::npos) {
            return fail(fault(Code::bad_encoding, "a string holds NUL"));
        }
        return true;
    }

    Token withBytes(Type type, std::string_view text) {
        const auto position = static_cast<std::int64_t>(tape_.bytes.size());
        tape_.bytes += text;
        return {type, static_cast<std::uint32_t>(text.size()), 0, position};
    }

    void push(Token token) {
        token.next = static_cast<std::uint32_t>(tape_.tokens.size() + 1);
        tape_.tokens.push_back(token);
    }

    bool value(const Token& token) {
        if (!open_.empty()) {
            Token& around = tape_.tokens[open_.back()];
            if (around.type == Type::array && ++around.size > limits::arrayItemsMax) {
                return fail(fault(Code::too_many, "an array has too many items", {}, limitOf(limits::arrayItemsMax)));
            }
        }
        push(token);
        return true;
    }

    bool open(Type type) {
        if (open_.size() == limits::jsonDepthMax) {
            return fail(fault(Code::too_deep, "nested too deeply", {}, limitOf(limits::jsonDepthMax)));
        }
        const auto position = static_cast<std::uint32_t>(tape_.tokens.size());
        if (!value({type, 0, 0, 0})) {
            return false;
        }
        open_.push_back(position);
        return true;
    }

    bool close() {
        tape_.tokens[open_.back()].next = static_cast<std::uint32_t>(tape_.tokens.size());
        open_.pop_back();
        return true;
    }

    bool hasDistinctKeys() {
        Token& object = tape_.tokens[open_.back()];
        object.next = static_cast<std::uint32_t>(tape_.tokens.size());
        keys_.clear();
        for (const JsonMember member : JsonMembers(JsonValue(tape_, open_.back()))) {
            keys_.push_back(member.key);
        }
        // By length first: most comparisons then touch no bytes.
        std::sort(keys_.begin(), keys_.end(), [](std::string_view a, std::string_view b) {
            return a.size() != b.size() ? a.size() < b.size() : a < b;
        });
        const auto twice = std::adjacent_find(keys_.begin(), keys_.end());
        return twice == keys_.end() || fail(fault(Code::duplicate_key, "a key occurs twice", shortened(*twice)));
    }

    Tape& tape_;
    bool mayHoldNul_;
    std::vector<std::uint32_t> open_;  ///< positions of the containers around what is being read
    std::vector<std::string_view> keys_;
    std::optional<Error> error_;
};

Error wrongType(std::string_view name, std::string_view wanted) {
    return fault(Code::wrong_type, "should be " + std::string(wanted), name);
}

/// A decimal's digits and where its point is: value = digits × 10^exponent.
struct DecimalParts {
    bool isNegative = false;
    std::string digits;
    int exponent = 0;
};

/// Takes apart what the grammar of JSON has accepted as a number.
DecimalParts partsOf(std::string_view text) {
    DecimalParts parts;
    parts.isNegative = text.front() == '-';
    text.remove_prefix(parts.isNegative ? 1 : 0);
    const std::size_t exponentAt = std::min(text.find_first_of("eE"), text.size());
    bool isFraction = false;
    for (const char c : text.substr(0, exponentAt)) {
        if (c == '.') {
            isFraction = true;
            continue;
        }
        parts.exponent -= isFraction ? 1 : 0;
        if (c != '0' || !parts.digits.empty()) {
            parts.digits += c;
        }
    }
    if (exponentAt < text.size()) {
        std::string_view exponent = text.substr(exponentAt + 1);
        exponent.remove_prefix(exponent.front() == '+' ? 1 : 0);
        // An exponent that no int holds leaves 10,000: too great for any number but 0.
        int value = 10'000;
        std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
        parts.exponent += std::clamp(value, -10'000, 10'000);
    }
    while (!parts.digits.empty() && parts.digits.back() == '0') {
        parts.digits.pop_back();
        ++parts.exponent;
    }
    return parts;
}

constexpr int decimalPlaces = 6;
static_assert(limits::decimalScale == 1'000'000);

}  // namespace

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
    for (const JsonMember member : members()) {
        if (member.key == key) {
            return member.value;
        }
    }
    return std::nullopt;
}

Result<JsonValue> JsonReader::read(std::string_view text) {
    if (text.size() > limits::messageBytesMax) {
        return fault(Code::too_large, "text has too many bytes", {}, std::int64_t{limits::messageBytesMax});
    }
    // The library takes a NUL for the end of the text and would not look at what follows it.
    if (text.find('\0') != std::string_view::npos) {
        return fault(Code::bad_encoding, "text holds NUL");
    }
    tape_.tokens.clear();
    tape_.bytes.clear();
    TapeWriter writer(tape_, text.find("\\u0000") != std::string_view::npos);
    try {
        if (nlohmann::json::sax_parse(text.begin(), text.end(), &writer)) {
            return JsonValue(tape_, 0);
        }
    } catch (const nlohmann::json::exception&) {
        return fault(Code::malformed, "not JSON");
    }
    return std::move(writer.error()).value_or(fault(Code::malformed, "not JSON"));
}

Result<JsonMembers> readObject(JsonValue value, std::string_view name) {
    return value.type() == Type::object ? Result(value.members()) : wrongType(name, "an object");
}

Result<JsonItems> readArray(JsonValue value, std::string_view name) {
    return value.type() == Type::array ? Result(value.items()) : wrongType(name, "an array");
}

Result<std::string_view> readText(JsonValue value, std::string_view name) {
    return value.type() == Type::string ? Result(value.text()) : wrongType(name, "a string");
}

Result<bool> readBoolean(JsonValue value, std::string_view name) {
    return value.type() == Type::boolean ? Result(value.boolean()) : wrongType(name, "true or false");
}

Result<std::int64_t> readInteger(JsonValue value, std::string_view name, std::int64_t least, std::int64_t most) {
    const bool isHuge = value.type() == Type::number && value.text().find_first_of(".eE") == std::string_view::npos;
    if (value.type() != Type::integer && !isHuge) {
        return wrongType(name, "an integer");
    }
    const bool isBelow = isHuge ? value.text().front() == '-' : value.integer() < least;
    if (isBelow || isHuge || value.integer() > most) {
        return fault(Code::out_of_range, isBelow ? "number is too small" : "number is too great", name,
                     isBelow ? least : most);
    }
    return value.integer();
}

Result<std::int64_t> readDecimal(JsonValue value, std::string_view name) {
    constexpr std::int64_t most = limits::decimalUnitsMax * limits::decimalScale;
    if (value.type() == Type::integer) {
        ZX_ASSIGN(const std::int64_t units,
                  readInteger(value, name, -limits::decimalUnitsMax, limits::decimalUnitsMax));
        return units * limits::decimalScale;
    }
    if (value.type() != Type::number) {
        return wrongType(name, "a number");
    }
    const DecimalParts parts = partsOf(value.text());
    if (parts.digits.empty()) {
        return std::int64_t{0};
    }
    const int zeros = parts.exponent + decimalPlaces;
    if (zeros < 0) {
        return fault(Code::out_of_range, "number has too many decimal places", name, decimalPlaces);
    }
    std::int64_t scaled = 0;
    for (int i = 0; i < static_cast<int>(parts.digits.size()) + zeros; ++i) {
        const auto at = static_cast<std::size_t>(i);
        scaled = scaled * 10 + (at < parts.digits.size() ? parts.digits[at] - '0' : 0);
        if (scaled > most) {
            return fault(Code::out_of_range, "number is too great", name, limits::decimalUnitsMax);
        }
    }
    return parts.isNegative ? -scaled : scaled;
}

Result<Id> readId(JsonValue value, std::string_view name) {
    ZX_ASSIGN(const std::string_view text, readText(value, name));
    const auto id = Id::parse(text);
    return id.has_value() ? Result(*id) : fault(Code::bad_reference, "should be a UUID", name);
}

Error unknownKey(std::string_view key) { return fault(Code::unknown_field, "no such key", shortened(key)); }

}  // namespace zhixing

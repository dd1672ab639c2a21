#include "shared/model/json_reader.h"

#include <algorithm>
#include <charconv>

#include "shared/base/limits.h"

namespace zhixing {
namespace {

using json::Type;

Error fault(Code code, std::string_view message, std::string_view field = {}, std::optional<std::int64_t> limit = {}) {
    return Error{code, std::string(message), std::string(field), limit};
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

Error wrongType(std::string_view name, std::string_view wanted) {
    return fault(Code::wrong_type, "should be " + std::string(wanted), name);
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
    ZX_TRY(json::lay(text, tape_));
    return JsonValue(tape_, 0);
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

Error unknownKey(std::string_view key) { return fault(Code::unknown_field, "no such key", json::shortened(key)); }

}  // namespace zhixing

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/model/json_tape.h"

/// Reading JSON that comes from outside. One pass checks everything that can be wrong with JSON in itself (grammar, UTF-8,
/// no NUL, no key twice; depth, members, items, string and message sizes of limits.h) and leaves a flat list of tokens.
/// What the text *means* is then asked in whatever order suits the reader:
///
///     JsonReader reader;
///     ZX_ASSIGN(const JsonValue line, reader.read(text));
///     ZX_ASSIGN(const JsonMembers members, readObject(line, "operation"));
///     for (const JsonMember member : members) {
///         if (member.key == "n") {
///             ZX_ASSIGN(counter, readInteger(member.value, member.key, 1, limits::integerMax));
///         } else {
///             return unknownKey(member.key);
///         }
///     }
///
/// A key on which the meaning of others depends is found first: `line.find("type")`.
namespace zhixing {

class JsonItems;
class JsonMembers;

/// A value in a text that was read: as cheap to pass as a pointer, valid until its JsonReader reads again.
/// Ask it only for what its type() has; readInteger() and the like below check that and answer with an Error.
class JsonValue {
public:
    JsonValue(const json::Tape& tape, std::size_t position) : tape_(&tape), position_(position) {}

    [[nodiscard]] json::Type type() const { return token().type; }
    [[nodiscard]] bool isNull() const { return type() == json::Type::null; }
    [[nodiscard]] bool boolean() const { return token().number != 0; }
    [[nodiscard]] std::int64_t integer() const { return token().number; }
    /// The content of a string; the characters of a `number`, which is any that no int64 holds.
    [[nodiscard]] std::string_view text() const {
        return {tape_->bytes.data() + static_cast<std::size_t>(token().number), token().size};
    }
    /// How many items or members.
    [[nodiscard]] std::size_t size() const { return token().size; }
    [[nodiscard]] JsonItems items() const;
    [[nodiscard]] JsonMembers members() const;
    /// The member of an object that has this key.
    [[nodiscard]] std::optional<JsonValue> find(std::string_view key) const;

    [[nodiscard]] JsonValue first() const { return {*tape_, position_ + 1}; }  ///< what follows in the text
    [[nodiscard]] JsonValue next() const { return {*tape_, token().next}; }    ///< what follows its content
    friend bool operator==(const JsonValue&, const JsonValue&) = default;

private:
    [[nodiscard]] const json::Token& token() const { return tape_->tokens[position_]; }

    const json::Tape* tape_;
    std::size_t position_;
};

/// The values of an array, in order.
class JsonItems {
public:
    explicit JsonItems(JsonValue array) : array_(array) {}

    class Iterator {
    public:
        explicit Iterator(JsonValue at) : at_(at) {}
        JsonValue operator*() const { return at_; }
        Iterator& operator++() {
            at_ = at_.next();
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        JsonValue at_;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(array_.first()); }
    [[nodiscard]] Iterator end() const { return Iterator(array_.next()); }
    [[nodiscard]] std::size_t size() const { return array_.size(); }

private:
    JsonValue array_;
};

struct JsonMember {
    std::string_view key;
    JsonValue value;
};

/// The members of an object, in the order of the text.
class JsonMembers {
public:
    explicit JsonMembers(JsonValue object) : object_(object) {}

    class Iterator {
    public:
        explicit Iterator(JsonValue key) : key_(key) {}
        JsonMember operator*() const { return {key_.text(), key_.next()}; }
        Iterator& operator++() {
            key_ = key_.next().next();
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        JsonValue key_;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(object_.first()); }
    [[nodiscard]] Iterator end() const { return Iterator(object_.next()); }
    [[nodiscard]] std::size_t size() const { return object_.size(); }

private:
    JsonValue object_;
};

inline JsonItems JsonValue::items() const { return JsonItems(*this); }
inline JsonMembers JsonValue::members() const { return JsonMembers(*this); }

/// Reads one text after the other, keeping its memory. Whoever reads many lines keeps one; it is used by one thread.
class JsonReader {
public:
    /// Errors: malformed, bad_encoding, duplicate_key, too_deep, too_large, too_long, too_many, out_of_range.
    [[nodiscard]] Result<JsonValue> read(std::string_view text);

private:
    json::Tape tape_;
};

/// What is wanted of a value called `name`, or `wrong_type` and the like about that name.
[[nodiscard]] Result<JsonMembers> readObject(JsonValue value, std::string_view name);
[[nodiscard]] Result<JsonItems> readArray(JsonValue value, std::string_view name);
[[nodiscard]] Result<std::string_view> readText(JsonValue value, std::string_view name);
[[nodiscard]] Result<bool> readBoolean(JsonValue value, std::string_view name);
/// `1.0` and `1e3` are no integers: money has one way of being written.
[[nodiscard]] Result<std::int64_t> readInteger(JsonValue value, std::string_view name, std::int64_t least,
                                               std::int64_t most);
/// A number scaled by limits::decimalScale, exactly; a seventh decimal place is `out_of_range`.
[[nodiscard]] Result<std::int64_t> readDecimal(JsonValue value, std::string_view name);
[[nodiscard]] Result<Id> readId(JsonValue value, std::string_view name);
[[nodiscard]] Error unknownKey(std::string_view key);

}  // namespace zhixing

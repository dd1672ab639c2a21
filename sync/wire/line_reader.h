#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/limits.h"
#include "shared/model/json_reader.h"

namespace zhixing::sync {

/// The keys of one line, asked for by name in whatever order suits; what was never asked for is unknown (nothingElse()).
/// As cheap to make as a pointer, and valid as long as the JsonValue is. Names are literals: they are remembered by address.
class LineReader {
public:
    [[nodiscard]] static Result<LineReader> of(JsonValue line);

    [[nodiscard]] std::optional<JsonValue> find(std::string_view key);
    /// `required` when it is missing.
    [[nodiscard]] Result<JsonValue> need(std::string_view key);

    [[nodiscard]] Result<std::string_view> text(std::string_view key);
    [[nodiscard]] Result<std::string> string(std::string_view key);
    [[nodiscard]] Result<bool> flag(std::string_view key);
    [[nodiscard]] Result<Id> id(std::string_view key);
    [[nodiscard]] Result<std::int64_t> number(std::string_view key, std::int64_t least = 0,
                                              std::int64_t most = limits::integerMax);

    /// `unknown_field` when the line has a key that was not asked for.
    [[nodiscard]] Result<void> nothingElse() const;

private:
    static constexpr std::size_t keysMax = 16;

    explicit LineReader(JsonValue line) : line_(line) {}

    JsonValue line_;
    std::array<std::string_view, keysMax> asked_;
    std::size_t askedCount_ = 0;
    std::size_t foundCount_ = 0;
};

/// Both values of an array of two; `wrong_type` when it is something else.
[[nodiscard]] Result<std::pair<JsonValue, JsonValue>> readPair(JsonValue value, std::string_view key);

/// What a key's word means, by one of the `…FromWord` functions; `not_an_option` when it means nothing.
template <typename T>
[[nodiscard]] Result<T> meaningOf(JsonValue value, std::string_view key,
                                  std::optional<T> (*fromWord)(std::string_view)) {
    ZX_ASSIGN(const std::string_view word, readText(value, key));
    if (const std::optional<T> meaning = fromWord(word)) return *meaning;
    return Error{Code::not_an_option, "no such word", std::string(key), {}};
}

/// The lines of a message, one after the other. An empty line is a line: it is for JSON to say that it is none.
class MessageLines {
public:
    explicit MessageLines(std::string_view message) : rest_(message) {}

    [[nodiscard]] std::optional<std::string_view> next() {
        if (!rest_) return std::nullopt;
        const std::size_t end = rest_->find('\n');
        const std::string_view line = rest_->substr(0, end);
        if (end == std::string_view::npos) {
            rest_.reset();
        } else {
            rest_->remove_prefix(end + 1);
        }
        return line;
    }

    /// For messages that have no more lines than their first.
    [[nodiscard]] Result<void> nothingElse() const;

private:
    std::optional<std::string_view> rest_;
};

[[nodiscard]] Result<void> checkSize(std::string_view bytes, std::size_t most);
[[nodiscard]] Error unknownMessage();
[[nodiscard]] Error tooMany(std::string_view what, std::size_t most);

}  // namespace zhixing::sync

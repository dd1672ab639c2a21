#include "sync/wire/line_reader.h"

#include <algorithm>
#include <cassert>

namespace zhixing::sync {

Result<LineReader> LineReader::of(JsonValue line) {
    ZX_TRY(readObject(line, {}));
    return LineReader(line);
}

std::optional<JsonValue> LineReader::find(std::string_view key) {
    assert(askedCount_ < keysMax);
    asked_[askedCount_++] = key;
    const std::optional<JsonValue> value = line_.find(key);
    if (value) ++foundCount_;
    return value;
}

Result<JsonValue> LineReader::need(std::string_view key) {
    const std::optional<JsonValue> value = find(key);
    if (value) return *value;
    return Error{Code::required, "a key is missing", std::string(key), {}};
}

Result<std::string_view> LineReader::text(std::string_view key) {
    ZX_ASSIGN(const JsonValue value, need(key));
    return readText(value, key);
}

Result<std::string> LineReader::string(std::string_view key) {
    ZX_ASSIGN(const std::string_view value, text(key));
    return std::string(value);
}

Result<bool> LineReader::flag(std::string_view key) {
    ZX_ASSIGN(const JsonValue value, need(key));
    return readBoolean(value, key);
}

Result<Id> LineReader::id(std::string_view key) {
    ZX_ASSIGN(const JsonValue value, need(key));
    return readId(value, key);
}

Result<std::int64_t> LineReader::number(std::string_view key, std::int64_t least, std::int64_t most) {
    ZX_ASSIGN(const JsonValue value, need(key));
    return readInteger(value, key, least, most);
}

Result<void> LineReader::nothingElse() const {
    if (foundCount_ == line_.size()) return {};
    const auto asked = std::span(asked_).first(askedCount_);
    for (const JsonMember member : line_.members()) {
        if (std::ranges::find(asked, member.key) == asked.end()) return unknownKey(member.key);
    }
    return {};
}

Result<void> MessageLines::nothingElse() const {
    if (!rest_) return {};
    return Error{Code::too_many, "this message has one line", {}, 1};
}

Result<void> checkSize(std::string_view bytes, std::size_t most) {
    if (bytes.size() <= most) return {};
    return Error{Code::too_large, "too many bytes", {}, static_cast<std::int64_t>(most)};
}

Error unknownMessage() { return {Code::unknown_type, "no such message", "t", {}}; }

Error tooMany(std::string_view what, std::size_t most) {
    return {Code::too_many, "too many " + std::string(what), {}, static_cast<std::int64_t>(most)};
}

Result<std::pair<JsonValue, JsonValue>> readPair(JsonValue value, std::string_view key) {
    ZX_ASSIGN(const JsonItems items, readArray(value, key));
    if (items.size() != 2) return Error{Code::wrong_type, "should be a pair", std::string(key), {}};
    auto part = items.begin();
    const JsonValue first = *part;
    return std::pair(first, *++part);
}

}  // namespace zhixing::sync

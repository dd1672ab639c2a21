#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/model/document.h"

namespace zhixing::sync {

inline void appendId(std::string& out, const Id& id) {
    char text[36];
    id.writeText(text);
    out += '"';
    out.append(text, sizeof text);
    out += '"';
}

/// Appends an object, without white space, to a string that its maker owns:
/// `LineWriter(out).word("t", "push").number("acked", 41).end();`. An object within an object is another writer on the
/// same string after key(). Words and keys are ours and need no escaping; texts are somebody's.
class LineWriter {
public:
    explicit LineWriter(std::string& out) : out_(out) {}

    LineWriter& key(std::string_view name) {
        out_ += isFirst_ ? "{\"" : ",\"";
        isFirst_ = false;
        out_ += name;
        out_ += "\":";
        return *this;
    }
    LineWriter& word(std::string_view name, std::string_view value) {
        key(name);
        out_ += '"';
        out_ += value;
        out_ += '"';
        return *this;
    }
    LineWriter& text(std::string_view name, std::string_view value) {
        key(name);
        appendJsonString(out_, value);
        return *this;
    }
    LineWriter& number(std::string_view name, std::int64_t value) {
        char digits[24];
        const char* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        key(name);
        out_ += std::string_view(digits, end);
        return *this;
    }
    LineWriter& flag(std::string_view name, std::same_as<bool> auto value) {
        key(name);
        out_ += value ? "true" : "false";
        return *this;
    }
    LineWriter& id(std::string_view name, const Id& value) {
        key(name);
        appendId(out_, value);
        return *this;
    }
    void end() { out_ += isFirst_ ? "{}" : "}"; }

private:
    std::string& out_;
    bool isFirst_ = true;
};

}  // namespace zhixing::sync

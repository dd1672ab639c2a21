#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "shared/base/hex_digits.h"
#include "shared/base/time.h"
#include "shared/model/json_reader.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/names.h"
#include "sync/wire/packed_form.h"
#include "sync/wire/packing.h"

namespace zhixing::sync {
namespace {

namespace form = packed_form;

class Packing {
public:
    explicit Packing(const SharedNames& names) : names_(names.catalog), minor_(names.minor) {}

    void line(JsonValue root) {
        type_ = nullptr;
        value(root, nullptr);
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void byte(std::uint64_t value) { out_ += static_cast<char>(static_cast<std::uint8_t>(value)); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) byte(value | 0x80);
        byte(value);
    }
    /// A count in the first byte, or behind it.
    void counted(std::uint8_t brief, std::size_t briefMax, std::uint8_t detailed, std::size_t count) {
        if (count < briefMax) return byte(brief + count);
        byte(detailed);
        varint(count - briefMax);
    }

    /// `field` is the one that the value belongs to, when it is known.
    void value(JsonValue json, const Field* field) {
        switch (json.type()) {
            case json::Type::null:
                return byte(form::null);
            case json::Type::boolean:
                return byte(json.boolean() ? form::yes : form::no);
            case json::Type::integer:
                return integer(json.integer());
            case json::Type::number:
                return number(json.text());
            case json::Type::string:
                return string(json.text(), field);
            case json::Type::array:
                counted(form::array, form::containerInline, form::arrayLong, json.size());
                for (const JsonValue item : json.items()) value(item, nullptr);
                return;
            case json::Type::object:
                counted(form::object, form::containerInline, form::objectLong, json.size());
                for (const JsonMember one : json.members()) member(one);
                return;
        }
    }

    void member(const JsonMember& one) {
        value(one.value, key(one.key));
        if (one.key == "type" && one.value.type() == json::Type::string && names_ != nullptr) {
            if (const RecordType* named = names_->find(one.value.text())) type_ = named;
        }
    }

    /// The field of the line's type that has this name.
    const Field* key(std::string_view name) {
        const auto position = type_ != nullptr ? type_->find(name) : std::nullopt;
        const Field* field = position ? &type_->fields[*position] : nullptr;
        if (const auto word = protocolWordNumber(name, minor_)) {
            byte(form::protocolKey + std::uint64_t{*word});
        } else if (field != nullptr && field->id <= form::fieldKeyMax) {
            byte(field->id);
        } else {
            byte(form::stringKey);
            plainString(name);
        }
        return field;
    }

    void integer(std::int64_t value) {
        if (value < 0) {
            byte(form::negative);
            return varint(static_cast<std::uint64_t>(-1 - value));
        }
        counted(form::integer, form::integerInline, form::integerLong, static_cast<std::size_t>(value));
    }

    void number(std::string_view text) {
        const std::size_t point = text.find('.');
        const std::size_t places = point == std::string_view::npos ? 0 : text.size() - point - 1;
        if (places >= 1 && places <= 9 && text.size() <= 18) {
            std::string digits(text.substr(0, point));
            digits += text.substr(point + 1);
            std::int64_t whole = 0;
            const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
            const bool isNegative = text.front() == '-';
            if (failed == std::errc() && end == digits.data() + digits.size() && !(isNegative && whole == 0)) {
                byte(form::decimal);
                byte(places);
                return varint((static_cast<std::uint64_t>(whole) << 1) ^ (isNegative ? ~std::uint64_t{0} : 0));
            }
        }
        byte(form::number);
        varint(text.size());
        out_ += text;
    }

    void string(std::string_view text, const Field* field) {
        if (field != nullptr) {
            const auto found = std::ranges::find(field->options, text);
            const auto position = static_cast<std::size_t>(found - field->options.begin());
            if (found != field->options.end() && position < form::optionInline) return byte(form::option + position);
        }
        if (const auto word = protocolWordNumber(text, minor_)) {
            byte(form::protocolWord);
            return byte(*word);
        }
        if (const RecordType* named = names_ != nullptr ? names_->find(text) : nullptr) {
            byte(form::typeName);
            return varint(named->id);
        }
        if (text.size() == 10 && text[0] != '-') {
            if (const auto day = Date::parse(text); day && day->days >= 0) {
                byte(form::date);
                return varint(static_cast<std::uint64_t>(day->days));
            }
        }
        plainString(text);
    }

    void plainString(std::string_view text) {
        if (text.size() >= form::earlierBytesMin) {
            const auto [place, isNew] = strings_.emplace(std::string(text), strings_.size());
            if (!isNew) {
                byte(form::earlier);
                return varint(place->second);
            }
            if (asId(text) || asHexadecimal(text)) return;
        }
        counted(form::string, form::stringInline, form::stringLong, text.size());
        out_ += text;
    }

    bool asId(std::string_view text) {
        if (text.size() != 36) return false;
        const auto id = Id::parse(text);
        if (!id || id->text() != text) return false;  // written in capitals
        byte(form::id);
        out_.append(reinterpret_cast<const char*>(id->bytes().data()), id->bytes().size());
        return true;
    }

    bool asHexadecimal(std::string_view text) {
        const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        if (text.size() < form::hexDigitsMin || text.size() % 2 != 0 || !std::ranges::all_of(text, isDigit))
            return false;
        byte(form::hexadecimal);
        varint(text.size() / 2);
        for (std::size_t i = 0; i < text.size(); i += 2) {
            std::uint8_t both = 0;
            (void)hex::readByte(text.data() + i, both);
            byte(both);
        }
        return true;
    }

    const Catalog* names_;
    int minor_;
    const RecordType* type_ = nullptr;  // of the line, once it was named
    std::unordered_map<std::string, std::size_t> strings_;
    std::string out_;
};

}  // namespace

Result<std::string> packLines(const SharedNames& names, std::string_view message) {
    ZX_TRY(checkSize(message, limits::messageBytesMax));
    Packing packing(names);
    JsonReader reader;
    MessageLines lines(message);
    while (const auto line = lines.next()) {
        ZX_ASSIGN(const JsonValue root, reader.read(*line));
        packing.line(root);
    }
    return packing.take();
}

}  // namespace zhixing::sync

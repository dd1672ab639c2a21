#include "shared/model/document.h"

#include <array>
#include <cassert>
#include <charconv>

#include "shared/base/limits.h"
#include "shared/base/time.h"
#include "shared/model/json_values.h"

namespace zhixing {
namespace {

void appendInteger(std::string& out, std::int64_t number) {
    std::array<char, 24> digits;
    char* begin = digits.data();
    out.append(begin, std::to_chars(begin, begin + digits.size(), number).ptr);
}

/// As few decimal places as say the same: `1.5`, `-0.000001`, `3`.
void appendDecimal(std::string& out, std::int64_t scaled) {
    constexpr std::size_t places = 6;
    static_assert(limits::decimalScale == 1'000'000);
    if (scaled < 0) {
        out += '-';
    }
    const std::uint64_t size = scaled < 0 ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
    appendInteger(out, static_cast<std::int64_t>(size / limits::decimalScale));
    std::uint64_t fraction = size % limits::decimalScale;
    if (fraction == 0) {
        return;
    }
    std::array<char, places + 1> digits;
    digits[0] = '.';
    for (std::size_t i = places; i > 0; --i) {
        digits[i] = static_cast<char>('0' + fraction % 10);
        fraction /= 10;
    }
    std::string_view written(digits.data(), digits.size());
    out += written.substr(0, written.find_last_not_of('0') + 1);
}

void appendId(std::string& out, const Id& id) {
    std::array<char, 36> text;
    id.writeText(text.data());
    out += '"';
    out.append(text.data(), text.size());
    out += '"';
}

/// Appends `[a,b,…]`, each item written by `appendItem`.
template <typename Items, typename Append>
void appendArray(std::string& out, const Items& items, Append appendItem) {
    out += '[';
    bool isFirst = true;
    for (const auto& item : items) {
        if (!isFirst) {
            out += ',';
        }
        isFirst = false;
        appendItem(item);
    }
    out += ']';
}

void appendPlace(std::string& out, const Place& place) {
    out += '[';
    appendDecimal(out, place.latitudeMicro);
    out += ',';
    appendDecimal(out, place.longitudeMicro);
    out += ',';
    appendInteger(out, place.accuracyMetres);
    out += ']';
}

void appendAnswers(std::string& out, const Entries& entries) {
    out += '{';
    bool isFirst = true;
    for (const Entry& entry : entries) {
        if (!isFirst) {
            out += ',';
        }
        isFirst = false;
        appendJsonString(out, entry.key);
        out += ':';
        appendJsonString(out, entry.value);
    }
    out += '}';
}

void appendChecklist(std::string& out, const Entries& entries) {
    appendArray(out, entries, [&](const Entry& entry) {
        out += '[';
        appendJsonString(out, entry.key);
        out += entry.value.empty() ? ",false]" : ",true]";
    });
}

/// Field names are ours and need no escaping.
void appendKey(std::string& out, std::string_view name) {
    out += '"';
    out += name;
    out += "\":";
}

void appendMembers(std::string& out, const RecordType& type, const Fields& fields, bool isFirst) {
    assert(fields.size() == type.fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!isSet(fields[i])) {
            continue;
        }
        if (!isFirst) {
            out += ',';
        }
        isFirst = false;
        appendKey(out, type.fields[i].name);
        appendJson(out, type.fields[i].kind, fields[i]);
    }
}

bool needsEscape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void appendEscaped(std::string& out, char c) {
    switch (c) {
        case '"':
        case '\\':
            out += '\\';
            out += c;
            return;
        case '\b':
            out += "\\b";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            constexpr std::string_view digits = "0123456789abcdef";
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 0x0fU];
    }
}

}  // namespace

void appendJsonString(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plainFrom = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (needsEscape(text[i])) {
            out += text.substr(plainFrom, i - plainFrom);
            appendEscaped(out, text[i]);
            plainFrom = i + 1;
        }
    }
    out += text.substr(plainFrom);
    out += '"';
}

void appendJson(std::string& out, Kind kind, const Value& value) {
    assert(holds(value, kind));
    if (!isSet(value)) {
        out += "null";
        return;
    }
    switch (kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            return appendJsonString(out, std::get<std::string>(value));
        case Kind::integer:
        case Kind::money:
        case Kind::instant:
        case Kind::counter:
        case Kind::rating:
            return appendInteger(out, std::get<std::int64_t>(value));
        case Kind::decimal:
            return appendDecimal(out, std::get<std::int64_t>(value));
        case Kind::date:
            return appendJsonString(out, Date{std::get<std::int64_t>(value)}.text());
        case Kind::boolean:
            out += std::get<bool>(value) ? "true" : "false";
            return;
        case Kind::reference:
            return appendId(out, std::get<Id>(value));
        case Kind::references:
            return appendArray(out, std::get<IdSet>(value), [&](const Id& id) { appendId(out, id); });
        case Kind::tags:
            return appendArray(out, std::get<TagSet>(value), [&](const auto& tag) { appendJsonString(out, tag); });
        case Kind::place:
            return appendPlace(out, std::get<Place>(value));
        case Kind::answers:
            return appendAnswers(out, std::get<Entries>(value));
        case Kind::checklist:
            return appendChecklist(out, std::get<Entries>(value));
    }
}

void appendFields(std::string& out, const RecordType& type, const Fields& fields) {
    out += '{';
    appendMembers(out, type, fields, true);
    out += '}';
}

void appendFieldValues(std::string& out, const RecordType& type, std::span<const FieldValue> values) {
    out += '{';
    bool isFirst = true;
    for (const FieldValue& changed : values) {
        assert(changed.field < type.fields.size());
        if (!isFirst) {
            out += ',';
        }
        isFirst = false;
        appendKey(out, type.fields[changed.field].name);
        appendJson(out, type.fields[changed.field].kind, changed.value);
    }
    out += '}';
}

Result<std::vector<FieldValue>> parseFieldValues(const RecordType& type, std::string_view json) {
    JsonReader reader;
    ZX_ASSIGN(const JsonValue root, reader.read(json));
    return readFieldValues(type, root);
}

Result<Fields> parseFields(const RecordType& type, std::string_view json) {
    ZX_ASSIGN(std::vector<FieldValue> values, parseFieldValues(type, json));
    Fields fields(type.fields.size());
    for (FieldValue& named : values) {
        fields[named.field] = std::move(named.value);
    }
    return fields;
}

Result<Value> parseJsonValue(const Field& field, std::string_view json) {
    JsonReader reader;
    ZX_ASSIGN(const JsonValue root, reader.read(json));
    return readValue(field, root);
}

Result<DocumentLine> parseDocumentLine(const Catalog& catalog, const RecordType* assumed, std::string_view json) {
    JsonReader reader;
    ZX_ASSIGN(const JsonValue root, reader.read(json));
    return readDocumentLine(catalog, assumed, root);
}

std::string canonicalLine(const Record& record) {
    std::string out;
    out.reserve(1024);
    out += "{\"type\":\"";
    out += record.type->name;
    out += "\",\"id\":";
    appendId(out, record.id);
    out += ",\"place\":";
    appendId(out, record.place);
    out += ",\"audience\":\"";
    out += word(record.audience);
    out += "\",\"version\":";
    appendInteger(out, record.version);
    appendMembers(out, *record.type, record.fields, false);
    out += '}';
    return out;
}

}  // namespace zhixing

#include "shared/model/json_values.h"

#include <algorithm>
#include <limits>

#include "shared/base/limits.h"
#include "shared/base/time.h"

namespace zhixing {
namespace {

using json::Type;

Error fault(Code code, std::string_view message, std::string_view field) {
    return Error{code, std::string(message), std::string(field), {}};
}

Result<Value> readDate(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const std::string_view text, readText(json, name));
    const auto date = Date::parse(text);
    return date.has_value() ? Result(Value(date->days)) : fault(Code::wrong_type, "should be YYYY-MM-DD", name);
}

template <typename T>
void makeSet(std::vector<T>& members) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
}

Result<Value> readReferences(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const JsonItems items, readArray(json, name));
    IdSet ids;
    ids.reserve(items.size());
    for (const JsonValue item : items) {
        ZX_ASSIGN(const Id id, readId(item, name));
        ids.push_back(id);
    }
    makeSet(ids);
    return Value(std::move(ids));
}

Result<Value> readTags(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const JsonItems items, readArray(json, name));
    TagSet tags;
    tags.reserve(items.size());
    for (const JsonValue item : items) {
        ZX_ASSIGN(const std::string_view tag, readText(item, name));
        tags.emplace_back(tag);
    }
    makeSet(tags);
    return Value(std::move(tags));
}

/// Degrees have six places like every decimal, so that the scaled number is the micro-degrees.
Result<std::int32_t> readMicroDegrees(JsonValue json, std::string_view name) {
    constexpr std::int64_t most = 180 * limits::decimalScale;
    ZX_ASSIGN(const std::int64_t scaled, readDecimal(json, name));
    if (scaled < -most || scaled > most) {
        return fault(Code::out_of_range, "no such angle", name);
    }
    return static_cast<std::int32_t>(scaled);
}

Result<Value> readPlace(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const JsonItems items, readArray(json, name));
    if (items.size() != 3) {
        return fault(Code::wrong_type, "should be [latitude, longitude, accuracy]", name);
    }
    auto item = items.begin();
    Place place;
    ZX_ASSIGN(place.latitudeMicro, readMicroDegrees(*item, name));
    ZX_ASSIGN(place.longitudeMicro, readMicroDegrees(*++item, name));
    ZX_ASSIGN(const std::int64_t accuracy, readInteger(*++item, name, 0, std::numeric_limits<std::int32_t>::max()));
    place.accuracyMetres = static_cast<std::int32_t>(accuracy);
    return Value(place);
}

Result<Value> readAnswers(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const JsonMembers members, readObject(json, name));
    Entries entries;
    entries.reserve(members.size());
    for (const JsonMember member : members) {
        ZX_ASSIGN(const std::string_view answer, readText(member.value, name));
        entries.push_back({std::string(member.key), std::string(answer)});
    }
    return Value(std::move(entries));
}

Result<Entry> readChecklistItem(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const JsonItems pair, readArray(json, name));
    if (pair.size() != 2) {
        return fault(Code::wrong_type, "should be [item, done]", name);
    }
    auto part = pair.begin();
    ZX_ASSIGN(const std::string_view item, readText(*part, name));
    ZX_ASSIGN(const bool isDone, readBoolean(*++part, name));
    return Entry{std::string(item), isDone ? "done" : ""};
}

/// An item twice would be two states of one thing.
bool hasKeyTwice(const Entries& entries) {
    std::vector<std::string_view> keys;
    keys.reserve(entries.size());
    for (const Entry& entry : entries) {
        keys.push_back(entry.key);
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

Result<Value> readChecklist(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const JsonItems items, readArray(json, name));
    Entries entries;
    entries.reserve(items.size());
    for (const JsonValue item : items) {
        ZX_ASSIGN(Entry entry, readChecklistItem(item, name));
        entries.push_back(std::move(entry));
    }
    if (hasKeyTwice(entries)) {
        return fault(Code::duplicate_key, "an item occurs twice", name);
    }
    return Value(std::move(entries));
}

template <typename T>
Result<Value> asValue(Result<T> read) {
    if (!read.ok()) {
        return std::move(read).error();
    }
    return Value(T(std::move(read).value()));
}

/// The keys that stand before the fields on a canonical line.
bool isEnvelopeKey(std::string_view key) {
    return key == "type" || key == "id" || key == "place" || key == "audience" || key == "version";
}

/// Finds fields by name, trying first the one after the last found: what we write is in catalog order.
class FieldFinder {
public:
    explicit FieldFinder(const RecordType& type) : type_(type) {}

    Result<std::uint16_t> find(std::string_view name) {
        const auto& fields = type_.fields;
        if (next_ >= fields.size() || fields[next_].name != name) {
            const auto position = type_.find(name);
            if (!position.has_value()) {
                return unknownKey(name);
            }
            next_ = *position;
        }
        return static_cast<std::uint16_t>(next_++);
    }

private:
    const RecordType& type_;
    std::size_t next_ = 0;
};

}  // namespace

Result<Value> readValue(const Field& field, JsonValue json) {
    if (json.isNull()) {
        return Value();
    }
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option: {
            ZX_ASSIGN(const std::string_view text, readText(json, field.name));
            return Value(std::string(text));
        }
        case Kind::integer:
        case Kind::money:
        case Kind::instant:
        case Kind::counter:
        case Kind::rating:
            return asValue(readInteger(json, field.name, -limits::integerMax, limits::integerMax));
        case Kind::decimal:
            return asValue(readDecimal(json, field.name));
        case Kind::date:
            return readDate(json, field.name);
        case Kind::boolean:
            return asValue(readBoolean(json, field.name));
        case Kind::reference:
            return asValue(readId(json, field.name));
        case Kind::references:
            return readReferences(json, field.name);
        case Kind::tags:
            return readTags(json, field.name);
        case Kind::place:
            return readPlace(json, field.name);
        case Kind::answers:
            return readAnswers(json, field.name);
        case Kind::checklist:
            return readChecklist(json, field.name);
    }
    return fault(Code::internal, "no such kind", field.name);
}

Result<std::vector<FieldValue>> readFieldValues(const RecordType& type, JsonValue json) {
    ZX_ASSIGN(const JsonMembers members, readObject(json, {}));
    std::vector<FieldValue> values;
    values.reserve(members.size());
    FieldFinder finder(type);
    for (const JsonMember member : members) {
        ZX_ASSIGN(const std::uint16_t position, finder.find(member.key));
        ZX_ASSIGN(Value value, readValue(type.fields[position], member.value));
        values.push_back({position, std::move(value)});
    }
    return values;
}

Result<const RecordType*> readType(const Catalog& catalog, JsonValue object) {
    const auto named = object.find("type");
    if (!named.has_value()) {
        return fault(Code::required, "names no type", "type");
    }
    ZX_ASSIGN(const std::string_view name, readText(*named, "type"));
    const RecordType* type = catalog.find(name);
    return type != nullptr ? Result(type) : fault(Code::unknown_type, "no such type", "type");
}

Result<Audience> readAudience(JsonValue json, std::string_view name) {
    ZX_ASSIGN(const std::string_view text, readText(json, name));
    const auto audience = audienceFromWord(text);
    return audience.has_value() ? Result(*audience) : fault(Code::not_an_option, "no such audience", name);
}

Result<KnownPart> readKnownPart(const Catalog& catalog, JsonValue line) {
    ZX_ASSIGN(const JsonMembers members, readObject(line, {}));
    KnownPart part;
    Record& record = part.record;
    if (auto type = readType(catalog, line); type.ok()) {
        record.type = *type;
        record.fields.resize(record.type->fields.size());
    } else if (type.error().code == Code::unknown_type) {
        part.unknown = std::move(type).error();
    } else {
        return std::move(type).error();
    }
    const RecordType nothing;
    FieldFinder finder(record.type != nullptr ? *record.type : nothing);
    std::size_t envelopeKeys = 0;
    for (const auto& [key, value] : members) {
        envelopeKeys += isEnvelopeKey(key) ? 1 : 0;
        if (key == "type") {
            continue;
        }
        if (key == "id") {
            ZX_ASSIGN(record.id, readId(value, key));
        } else if (key == "place") {
            ZX_ASSIGN(record.place, readId(value, key));
        } else if (key == "audience") {
            ZX_ASSIGN(record.audience, readAudience(value, key));
        } else if (key == "version") {
            ZX_ASSIGN(record.version, readInteger(value, key, 0, limits::integerMax));
        } else if (auto position = finder.find(key); position.ok()) {
            ZX_ASSIGN(record.fields[*position], readValue(record.type->fields[*position], value));
        } else if (!part.unknown) {
            part.unknown = std::move(position).error();
        }
    }
    if (envelopeKeys != 5) {
        return fault(Code::required, "a record's line names type, id, place, audience and version", {});
    }
    return part;
}

Result<Record> readRecord(const Catalog& catalog, JsonValue line) {
    ZX_ASSIGN(KnownPart part, readKnownPart(catalog, line));
    if (part.unknown) return std::move(*part.unknown);
    return std::move(part.record);
}

Result<DocumentLine> readDocumentLine(const Catalog& catalog, const RecordType* assumed, JsonValue root) {
    ZX_ASSIGN(const JsonMembers members, readObject(root, {}));
    DocumentLine line;
    const RecordType* type = assumed;
    if (assumed == nullptr || root.find("type").has_value()) {
        ZX_ASSIGN(type, readType(catalog, root));
        line.type = type;
    }
    FieldFinder finder(*type);
    for (const auto& [key, value] : members) {
        if (key == "type" || key == "version") {
            continue;
        }
        if (key == "id") {
            ZX_ASSIGN(line.id, readId(value, key));
        } else if (key == "place") {
            ZX_ASSIGN(line.place, readId(value, key));
        } else if (key == "audience") {
            ZX_ASSIGN(line.audience, readAudience(value, key));
        } else {
            ZX_ASSIGN(const std::uint16_t position, finder.find(key));
            ZX_ASSIGN(Value read, readValue(type->fields[position], value));
            line.values.push_back({position, std::move(read)});
        }
    }
    return line;
}

}  // namespace zhixing

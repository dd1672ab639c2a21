#include <algorithm>
#include <charconv>

#include "shared/model/json_values.h"
#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"
#include "sync/wire/words.h"

/// One operation as a line. The same bytes lie in the outbox, travel in a push and are read by the authority.
namespace zhixing::sync {
namespace {

/// The object of all changes' new values, or of the values they replace; a base that was unset is left out.
void writeValues(LineWriter& line, std::string& out, std::string_view key, const RecordType& type,
                 const std::vector<FieldChange>& changes, Value FieldChange::*which) {
    const auto isWritten = [which](const FieldChange& change) {
        return which == &FieldChange::value || isSet(change.*which);
    };
    if (std::ranges::none_of(changes, isWritten)) return;
    line.key(key);
    LineWriter values(out);
    for (const FieldChange& change : changes) {
        if (!isWritten(change)) continue;
        const Field& field = type.fields[change.field];
        values.key(field.name);
        appendJson(out, field.kind, change.*which);
    }
    values.end();
}

Result<std::vector<FieldChange>> readSet(const RecordType& type, JsonValue set) {
    ZX_ASSIGN(std::vector<FieldValue> values, readFieldValues(type, set));
    std::vector<FieldChange> changes;
    changes.reserve(values.size());
    for (FieldValue& value : values) changes.push_back({value.field, std::move(value.value), {}});
    return changes;
}

/// A base belongs to a change; what was seen in other fields is nobody's business.
Result<void> readBases(const RecordType& type, JsonValue was, std::vector<FieldChange>& changes) {
    ZX_ASSIGN(std::vector<FieldValue> bases, readFieldValues(type, was));
    for (FieldValue& base : bases) {
        const auto change = std::ranges::find(changes, base.field, &FieldChange::field);
        if (change == changes.end()) return unknownKey(type.fields[base.field].name);
        change->base = std::move(base.value);
    }
    return {};
}

}  // namespace

void writeChanges(LineWriter& line, std::string& out, const RecordType& type, const std::vector<FieldChange>& changes) {
    writeValues(line, out, "set", type, changes, &FieldChange::value);
    writeValues(line, out, "was", type, changes, &FieldChange::base);
}

Result<std::vector<FieldChange>> readChanges(LineReader& line, const RecordType& type) {
    std::vector<FieldChange> changes;
    if (const auto set = line.find("set")) {
        ZX_ASSIGN(changes, readSet(type, *set));
    }
    if (const auto was = line.find("was")) ZX_TRY(readBases(type, *was, changes));
    return changes;
}

void appendOperation(std::string& out, const Operation& operation) {
    LineWriter line(out);
    line.number("n", operation.counter).word("do", word(operation.verb)).word("type", operation.type->name);
    line.id("id", operation.record);
    if (operation.base != 0) line.number("base", operation.base);
    line.number("at", operation.at.ms);
    if (operation.place) line.id("place", *operation.place);
    if (operation.audience) line.word("audience", word(*operation.audience));
    writeChanges(line, out, *operation.type, operation.changes);
    if (operation.more) line.flag("more", true);
    line.end();
}

Result<Operation> readOperation(const Catalog& catalog, JsonReader& reader, std::string_view bytes) {
    ZX_TRY(checkSize(bytes, limits::recordBytesMax));
    ZX_ASSIGN(const JsonValue root, reader.read(bytes));
    ZX_ASSIGN(LineReader line, LineReader::of(root));

    Operation operation;
    ZX_ASSIGN(operation.counter, line.number("n", 1));
    ZX_ASSIGN(const JsonValue verb, line.need("do"));
    ZX_ASSIGN(operation.verb, meaningOf(verb, "do", verbFromWord));
    ZX_TRY(line.need("type"));
    ZX_ASSIGN(operation.type, readType(catalog, root));
    ZX_ASSIGN(operation.record, line.id("id"));
    if (const auto base = line.find("base")) {
        ZX_ASSIGN(operation.base, readInteger(*base, "base", 0, limits::integerMax));
    }
    ZX_ASSIGN(operation.at.ms, line.number("at"));
    if (const auto place = line.find("place")) {
        ZX_ASSIGN(operation.place, readId(*place, "place"));
    }
    if (const auto audience = line.find("audience")) {
        ZX_ASSIGN(operation.audience, readAudience(*audience, "audience"));
    }
    if (operation.verb != Verb::remove) {  // which leaves `set` and `was` unasked for, that is, unknown
        ZX_ASSIGN(operation.changes, readChanges(line, *operation.type));
    }
    if (const auto more = line.find("more")) {
        ZX_ASSIGN(operation.more, readBoolean(*more, "more"));
    }
    ZX_TRY(line.nothingElse());
    return operation;
}

std::optional<Counter> numberInFront(std::string_view line) {
    const auto skip = [&](std::string_view expected) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        const bool isThere = line.starts_with(expected);
        if (isThere) line.remove_prefix(expected.size());
        return isThere;
    };
    if (!skip("{") || !skip("\"n\"") || !skip(":") || !skip("")) return std::nullopt;
    Counter counter = 0;
    const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), counter);
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    const bool isWhole = failure == std::errc() && (skip(",") || skip("}"));
    return isWhole && counter >= 1 && counter <= limits::integerMax ? std::optional(counter) : std::nullopt;
}

/// `type` comes third, behind a number and a word of ours; `more` comes last, where no value inside the line can end.
Result<OperationOutline> outlineOf(const Catalog& catalog, std::string_view operationLine) {
    constexpr std::string_view typeKey = "\"type\":\"";
    const std::size_t key = operationLine.find(typeKey);
    if (key == std::string_view::npos) return Error{Code::required, "an operation names its type", "type", {}};
    const std::string_view behind = operationLine.substr(key + typeKey.size());
    const RecordType* type = catalog.find(behind.substr(0, behind.find('"')));
    if (type == nullptr) return Error{Code::unknown_type, "no such record type", "type", {}};
    return OperationOutline{type, operationLine.ends_with(",\"more\":true}")};
}

std::string encodeOperation(const Operation& operation) {
    std::string line;
    line.reserve(256);
    appendOperation(line, operation);
    return line;
}

Result<Operation> decodeOperation(const Catalog& catalog, std::string_view line) {
    JsonReader reader;
    return readOperation(catalog, reader, line);
}

}  // namespace zhixing::sync

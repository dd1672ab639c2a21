#include "server/store/history_chain.h"

#include <algorithm>

#include "server/store/checkpoint.h"
#include "server/store/columns.h"
#include "shared/model/document.h"

namespace zhixing::server {

namespace {

using sync::FieldChange;

void appendNumber(std::string& bytes, std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((bits >> shift) & 0xffU);
}

void appendBytes(std::string& bytes, const void* data, std::size_t size) {
    bytes.append(static_cast<const char*>(data), size);
}

/// With its length before it, so that no two rows have the same bytes.
void appendText(std::string& bytes, const std::string& text) {
    appendNumber(bytes, static_cast<std::int64_t>(text.size()));
    bytes += text;
}

}  // namespace

ChangeTexts textsOf(const sync::HistoryEntry& entry) {
    ChangeTexts texts;
    const auto append = [&](std::string& out, const FieldChange& change, const Value& value) {
        const Field& field = entry.type->fields[change.field];
        out += out.empty() ? "{\"" : ",\"";
        out += field.name;
        out += "\":";
        appendJson(out, field.kind, value);
    };
    for (const FieldChange& change : entry.changes) {
        append(texts.written, change, change.value);
        if (isSet(change.base)) append(texts.replaced, change, change.base);
    }
    texts.written += texts.written.empty() ? "{}" : "}";
    texts.replaced += texts.replaced.empty() ? "{}" : "}";
    return texts;
}

Result<std::vector<FieldChange>> changesOf(const RecordType& type, const ChangeTexts& texts) {
    ZX_ASSIGN(auto written, parseFieldValues(type, texts.written));
    ZX_ASSIGN(auto replaced, parseFieldValues(type, texts.replaced));
    std::vector<FieldChange> changes;
    for (FieldValue& value : written) {
        const auto base = std::find_if(replaced.begin(), replaced.end(),
                                       [&](const FieldValue& other) { return other.field == value.field; });
        changes.push_back(
            {value.field, std::move(value.value), base == replaced.end() ? Value{} : std::move(base->value)});
    }
    return changes;
}

Hash128 contentHash(const Scope& scope, bool isDeleted, std::string_view document) {
    std::string bytes;
    bytes.reserve(32 + document.size());
    appendBytes(bytes, scope.place.bytes().data(), scope.place.bytes().size());
    appendNumber(bytes, static_cast<std::int64_t>(scope.audience));
    appendNumber(bytes, isDeleted ? 1 : 0);
    bytes += document;
    return hash128(bytes);
}

Hash256 chainHash(const Hash256& previous, const sync::HistoryEntry& entry, const ChangeTexts& texts,
                  const Hash128& content) {
    std::string bytes;
    bytes.reserve(256 + texts.written.size() + texts.replaced.size());
    appendBytes(bytes, previous.data(), previous.size());
    for (const std::int64_t number :
         {entry.seq, static_cast<std::int64_t>(entry.type->id), entry.version, entry.counter,
          static_cast<std::int64_t>(entry.verb), entry.at.ms, entry.receivedAt.ms}) {
        appendNumber(bytes, number);
    }
    for (const Id& id : {entry.record, entry.person, entry.device})
        appendBytes(bytes, id.bytes().data(), id.bytes().size());
    appendText(bytes, texts.written);
    appendText(bytes, texts.replaced);
    appendBytes(bytes, content.data(), content.size());
    return hash256(bytes);
}

Hash256 checkpointHash(const Hash256& previous, const Checkpoint& checkpoint) {
    std::string bytes;
    appendBytes(bytes, previous.data(), previous.size());
    for (const std::int64_t number : {checkpoint.number, checkpoint.horizon, checkpoint.at.ms, checkpoint.history,
                                      checkpoint.deleted, checkpoint.departures}) {
        appendNumber(bytes, number);
    }
    appendBytes(bytes, checkpoint.chain.data(), checkpoint.chain.size());
    appendBytes(bytes, checkpoint.kept.data(), checkpoint.kept.size());
    return hash256(bytes);
}

Result<HistoryRow> readHistoryRow(const SQLite::Statement& row, const Catalog& catalog) {
    HistoryRow read;
    sync::HistoryEntry& entry = read.entry;
    entry.seq = row.getColumn(0).getInt64();
    entry.type = catalog.find(static_cast<std::uint16_t>(row.getColumn(1).getInt()));
    if (entry.type == nullptr) return Error{Code::damaged, "a history row is of an unknown type", {}, {}};
    entry.record = idAt(row, 2);
    entry.version = row.getColumn(3).getInt64();
    entry.person = idAt(row, 4);
    entry.device = idAt(row, 5);
    entry.counter = row.getColumn(6).getInt64();
    entry.verb = static_cast<sync::Verb>(row.getColumn(7).getInt());
    entry.at = {row.getColumn(8).getInt64()};
    entry.receivedAt = {row.getColumn(9).getInt64()};
    read.texts = {std::string(textAt(row, 10)), std::string(textAt(row, 11))};
    read.content = idAt(row, 12).bytes();
    return read;
}

}  // namespace zhixing::server

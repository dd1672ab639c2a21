#include "shared/model/json_values.h"
#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"
#include "sync/wire/words.h"

/// One change of a record as a line: in the answer to a question about its history, and in a device's memory of it.
namespace zhixing::sync {

std::string historyHead(const History& history) {
    std::string out;
    LineWriter line(out);
    line.word("t", "history").id("id", history.record).number("version", history.newest);
    line.number("before", history.before).flag("last", history.isLast).end();
    return out;
}

void appendHistory(std::string& out, const HistoryEntry& entry) {
    LineWriter line(out);
    line.word("type", entry.type->name).id("id", entry.record).number("version", entry.version);
    line.number("seq", entry.seq).word("do", word(entry.verb)).id("person", entry.person);
    if (!entry.device.isNil()) line.id("device", entry.device).number("n", entry.counter);
    line.number("at", entry.at.ms).number("received", entry.receivedAt.ms);
    writeChanges(line, out, *entry.type, entry.changes);
    line.end();
}

Result<HistoryEntry> readHistory(const Catalog& catalog, JsonReader& reader, std::string_view bytes) {
    ZX_ASSIGN(const JsonValue root, reader.read(bytes));
    ZX_ASSIGN(LineReader line, LineReader::of(root));
    HistoryEntry entry;
    ZX_TRY(line.need("type"));
    ZX_ASSIGN(entry.type, readType(catalog, root));
    ZX_ASSIGN(entry.record, line.id("id"));
    ZX_ASSIGN(entry.version, line.number("version", 1));
    ZX_ASSIGN(entry.seq, line.number("seq", 1));
    ZX_ASSIGN(const JsonValue verb, line.need("do"));
    ZX_ASSIGN(entry.verb, meaningOf(verb, "do", verbFromWord));
    ZX_ASSIGN(entry.person, line.id("person"));
    if (const auto device = line.find("device")) {
        ZX_ASSIGN(entry.device, readId(*device, "device"));
        ZX_ASSIGN(entry.counter, line.number("n", 1));
    }
    ZX_ASSIGN(entry.at.ms, line.number("at"));
    ZX_ASSIGN(entry.receivedAt.ms, line.number("received"));
    ZX_ASSIGN(entry.changes, readChanges(line, *entry.type));
    return entry;
}

std::string encodeHistory(const HistoryEntry& entry) {
    std::string line;
    appendHistory(line, entry);
    return line;
}

Result<HistoryEntry> decodeHistory(const Catalog& catalog, std::string_view line) {
    JsonReader reader;
    return readHistory(catalog, reader, line);
}

}  // namespace zhixing::sync

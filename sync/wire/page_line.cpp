#include "shared/model/json_values.h"
#include "sync/wire/codec.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/line_writer.h"
#include "sync/wire/lines.h"
#include "sync/wire/words.h"

/// The lines of a page: records in their canonical form, and records that are gone.
namespace zhixing::sync {
namespace {

Result<PageRecord> readGone(const Catalog& catalog, JsonValue root, std::string_view bytes) {
    ZX_ASSIGN(LineReader line, LineReader::of(root));
    PageRecord entry;
    ZX_ASSIGN(const std::string_view type, line.text("type"));
    entry.record.type = catalog.find(type);
    if (entry.record.type == nullptr) entry.foreign = bytes;
    ZX_ASSIGN(entry.record.id, line.id("id"));
    ZX_ASSIGN(entry.record.version, line.number("version", 1));
    ZX_ASSIGN(const JsonValue gone, line.need("gone"));
    ZX_ASSIGN(entry.gone, meaningOf(gone, "gone", goneFromWord));
    return entry;
}

}  // namespace

std::string pageHead(Seq from, Seq to, Seq head) {
    std::string out;
    LineWriter(out).word("t", "page").number("from", from).number("to", to).number("head", head).end();
    return out;
}

std::string filledHead(const Filled& filled) {
    std::string out;
    LineWriter line(out);
    line.word("t", "filled")
        .number("n", filled.number)
        .number("after", filled.after)
        .number("to", filled.to)
        .number("until", filled.until);
    line.number("count", filled.count).end();
    return out;
}

std::string fetchedHead(bool isLast) {
    std::string out;
    LineWriter(out).word("t", "fetched").flag("last", isLast).end();
    return out;
}

std::string goneLine(const RecordType& type, const Id& record, Version version, Gone gone) {
    std::string out;
    LineWriter(out).word("type", type.name).id("id", record).number("version", version).word("gone", word(gone)).end();
    return out;
}

void appendPageRecord(std::string& out, const PageRecord& entry) {
    if (!entry.foreign.empty()) {
        out += entry.foreign;
        return;
    }
    const Record& record = entry.record;
    out +=
        entry.gone == Gone::no ? canonicalLine(record) : goneLine(*record.type, record.id, record.version, entry.gone);
}

Result<PageRecord> readPageRecord(const Catalog& catalog, JsonReader& reader, std::string_view bytes) {
    ZX_ASSIGN(const JsonValue root, reader.read(bytes));
    ZX_TRY(readObject(root, {}));
    if (root.find("gone")) return readGone(catalog, root, bytes);
    PageRecord entry;
    ZX_ASSIGN(KnownPart part, readKnownPart(catalog, root));
    entry.record = std::move(part.record);
    if (part.unknown) entry.foreign = bytes;
    if (entry.record.version < 1) return Error{Code::out_of_range, "a record on a page has a version", "version", 1};
    return entry;
}

Result<PageRecord> decodePageRecord(const Catalog& catalog, std::string_view line) {
    JsonReader reader;
    return readPageRecord(catalog, reader, line);
}

Result<std::vector<PageRecord>> readPageRecords(const Catalog& catalog, JsonReader& reader, MessageLines& lines) {
    std::vector<PageRecord> records;
    while (const auto line = lines.next()) {
        if (records.size() == limits::pageRecordsMax) return tooMany("records", limits::pageRecordsMax);
        ZX_ASSIGN(PageRecord entry, readPageRecord(catalog, reader, *line));
        records.push_back(std::move(entry));
    }
    return records;
}

}  // namespace zhixing::sync

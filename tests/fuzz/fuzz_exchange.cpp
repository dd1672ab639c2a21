#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "shared/base/text.h"
#include "shared/catalog/catalog.h"
#include "shared/exchange/csv.h"
#include "shared/exchange/csv_text.h"
#include "shared/exchange/ndjson.h"
#include "shared/model/validation.h"
#include "tests/fuzz/law.h"

/// Imports: the first line names the format and the type (`csv task`, `ndjson task`), the rest is the file. Valid records
/// that came in by a table go out by one and come in again as they were.

using namespace zhixing;
using namespace zhixing::exchange;
using fuzz::require;

namespace {

Record recordOf(const RecordType& type, const DocumentLine& line) {
    Record record = blankRecord(type, line.id.value_or(Id{}), line.place.value_or(Id{}));
    record.audience = line.audience.value_or(Audience::everyone);
    for (const FieldValue& named : line.values) record.fields[named.field] = named.value;
    return record;
}

/// An empty cell says nothing, so that an empty text comes back as the fallback: such records are left out.
bool isToldByCells(const Record& record) {
    const Record blank = blankRecord(*record.type, record.id, record.place);
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const auto* text = std::get_if<std::string>(&record.fields[i]);
        if ((!isSet(record.fields[i]) || (text != nullptr && text->empty())) && record.fields[i] != blank.fields[i]) {
            return false;
        }
    }
    return true;
}

void writeAndRead(const Record& record) {
    std::stringstream table;
    CsvWriter writer(table, *record.type);
    require(writer.writeHeader().ok() && writer.write(record).ok(), "a record can be written");
    std::vector<Record> again;
    const auto taken = readCsv(table, *record.type, [&](std::size_t, DocumentLine&& line) -> Result<void> {
        again.push_back(recordOf(*record.type, line));
        return {};
    });
    require(taken.ok() && *taken == 1 && again.front() == record, "a record survives a table");
}

void readTable(std::istream& in, const RecordType& type) {
    const auto taken = readCsv(in, type, [&](std::size_t, DocumentLine&& line) -> Result<void> {
        const Record record = recordOf(type, line);
        if (validateRecord(record).ok() && isToldByCells(record)) writeAndRead(record);
        return {};
    });
    if (!taken.ok()) require(isCleanUtf8(taken.error().message), "a fault can be shown");
}

void readLines(std::istream& in, const RecordType* type) {
    const auto taken = readNdjson(in, catalog(), type, [](std::size_t, DocumentLine&&) -> Result<void> { return {}; });
    if (!taken.ok()) require(isCleanUtf8(taken.error().message), "a fault can be shown");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    require(unneutralised(neutralised(bytes)) == bytes, "a text cell gives back its text");
    std::istringstream in(bytes);
    std::string format;
    std::string typeName;
    in >> format >> typeName;
    in.ignore();
    const RecordType* type = catalog().find(typeName);
    if (format == "csv" && type != nullptr) readTable(in, *type);
    if (format == "ndjson") readLines(in, type);
    return 0;
}

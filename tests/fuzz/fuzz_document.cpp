#include <cstdint>
#include <string_view>

#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "shared/model/json_values.h"
#include "shared/model/validation.h"
#include "tests/fuzz/law.h"

/// A line of a document and what the catalog says about it. A form that shows no fault has a record that is taken, and
/// a record that is taken survives being written and read.

using namespace zhixing;
using fuzz::require;

namespace {

Record recordOf(const DocumentLine& line) {
    Record record = blankRecord(*line.type, line.id.value_or(Id{}), line.place.value_or(Id{}));
    record.audience = line.audience.value_or(Audience::everyone);
    for (const FieldValue& named : line.values) record.fields[named.field] = named.value;
    return record;
}

void checkRecord(const Record& record) {
    const bool isValid = validateRecord(record).ok();
    require(isValid == faultsOf(record).empty(), "forms and the authority see the same faults");
    if (!isValid) return;
    JsonReader reader;
    const std::string line = canonicalLine(record);
    const auto json = reader.read(line);
    require(json.ok(), "a canonical line is JSON within the limits");
    const auto again = readRecord(catalog(), *json);
    require(again.ok() && *again == record, "a record survives its canonical line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto line =
        parseDocumentLine(catalog(), nullptr, std::string_view(reinterpret_cast<const char*>(data), size));
    if (line.ok()) checkRecord(recordOf(*line));
    return 0;
}

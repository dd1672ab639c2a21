#pragma once

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/exchange/ndjson.h"

/// Records of one type as a table for spreadsheet programs. The header row names the columns: `id`, `place`, `audience`,
/// `version`, then the fields by their catalog names. People write money in yuan, so a money field's column is called
/// `<name>_yuan` (`3000.50`); instants read `2025-10-22T08:00:00.000Z`, dates `2025-10-22`, booleans `true` or `false`, sets
/// and lists stand in their JSON form. Texts cannot turn into formulas (csv_text.h).
namespace zhixing::exchange {

/// Writes the header, then one row per record. The stream outlives it.
class CsvWriter {
public:
    CsvWriter(std::ostream& out, const RecordType& type) : out_(&out), type_(&type) {}

    [[nodiscard]] Result<void> writeHeader();
    [[nodiscard]] Result<void> write(const Record& record);

private:
    [[nodiscard]] Result<void> writeRow(std::string row);

    std::ostream* out_;
    const RecordType* type_;
};

/// Appends a field's cell as the table writes it; nothing for a value that is not set.
void appendCell(std::string& row, const Field& field, const Value& value);

/// Reads a table of `type` and hands each row to `take`. Columns may come in any order and be fewer than the type has
/// fields; a column `<name>` of a money field holds fen, `version` is passed over. An empty cell says nothing about its
/// field: in a new record the fallback holds, in an existing one the value stays. Dates may also read as spreadsheet
/// programs rewrite them, `2025/6/1`. Stops at the first fault, whose message names the line; returns how many rows
/// were taken.
[[nodiscard]] Result<std::size_t> readCsv(std::istream& in, const RecordType& type, const TakeDocument& take);

}  // namespace zhixing::exchange

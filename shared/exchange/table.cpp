#include "shared/exchange/table.h"

#include "shared/exchange/csv_text.h"

namespace zhixing::exchange {

Result<void> writeCsv(std::ostream& out, const Table& table) {
    std::string text = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) text += ',';
        appendTextCell(text, table.columns[i].title);
    }
    text += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ',';
            if (row[i].empty()) continue;
            if (table.columns[i].kind == TableColumn::Kind::number) {
                text += row[i];
            } else {
                appendTextCell(text, row[i]);
            }
        }
        text += "\r\n";
    }
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out) return Error{Code::io_failed, "the table cannot be written", {}, {}};
    return {};
}

}  // namespace zhixing::exchange

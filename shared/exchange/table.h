#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "shared/base/result.h"

/// A small table for people: the documents' own forms, such as 策略执行表 and 预算分配表, in the words and the order they have
/// on paper. Whoever makes it has written every cell already; what is left is the file.
namespace zhixing::exchange {

struct TableColumn {
    enum class Kind { text, number };
    std::string title;
    Kind kind = Kind::text;  ///< a number's cells read `1234.5`, without separators, or are empty
    double width = 14;       ///< in characters, where a file knows widths
};

struct Table {
    std::string title;
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows;  ///< a cell for each column
};

/// The header and the rows, for spreadsheet programs: with a byte order mark, and no text can turn into a formula.
[[nodiscard]] Result<void> writeCsv(std::ostream& out, const Table& table);

}  // namespace zhixing::exchange

#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

/// Comma separated values as text (RFC 4180): cells and rows, without knowing what they mean.
namespace zhixing::exchange {

/// Spreadsheet programs take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula, some of them
/// also the full-width forms, and one that splits at `;` or a tab finds such a beginning in the middle of a cell. This
/// puts a `'` before every such beginning, white space and earlier `'`s included, so that none is live in any reader
/// and unneutralised() gives back exactly the text there was.
[[nodiscard]] std::string neutralised(std::string_view text);
[[nodiscard]] std::string unneutralised(std::string_view cell);

/// Appends a cell in quotes, neutralised.
void appendTextCell(std::string& out, std::string_view text);

/// Rows of cells from a text from outside, one at a time. Takes LF and CRLF between rows, a byte order mark in front, line
/// ends and doubled quotes within quoted cells; anything else is `malformed`. Cells are clean UTF-8, and rows bounded.
class CsvRows {
public:
    explicit CsvRows(std::istream& in) : in_(&in) {}

    /// Fills `cells` with the next row's; false after the last one. Empty lines are passed over. Errors name the line.
    [[nodiscard]] Result<bool> next(std::vector<std::string>& cells);
    /// Where the row last given begins, from 1.
    [[nodiscard]] std::size_t lineNumber() const { return rowLine_; }

private:
    enum class End { cell, row, text };
    [[nodiscard]] Result<End> readCell(std::string& cell);
    [[nodiscard]] Result<End> readQuoted(std::string& cell);
    [[nodiscard]] Result<End> endAfter(int next);
    [[nodiscard]] Result<void> append(std::string& cell, int byte);
    [[nodiscard]] int take();
    [[nodiscard]] int peek();
    void passByteOrderMark();

    std::istream* in_;
    std::size_t line_ = 1;
    std::size_t rowLine_ = 0;
    std::size_t rowBytes_ = 0;
    bool isStarted_ = false;
};

}  // namespace zhixing::exchange

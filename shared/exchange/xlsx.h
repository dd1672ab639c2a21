#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/exchange/table.h"

namespace zhixing::exchange {

/// One sheet of an Excel workbook, written row by row in bounded memory. Text stays text, whatever it begins with: a cell is
/// never a formula. The header row stays in sight. The file is whole once close() has returned; without that there is none.
class XlsxWriter {
public:
    static constexpr std::uint32_t rowsMax = 1'048'576;  ///< Excel's own bounds
    static constexpr std::size_t cellCharactersMax = 32'767;

    [[nodiscard]] static Result<XlsxWriter> create(const std::filesystem::path& file, const std::string& sheet,
                                                   const std::vector<TableColumn>& columns);
    ~XlsxWriter();
    XlsxWriter(XlsxWriter&& other) noexcept;
    XlsxWriter& operator=(XlsxWriter&& other) noexcept;

    /// A cell for each column. A number that is none is written as text. `too_many` and `too_large` beyond Excel's bounds.
    [[nodiscard]] Result<void> write(const std::vector<std::string>& cells);
    [[nodiscard]] Result<void> close();

private:
    struct Book;
    explicit XlsxWriter(std::unique_ptr<Book> book);
    std::unique_ptr<Book> book_;
};

[[nodiscard]] Result<void> writeXlsx(const std::filesystem::path& file, const Table& table);

}  // namespace zhixing::exchange

#include "shared/exchange/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace zhixing::exchange {
namespace {

constexpr std::size_t sheetNameMax = 31;  // characters, Excel's

/// Excel allows no `[]:*?/\` in a sheet's name, and not many characters.
std::string sheetName(const std::string& title) {
    std::string name;
    std::size_t characters = 0;
    for (const char c : title) {
        const bool isStart = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (isStart && ++characters > sheetNameMax) break;
        name += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
    }
    return name.empty() ? "1" : name;
}

std::optional<double> numberIn(const std::string& cell) {
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

Error failed(lxw_error why) { return {Code::io_failed, lxw_strerror(why), {}, {}}; }

}  // namespace

struct XlsxWriter::Book {
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* wrapped = nullptr;
    std::vector<TableColumn> columns;
    std::uint32_t row = 0;
};

XlsxWriter::XlsxWriter(std::unique_ptr<Book> book) : book_(std::move(book)) {}
XlsxWriter::XlsxWriter(XlsxWriter&& other) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&& other) noexcept = default;

XlsxWriter::~XlsxWriter() {
    if (book_ && book_->workbook != nullptr) lxw_workbook_free(book_->workbook);
}

Result<XlsxWriter> XlsxWriter::create(const std::filesystem::path& file, const std::string& sheet,
                                      const std::vector<TableColumn>& columns) {
    auto book = std::make_unique<Book>();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book->workbook = workbook_new_opt(file.c_str(), &options);
    if (book->workbook == nullptr) return Error{Code::io_failed, "the workbook cannot be made", {}, {}};
    XlsxWriter writer(std::move(book));
    Book& made = *writer.book_;
    made.columns = columns;
    made.sheet = workbook_add_worksheet(made.workbook, sheetName(sheet).c_str());
    if (made.sheet == nullptr) return Error{Code::io_failed, "the sheet cannot be made", {}, {}};
    lxw_format* bold = workbook_add_format(made.workbook);
    format_set_bold(bold);
    format_set_text_wrap(bold);
    made.wrapped = workbook_add_format(made.workbook);
    format_set_text_wrap(made.wrapped);
    format_set_align(made.wrapped, LXW_ALIGN_VERTICAL_TOP);
    worksheet_freeze_panes(made.sheet, 1, 0);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(made.sheet, column, column, columns[i].width, nullptr);
        const lxw_error wrote = worksheet_write_string(made.sheet, 0, column, columns[i].title.c_str(), bold);
        if (wrote != LXW_NO_ERROR) return failed(wrote);
    }
    made.row = 1;
    return writer;
}

Result<void> XlsxWriter::write(const std::vector<std::string>& cells) {
    if (book_->row >= rowsMax) return Error{Code::too_many, "more rows than a sheet holds", {}, rowsMax};
    for (std::size_t i = 0; i < std::min(cells.size(), book_->columns.size()); ++i) {
        const std::string& cell = cells[i];
        if (cell.empty()) continue;
        const auto column = static_cast<lxw_col_t>(i);
        const bool isNumber = book_->columns[i].kind == TableColumn::Kind::number;
        const std::optional<double> number = isNumber ? numberIn(cell) : std::nullopt;
        const lxw_error wrote =
            number ? worksheet_write_number(book_->sheet, book_->row, column, *number, nullptr)
                   : worksheet_write_string(book_->sheet, book_->row, column, cell.c_str(), book_->wrapped);
        if (wrote == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
            return Error{Code::too_large, "more text than a cell holds", book_->columns[i].title, cellCharactersMax};
        }
        if (wrote != LXW_NO_ERROR) return failed(wrote);
    }
    ++book_->row;
    return {};
}

Result<void> XlsxWriter::close() {
    lxw_workbook* workbook = std::exchange(book_->workbook, nullptr);
    const lxw_error closed = workbook_close(workbook);  // frees it in any case
    return closed == LXW_NO_ERROR ? Result<void>() : Result<void>(failed(closed));
}

Result<void> writeXlsx(const std::filesystem::path& file, const Table& table) {
    ZX_ASSIGN(XlsxWriter writer, XlsxWriter::create(file, table.title, table.columns));
    for (const auto& row : table.rows) ZX_TRY(writer.write(row));
    return writer.close();
}

}  // namespace zhixing::exchange

#include "client/store/feedback_export.h"

#include <fstream>

#include "client/store/store_reader.h"
#include "shared/catalog/catalog.h"
#include "shared/exchange/csv_text.h"
#include "shared/exchange/feedback_table.h"
#include "shared/exchange/unfinished_file.h"
#include "shared/exchange/xlsx.h"

namespace zhixing::client {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t lookEvery = 64;  // rows between two looks at whether to go on

bool isNumber(const std::string& column) { return column == "rating" || column == "version" || column == "edition"; }

class Export {
public:
    Export(sqlite::Database& database, const FeedbackExport& wanted)
        : reader_(catalog(), database), wanted_(wanted), feedback_{.type = &catalog().at("feedback")} {
        if (wanted.campaign) feedback_.where.push_back({"campaign", Value(*wanted.campaign)});
    }

    /// The rows of one reading as CSV; the shares told are the first part of the whole when a workbook follows.
    Result<ExportedRows> writeCsv(const fs::path& path) {
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        if (!out) return Error{Code::io_failed, "the file cannot be written", {}, {}};
        exchange::FeedbackTable table(out);
        ExportedRows count;
        const Query editions{.type = &catalog().at("questionnaire"), .orderBy = {{"series"}, {"edition"}}};
        ZX_TRY(reader_.forEach(editions, [&](sqlite::Row&& row) -> Result<void> {
            table.add(row.record);
            ++count.editions;
            return {};
        }));
        ZX_ASSIGN(expected_, reader_.count(feedback_));
        ZX_TRY(table.writeHeader(*feedback_.type));
        feedback_.orderBy = {{"recorded_at"}};
        ZX_TRY(reader_.forEach(feedback_, [&](sqlite::Row&& row) {
            Result<void> written = table.write(row.record);
            return written ? look(++count.rows, 0) : written;
        }));
        out.flush();
        if (!out) return Error{Code::disk_full, "the file cannot be written", {}, {}};
        return count;
    }

    /// Reads the table again, counts its rows, and copies them into the workbook where one is wanted.
    Result<std::int64_t> readBack(const fs::path& csv, const fs::path& xlsx) {
        std::ifstream in(csv, std::ios::binary);
        exchange::CsvRows rows(in);
        std::vector<std::string> cells;
        std::optional<exchange::XlsxWriter> book;
        std::int64_t count = -1;  // the header is none
        for (;;) {
            ZX_ASSIGN(const bool isThere, rows.next(cells));
            if (!isThere) break;
            for (std::string& cell : cells) cell = exchange::unneutralised(cell);
            if (++count == 0 && wanted_.format == TableFormat::xlsx) {
                ZX_ASSIGN(book, exchange::XlsxWriter::create(xlsx, wanted_.sheet, columnsOf(cells)));
            } else if (book) {
                ZX_TRY(book->write(cells));
            }
            ZX_TRY(look(count, 0.5));
        }
        if (book) ZX_TRY(book->close());
        return count;
    }

    [[nodiscard]] std::int64_t expected() const { return expected_; }

private:
    static std::vector<exchange::TableColumn> columnsOf(const std::vector<std::string>& names) {
        std::vector<exchange::TableColumn> columns;
        for (const std::string& name : names) {
            using Kind = exchange::TableColumn::Kind;
            columns.push_back({name, isNumber(name) ? Kind::number : Kind::text, 18});
        }
        return columns;
    }

    Result<void> look(std::int64_t row, double from) {
        if (!wanted_.goOn || row % lookEvery != 0) return {};
        const double share = expected_ > 0 ? static_cast<double>(row) / static_cast<double>(expected_) : 1;
        if (wanted_.goOn(from + share / 2)) return {};
        return Error{Code::cancelled, "the person ended it", {}, {}};
    }

    StoreReader reader_;
    const FeedbackExport& wanted_;
    Query feedback_;
    std::int64_t expected_ = 0;
};

}  // namespace

Result<ExportedRows> exportFeedback(sqlite::Database& database, const fs::path& file, const FeedbackExport& wanted) {
    Export work(database, wanted);
    exchange::UnfinishedFile csv(file, ".rows");
    std::optional<exchange::UnfinishedFile> book;
    if (wanted.format == TableFormat::xlsx) book.emplace(file);
    // One state of the store, however long the writing takes.
    ZX_TRY(sqlite::guarded([&] { database.raw().exec("BEGIN"); }));
    const auto counted = work.writeCsv(csv.path());
    ZX_TRY(sqlite::guarded([&] { database.raw().exec("COMMIT"); }));
    ZX_TRY(counted);
    ZX_ASSIGN(const std::int64_t again, work.readBack(csv.path(), book ? book->path() : fs::path()));
    if (again != counted->rows || again != work.expected()) {
        return Error{Code::damaged, "the rows written are not as many as there are", {}, work.expected()};
    }
    if (wanted.goOn && !wanted.goOn(1)) return Error{Code::cancelled, "the person ended it", {}, {}};
    ZX_TRY((book ? *book : csv).finish());
    return *counted;
}

}  // namespace zhixing::client

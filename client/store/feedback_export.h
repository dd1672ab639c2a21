#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/sqlite/database.h"

/// Feedback (F6) of this device as a file for spreadsheet programs: one column for every question that any edition ever
/// asked (exchange::FeedbackTable), as CSV or as an Excel workbook.
namespace zhixing::client {

enum class TableFormat { csv, xlsx };

struct FeedbackExport {
    std::optional<Id> campaign{};  ///< all of them when not set
    TableFormat format = TableFormat::csv;
    std::string sheet{};  ///< what the workbook's sheet is called
    /// Told how much is written, 0 to 1; false ends it with `cancelled`.
    std::function<bool(double)> goOn{};
};

struct ExportedRows {
    std::int64_t rows = 0;
    std::int64_t editions = 0;
};

/// Writes beside `file` and gives it its name only when the rows in it were counted again and are as many as the store
/// holds; otherwise there is no file, or the one that was there. Feedback that arrives meanwhile is not in it: one reading
/// sees one state. Use from the connection's thread.
[[nodiscard]] Result<ExportedRows> exportFeedback(sqlite::Database& database, const std::filesystem::path& file,
                                                  const FeedbackExport& wanted);

}  // namespace zhixing::client

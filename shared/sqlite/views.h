#pragma once

#include <string>

#include "shared/model/record.h"
#include "shared/sqlite/database.h"

/// One SQL view per record type over the server's table of documents, `record(id, type, place, audience, version, seq,
/// deleted, document, …)`, so that headquarters' own tools read plain columns: ids as UUID text, audience as its word,
/// then the fields by name; money in fen, instants in milliseconds, dates as YYYY-MM-DD, sets and lists as JSON text.
/// Deleted records do not show. The views are for others: our own connections do not trust a file's schema, and SQLite
/// 3.40 asks for that trust before it runs json_extract in a view.
namespace zhixing::sqlite {

[[nodiscard]] std::string createView(const RecordType& type);

/// Drops the views of an earlier catalog and makes today's. Call it within a transaction.
[[nodiscard]] Result<void> remakeViews(Database& database, const Catalog& catalog);

}  // namespace zhixing::sqlite

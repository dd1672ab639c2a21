#pragma once

#include "shared/model/record.h"
#include "shared/sqlite/database.h"

/// The text by which visible records are found (shared/search), a row for each, beside the rows themselves and always
/// written in their transaction: `zx_text(record, type, lines)`. It is read through from end to end for each search,
/// which takes some 20 ms for 100,000 records. An index over pieces of the text would answer faster and cost far more:
/// with Debian 12's SQLite 3.40 an FTS5 table of the same records with their sounds took 64 MB instead of 16, forty
/// times as long to fill, has to be written anew to be rid of what left the device, and still needs this comparison for
/// characters that can be read in several ways.
namespace zhixing::client {

/// Puts the text of a visible record, or takes it out when there is none. `isNew` says that it had none before.
[[nodiscard]] Result<void> putText(sqlite::Database& database, const Record& record, bool isNew);
/// A record without text is no failure.
[[nodiscard]] Result<void> eraseText(sqlite::Database& database, const Id& record);

/// Whether the texts were made by this program's catalog and folding.
[[nodiscard]] Result<bool> isTextUpToDate(sqlite::Database& database, const Catalog& catalog);
/// Makes them all anew unless they were; in one transaction.
[[nodiscard]] Result<void> bringTextUpToDate(sqlite::Database& database, const Catalog& catalog);

}  // namespace zhixing::client

#include "client/store/text_table.h"

#include <string>

#include "client/store/store_reader.h"
#include "shared/search/record_text.h"
#include "shared/sqlite/columns.h"

namespace zhixing::client {
namespace {

using sqlite::Use;

/// Counted up when the same record would be given another text than before.
constexpr int textForm = 1;

std::string markOf(const Catalog& catalog) { return std::to_string(textForm) + " " + catalog.fingerprint(); }

}  // namespace

Result<void> putText(sqlite::Database& database, const Record& record, bool isNew) {
    const std::string lines = search::textOf(record);
    if (lines.empty()) return isNew ? Result<void>{} : eraseText(database, record.id);
    return sqlite::guarded([&] {
        Use put(
            database.prepared("INSERT INTO zx_text(record, type, lines) VALUES(?1, ?2, ?3) "
                              "ON CONFLICT(record) DO UPDATE SET lines = excluded.lines "
                              "WHERE lines <> excluded.lines"));
        sqlite::bindIdInPlace(*put, 1, record.id);
        put->bind(2, static_cast<int>(record.type->id));
        put->bindNoCopy(3, lines);
        put->exec();
    });
}

Result<void> eraseText(sqlite::Database& database, const Id& record) {
    return sqlite::guarded([&] {
        Use erase(database.prepared("DELETE FROM zx_text WHERE record = ?1"));
        sqlite::bindIdInPlace(*erase, 1, record);
        erase->exec();
    });
}

Result<bool> isTextUpToDate(sqlite::Database& database, const Catalog& catalog) {
    ZX_ASSIGN(const std::string mark, database.text("SELECT coalesce(max(mark), '') FROM zx_text_form"));
    return mark == markOf(catalog);
}

Result<void> bringTextUpToDate(sqlite::Database& database, const Catalog& catalog) {
    ZX_ASSIGN(const bool isReady, isTextUpToDate(database, catalog));
    if (isReady) return {};
    ZX_ASSIGN(auto transaction, sqlite::Transaction::begin(database));
    ZX_TRY(database.execute("DELETE FROM zx_text; DELETE FROM zx_text_form"));
    StoreReader reader(catalog, database);
    ZX_TRY(reader.forEachRecord([&](const Record& record) { return putText(database, record, true); }));
    ZX_TRY(sqlite::guarded([&] {
        Use remember(database.prepared("INSERT INTO zx_text_form(mark) VALUES(?1)"));
        remember->bind(1, markOf(catalog));
        remember->exec();
    }));
    return transaction.commit();
}

}  // namespace zhixing::client

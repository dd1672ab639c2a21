#include "client/store/held_rows.h"

#include <string>

#include "shared/sqlite/columns.h"
#include "shared/sqlite/row_sum.h"
#include "shared/sqlite/typed_tables.h"

namespace zhixing::client {
namespace {

using sqlite::Use;

constexpr int unknownType = 0;  // of what lies aside until a newer program understands it

/// `select` gives id, version, place, audience and type of server states. Version 0 is that of a damaged row.
Result<void> visitRows(sqlite::Database& database, const Catalog& catalog, const std::string& select,
                       const std::optional<Scope>& scope, const std::function<void(const sync::Held&)>& visit) {
    Use row(database.prepared(select + (scope ? " AND place = ?1 AND audience = ?2" : "")));
    if (scope) {
        sqlite::bindId(*row, 1, scope->place);
        row->bind(2, static_cast<int>(scope->audience));
    }
    while (row->executeStep()) {
        sync::Held held;
        ZX_ASSIGN(held.record, sqlite::readId(row->getColumn(0)));
        held.version = row->getColumn(1).getInt64();
        if (held.version > 0) {
            ZX_ASSIGN(held.scope.place, sqlite::readId(row->getColumn(2)));
            ZX_ASSIGN(held.scope.audience, sqlite::readAudience(row->getColumn(3)));
        }
        const auto type = static_cast<std::uint16_t>(row->getColumn(4).getInt());
        held.type = catalog.find(type);
        if (held.type == nullptr && type != unknownType)
            return Error{Code::damaged, "a row of an unknown type", {}, {}};
        visit(held);
    }
    return {};
}

/// The version, or 0 of a row that is not as it was written. What is asked of one scope is about to be removed as it is.
std::string checkedVersion(const std::string& isWhole, bool isChecked) {
    return isChecked ? "CASE WHEN " + isWhole + " THEN version ELSE 0 END" : "version";
}

}  // namespace

std::string shadowSum(const std::array<std::string, 7>& values) { return sqlite::rowSumOf(1, values); }

std::string shadowIsWhole() {
    return "row_sum IS " + shadowSum({"record", "type", "place", "audience", "version", "is_deleted", "fields"});
}

Result<void> forEachHeld(sqlite::Database& database, const Catalog& catalog, const std::optional<Scope>& scope,
                         const std::function<void(const sync::Held&)>& visit) {
    return sqlite::guarded([&]() -> Result<void> {
        for (const RecordType& type : catalog.types()) {
            const std::string version = checkedVersion(sqlite::isWhole(type), !scope);
            ZX_TRY(visitRows(database, catalog,
                             "SELECT id, " + version + ", place, audience, " + std::to_string(type.id) + " FROM " +
                                 sqlite::sqlName(type.name) +
                                 " WHERE version > 0 AND id NOT IN (SELECT record FROM zx_shadow)",
                             scope, visit));
        }
        const std::string version = checkedVersion(shadowIsWhole(), !scope);
        ZX_TRY(visitRows(database, catalog,
                         "SELECT record, " + version + ", place, audience, type FROM zx_shadow WHERE is_deleted = 0",
                         scope, visit));
        return visitRows(database, catalog,
                         "SELECT record, version, place, audience, type FROM zx_foreign WHERE type = 0", scope, visit);
    });
}

}  // namespace zhixing::client

#include "client/store/held_rows.h"

#include <string>

#include "shared/sqlite/columns.h"
#include "shared/sqlite/typed_tables.h"

namespace zhixing::client {
namespace {

using sqlite::Use;

constexpr int unknownType = 0;  // of what lies aside until a newer program understands it

/// `select` gives id, version, place, audience and type of server states.
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
        ZX_ASSIGN(held.scope.place, sqlite::readId(row->getColumn(2)));
        ZX_ASSIGN(held.scope.audience, sqlite::readAudience(row->getColumn(3)));
        const auto type = static_cast<std::uint16_t>(row->getColumn(4).getInt());
        held.type = catalog.find(type);
        if (held.type == nullptr && type != unknownType)
            return Error{Code::damaged, "a row of an unknown type", {}, {}};
        visit(held);
    }
    return {};
}

}  // namespace

Result<void> forEachHeld(sqlite::Database& database, const Catalog& catalog, const std::optional<Scope>& scope,
                         const std::function<void(const sync::Held&)>& visit) {
    return sqlite::guarded([&]() -> Result<void> {
        for (const RecordType& type : catalog.types()) {
            ZX_TRY(visitRows(database, catalog,
                             "SELECT id, version, place, audience, " + std::to_string(type.id) + " FROM " +
                                 sqlite::sqlName(type.name) +
                                 " WHERE version > 0 AND id NOT IN (SELECT record FROM zx_shadow)",
                             scope, visit));
        }
        ZX_TRY(visitRows(database, catalog,
                         "SELECT record, version, place, audience, type FROM zx_shadow WHERE is_deleted = 0", scope,
                         visit));
        return visitRows(database, catalog,
                         "SELECT record, version, place, audience, type FROM zx_foreign WHERE type = 0", scope, visit);
    });
}

}  // namespace zhixing::client

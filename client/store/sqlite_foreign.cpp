#include "client/store/sqlite_replica_store.h"
#include "shared/sqlite/columns.h"

/// The part of the store that holds what this program does not understand.
namespace zhixing::client {

using sqlite::bindId;
using sqlite::guarded;
using sqlite::readId;
using sqlite::Use;
using sync::Foreign;

namespace {

/// What readForeign() expects, in its order.
const std::string selectForeign = "SELECT record, type, place, audience, version, line FROM zx_foreign ";

}  // namespace

Result<Foreign> SqliteReplicaStore::readForeign(const SQLite::Statement& row) const {
    Foreign foreign;
    ZX_ASSIGN(foreign.held.record, readId(row.getColumn(0)));
    foreign.held.type = catalog_->find(static_cast<std::uint16_t>(row.getColumn(1).getInt()));
    ZX_ASSIGN(foreign.held.scope.place, readId(row.getColumn(2)));
    ZX_ASSIGN(foreign.held.scope.audience, sqlite::readAudience(row.getColumn(3)));
    foreign.held.version = row.getColumn(4).getInt64();
    foreign.line = row.getColumn(5).getString();
    return foreign;
}

Result<std::optional<Foreign>> SqliteReplicaStore::foreign(const Id& record) {
    ZX_TRY(refresh());
    if (!memory_.foreign.contains(record)) return std::optional<Foreign>{};
    return guarded([&]() -> Result<std::optional<Foreign>> {
        Use found(database_.prepared(selectForeign + "WHERE record = ?1"));
        bindId(*found, 1, record);
        if (!found->executeStep()) return std::optional<Foreign>{};
        ZX_ASSIGN(Foreign foreign, readForeign(*found));
        return std::optional<Foreign>(std::move(foreign));
    });
}

Result<void> SqliteReplicaStore::putForeign(const Foreign& foreign) {
    const sync::Held& held = foreign.held;
    ZX_TRY(guarded([&] {
        Use put(
            database_.prepared("INSERT OR REPLACE INTO zx_foreign(record, type, place, audience, version, line) "
                               "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
        bindId(*put, 1, held.record);
        put->bind(2, held.type != nullptr ? static_cast<int>(held.type->id) : 0);
        bindId(*put, 3, held.scope.place);
        put->bind(4, static_cast<int>(held.scope.audience));
        put->bind(5, held.version);
        put->bindNoCopy(6, foreign.line);
        put->exec();
    }));
    memory_.foreign.insert(held.record);
    return {};
}

Result<void> SqliteReplicaStore::eraseForeign(const Id& record) {
    if (memory_.foreign.erase(record) == 0) return {};
    return guarded([&] {
        Use erased(database_.prepared("DELETE FROM zx_foreign WHERE record = ?1"));
        bindId(*erased, 1, record);
        erased->exec();
    });
}

Result<std::vector<Foreign>> SqliteReplicaStore::foreignAfter(const Id& record, std::size_t countMax) {
    return guarded([&]() -> Result<std::vector<Foreign>> {
        Use found(database_.prepared(selectForeign + "WHERE record > ?1 ORDER BY record LIMIT ?2"));
        bindId(*found, 1, record);
        found->bind(2, static_cast<std::int64_t>(countMax));
        std::vector<Foreign> some;
        while (found->executeStep()) {
            ZX_ASSIGN(Foreign foreign, readForeign(*found));
            some.push_back(std::move(foreign));
        }
        return some;
    });
}

}  // namespace zhixing::client

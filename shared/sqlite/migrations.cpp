#include "shared/sqlite/migrations.h"

#include <cassert>
#include <string>

namespace zhixing::sqlite {
namespace {

[[maybe_unused]] bool isOrdered(std::span<const Migration> migrations) {
    std::int32_t last = 0;
    for (const Migration& migration : migrations) {
        if (migration.version <= last) return false;
        last = migration.version;
    }
    return true;
}

Result<std::string> knownFingerprint(Database& database) {
    return guarded([&]() -> std::string {
        if (!database.raw().tableExists("zx_catalog")) return {};
        Use statement(database.prepared("SELECT fingerprint FROM zx_catalog"));
        return statement->executeStep() ? statement->getColumn(0).getString() : std::string{};
    });
}

Result<void> remember(Database& database, const std::string& fingerprint) {
    return guarded([&] {
        database.raw().exec(
            "CREATE TABLE IF NOT EXISTS zx_catalog(fingerprint TEXT NOT NULL) STRICT; DELETE FROM zx_catalog");
        Use statement(database.prepared("INSERT INTO zx_catalog(fingerprint) VALUES(?1)"));
        statement->bind(1, fingerprint);
        statement->exec();
    });
}

}  // namespace

Result<bool> isUpToDate(Database& database, std::span<const Migration> migrations, const Catalog& catalog) {
    ZX_ASSIGN(const std::int64_t version, database.number("PRAGMA user_version"));
    if (!migrations.empty() && version != migrations.back().version) return false;
    ZX_ASSIGN(const std::string fingerprint, knownFingerprint(database));
    return fingerprint == catalog.fingerprint();
}

Result<void> bringUpToDate(Database& database, std::span<const Migration> migrations, const Catalog& catalog,
                           CatalogStep step) {
    assert(isOrdered(migrations));
    ZX_ASSIGN(const bool isReady, isUpToDate(database, migrations, catalog));
    if (isReady) return {};

    ZX_ASSIGN(Transaction transaction, Transaction::begin(database));
    ZX_ASSIGN(const std::int64_t version, database.number("PRAGMA user_version"));
    for (const Migration& migration : migrations) {
        if (migration.version <= version) continue;
        ZX_TRY(database.execute(migration.statements));
        ZX_TRY(database.execute("PRAGMA user_version = " + std::to_string(migration.version)));
    }
    ZX_ASSIGN(const std::string fingerprint, knownFingerprint(database));
    if (fingerprint != catalog.fingerprint()) {
        ZX_TRY(step(database, catalog));
        ZX_TRY(remember(database, catalog.fingerprint()));
    }
    return transaction.commit();
}

}  // namespace zhixing::sqlite

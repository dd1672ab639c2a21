#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "server/store/server_schema.h"
#include "server/store/sqlite_authority_store.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "sync/wire/codec.h"
#include "tests/support/stored_tasks.h"

namespace zhixing::server {

/// A server's database in a temporary directory, and records to put into it.
class StoreFixture : public test::StoredTasks {
public:
    StoreFixture() { open(); }

    void open() {
        store.reset();
        database.reset();
        auto opened = createServerDatabase(directory.path().toStdString(), catalog());
        database = std::make_unique<sqlite::Database>(std::move(opened).value());
        auto transaction = sqlite::Transaction::begin(*database);
        const bool isReady = SqliteAuthorityStore::initialise(*database, "epoch").ok() && transaction->commit().ok();
        store = std::move(SqliteAuthorityStore::open(*database, catalog())).value();
        Q_ASSERT(isReady);
    }

    void write(const sync::StoredRecord& stored, std::optional<Scope> from = {}) {
        StoredTasks::write(*store, stored, from);
    }

    QTemporaryDir directory;
    std::unique_ptr<sqlite::Database> database;
    std::unique_ptr<SqliteAuthorityStore> store;
};

}  // namespace zhixing::server

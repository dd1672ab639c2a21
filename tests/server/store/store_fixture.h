#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "server/store/server_schema.h"
#include "server/store/sqlite_authority_store.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "sync/wire/codec.h"
#include "tests/support/seeded_random.h"

namespace zhixing::server {

/// A server's database in a temporary directory, and records to put into it.
class StoreFixture {
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

    /// A task of that version, changed by the commit `seq`.
    sync::StoredRecord task(const Id& id, const Id& place, sync::Seq seq, Version version = 1) {
        const RecordType& type = catalog().at("task");
        sync::StoredRecord stored{blankRecord(type, id, place), std::vector<Version>(type.fields.size(), version), seq};
        stored.record.version = version;
        stored.record.set("title", std::string("海报上墙 \"") + std::to_string(seq) + "\"");
        stored.record.set("campaign", id);
        return stored;
    }

    /// Writes the record the way the authority does: record, history, digest, head.
    void write(const sync::StoredRecord& stored, std::optional<Scope> from = {}) {
        const Record& record = stored.record;
        QVERIFY(store->put(stored).ok());
        if (from) QVERIFY(store->depart(stored.seq, *record.type, record.id, record.version, *from).ok());
        sync::HistoryEntry entry{stored.seq,
                                 record.type,
                                 record.id,
                                 record.version,
                                 person,
                                 device,
                                 stored.seq,
                                 sync::Verb::edit,
                                 Instant{1000 + stored.seq},
                                 Instant{2000 + stored.seq},
                                 {}};
        entry.changes.push_back(
            {static_cast<std::uint16_t>(*record.type->find("title")), record.value("title"), Value(std::string("旧"))});
        QVERIFY(store->append(entry).ok());
        QVERIFY(store->setHead(stored.seq).ok());
    }

    QTemporaryDir directory;
    std::unique_ptr<sqlite::Database> database;
    std::unique_ptr<SqliteAuthorityStore> store;
    test::SeededRandom random{7};
    Id person = random.id();
    Id device = random.id();
};

}  // namespace zhixing::server

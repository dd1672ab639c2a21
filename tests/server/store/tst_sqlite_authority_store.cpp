#include "tests/server/store/store_fixture.h"

using namespace zhixing;
using namespace zhixing::server;
using sync::Outcome;
using sync::Verdict;

class TestSqliteAuthorityStore : public QObject {
    Q_OBJECT

private slots:
    void put_again_replacesIt();
    void rollback_afterWriting_undoesEverything();
    void commit_thenReopen_keepsEverything();
    void forEach_deleted_isLeftOut();
};

void TestSqliteAuthorityStore::put_again_replacesIt() {
    StoreFixture fixture;
    const Id id = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(fixture.task(id, fixture.random.id(), 1)).ok());

    const auto newer = fixture.task(id, fixture.random.id(), 2, 2);
    QVERIFY(fixture.store->put(newer).ok());

    QCOMPARE((*fixture.store->find(id))->record, newer.record);
    QCOMPARE(fixture.database->number("SELECT count(*) FROM record").value(), 1);
}

void TestSqliteAuthorityStore::rollback_afterWriting_undoesEverything() {
    StoreFixture fixture;
    const Id kept = fixture.random.id();
    const Id lost = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(kept, fixture.random.id(), 1));
    QVERIFY(fixture.store->commit().ok());

    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(lost, fixture.random.id(), 2));
    fixture.store->rollback();

    QVERIFY(!fixture.store->find(lost)->has_value());
    QVERIFY(fixture.store->find(kept)->has_value());
    QCOMPARE(fixture.store->head().value(), 1);
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(lost, fixture.random.id(), 2));
    QVERIFY(fixture.store->commit().ok());
    QCOMPARE(fixture.database->number("SELECT count(*) FROM zx_history").value(), 2);
}

void TestSqliteAuthorityStore::commit_thenReopen_keepsEverything() {
    StoreFixture fixture;
    const auto stored = fixture.task(fixture.random.id(), fixture.random.id(), 1);
    QVERIFY(fixture.store->begin().ok());
    fixture.write(stored);
    QVERIFY(markFounded(*fixture.database, Instant{1}).ok());
    QVERIFY(fixture.store->commit().ok());
    fixture.store.reset();
    fixture.database.reset();

    auto database = openServerDatabase(fixture.directory.path().toStdString(), catalog());
    QVERIFY(database.ok());
    auto store = SqliteAuthorityStore::open(*database, catalog());

    QVERIFY(store.ok());
    QCOMPARE((*store)->epoch().value(), std::string("epoch"));
    QCOMPARE((*store)->head().value(), 1);
    QCOMPARE((*(*store)->find(stored.record.id))->record, stored.record);
}

void TestSqliteAuthorityStore::forEach_deleted_isLeftOut() {
    StoreFixture fixture;
    const auto live = fixture.task(fixture.random.id(), fixture.random.id(), 1);
    auto deleted = fixture.task(fixture.random.id(), fixture.random.id(), 2);
    deleted.record.isDeleted = true;
    QVERIFY(fixture.store->put(live).ok());
    QVERIFY(fixture.store->put(deleted).ok());

    std::vector<Record> seen;
    std::vector<std::string> lines;
    QVERIFY(fixture.store->forEach(catalog().at("task"), [&](const Record& record) { seen.push_back(record); }).ok());
    QVERIFY(
        fixture.store
            ->forEachLine(catalog().at("task"), [&](const Scope&, std::string_view line) { lines.emplace_back(line); })
            .ok());

    QCOMPARE(seen, std::vector<Record>{live.record});
    QCOMPARE(lines, std::vector<std::string>{canonicalLine(live.record)});
}

QTEST_APPLESS_MAIN(TestSqliteAuthorityStore)
#include "tst_sqlite_authority_store.moc"

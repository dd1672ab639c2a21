#include "tests/server/store/store_fixture.h"

using namespace zhixing;
using namespace zhixing::server;
using sync::Outcome;
using sync::Verdict;

class TestSqliteAuthorityStore : public QObject {
    Q_OBJECT

private slots:
    void put_thenFind_givesTheSameRecord();
    void put_again_replacesIt();
    void find_unknown_givesNothing();
    void find_again_seesWhatWasPutSince();
    void find_afterRollback_givesWhatWasThere();
    void rollback_afterWriting_undoesEverything();
    void commit_thenReopen_keepsEverything();
    void holderOf_twoHolders_namesTheFirst();
    void holderOf_deletedOrUnset_namesNobody();
    void historyAt_storedVersion_givesTheEntry();
    void outcome_ofAPush_isFoundUntilForgotten();
    void lastCounter_unknownDevice_isZero();
    void digests_afterPut_areRead();
    void forEach_deleted_isLeftOut();
};

void TestSqliteAuthorityStore::put_thenFind_givesTheSameRecord() {
    StoreFixture fixture;
    auto stored = fixture.task(fixture.random.id(), fixture.random.id(), 1, 300);
    stored.record.set("tags", TagSet{"堆头", "试饮"});
    stored.record.set("location", Place{31230400, 121473700, 15});
    stored.fieldVersions[2] = 1;

    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(stored).ok());
    const auto found = fixture.store->find(stored.record.id);

    QVERIFY(found.ok() && found->has_value());
    QCOMPARE((*found)->record, stored.record);
    QCOMPARE((*found)->fieldVersions, stored.fieldVersions);
    QCOMPARE((*found)->seq, stored.seq);
}

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

void TestSqliteAuthorityStore::find_unknown_givesNothing() {
    StoreFixture fixture;
    const auto found = fixture.store->find(fixture.random.id());
    QVERIFY(found.ok() && !found->has_value());
}

void TestSqliteAuthorityStore::find_again_seesWhatWasPutSince() {
    StoreFixture fixture;
    const Id id = fixture.random.id();
    const Id place = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    for (Version version = 1; version <= 3; ++version) {
        const auto stored = fixture.task(id, place, version, version);
        QVERIFY(fixture.store->put(stored).ok());
        QCOMPARE((*fixture.store->find(id))->record, stored.record);
        QCOMPARE((*fixture.store->find(id))->seq, version);
    }
}

void TestSqliteAuthorityStore::find_afterRollback_givesWhatWasThere() {
    StoreFixture fixture;
    const auto first = fixture.task(fixture.random.id(), fixture.random.id(), 1);
    QVERIFY(fixture.store->begin().ok());
    fixture.write(first);
    QVERIFY(fixture.store->commit().ok());
    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(fixture.task(first.record.id, first.record.place, 2, 2)).ok());
    QCOMPARE((*fixture.store->find(first.record.id))->record.version, 2);

    fixture.store->rollback();

    QCOMPARE((*fixture.store->find(first.record.id))->record, first.record);
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

void TestSqliteAuthorityStore::holderOf_twoHolders_namesTheFirst() {
    StoreFixture fixture;
    const RecordType& type = catalog().at("node");
    const auto node = [&](sync::Seq seq) {
        sync::StoredRecord stored{blankRecord(type, fixture.random.id(), fixture.random.id()),
                                  std::vector<Version>(type.fields.size(), 1), seq};
        stored.record.set("name", std::string("店"));
        stored.record.set("code", std::string("SH-01"));
        return stored;
    };
    const auto first = node(1);
    const auto second = node(2);
    const Value code = std::string("SH-01");

    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(first).ok());
    QVERIFY(fixture.store->put(second).ok());

    QCOMPARE(fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1)).value(),
             std::optional(first.record.id));
    auto gone = first;
    gone.record.isDeleted = true;
    QVERIFY(fixture.store->put(gone).ok());
    QCOMPARE(fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1)).value(),
             std::optional(second.record.id));
}

void TestSqliteAuthorityStore::holderOf_deletedOrUnset_namesNobody() {
    StoreFixture fixture;
    const RecordType& type = catalog().at("node");
    const Value code = std::string("SH-02");
    QVERIFY(!fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1))->has_value());
}

void TestSqliteAuthorityStore::historyAt_storedVersion_givesTheEntry() {
    StoreFixture fixture;
    const auto stored = fixture.task(fixture.random.id(), fixture.random.id(), 1, 4);
    QVERIFY(fixture.store->begin().ok());
    fixture.write(stored);

    const auto entry = fixture.store->historyAt(stored.record.id, 4);
    QVERIFY(entry.ok() && entry->has_value());
    QCOMPARE((*entry)->person, fixture.person);
    QCOMPARE((*entry)->device, fixture.device);
    QCOMPARE((*entry)->at, Instant{1001});
    QCOMPARE((*entry)->receivedAt, Instant{2001});
    QCOMPARE((*entry)->changes.size(), 1U);
    QCOMPARE((*entry)->changes[0].value, stored.record.value("title"));
    QCOMPARE((*entry)->changes[0].base, Value(std::string("旧")));
    QVERIFY(!fixture.store->historyAt(stored.record.id, 5)->has_value());
}

void TestSqliteAuthorityStore::outcome_ofAPush_isFoundUntilForgotten() {
    StoreFixture fixture;
    const std::vector<Outcome> first{{1, Verdict::applied, 1, 10, {}, {}}, {2, Verdict::merged, 2, 11, {}, {}}};
    const std::vector<Outcome> second{{3, Verdict::rejected, 0, 11, {}, Error{Code::forbidden, "no", "title", {}}}};
    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->keepOutcomes(fixture.device, 1, first).ok());
    QVERIFY(fixture.store->keepOutcomes(fixture.device, 3, second).ok());

    QCOMPARE(fixture.store->outcome(fixture.device, 1).value(), std::optional(first[0]));
    QCOMPARE(fixture.store->outcome(fixture.device, 2).value(), std::optional(first[1]));
    QCOMPARE(fixture.store->outcome(fixture.device, 3).value(), std::optional(second[0]));
    QVERIFY(!fixture.store->outcome(fixture.device, 4)->has_value());
    QVERIFY(!fixture.store->outcome(fixture.person, 1)->has_value());
    QVERIFY(fixture.store->forgetOutcomes(fixture.device, 2).ok());
    QVERIFY(!fixture.store->outcome(fixture.device, 2)->has_value());
    QCOMPARE(fixture.store->outcome(fixture.device, 3).value(), std::optional(second[0]));
}

void TestSqliteAuthorityStore::lastCounter_unknownDevice_isZero() {
    StoreFixture fixture;
    QCOMPARE(fixture.store->lastCounter(fixture.device).value(), 0);
    QVERIFY(fixture.store->setLastCounter(fixture.device, 42).ok());
    QVERIFY(fixture.store->setLastCounter(fixture.device, 43).ok());
    QCOMPARE(fixture.store->lastCounter(fixture.device).value(), 43);
}

void TestSqliteAuthorityStore::digests_afterPut_areRead() {
    StoreFixture fixture;
    const Scope scope{fixture.random.id(), Audience::managers};
    sync::Digest digest;
    digest.add(fixture.random.id(), 3);
    digest.add(fixture.random.id(), 1);

    QVERIFY(fixture.store->putDigest(scope, digest).ok());

    const auto read = fixture.store->digests();
    QVERIFY(read.ok());
    QCOMPARE(read->size(), 1U);
    QCOMPARE(read->front(), std::pair(scope, digest));
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

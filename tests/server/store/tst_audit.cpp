#include "server/store/audit.h"
#include "tests/server/store/store_fixture.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

/// Twelve changes of eight records, the way the authority leaves them.
void fill(StoreFixture& fixture) {
    const Id place = fixture.random.id();
    sync::Digest digest;
    std::vector<Id> ids;
    QVERIFY(fixture.store->begin().ok());
    for (sync::Seq seq = 1; seq <= 8; ++seq) {
        ids.push_back(fixture.random.id());
        fixture.write(fixture.task(ids.back(), place, seq));
        digest.add(ids.back(), 1);
    }
    for (sync::Seq seq = 9; seq <= 12; ++seq) {
        const Id& id = ids[static_cast<std::size_t>(seq - 9)];
        fixture.write(fixture.task(id, place, seq, 2));
        digest.remove(id, 1);
        digest.add(id, 2);
    }
    QVERIFY(fixture.store->putDigest({place, Audience::everyone}, digest).ok());
    QVERIFY(fixture.store->commit().ok());
}

}  // namespace

class TestAudit : public QObject {
    Q_OBJECT

private slots:
    void inspect_untouchedStore_isFine();
    void inspect_tamperedStore_findsIt_data();
    void inspect_tamperedStore_findsIt();
    void inspect_compactedStore_isFine();
    void inspect_compactedAndTamperedStore_findsIt_data();
    void inspect_compactedAndTamperedStore_findsIt();
};

void TestAudit::inspect_untouchedStore_isFine() {
    StoreFixture fixture;
    fill(fixture);

    const auto seen = inspectStore(*fixture.database, *fixture.store, catalog());

    QVERIFY2(seen.ok(), seen.ok() ? "" : seen.error().message.c_str());
    QCOMPARE(seen->records, 8);
    QCOMPARE(seen->history, 12);
    QCOMPARE(seen->head, 12);
}

void TestAudit::inspect_tamperedStore_findsIt_data() {
    QTest::addColumn<QString>("statement");
    QTest::newRow("history: what was written")
        << "UPDATE zx_history SET written = replace(written, '3', '4') WHERE seq = 3";
    QTest::newRow("history: what it replaced") << "UPDATE zx_history SET replaced = '{}' WHERE seq = 3";
    QTest::newRow("history: who") << "UPDATE zx_history SET person = zeroblob(16) WHERE seq = 12";
    QTest::newRow("history: which device") << "UPDATE zx_history SET device = zeroblob(16) WHERE seq = 1";
    QTest::newRow("history: when") << "UPDATE zx_history SET at = at + 1 WHERE seq = 5";
    QTest::newRow("history: when received") << "UPDATE zx_history SET received_at = received_at - 1 WHERE seq = 5";
    QTest::newRow("history: how") << "UPDATE zx_history SET verb = 0 WHERE seq = 5";
    QTest::newRow("history: hash") << "UPDATE zx_history SET hash = zeroblob(32) WHERE seq = 7";
    QTest::newRow("history: row removed") << "DELETE FROM zx_history WHERE seq = 6";
    QTest::newRow("history: tail removed") << "DELETE FROM zx_history WHERE seq = 12";
    QTest::newRow("history: all removed") << "DELETE FROM zx_history";
    QTest::newRow("history: rows swapped")
        << "UPDATE zx_history SET seq = seq + 100 WHERE seq IN (3, 4); UPDATE zx_history SET seq = 4 WHERE seq = 103; "
           "UPDATE zx_history SET seq = 3 WHERE seq = 104";
    QTest::newRow("record: content") << "UPDATE record SET document = replace(document, '海报', '海保') WHERE seq = 12";
    QTest::newRow("record: place") << "UPDATE record SET place = zeroblob(16) WHERE seq = 12";
    QTest::newRow("record: audience") << "UPDATE record SET audience = 2 WHERE seq = 12";
    QTest::newRow("record: version") << "UPDATE record SET version = 9 WHERE seq = 12";
    QTest::newRow("record: deleted") << "UPDATE record SET deleted = 1 WHERE seq = 12";
    QTest::newRow("record: removed") << "DELETE FROM record WHERE seq = 12";
    QTest::newRow("digest: changed") << "UPDATE zx_digest SET low = low + 1";
    QTest::newRow("digest: removed") << "DELETE FROM zx_digest";
    QTest::newRow("head: back") << "UPDATE zx_meta SET value = 11 WHERE name = 'head'";
    QTest::newRow("head: ahead") << "UPDATE zx_meta SET value = 13 WHERE name = 'head'";
}

void TestAudit::inspect_tamperedStore_findsIt() {
    QFETCH(QString, statement);
    StoreFixture fixture;
    fill(fixture);
    QVERIFY(fixture.database->execute(statement.toStdString()).ok());

    const auto seen = inspectStore(*fixture.database, *fixture.store, catalog());

    QVERIFY(!seen.ok());
    QCOMPARE(seen.error().code, Code::damaged);
}

namespace {

/// The history up to seq 10 compacted, in two goes.
void compact(StoreFixture& fixture) {
    fill(fixture);
    for (const sync::Seq horizon : {sync::Seq{2}, sync::Seq{10}}) {
        QVERIFY(fixture.store->begin().ok());
        QVERIFY(fixture.store->compact(horizon, Instant{9'000}, [](const auto&, const auto&) { return true; }).ok());
        QVERIFY(fixture.store->commit().ok());
    }
}

}  // namespace

void TestAudit::inspect_compactedStore_isFine() {
    StoreFixture fixture;
    compact(fixture);

    const auto seen = inspectStore(*fixture.database, *fixture.store, catalog());

    QVERIFY2(seen.ok(), seen.ok() ? "" : seen.error().message.c_str());
    QCOMPARE(seen->records, 8);
    QCOMPARE(seen->history, 8);  // the first four records were all made anew by a later version
    QCOMPARE(seen->horizon, 10);
    QCOMPARE(seen->head, 12);
}

void TestAudit::inspect_compactedAndTamperedStore_findsIt_data() {
    QTest::addColumn<QString>("statement");
    QTest::newRow("what is left: who") << "UPDATE zx_history SET person = zeroblob(16) WHERE seq = 5";
    QTest::newRow("what is left: row removed") << "DELETE FROM zx_history WHERE seq = 6";
    QTest::newRow("after it: who") << "UPDATE zx_history SET person = zeroblob(16) WHERE seq = 11";
    QTest::newRow("after it: row removed") << "DELETE FROM zx_history WHERE seq = 11";
    QTest::newRow("checkpoint: horizon") << "UPDATE zx_checkpoint SET horizon = 9 WHERE number = 2";
    QTest::newRow("checkpoint: when") << "UPDATE zx_checkpoint SET at = at + 1 WHERE number = 1";
    QTest::newRow("checkpoint: how much") << "UPDATE zx_checkpoint SET history = 0 WHERE number = 2";
    QTest::newRow("checkpoint: chain") << "UPDATE zx_checkpoint SET chain = zeroblob(32) WHERE number = 2";
    QTest::newRow("checkpoint: what is left") << "UPDATE zx_checkpoint SET kept = zeroblob(32) WHERE number = 2";
    QTest::newRow("checkpoint: first removed") << "DELETE FROM zx_checkpoint WHERE number = 1";
    QTest::newRow("checkpoint: newest removed") << "DELETE FROM zx_checkpoint WHERE number = 2";
    QTest::newRow("checkpoint: all removed") << "DELETE FROM zx_checkpoint";
}

void TestAudit::inspect_compactedAndTamperedStore_findsIt() {
    QFETCH(QString, statement);
    StoreFixture fixture;
    compact(fixture);
    QVERIFY(fixture.database->execute(statement.toStdString()).ok());

    const auto seen = inspectStore(*fixture.database, *fixture.store, catalog());

    QVERIFY(!seen.ok());
    QVERIFY(seen.error().code == Code::damaged);
}

QTEST_APPLESS_MAIN(TestAudit)
#include "tst_audit.moc"

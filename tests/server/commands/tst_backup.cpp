#include <QDir>
#include <QFile>
#include <QTest>

#include "tests/server/server_process.h"

using zhixing::test::Run;
using zhixing::test::ServerProcess;

namespace {

QByteArray node(const char* name) {
    return QByteArray(R"({"type":"node","name":")") + name + R"(","kind":"region"})" + "\n";
}

}  // namespace

/// A copy of everything, and going back to it, through the program itself. What devices make of it is in tst_filling.cpp.
class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void backup_both_isTheWholeState_data();
    void backup_both_isTheWholeState();
    void backup_overAFile_isRefused();
    void restore_givesAnotherHistoryAndKeepsWhatWas();
    void restore_besideAServer_isRefused();
    void restore_damagedCopy_changesNothing();
    void restore_intoANewDirectory_founds();
};

void TestBackup::backup_both_isTheWholeState_data() {
    QTest::addColumn<bool>("isServing");
    QTest::newRow("without a server") << false;
    QTest::newRow("beside a server") << true;
}

void TestBackup::backup_both_isTheWholeState() {
    QFETCH(bool, isServing);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    if (isServing) QVERIFY(server.serve());
    QCOMPARE(server.run({"import"}, {server.write("a.ndjson", node("华东"))}).status, 0);
    const QByteArray before = server.run({"dump"}).output;
    const QString file = server.path("backup.db");

    QCOMPARE(server.run({"backup"}, {"--to", file}).object().value("backup").toString(), file);
    QCOMPARE(server.run({"import"}, {server.write("b.ndjson", node("华南"))}).status, 0);
    if (isServing) QCOMPARE(server.stop(), 0);
    QVERIFY(server.run({"dump"}).output != before);
    const Run restored = server.run({"restore"}, {"--from", file});

    QVERIFY2(restored.status == 0, restored.messages);
    QCOMPARE(server.run({"dump"}).output, before);
    QCOMPARE(server.run({"check"}).object().value("result").toString(), QString("ok"));
}

void TestBackup::backup_overAFile_isRefused() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const QString file = server.write("precious", "do not overwrite");

    const Run run = server.run({"backup"}, {"--to", file});

    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("already_exists"));
}

void TestBackup::restore_givesAnotherHistoryAndKeepsWhatWas() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QCOMPARE(server.run({"backup"}, {"--to", server.path("backup.db")}).status, 0);
    QCOMPARE(server.run({"import"}, {server.write("a.ndjson", node("后来"))}).status, 0);
    const QByteArray later = server.run({"dump"}).output;

    const Run first = server.run({"restore"}, {"--from", server.path("backup.db")});
    const QString kept = first.object().value("kept").toString();
    QVERIFY2(QFile::exists(kept), first.messages);
    QVERIFY(server.run({"dump"}).output != later);
    const Run back = server.run({"restore"}, {"--from", kept});

    QVERIFY2(back.status == 0, back.messages);
    QCOMPARE(server.run({"dump"}).output, later);
    QVERIFY(server.serve());
}

void TestBackup::restore_besideAServer_isRefused() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QCOMPARE(server.run({"backup"}, {"--to", server.path("backup.db")}).status, 0);
    QVERIFY(server.serve());

    const Run run = server.run({"restore"}, {"--from", server.path("backup.db")});

    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("locked"));
}

void TestBackup::restore_damagedCopy_changesNothing() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const QString file = server.path("backup.db");
    QCOMPARE(server.run({"backup"}, {"--to", file}).status, 0);
    const QByteArray before = server.run({"dump"}).output;
    QFile copy(file);
    QVERIFY(copy.open(QIODevice::ReadWrite));
    QVERIFY(copy.seek(copy.size() / 2));
    copy.write(QByteArray(8'192, '\xAA'));
    copy.close();

    const Run run = server.run({"restore"}, {"--from", file});

    QCOMPARE(run.status, 1);
    QCOMPARE(server.run({"dump"}).output, before);
}

void TestBackup::restore_intoANewDirectory_founds() {
    ServerProcess server;
    ServerProcess elsewhere;
    QCOMPARE(server.init().status, 0);
    const QString file = server.path("backup.db");
    QCOMPARE(server.run({"backup"}, {"--to", file}).status, 0);

    QCOMPARE(elsewhere.run({"restore"}, {"--from", file}).status, 0);

    QCOMPARE(elsewhere.run({"dump"}).output, server.run({"dump"}).output);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"

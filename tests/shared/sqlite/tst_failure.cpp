#include <QTest>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "shared/sqlite/failure.h"

using namespace zhixing;
using namespace zhixing::sqlite;

class TestFailure : public QObject {
    Q_OBJECT

private slots:
    void codes_meanWhatCallersActUpon_data() {
        QTest::addColumn<int>("sqlite");
        QTest::addColumn<int>("ours");
        QTest::newRow("full") << SQLITE_FULL << int(Code::disk_full);
        QTest::newRow("shared memory full") << SQLITE_IOERR_SHMSIZE << int(Code::disk_full);
        QTest::newRow("fsync") << SQLITE_IOERR_FSYNC << int(Code::io_failed);
        QTest::newRow("cannot open") << SQLITE_CANTOPEN_ISDIR << int(Code::io_failed);
        QTest::newRow("read only") << SQLITE_READONLY << int(Code::io_failed);
        QTest::newRow("busy") << SQLITE_BUSY_SNAPSHOT << int(Code::locked);
        QTest::newRow("corrupt") << SQLITE_CORRUPT_VTAB << int(Code::damaged);
        QTest::newRow("no database") << SQLITE_NOTADB << int(Code::not_ours);
        QTest::newRow("same key") << SQLITE_CONSTRAINT_PRIMARYKEY << int(Code::already_exists);
        QTest::newRow("unique") << SQLITE_CONSTRAINT_UNIQUE << int(Code::already_exists);
        QTest::newRow("another constraint") << SQLITE_CONSTRAINT_NOTNULL << int(Code::internal);
        QTest::newRow("too big") << SQLITE_TOOBIG << int(Code::too_large);
        QTest::newRow("our mistake") << SQLITE_MISUSE << int(Code::internal);
    }

    void codes_meanWhatCallersActUpon() {
        QFETCH(int, sqlite);
        QFETCH(int, ours);

        QCOMPARE(int(failure(sqlite, "x").code), ours);
    }

    void guarded_turnsWhatIsThrownIntoAnError() {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        database.exec("CREATE TABLE t(x UNIQUE); INSERT INTO t VALUES('secret')");

        const Result<void> twice = guarded([&] { database.exec("INSERT INTO t VALUES('secret')"); });

        QCOMPARE(twice.error().code, Code::already_exists);
        QVERIFY(twice.error().message.find("t.x") != std::string::npos);
        QVERIFY(twice.error().message.find("secret") == std::string::npos);
    }

    void guarded_passesOnWhatTheBodyReturns() {
        const Result<void> nothing = guarded([] {});
        const Result<int> value = guarded([] { return 7; });
        const Result<int> error = guarded([]() -> Result<int> { return Error{Code::damaged, "x", {}, {}}; });

        QVERIFY(nothing.ok());
        QCOMPARE(*value, 7);
        QCOMPARE(error.error().code, Code::damaged);
    }
};

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"

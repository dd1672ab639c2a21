#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "shared/sqlite/database.h"

using namespace zhixing;
using namespace zhixing::sqlite;

namespace {

constexpr Format ours{0x5A585431, 3};

QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void overwrite(const std::filesystem::path& path, qint64 offset, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Asks from another process, as only that can see the POSIX locks of this one, whether SQLite's shared bytes are locked.
bool isLockedByThisProcess(const std::filesystem::path& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        struct flock question {};
        question.l_type = F_WRLCK;
        question.l_whence = SEEK_SET;
        question.l_start = 0x40000002;
        question.l_len = 510;
        const int descriptor = ::open(path.c_str(), O_RDWR);
        const bool isAnswered = descriptor >= 0 && ::fcntl(descriptor, F_GETLK, &question) == 0;
        ::_exit(isAnswered && question.l_type != F_UNLCK ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

}  // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;

    std::filesystem::path freshPath() {
        return folder_.filePath(QString::number(++fileNumber_) + ".store").toStdString();
    }

    /// A closed store of ours with one table of one row.
    std::filesystem::path closedStore() {
        const auto path = freshPath();
        auto database = Database::openWriter(path, ours);
        [&] {
            QVERIFY2(database.ok(), database.ok() ? "" : database.error().message.c_str());
            QVERIFY(database->execute("PRAGMA user_version = 3; CREATE TABLE t(x); INSERT INTO t VALUES(7)").ok());
        }();
        return path;
    }

private slots:
    void openWriter_onAMissingFile_makesItForItsOwnerOnly() {
        const auto path = freshPath();

        const auto database = Database::openWriter(path, ours);

        QVERIFY(database.ok());
        const auto permissions = std::filesystem::status(path).permissions();
        QCOMPARE(permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
                 std::filesystem::perms::none);
    }

    void openWriter_setsEveryPragma() {
        auto database = Database::openWriter(freshPath(), ours);
        QVERIFY(database.ok());

        QCOMPARE(*database->text("PRAGMA journal_mode"), std::string("wal"));
        QCOMPARE(*database->number("PRAGMA synchronous"), 2);
        QCOMPARE(*database->number("PRAGMA foreign_keys"), 1);
        QCOMPARE(*database->number("PRAGMA trusted_schema"), 0);
        QCOMPARE(*database->number("PRAGMA cell_size_check"), 1);
        QCOMPARE(*database->number("PRAGMA mmap_size"), 0);
        QCOMPARE(*database->number("PRAGMA application_id"), ours.applicationId);
        QVERIFY(*database->number("PRAGMA journal_size_limit") > 0);
        QVERIFY(sqlite3_limit(database->raw().getHandle(), SQLITE_LIMIT_LENGTH, -1) <= 4 * 1024 * 1024);
    }

    void openWriter_twice_isLocked() {
        const auto path = freshPath();
        const auto first = Database::openWriter(path, ours);
        QVERIFY(first.ok());

        const auto second = Database::openWriter(path, ours);

        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, Code::locked);
    }

    void openWriter_afterTheFirstIsGone_succeeds() {
        const auto path = closedStore();

        auto again = Database::openWriter(path, ours);

        QVERIFY(again.ok());
        QCOMPARE(*again->number("SELECT x FROM t"), 7);
    }

    void openWriter_inAMissingFolder_isNotFound() {
        const auto database = Database::openWriter(folder_.filePath("no/such/folder/a.store").toStdString(), ours);

        QCOMPARE(database.error().code, Code::not_found);
    }

    void open_ofUnusableFiles_isRefusedAndLeavesThemUntouched_data() {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto big = [](quint32 number) {
            QByteArray bytes(4, '\0');
            for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>(number >> (24 - 8 * i));
            return bytes;
        };
        QTest::newRow("no SQLite file") << qint64{0} << QByteArray("PK\x03\x04", 4) << int(Code::not_ours);
        QTest::newRow("page size nonsense") << qint64{16} << QByteArray("\x00\x03", 2) << int(Code::not_ours);
        QTest::newRow("another program's") << qint64{68} << big(0x0F055112) << int(Code::not_ours);
        QTest::newRow("no program's") << qint64{68} << big(0) << int(Code::not_ours);
        QTest::newRow("newer") << qint64{60} << big(4) << int(Code::newer_format);
    }

    void open_ofUnusableFiles_isRefusedAndLeavesThemUntouched() {
        QFETCH(qint64, offset);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const auto path = closedStore();
        overwrite(path, offset, bytes);
        const QByteArray before = contentOf(path);

        const auto writer = Database::openWriter(path, ours);
        const auto reader = Database::openReader(path, ours);

        QCOMPARE(int(writer.error().code), code);
        QCOMPARE(int(reader.error().code), code);
        QCOMPARE(contentOf(path), before);
        QVERIFY(!std::filesystem::exists(path.string() + "-wal"));
        QVERIFY(!std::filesystem::exists(path.string() + "-journal"));
    }

    void openWriter_whenTheNewerVersionIsOnlyInTheWal_leavesFileAndWalUntouched() {
        const auto path = closedStore();
        const auto copy = freshPath();
        {
            auto newer = Database::openWriter(path, Format{ours.applicationId, 9});
            QVERIFY(newer.ok());
            QVERIFY(newer->execute("PRAGMA user_version = 9").ok());
            std::filesystem::copy_file(path, copy);
            std::filesystem::copy_file(path.string() + "-wal", copy.string() + "-wal");
        }
        const QByteArray file = contentOf(copy);
        const QByteArray wal = contentOf(copy.string() + "-wal");
        QVERIFY(!wal.isEmpty());

        const auto opened = Database::openWriter(copy, ours);

        QCOMPARE(opened.error().code, Code::newer_format);
        QCOMPARE(contentOf(copy), file);
        QCOMPARE(contentOf(copy.string() + "-wal"), wal);
    }

    void open_afterACrashAmidACheckpoint_succeeds() {
        const auto path = closedStore();
        const auto copy = freshPath();
        {
            auto writer = Database::openWriter(path, ours);
            QVERIFY(
                writer->execute("CREATE TABLE u(x); INSERT INTO u SELECT randomblob(3000) FROM t, pragma_function_list")
                    .ok());
            std::filesystem::copy_file(path, copy);
            std::filesystem::copy_file(path.string() + "-wal", copy.string() + "-wal");
        }
        // The first page came back from the WAL, and says how many pages there are now; the others did not yet.
        const QByteArray wal = contentOf(copy.string() + "-wal");
        constexpr int walHeader = 32;
        constexpr int frameHeader = 24;
        constexpr int page = 4096;
        QByteArray firstPage;
        for (int frame = walHeader; frame + frameHeader + page <= wal.size(); frame += frameHeader + page) {
            if (wal.mid(frame, 4) == QByteArray("\0\0\0\1", 4)) firstPage = wal.mid(frame + frameHeader, page);
        }
        QVERIFY(!firstPage.isEmpty());
        overwrite(copy, 0, firstPage);

        {
            const auto reader = Database::openReader(copy, ours);
            QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message.c_str());
        }
        auto writer = Database::openWriter(copy, ours);

        QVERIFY2(writer.ok(), writer.ok() ? "" : writer.error().message.c_str());
        QVERIFY(*writer->number("SELECT count(*) FROM u") > 10);
        QVERIFY(writer->verify().ok());
    }

    void openReader_ofAMissingFile_isNotFoundAndMakesNothing() {
        const auto path = freshPath();

        const auto reader = Database::openReader(path, ours);

        QCOMPARE(reader.error().code, Code::not_found);
        QVERIFY(!std::filesystem::exists(path));
    }

    void openReader_besideTheWriter_seesCommitsAndCannotWrite() {
        const auto path = closedStore();
        auto writer = Database::openWriter(path, ours);
        auto reader = Database::openReader(path, ours);
        QVERIFY(writer.ok() && reader.ok());
        auto transaction = Transaction::begin(*writer);
        QVERIFY(transaction.ok());
        QVERIFY(writer->execute("UPDATE t SET x = 8").ok());

        QCOMPARE(*reader->number("SELECT x FROM t"), 7);
        QVERIFY(transaction->commit().ok());
        QCOMPARE(*reader->number("SELECT x FROM t"), 8);

        QVERIFY(!reader->execute("UPDATE t SET x = 9").ok());
        QCOMPARE(*writer->number("SELECT x FROM t"), 8);
    }

    void openReader_besideTheWriter_doesNotDropItsLocks() {
        const auto path = closedStore();
        const auto writer = Database::openWriter(path, ours);
        QVERIFY(writer.ok() && isLockedByThisProcess(path));

        const auto reader = Database::openReader(path, ours);

        QVERIFY(reader.ok());
        QVERIFY(isLockedByThisProcess(path));
    }

    void transaction_goneWithoutCommit_rollsBack() {
        auto database = Database::openWriter(closedStore(), ours);
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction.ok());
            QVERIFY(database->execute("DELETE FROM t").ok());
        }

        QCOMPARE(*database->number("SELECT count(*) FROM t"), 1);
    }

    void commit_whenTheDiskIsFull_failsAndKeepsEarlierWork() {
        auto database = Database::openWriter(closedStore(), ours);
        QVERIFY(database->execute("PRAGMA max_page_count = 4").ok());
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction.ok());

            const auto written = database->execute("INSERT INTO t VALUES(zeroblob(100000))");

            QCOMPARE(written.error().code, Code::disk_full);
        }

        QCOMPARE(*database->number("SELECT sum(x) FROM t"), 7);
        auto next = Transaction::begin(*database);
        QVERIFY(next.ok());
        QVERIFY(database->execute("INSERT INTO t VALUES(1)").ok());
        QVERIFY(next->commit().ok());
    }

    void setDurability_changesSynchronousOnlyWhenAsked() {
        auto database = Database::openWriter(closedStore(), ours);

        QVERIFY(database->setDurability(Durability::atomic).ok());
        QCOMPARE(*database->number("PRAGMA synchronous"), 1);
        QVERIFY(database->setDurability(Durability::full).ok());
        QCOMPARE(*database->number("PRAGMA synchronous"), 2);
    }

    void verify_ofADamagedPage_isDamaged() {
        const auto path = closedStore();
        {
            auto database = Database::openWriter(path, ours);
            QVERIFY(database
                        ->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                                  "INSERT INTO t SELECT i FROM n")
                        .ok());
            QVERIFY(database->verify().ok());
        }
        overwrite(path, 4096 * 2, QByteArray(64, '\xA5'));

        auto database = Database::openWriter(path, ours);

        QVERIFY(database.ok());
        QCOMPARE(database->verify().error().code, Code::damaged);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"

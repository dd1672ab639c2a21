#include <sys/wait.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>

#include "shared/sqlite/file_lock.h"

using namespace zhixing;
using namespace zhixing::sqlite;

class TestFileLock : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::filesystem::path pathOf(const char* name) { return folder_.filePath(name).toStdString(); }

private slots:
    void acquire_whileHeldHere_isLocked() {
        const auto first = FileLock::acquire(pathOf("a"));
        QVERIFY(first.ok());

        QCOMPARE(FileLock::acquire(pathOf("a")).error().code, Code::locked);
        QVERIFY(FileLock::acquire(pathOf("b")).ok());
    }

    void acquire_afterItWasLetGo_succeeds() {
        { QVERIFY(FileLock::acquire(pathOf("c")).ok()); }

        QVERIFY(FileLock::acquire(pathOf("c")).ok());
    }

    void move_takesTheRightAlong() {
        auto first = FileLock::acquire(pathOf("d"));
        FileLock second = std::move(first).value();
        QCOMPARE(FileLock::acquire(pathOf("d")).error().code, Code::locked);

        second = FileLock();

        QVERIFY(FileLock::acquire(pathOf("d")).ok());
    }

    void acquire_whileAnotherProcessHoldsIt_isLockedUntilThatDies() {
        int ready[2];
        int leave[2];
        QVERIFY(::pipe(ready) == 0 && ::pipe(leave) == 0);
        const auto path = pathOf("e");
        const pid_t child = ::fork();
        if (child == 0) {
            const auto held = FileLock::acquire(path);
            char byte = held.ok() ? 1 : 0;
            if (::write(ready[1], &byte, 1) != 1 || ::read(leave[0], &byte, 1) != 1) ::_exit(1);
            ::_exit(0);
        }
        char byte = 0;
        QVERIFY(::read(ready[0], &byte, 1) == 1 && byte == 1);

        QCOMPARE(FileLock::acquire(path).error().code, Code::locked);
        QVERIFY(::write(leave[1], &byte, 1) == 1);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(FileLock::acquire(path).ok());
    }

    void acquire_inAMissingFolder_isNotFound() {
        QCOMPARE(FileLock::acquire(pathOf("no/such/folder")).error().code, Code::not_found);
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"

#include "client/net/account.h"

#include <sys/resource.h>

#include <csignal>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zhixing;
using namespace zhixing::client;

class TestAccount : public QObject {
    Q_OBJECT

    static Account sample() {
        return {QUrl(QStringLiteral("wss://zhixing.example/sync")),
                QStringLiteral("a secret"),
                QStringLiteral("知行"),
                QStringLiteral("/etc/ca.pem"),
                Id::named("device"),
                Id::named("person"),
                Id::named("home")};
    }

    QTemporaryDir folder_;
    QString file_ = Account::fileFor(folder_.filePath(QStringLiteral("a.store")));

    /// While it lives, no file takes more than so many bytes.
    class FullDisk {
    public:
        explicit FullDisk(rlim_t bytes) : heard_(std::signal(SIGXFSZ, SIG_IGN)) {
            getrlimit(RLIMIT_FSIZE, &before_);
            const rlimit narrow{bytes, before_.rlim_max};
            setrlimit(RLIMIT_FSIZE, &narrow);
        }
        ~FullDisk() {
            setrlimit(RLIMIT_FSIZE, &before_);
            std::signal(SIGXFSZ, heard_);
        }
        FullDisk(const FullDisk&) = delete;
        FullDisk& operator=(const FullDisk&) = delete;

    private:
        void (*heard_)(int);
        rlimit before_{};
    };

private slots:
    void save_onAFullDisk_saysSoAndKeepsWhatWasThere() {
        QVERIFY(sample().save(file_).ok());
        Account next = sample();
        next.token = QStringLiteral("another secret");

        for (const rlim_t bytes : {0, 20, 100}) {
            Result<void> saved;
            {
                const FullDisk disk(bytes);
                saved = next.save(file_);
            }

            QVERIFY(!saved.ok());
            QCOMPARE(saved.error().code, Code::io_failed);
            const auto loaded = Account::load(file_);
            QVERIFY(loaded.ok());
            QCOMPARE(loaded->token, sample().token);
        }
    }

    void cleanup() { QFile::remove(file_); }

    void load_saved_isTheSame() {
        QVERIFY(sample().save(file_).ok());

        const auto loaded = Account::load(file_);

        QVERIFY(loaded.ok());
        QCOMPARE(loaded->server, sample().server);
        QCOMPARE(loaded->token, sample().token);
        QCOMPARE(loaded->organisation, sample().organisation);
        QCOMPARE(loaded->authorityFile, sample().authorityFile);
        QVERIFY(loaded->device == sample().device && loaded->person == sample().person);
        QVERIFY(loaded->home == sample().home);
    }

    void save_secret_isForItsOwnerOnly() {
        QVERIFY(sample().save(file_).ok());

        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile::permissions(file_) & others) == 0);
    }

    void load_noFile_isNotEnrolled() {
        const auto loaded = Account::load(file_);
        QVERIFY(!loaded.ok());
        QVERIFY(loaded.error().code == Code::not_enrolled);
    }

    void load_cutFile_isDamaged() {
        QVERIFY(sample().save(file_).ok());
        QVERIFY(QFile::resize(file_, 40));

        const auto loaded = Account::load(file_);

        QVERIFY(!loaded.ok());
        QVERIFY(loaded.error().code == Code::damaged);
    }

    void save_noSuchFolder_fails() {
        const auto saved = sample().save(folder_.filePath(QStringLiteral("missing/a.account")));
        QVERIFY(!saved.ok());
        QVERIFY(saved.error().code == Code::io_failed);
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <random>

#include "client/store/sqlite_replica_store.h"
#include "sync/wire/codec.h"
#include "tests/support/sample_outbox.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;
using sync::Digest;
using sync::Operation;
using sync::PendingOperation;
using Durability = sync::ReplicaStore::Durability;

namespace {

/// Opens the store and reads all of it; whether anything of that was refused.
bool refusesOrReads(const std::filesystem::path& path) {
    auto opened = SqliteReplicaStore::open(sampleCatalog(), path);
    if (!opened.ok()) return true;
    SqliteReplicaStore& store = **opened;
    bool isRefused = !store.state().ok() || !store.unsent(0, 1'000, 1'000'000).ok() || !store.tray().ok();
    for (int i = 0; i < 40; ++i) {
        isRefused |= !store.find(sample(), sampleId(i)).ok() || !store.shadow(sampleId(i)).ok() ||
                     !store.pendingOf(sampleId(i)).ok();
    }
    return isRefused || !store.database().verify().ok();
}

}  // namespace

#define OK(expression) QCOMPARE(errorIn(expression), std::string())

class TestSqliteReplicaStore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;
    std::filesystem::path path_;
    std::unique_ptr<SqliteReplicaStore> store_;

    void reopen() {
        store_.reset();
        auto opened = SqliteReplicaStore::open(sampleCatalog(), path_);
        QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
        store_ = std::move(opened).value();
    }

    /// One committed transaction.
    template <typename Body>
    void commit(Body&& body) {
        OK(store_->begin(Durability::full));
        body();
        OK(store_->commit());
    }

private slots:
    void init() {
        path_ = folder_.filePath(QString::number(++fileNumber_) + ".store").toStdString();
        reopen();
    }
    void cleanup() { store_.reset(); }

    void open_elsewhere_isLocked() {
        const auto second = SqliteReplicaStore::open(sampleCatalog(), path_);

        QCOMPARE(second.error().code, Code::locked);
    }

    void open_ofADamagedFile_isRefusedAndLeavesItUntouched() {
        commit([&] { OK(store_->put(fullSample(sample(), 1), false)); });
        store_.reset();
        QFile file(QString::fromStdString(path_.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write("flipped") == 7);
        file.seek(0);
        const QByteArray before = file.readAll();
        file.close();

        const auto opened = SqliteReplicaStore::open(sampleCatalog(), path_);

        QVERIFY(opened.error().code == Code::not_ours || opened.error().code == Code::damaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void setState_thenReopen_keepsEverything() {
        sync::ReplicaState state;
        state.device = sampleId(1);
        state.person = sampleId(2);
        state.home = sampleId(3);
        state.epoch = "epoch";
        state.cursor = 41;
        state.lastCounter = 42;
        state.acked = 40;
        state.clock = {-5'000, Instant{1'760'000'000'000}};
        state.scopes = {{sampleId(4), Audience::everyone}, {sampleId(4), Audience::managers}};
        state.agreed = true;
        state.agreedAt = Instant{7};

        commit([&] { OK(store_->setState(state)); });
        reopen();

        const auto read = store_->state();
        QVERIFY(read.ok());
        QCOMPARE(read->device, state.device);
        QCOMPARE(read->person, state.person);
        QCOMPARE(read->home, state.home);
        QCOMPARE(read->epoch, state.epoch);
        QCOMPARE(read->cursor, 41);
        QCOMPARE(read->lastCounter, 42);
        QCOMPARE(read->acked, 40);
        QCOMPARE(read->clock.offsetMs, -5'000);
        QCOMPARE(read->clock.last, state.clock.last);
        QVERIFY(read->scopes == state.scopes);
        QVERIFY(read->agreed);
        QCOMPARE(read->agreedAt, Instant{7});
    }

    void find_inATransactionThatFilledAnEmptyStore_seesWhatWasPutAndNothingAfterARollback() {
        OK(store_->begin(Durability::atomic));
        QVERIFY(!store_->find(order(), sampleId(1))->has_value());
        OK(store_->put(blankRecord(order(), sampleId(1), sampleId(9)), false));
        QVERIFY(store_->find(order(), sampleId(1))->has_value());
        store_->rollback();

        QVERIFY(!store_->find(order(), sampleId(1))->has_value());
        commit([&] { OK(store_->put(blankRecord(order(), sampleId(1), sampleId(9)), false)); });
        reopen();
        QVERIFY(store_->find(order(), sampleId(1))->has_value());
    }

    void rowsIn_givesTheScopesRowsOfEveryType() {
        commit([&] {
            OK(store_->put(blankRecord(sample(), sampleId(1), sampleId(9)), false));
            OK(store_->put(blankRecord(order(), sampleId(2), sampleId(9)), false));
            OK(store_->put(blankRecord(order(), sampleId(3), sampleId(8)), false));
        });

        const auto rows = store_->rowsIn({sampleId(9), Audience::everyone});

        QVERIFY(rows.ok());
        QVERIFY((*rows ==
                 std::vector<std::pair<const RecordType*, Id>>{{&sample(), sampleId(1)}, {&order(), sampleId(2)}}));
    }

    void shadow_thenReopen_isTheSameRecord() {
        Record shadow = fullSample(sample(), 1);
        shadow.isDeleted = true;

        commit([&] { OK(store_->putShadow(shadow)); });
        reopen();

        QVERIFY(store_->shadow(shadow.id)->value() == shadow);
        commit([&] { OK(store_->eraseShadow(shadow.id)); });
        QVERIFY(!store_->shadow(shadow.id)->has_value());
    }

    void digests_ofManyScopes_thenReopen_areAllThere() {
        constexpr int many = 200;
        commit([&] {
            for (int i = 0; i < many; ++i) {
                OK(store_->putDigest({sampleId(i), Audience::everyone}, Digest{i, std::uint64_t(i) << 40, 7}));
            }
        });
        commit([&] { OK(store_->putDigest({sampleId(70), Audience::everyone}, Digest{9, 9, 9})); });
        reopen();

        for (int i = 0; i < many; ++i) {
            const Digest expected = i == 70 ? Digest{9, 9, 9} : Digest{i, std::uint64_t(i) << 40, 7};
            QVERIFY((*store_->digest({sampleId(i), Audience::everyone}) == expected));
        }
    }

    void digests_thenReopen_addUp() {
        const Digest large{3, 0xFFFF'FFFF'FFFF'FFFF, 0x8000'0000'0000'0000};
        const Digest small{2, 1, 0x8000'0000'0000'0001};
        commit([&] {
            OK(store_->putDigest({sampleId(1), Audience::everyone}, large));
            OK(store_->putDigest({sampleId(1), Audience::managers}, small));
        });
        reopen();

        QVERIFY(*store_->digest({sampleId(1), Audience::everyone}) == large);
        QVERIFY((*store_->digest({sampleId(2), Audience::everyone}) == Digest{}));
        Digest total = large;
        total.add(small);
        QVERIFY(*store_->totalDigest() == total);
        QCOMPARE(total.count, 5);
    }

    void begin_setsTheDurabilityThatWasAskedFor() {
        OK(store_->begin(Durability::atomic));
        QCOMPARE(*store_->database().number("PRAGMA synchronous"), 1);
        OK(store_->commit());
        OK(store_->begin(Durability::full));
        QCOMPARE(*store_->database().number("PRAGMA synchronous"), 2);
        OK(store_->commit());
    }

    void save_onAFullDisk_failsAndKeepsEarlierWork() {
        commit([&] {
            OK(store_->put(fullSample(sample(), 1), true));
            OK(store_->append(pendingOn(1, 1)));
        });
        const auto pages = *store_->database().number("PRAGMA page_count");
        OK(store_->database().execute("PRAGMA max_page_count = " + std::to_string(pages + 3)));

        OK(store_->begin(Durability::full));
        Code failure = Code::internal;
        for (int i = 2; i < 1'000; ++i) {
            Record record = fullSample(sample(), i);
            record.set("note", std::string(8'000, 'x'));
            if (const auto put = store_->put(record, true); !put.ok()) {
                failure = put.error().code;
                break;
            }
        }
        store_->rollback();

        QCOMPARE(failure, Code::disk_full);
        QVERIFY(store_->find(sample(), sampleId(1))->has_value());
        QVERIFY(!store_->find(sample(), sampleId(2))->has_value());
        QCOMPARE(countersOf(store_->pendingOf(sampleId(1))), (std::vector<sync::Counter>{1}));
        OK(store_->database().execute("PRAGMA max_page_count = 100000"));
        commit([&] { OK(store_->put(fullSample(sample(), 2), true)); });
        OK(store_->database().verify());
    }

    void commit_whenTheDiskFails_failsAndWritesNoMoreUntilReopened() {
        commit([&] { OK(store_->append(pendingOn(1, 1))); });
        struct rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit tight = before;
        tight.rlim_cur = 4'096;

        OK(store_->begin(Durability::full));
        OK(store_->append(pendingOn(1, 2)));
        ::setrlimit(RLIMIT_FSIZE, &tight);
        const auto failed = store_->commit();
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, ignored);

        QCOMPARE(failed.error().code, Code::io_failed);
        QCOMPARE(countersOf(store_->pendingOf(sampleId(1))), (std::vector<sync::Counter>{1}));
        QCOMPARE(store_->begin(Durability::full).error().code, Code::io_failed);
        reopen();
        QCOMPARE(countersOf(store_->pendingOf(sampleId(1))), (std::vector<sync::Counter>{1}));
        commit([&] { OK(store_->append(pendingOn(1, 2))); });
    }

    void open_ofAFileWithFlippedBits_failsWithAnErrorOrReads() {
        commit([&] {
            for (int i = 0; i < 40; ++i) {
                OK(store_->put(fullSample(sample(), i), true));
                OK(store_->putShadow(fullSample(sample(), i)));
                OK(store_->append(pendingOn(i, i + 1)));
                OK(store_->putDigest({sampleId(i), Audience::everyone}, Digest{i, 2, 3}));
            }
        });
        store_.reset();
        QFile file(QString::fromStdString(path_.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        std::mt19937_64 random(20251022);
        int refused = 0;
        int readable = 0;

        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = whole;
            for (std::uint64_t flips = 1 + random() % 64; flips > 0; --flips) {
                const auto position = static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bytes.size()));
                bytes[position] = static_cast<char>(bytes[position] ^ (1 << random() % 8));
            }
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QVERIFY(file.write(bytes) == bytes.size());
            file.close();
            (refusesOrReads(path_) ? refused : readable) += 1;
        }

        QVERIFY(refused > 0);
        QVERIFY(readable > 0);
    }

    void kill_atAnyPoint_leavesWholeTransactions_data() {
        QTest::addColumn<bool>("committed");
        QTest::newRow("before the commit") << false;
        QTest::newRow("after the commit") << true;
    }

    void kill_atAnyPoint_leavesWholeTransactions() {
        QFETCH(bool, committed);
        commit([&] { OK(store_->append(pendingOn(1, 1))); });
        store_.reset();

        const pid_t child = ::fork();
        if (child == 0) {
            auto opened = SqliteReplicaStore::open(sampleCatalog(), path_);
            SqliteReplicaStore& store = **opened;
            const bool isWritten = store.begin(Durability::full).ok() && store.append(pendingOn(1, 2)).ok() &&
                                   store.put(fullSample(sample(), 1), true).ok();
            if (isWritten && committed && !store.commit().ok()) ::_exit(1);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));

        reopen();
        QCOMPARE(*store_->pendingCount(), committed ? std::size_t{2} : std::size_t{1});
        QCOMPARE(store_->find(sample(), sampleId(1))->has_value(), committed);
        OK(store_->database().verify());
    }
};

QTEST_GUILESS_MAIN(TestSqliteReplicaStore)
#include "tst_sqlite_replica_store.moc"

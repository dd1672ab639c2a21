#include <QTemporaryDir>
#include <QTest>

#include "client/store/engine_reader.h"
#include "client/store/sqlite_replica_store.h"
#include "sync/wire/codec.h"
#include "tests/support/sample_outbox.h"

using namespace zhixing;
using namespace zhixing::client;
using namespace zhixing::test;
using sync::Operation;
using sync::PendingOperation;
using Durability = sync::ReplicaStore::Durability;

#define OK(expression) QCOMPARE(errorIn(expression), std::string())

class TestSqliteOutbox : public QObject {
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

    void outbox_thenReopen_keepsOrderLinesAndMarks() {
        commit([&] {
            for (int counter = 1; counter <= 4; ++counter) OK(store_->append(pendingOn(counter % 2, counter)));
            OK(store_->settle(2, 77, 5));
        });
        reopen();

        QCOMPARE(*store_->pendingCount(), std::size_t{4});
        QCOMPARE(countersOf(store_->pendingOf(sampleId(0))), (std::vector<sync::Counter>{2, 4}));
        QCOMPARE(countersOf(store_->unsent(0, 100, 100'000)), (std::vector<sync::Counter>{1, 3, 4}));
        const auto second = store_->pending(2);
        QVERIFY(second->has_value());
        QVERIFY((*second)->operation == operationOn(0, 2, "g"));
        QCOMPARE((*second)->line, sync::encodeOperation((*second)->operation));
        QCOMPARE((*second)->settledSeq, 77);
        QCOMPARE((*second)->settledVersion, 5);
        QVERIFY(!store_->pending(5)->has_value());
    }

    void tray_thenReopen_keepsOperationAndReason() {
        sync::TrayItem item;
        item.counter = 3;
        item.operation = operationOn(1, 3, "拒绝");
        item.error = Error{Code::out_of_range, "too much", "amount", 1'000'000};
        item.rejectedAt = Instant{99};
        sync::TrayItem plain = item;
        plain.counter = 2;
        plain.operation.counter = 2;
        plain.error = Error{Code::forbidden, "not yours", "", {}};

        commit([&] {
            OK(store_->putTray(item));
            OK(store_->putTray(plain));
        });
        reopen();

        const auto items = store_->tray();
        QVERIFY(items.ok());
        QCOMPARE(items->size(), std::size_t{2});
        QVERIFY((*items)[0].error == plain.error);
        QVERIFY((*items)[1].error == item.error);
        QVERIFY((*items)[1].operation == item.operation);
        QCOMPARE((*items)[1].rejectedAt, Instant{99});
        commit([&] { OK(store_->eraseTray(3)); });
        QCOMPARE(store_->tray()->size(), std::size_t{1});
    }

    void discarded_thenReopen_staysUntilItsTimeIsOver() {
        sync::TrayItem item;
        item.counter = 3;
        item.operation = operationOn(1, 3, "扔掉");
        item.error = Error{Code::too_long, "too long", "group", 200};
        item.rejectedAt = Instant{99};
        commit([&] { OK(store_->putDiscarded({item, Instant{1'000}})); });
        reopen();

        const auto kept = store_->discarded();
        QVERIFY(kept.ok());
        QCOMPARE(kept->size(), std::size_t{1});
        QVERIFY(kept->front().item.operation == item.operation);
        QVERIFY(kept->front().item.error == item.error);
        QCOMPARE(kept->front().discardedAt, Instant{1'000});

        commit([&] { OK(store_->eraseDiscardedBefore(Instant{1'000})); });
        QCOMPARE(store_->discarded()->size(), std::size_t{1});
        commit([&] { OK(store_->eraseDiscardedBefore(Instant{1'001})); });
        QVERIFY(store_->discarded()->empty());
    }

    void eraseDiscarded_ofOne_leavesTheOthers() {
        sync::TrayItem item;
        item.error = Error{Code::forbidden, "not yours", "", {}};
        commit([&] {
            for (item.counter = 1; item.counter <= 2; ++item.counter) {
                item.operation = operationOn(1, item.counter, "g");
                OK(store_->putDiscarded({item, Instant{5}}));
            }
            OK(store_->eraseDiscarded(1));
        });

        QCOMPARE(store_->discarded()->size(), std::size_t{1});
        QCOMPARE(store_->discarded()->front().item.counter, sync::Counter{2});
    }

    /// D9, of what exists nowhere else.
    void open_ownWorkChangedByTheDisk_isDamaged_data() {
        QTest::addColumn<QString>("change");
        QTest::newRow("value") << "UPDATE zx_outbox SET line = replace(line, 'north', 'nortI') WHERE counter = 1";
        QTest::newRow("taken for decided") << "UPDATE zx_outbox SET settled_seq = 1 WHERE counter = 1";
        QTest::newRow("decided earlier") << "UPDATE zx_outbox SET settled_seq = 76 WHERE counter = 2";
        QTest::newRow("number") << "UPDATE zx_outbox SET counter = 5 WHERE counter = 1";
        QTest::newRow("record") << "UPDATE zx_outbox SET record = zeroblob(16) WHERE counter = 1";
        QTest::newRow("refused value") << "UPDATE zx_tray SET line = replace(line, 'south', 'soutI')";
        QTest::newRow("reason") << "UPDATE zx_tray SET exceeded = 4";
    }
    void open_ownWorkChangedByTheDisk_isDamaged() {
        QFETCH(QString, change);
        commit([&] {
            OK(store_->append(pendingOn(1, 1, "north")));
            OK(store_->append(pendingOn(1, 2)));
            OK(store_->settle(2, 77, 5));
            OK(store_->putTray(
                {3, operationOn(1, 3, "south"), Error{Code::out_of_range, "", "amount", 5}, Instant{9}}));
        });
        reopen();
        QVERIFY(store_->database().execute(change.toStdString()).ok());
        store_.reset();

        const auto opened = SqliteReplicaStore::open(sampleCatalog(), path_);

        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, Code::damaged);
    }

    void reopen_rememberedWorkChangedByTheDisk_isNotGivenBack() {
        commit([&] {
            for (const sync::Counter counter : {1, 2}) {
                OK(store_->append(pendingOn(1, counter, "north")));
                OK(store_->retire(counter));
            }
        });
        QVERIFY(store_->database()
                    .execute("UPDATE zx_sent SET line = replace(line, 'north', 'nortI') WHERE counter = 1")
                    .ok());

        commit([&] { QCOMPARE(store_->reopen(0)->size(), std::size_t{1}); });

        QCOMPARE(countersOf(store_->unsent(0, 100, 100'000)), (std::vector<sync::Counter>{2}));
        reopen();
    }

    void noteFailure_countsTriesOfWhatWaitedThen() {
        commit([&] { OK(store_->append(pendingOn(1, 1))); });
        OK(store_->noteFailure({Error{Code::unreachable, "no route", {}, {}}, Instant{7}}));
        commit([&] { OK(store_->append(pendingOn(1, 2))); });
        OK(store_->noteFailure({Error{Code::timed_out, "no answer", {}, {}}, Instant{9}}));
        commit([&] { OK(store_->append(pendingOn(1, 3))); });

        const auto waiting = EngineReader(sampleCatalog(), store_->database()).waiting();

        QVERIFY(waiting.ok());
        QCOMPARE((*waiting)[0].tries, 2);
        QCOMPARE((*waiting)[1].tries, 1);
        QCOMPARE((*waiting)[2].tries, 0);
        QCOMPARE((*waiting)[0].failure->error.code, Code::timed_out);
        QCOMPARE((*waiting)[0].failure->at, Instant{9});
        QVERIFY(!(*waiting)[2].failure.has_value());
    }
};

QTEST_GUILESS_MAIN(TestSqliteOutbox)
#include "tst_sqlite_outbox.moc"

#include <QTemporaryDir>
#include <QTest>

#include "client/store/sqlite_replica_store.h"
#include "sync/wire/codec.h"
#include "tests/support/memory_replica_store.h"
#include "tests/support/sample_outbox.h"

using namespace zhixing;
using namespace zhixing::test;
using sync::Digest;
using sync::Operation;
using sync::PendingOperation;
using Durability = sync::ReplicaStore::Durability;

#define OK(expression) QCOMPARE(errorIn(expression), std::string())

/// What every implementation of the replica's storage does, and the one in memory with them.
class TestReplicaStore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int fileNumber_ = 0;
    std::unique_ptr<sync::ReplicaStore> store_;

    /// One committed transaction.
    template <typename Body>
    void commit(Body&& body, Durability durability = Durability::full) {
        OK(store_->begin(durability));
        body();
        OK(store_->commit());
    }

private slots:
    void initTestCase_data() {
        QTest::addColumn<bool>("isMemory");
        QTest::newRow("in memory") << true;
        QTest::newRow("in SQLite") << false;
    }
    void init() {
        QFETCH_GLOBAL(bool, isMemory);
        if (isMemory) {
            store_ = std::make_unique<MemoryReplicaStore>(sampleCatalog());
        } else {
            const auto path = folder_.filePath(QString::number(++fileNumber_) + ".store").toStdString();
            store_ = std::move(client::SqliteReplicaStore::open(sampleCatalog(), path)).value();
        }
    }
    void cleanup() { store_.reset(); }

    void state_ofANewStore_isBlank() {
        const auto state = store_->state();

        QVERIFY(state.ok());
        QVERIFY(state->device.isNil());
        QCOMPARE(state->lastCounter, 0);
        QVERIFY(state->scopes.empty());
    }

    void rows_putFoundErased() {
        const Record record = fullSample(sample(), 1);
        commit([&] { OK(store_->put(record, true)); });
        QVERIFY(store_->find(sample(), record.id)->value() == record);
        QVERIFY(!store_->find(order(), record.id)->has_value());

        commit([&] { OK(store_->erase(sample(), record.id)); });

        QVERIFY(!store_->find(sample(), record.id)->has_value());
    }

    void foreign_putFoundListedErased() {
        const Scope scope{sampleId(9), Audience::managers};
        const sync::Foreign alone{{nullptr, sampleId(1), 3, scope}, R"({"type":"ghost"})"};
        const sync::Foreign beside{{&order(), sampleId(2), 4, scope}, R"({"type":"order","colour":1})"};
        commit([&] {
            OK(store_->putForeign(beside));
            OK(store_->putForeign(alone));
        });

        QCOMPARE(store_->foreign(sampleId(1))->value().line, alone.line);
        QVERIFY(store_->foreign(sampleId(1))->value().held.type == nullptr);
        QVERIFY(store_->foreign(sampleId(2))->value().held.type == &order());
        QVERIFY(!store_->foreign(sampleId(3))->has_value());
        const auto all = store_->foreignAfter(Id{}, 10);
        QCOMPARE(all->size(), std::size_t{2});
        QVERIFY(all->front().held.record == sampleId(1) && all->front().held.scope == scope);
        QCOMPARE(store_->foreignAfter(sampleId(1), 1)->front().held.version, 4);
        QCOMPARE(store_->heldIn(scope)->size(), std::size_t{1});  // what lies beside a row is counted with the row

        commit([&] { OK(store_->eraseForeign(sampleId(1))); });
        QVERIFY(!store_->foreign(sampleId(1))->has_value());
        OK(store_->begin(Durability::full));
        OK(store_->eraseForeign(sampleId(2)));
        store_->rollback();
        QVERIFY(store_->foreign(sampleId(2))->has_value());
    }

    void heads_sayWhatRowsAndShadowsSay() {
        Record row = fullSample(sample(), 1);
        Record shadow = fullSample(sample(), 2);
        row.version = 7;
        shadow.version = 8;
        shadow.isDeleted = true;
        commit([&] {
            OK(store_->put(row, true));
            OK(store_->putShadow(shadow));
        });

        QVERIFY((store_->head(sample(), row.id)->value() == sync::RecordHead{7, false, scopeOf(row)}));
        QVERIFY((store_->shadowHead(shadow.id)->value() == sync::RecordHead{8, true, scopeOf(shadow)}));
        QVERIFY(!store_->head(sample(), shadow.id)->has_value());
        QVERIFY(!store_->head(order(), row.id)->has_value());
        QVERIFY(!store_->shadowHead(row.id)->has_value());
    }

    void entry_saysWhatIsKnownWithoutReadingTheLine() {
        sync::PendingOperation inGroup = pendingOn(1, 1);
        inGroup.operation.more = true;
        inGroup.line = sync::encodeOperation(inGroup.operation);
        commit([&] {
            OK(store_->append(inGroup));
            OK(store_->append(pendingOn(2, 2)));
            OK(store_->settle(2, 10, 3));
        });

        const auto first = store_->entry(1)->value();
        const auto second = store_->entry(2)->value();

        QVERIFY(first.more && !second.more);
        QCOMPARE(first.line, inGroup.line);
        QCOMPARE(first.settledSeq, sync::Seq{0});
        QCOMPARE(second.record, sampleId(2));
        QCOMPARE(second.type, &order());
        QCOMPARE(second.settledSeq, sync::Seq{10});
        QCOMPARE(second.settledVersion, Version{3});
        QVERIFY(!store_->entry(3)->has_value());
    }

    void forEach_visitsEveryRowOfTheType() {
        commit([&] {
            OK(store_->put(blankRecord(order(), sampleId(1), sampleId(9)), false));
            OK(store_->put(blankRecord(order(), sampleId(2), sampleId(8)), true));
            OK(store_->put(blankRecord(sample(), sampleId(3), sampleId(9)), false));
        });
        std::vector<Id> visited;

        OK(store_->forEach(order(), [&](const Record& record) { visited.push_back(record.id); }));

        QCOMPARE(visited, (std::vector<Id>{sampleId(1), sampleId(2)}));
    }

    void rollback_undoesRowsOutboxShadowsAndDigests() {
        commit([&] {
            OK(store_->append(pendingOn(1, 1)));
            OK(store_->putShadow(fullSample(sample(), 1)));
            OK(store_->putDigest({sampleId(9), Audience::everyone}, Digest{5, 6, 7}));
        });

        OK(store_->begin(Durability::atomic));
        OK(store_->put(blankRecord(order(), sampleId(2), sampleId(9)), false));
        OK(store_->append(pendingOn(2, 2)));
        OK(store_->drop(1));
        OK(store_->eraseShadow(sampleId(1)));
        OK(store_->putShadow(fullSample(sample(), 2)));
        OK(store_->putDigest({sampleId(9), Audience::everyone}, Digest{}));
        store_->rollback();

        QVERIFY(!store_->find(order(), sampleId(2))->has_value());
        QCOMPARE(countersOf(store_->pendingOf(sampleId(1))), std::vector<sync::Counter>{1});
        QCOMPARE(countersOf(store_->pendingOf(sampleId(2))), std::vector<sync::Counter>{});
        QVERIFY(store_->shadow(sampleId(1))->has_value());
        QVERIFY(!store_->shadow(sampleId(2))->has_value());
        QVERIFY((*store_->digest({sampleId(9), Audience::everyone}) == Digest{5, 6, 7}));
    }

    void unsent_isCutByCountAndBytesButGivesAtLeastOne() {
        commit([&] {
            for (int counter = 1; counter <= 5; ++counter) OK(store_->append(pendingOn(1, counter)));
        });
        const std::size_t line = pendingOn(1, 1).line.size() + 1;

        QCOMPARE(countersOf(store_->unsent(1, 2, 100'000)), (std::vector<sync::Counter>{2, 3}));
        QCOMPARE(countersOf(store_->unsent(0, 100, 2 * line)), (std::vector<sync::Counter>{1, 2}));
        QCOMPARE(countersOf(store_->unsent(0, 100, 1)), (std::vector<sync::Counter>{1}));
    }

    void settledUpTo_givesOnlyDecidedOnesUpToTheCursor() {
        commit([&] {
            for (int counter = 1; counter <= 3; ++counter) OK(store_->append(pendingOn(1, counter)));
            OK(store_->settle(1, 10, 3));
            OK(store_->settle(2, 20, 4));
        });

        QCOMPARE(countersOf(store_->settledUpTo(9)), (std::vector<sync::Counter>{}));
        QCOMPARE(countersOf(store_->settledUpTo(10)), (std::vector<sync::Counter>{1}));
        QCOMPARE(countersOf(store_->settledUpTo(99)), (std::vector<sync::Counter>{1, 2}));
    }

    void settledOf_givesOnlyDecidedOnesUpToTheVersion() {
        commit([&] {
            for (int counter = 1; counter <= 4; ++counter) OK(store_->append(pendingOn(1, counter)));
            OK(store_->append(pendingOn(2, 5)));
            OK(store_->settle(1, 10, 3));
            OK(store_->settle(2, 20, 4));
            OK(store_->settle(3, 20, 0));  // of a history that counted otherwise
            OK(store_->settle(5, 10, 3));
        });

        QCOMPARE(*store_->settledOf(sampleId(1), 2), (std::vector<sync::Counter>{}));
        QCOMPARE(*store_->settledOf(sampleId(1), 3), (std::vector<sync::Counter>{1}));
        QCOMPARE(*store_->settledOf(sampleId(1), 9), (std::vector<sync::Counter>{1, 2}));
        QCOMPARE(*store_->settledOf(sampleId(3), 9), (std::vector<sync::Counter>{}));
    }

    void drop_ofTheLastOne_leavesNothingPending() {
        commit([&] {
            OK(store_->append(pendingOn(1, 1)));
            OK(store_->append(pendingOn(1, 2)));
        });

        commit([&] {
            OK(store_->drop(1));
            OK(store_->drop(1));
        });
        QCOMPARE(countersOf(store_->pendingOf(sampleId(1))), (std::vector<sync::Counter>{2}));
        commit([&] { OK(store_->drop(2)); });

        QCOMPARE(countersOf(store_->pendingOf(sampleId(1))), (std::vector<sync::Counter>{}));
        QCOMPARE(*store_->pendingCount(), std::size_t{0});
    }

    void append_ofTheSameCounter_isRefused() {
        commit([&] { OK(store_->append(pendingOn(1, 1))); });

        OK(store_->begin(Durability::full));
        QCOMPARE(store_->append(pendingOn(2, 1)).error().code, Code::already_exists);
        store_->rollback();

        QCOMPARE(countersOf(store_->pendingOf(sampleId(2))), (std::vector<sync::Counter>{}));
    }

    void settle_ofWhatIsNotThere_changesNothing() {
        commit([&] { OK(store_->settle(7, 70, 1)); });

        QVERIFY(!store_->pending(7)->has_value());
        QCOMPARE(*store_->pendingCount(), std::size_t{0});
    }

    /// Only the one in memory can be asked to lose power; tests/faults does the same to files.
    void cutPower_afterAtomicCommits_losesThoseAfterTheLastFullOne() {
        MemoryReplicaStore store(sampleCatalog());
        const auto put = [&](int number, Durability durability) {
            OK(store.begin(durability));
            OK(store.put(blankRecord(order(), sampleId(number), sampleId(9)), false));
            OK(store.commit());
        };
        put(1, Durability::atomic);
        put(2, Durability::full);
        put(3, Durability::atomic);
        put(4, Durability::atomic);
        OK(store.begin(Durability::full));
        OK(store.put(blankRecord(order(), sampleId(5), sampleId(9)), false));
        QCOMPARE(store.looseCommits(), std::size_t{2});

        store.cutPower(1);

        for (int number = 1; number <= 5; ++number) {
            QCOMPARE(store.find(order(), sampleId(number))->has_value(), number <= 3);
        }
        QCOMPARE(store.looseCommits(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestReplicaStore)
#include "tst_replica_store.moc"

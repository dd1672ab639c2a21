#include <QTemporaryDir>
#include <QTest>
#include <map>
#include <memory>

#include "server/store/server_schema.h"
#include "server/store/sqlite_authority_store.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"
#include "tests/support/memory_authority_store.h"
#include "tests/support/stored_tasks.h"

using namespace zhixing;
using sync::Outcome;
using sync::StoredRecord;
using sync::Verdict;

namespace {

/// An empty store of the kind under test, and records to put into it.
class StoreFixture : public test::StoredTasks {
public:
    StoreFixture() {
        QFETCH_GLOBAL(bool, isMemory);
        if (isMemory) {
            test::MemoryAuthorityStore::Content nothing;
            nothing.epoch = "epoch";
            store = std::make_unique<test::MemoryAuthorityStore>(catalog(), std::move(nothing));
        } else {
            openFile();
        }
    }

    void write(const StoredRecord& stored, std::optional<Scope> from = {}) { StoredTasks::write(*store, stored, from); }

    /// The lines that these scopes are told after `cursor`, a page of `most` at a time.
    std::vector<std::string> told(const ScopeSet& scopes, sync::Seq cursor, std::size_t most) {
        std::vector<std::string> lines;
        while (cursor < store->head().value()) {
            const auto page = store->feed(scopes, cursor, most, 1 << 20, cursor);
            if (!page.ok()) return {"failed"};
            for (const sync::FeedEntry& entry : *page) lines.push_back(std::to_string(entry.seq) + ' ' + entry.line);
        }
        return lines;
    }

    QTemporaryDir directory;
    std::unique_ptr<sqlite::Database> database;
    std::unique_ptr<sync::AuthorityStore> store;

private:
    void openFile() {
        auto opened = server::createServerDatabase(directory.path().toStdString(), catalog());
        database = std::make_unique<sqlite::Database>(std::move(opened).value());
        auto transaction = sqlite::Transaction::begin(*database);
        const bool isReady =
            server::SqliteAuthorityStore::initialise(*database, "epoch").ok() && transaction->commit().ok();
        store = std::move(server::SqliteAuthorityStore::open(*database, catalog())).value();
        Q_ASSERT(isReady);
    }
};

}  // namespace

/// What every implementation of the authority's storage does, and the one in memory with them.
class TestAuthorityStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data();
    void put_thenFind_givesTheSameRecord();
    void find_unknown_givesNothing();
    void typeOf_whatIsThere_deletedOrNot();
    void find_again_seesWhatWasPutSince();
    void find_afterRollback_givesWhatWasThere();
    void holderOf_twoHolders_namesTheFirst();
    void holderOf_firstHolderPutAgain_staysTheFirst();
    void holderOf_deletedOrUnset_namesNobody();
    void historyAt_storedVersion_givesTheEntry();
    void lastBefore_aTime_isTheNewestSeqWithNothingLaterBeforeIt();
    void compact_uptoAHorizon_keepsWhatRecordsAreMadeOf();
    void outcome_ofAPush_isFoundUntilForgotten();
    void lastCounter_unknownDevice_isZero();
    void digests_afterPut_areRead();
    void feed_ofMovedAndDeletedRecords_tellsEachScopeWhatConcernsIt();
    void randomCalls_onBothKinds_giveTheSameAnswers();
};

void TestAuthorityStore::initTestCase_data() {
    QTest::addColumn<bool>("isMemory");
    QTest::newRow("in memory") << true;
    QTest::newRow("in SQLite") << false;
}

void TestAuthorityStore::put_thenFind_givesTheSameRecord() {
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

void TestAuthorityStore::find_unknown_givesNothing() {
    StoreFixture fixture;
    const auto found = fixture.store->find(fixture.random.id());
    QVERIFY(found.ok() && !found->has_value());
}

void TestAuthorityStore::typeOf_whatIsThere_deletedOrNot() {
    StoreFixture fixture;
    auto stored = fixture.task(fixture.random.id(), fixture.random.id(), 1);
    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(stored).ok());
    QCOMPARE(*fixture.store->typeOf(stored.record.id), stored.record.type);
    stored.record.isDeleted = true;
    QVERIFY(fixture.store->put(stored).ok());

    QCOMPARE(*fixture.store->typeOf(stored.record.id), stored.record.type);
    QVERIFY(*fixture.store->typeOf(fixture.random.id()) == nullptr);
}

void TestAuthorityStore::find_again_seesWhatWasPutSince() {
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

void TestAuthorityStore::find_afterRollback_givesWhatWasThere() {
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

void TestAuthorityStore::holderOf_twoHolders_namesTheFirst() {
    StoreFixture fixture;
    const RecordType& type = catalog().at("node");
    const auto node = [&](sync::Seq seq) {
        StoredRecord stored{blankRecord(type, fixture.random.id(), fixture.random.id()),
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

    QCOMPARE(fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1), Id{}).value(),
             std::optional(first.record.id));
    auto gone = first;
    gone.record.isDeleted = true;
    QVERIFY(fixture.store->put(gone).ok());
    QCOMPARE(fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1), Id{}).value(),
             std::optional(second.record.id));
}

void TestAuthorityStore::holderOf_firstHolderPutAgain_staysTheFirst() {
    StoreFixture fixture;
    const RecordType& type = catalog().at("node");
    const auto node = [&](sync::Seq seq) {
        StoredRecord stored{blankRecord(type, fixture.random.id(), fixture.random.id()),
                            std::vector<Version>(type.fields.size(), 1), seq};
        stored.record.set("code", std::string("SH-01"));
        return stored;
    };
    auto first = node(1);
    const Value code = std::string("SH-01");
    QVERIFY(fixture.store->begin().ok());
    QVERIFY(fixture.store->put(first).ok());
    QVERIFY(fixture.store->put(node(2)).ok());

    first.record.set("name", std::string("改名"));
    first.seq = 3;
    QVERIFY(fixture.store->put(first).ok());

    QCOMPARE(fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1), Id{}).value(),
             std::optional(first.record.id));
}

void TestAuthorityStore::holderOf_deletedOrUnset_namesNobody() {
    StoreFixture fixture;
    const RecordType& type = catalog().at("node");
    const Value code = std::string("SH-02");
    QVERIFY(!fixture.store->holderOf(type, type.uniqueKeys[0], std::span(&code, 1), Id{})->has_value());
}

void TestAuthorityStore::historyAt_storedVersion_givesTheEntry() {
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

void TestAuthorityStore::lastBefore_aTime_isTheNewestSeqWithNothingLaterBeforeIt() {
    StoreFixture fixture;
    QVERIFY(fixture.store->begin().ok());
    for (sync::Seq seq = 1; seq <= 3; ++seq) fixture.write(fixture.task(fixture.random.id(), fixture.random.id(), seq));
    QVERIFY(fixture.store->commit().ok());

    QCOMPARE(fixture.store->lastBefore(Instant{2'001}).value(), sync::Seq{0});
    QCOMPARE(fixture.store->lastBefore(Instant{2'003}).value(), sync::Seq{2});
    QCOMPARE(fixture.store->lastBefore(Instant{9'000}).value(), sync::Seq{3});
}

void TestAuthorityStore::compact_uptoAHorizon_keepsWhatRecordsAreMadeOf() {
    StoreFixture fixture;
    const Id place = fixture.random.id();
    const Id elsewhere = fixture.random.id();
    const Id edited = fixture.random.id();
    const Id deleted = fixture.random.id();
    const Id kept = fixture.random.id();
    QVERIFY(fixture.store->begin().ok());
    fixture.write(fixture.task(edited, place, 1, 1));
    fixture.write(fixture.task(edited, place, 2, 2));
    StoredRecord third = fixture.task(edited, elsewhere, 3, 3);
    third.fieldVersions.front() = 1;  // that field is still as it was made
    fixture.write(third, Scope{place, Audience::everyone});
    for (const auto& [id, seq] : {std::pair(deleted, sync::Seq{4}), std::pair(kept, sync::Seq{5})}) {
        StoredRecord gone = fixture.task(id, place, seq, 1);
        gone.record.isDeleted = true;
        fixture.write(gone);
    }
    StoredRecord late = fixture.task(fixture.random.id(), place, 6, 1);
    late.record.isDeleted = true;
    fixture.write(late);

    const auto done = fixture.store->compact(5, Instant{1}, [&](const auto&, const Id& id) { return id == kept; });

    QVERIFY(done.ok() && fixture.store->commit().ok());
    QCOMPARE(done->history, 2);  // the second version of the edited one, and the deleted one
    QCOMPARE(done->deleted, 1);
    QCOMPARE(done->departures, 1);
    QCOMPARE(fixture.store->horizon().value(), sync::Seq{5});
    QVERIFY(fixture.store->historyAt(edited, 1).value().has_value());
    QVERIFY(!fixture.store->historyAt(edited, 2).value().has_value());
    QVERIFY(fixture.store->historyAt(edited, 3).value().has_value());
    QVERIFY(!fixture.store->find(deleted).value().has_value());
    QVERIFY(fixture.store->find(kept).value().has_value());
    QVERIFY(fixture.store->find(late.record.id).value().has_value());
    QCOMPARE(fixture.told({{place, Audience::everyone}}, 0, 100).size(), std::size_t{2});
}

void TestAuthorityStore::outcome_ofAPush_isFoundUntilForgotten() {
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

void TestAuthorityStore::lastCounter_unknownDevice_isZero() {
    StoreFixture fixture;
    QCOMPARE(fixture.store->lastCounter(fixture.device).value(), 0);
    QVERIFY(fixture.store->setLastCounter(fixture.device, 42).ok());
    QVERIFY(fixture.store->setLastCounter(fixture.device, 43).ok());
    QCOMPARE(fixture.store->lastCounter(fixture.device).value(), 43);
}

void TestAuthorityStore::digests_afterPut_areRead() {
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

void TestAuthorityStore::feed_ofMovedAndDeletedRecords_tellsEachScopeWhatConcernsIt() {
    StoreFixture fixture;
    const Scope here{fixture.random.id(), Audience::everyone};
    const Scope there{fixture.random.id(), Audience::everyone};
    const ScopeSet both = here < there ? ScopeSet{here, there} : ScopeSet{there, here};
    const auto stays = fixture.task(fixture.random.id(), here.place, 1);
    const auto before = fixture.task(fixture.random.id(), here.place, 2);
    const auto moved = fixture.task(before.record.id, there.place, 3, 2);
    auto deleted = fixture.task(stays.record.id, here.place, 4, 2);
    deleted.record.isDeleted = true;
    QVERIFY(fixture.store->begin().ok());
    fixture.write(stays);
    fixture.write(before);
    fixture.write(moved, here);
    fixture.write(deleted);

    const auto toHere = fixture.told({here}, 0, 1);
    const auto toThere = fixture.told({there}, 0, 1);

    QCOMPARE(toHere.size(), 2U);
    QVERIFY(toHere[0].find("\"gone\":\"left\"") != std::string::npos);
    QVERIFY(toHere[1].find("\"gone\":\"deleted\"") != std::string::npos);
    QCOMPARE(toThere, std::vector<std::string>{"3 " + canonicalLine(moved.record)});
    QCOMPARE(fixture.told(both, 0, 10).size(), 2U);
    QCOMPARE(fixture.told(both, 3, 10).size(), 1U);
}

/// A few hundred random transactions, some rolled back; the answers to everything that can be asked are remembered by
/// the first kind and compared with by the second.
void TestAuthorityStore::randomCalls_onBothKinds_giveTheSameAnswers() {
    static std::vector<std::string> answers;
    const bool isFirst = answers.empty();
    StoreFixture fixture;
    test::SeededRandom random(20'251'022);
    std::vector<Id> ids;
    std::vector<Scope> scopes;
    for (int i = 0; i < 6; ++i) ids.push_back(random.id());
    for (int i = 0; i < 3; ++i) scopes.push_back({random.id(), Audience::everyone});
    const ScopeSet one{scopes[0]};
    ScopeSet two{scopes[0], scopes[1]};
    std::sort(two.begin(), two.end());
    std::map<Id, StoredRecord> known;
    sync::Seq head = 0;

    for (int round = 0; round < 200; ++round) {
        QVERIFY(fixture.store->begin().ok());
        const auto knownBefore = known;
        const sync::Seq headBefore = head;
        for (auto writes = 1 + random.below(3); writes > 0; --writes) {
            const Id id = random.pick(ids);
            const auto last = known.find(id);
            const Version version = last == known.end() ? 1 : last->second.record.version + 1;
            StoredRecord next = fixture.task(id, random.pick(scopes).place, ++head, version);
            next.record.isDeleted = random.oneIn(5);
            std::optional<Scope> from;
            if (last != known.end() && last->second.record.place != next.record.place)
                from = Scope{last->second.record.place, Audience::everyone};
            fixture.write(next, from);
            known.insert_or_assign(id, next);
        }
        if (random.oneIn(4)) {
            fixture.store->rollback();
            known = knownBefore;
            head = headBefore;
        } else {
            QVERIFY(fixture.store->commit().ok());
        }
        std::string answer = std::to_string(fixture.store->head().value());
        const auto most = 1 + random.below(4);
        for (const ScopeSet& set : {one, two}) {
            for (const std::string& line : fixture.told(set, 0, most)) answer += '\n' + line;
        }
        for (const Id& id : ids) {
            const auto found = fixture.store->find(id);
            answer += '\n' + (*found ? canonicalLine((*found)->record) : std::string("nothing"));
            const auto entry = fixture.store->historyAt(id, static_cast<Version>(1 + random.below(8)));
            answer += *entry ? ' ' + std::to_string((*entry)->seq) : std::string(" none");
        }
        if (isFirst) {
            answers.push_back(answer);
        } else {
            QCOMPARE(answer, answers[static_cast<std::size_t>(round)]);
        }
    }
    QCOMPARE(answers.size(), 200U);
}

QTEST_APPLESS_MAIN(TestAuthorityStore)
#include "tst_authority_store.moc"

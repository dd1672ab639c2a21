#include <QtTest>

#include "tests/simulation/small_house.h"
#include "tests/support/ledger.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::olderCatalog;
using test::SmallHouse;
using test::testCatalog;

namespace {

constexpr int days = 180;
constexpr int editsADay = 29;  // 5,220 in all, but for a few that would change nothing
constexpr std::int64_t dayMs = 24LL * 3600 * 1000;
constexpr std::uint64_t seed = 180;

}  // namespace

/// Somebody records for half a year without a signal, in a program that is two versions older than headquarters'. Meanwhile
/// others edit and delete the same records, and the server forgets what is more than a month old.
class TestMonthsAway : public QObject {
    Q_OBJECT

private slots:
    void deviceOffline180Days_withAnOldCatalogAnd5000Edits_losesNothing_data();
    void deviceOffline180Days_withAnOldCatalogAnd5000Edits_losesNothing();

private:
    static std::vector<Edit> dayAway(SmallHouse& house, SmallHouse::Device& phone, std::vector<Id>& mine,
                                     const std::vector<Id>& shared, test::SeededRandom& random);
    static void dayAtHeadquarters(SmallHouse& house, std::vector<Id>& shared, test::SeededRandom& random);
    static FieldValue of(const RecordType& type, std::string_view field, Value value) {
        return {static_cast<std::uint16_t>(*type.find(field)), std::move(value)};
    }
};

std::vector<Edit> TestMonthsAway::dayAway(SmallHouse& house, SmallHouse::Device& phone, std::vector<Id>& mine,
                                          const std::vector<Id>& shared, test::SeededRandom& random) {
    const RecordType& type = phone.catalog->at("item");
    std::vector<Edit> edits;
    const auto about = [&](Verb verb, const Id& record, std::vector<FieldValue> values) {
        Edit edit;
        edit.verb = verb;
        edit.type = &type;
        edit.record = record;
        edit.values = std::move(values);
        edits.push_back(std::move(edit));
    };
    const std::string text = std::to_string(house.now.ms) + " 巡店";
    for (int i = 0; i < editsADay; ++i) {
        const std::string each = text + std::to_string(i);
        const Id& record = !mine.empty() && random.oneIn(2) ? random.pick(mine) : random.pick(shared);
        if (i == 0) {
            mine.push_back(random.id());
            about(Verb::add, mine.back(), {of(type, "title", each)});
        } else if (i == editsADay - 1 && mine.size() > 20 && random.oneIn(3)) {
            about(Verb::remove, mine.front(), {});
            mine.erase(mine.begin());
        } else if (i % 4 == 0) {
            about(Verb::edit, record, {of(type, "log", each)});
        } else if (i % 4 == 1) {
            about(Verb::edit, record, {of(type, "size", random.between(-1'000, 1'000))});
        } else {
            about(Verb::edit, record, {of(type, i % 4 == 2 ? "title" : "plan", each)});
        }
    }
    return edits;
}

void TestMonthsAway::dayAtHeadquarters(SmallHouse& house, std::vector<Id>& shared, test::SeededRandom& random) {
    const RecordType& item = testCatalog().at("item");
    const RecordType& entry = testCatalog().at("entry");
    std::vector<DirectChange> changes;
    for (int i = 0; i < 10; ++i) {
        const Id record = random.pick(shared);
        DirectChange change{Verb::edit, &item, record, {}, {}, {}};
        change.values.push_back(of(item, "size", random.between(0, 1'000)));
        if (i == 1) change.values.push_back(of(item, "labels", TagSet{"重点"}));
        if (i == 2) change.values.push_back(of(item, "steps", Entries{{"到货", ""}}));
        if (i == 3) {
            change = {Verb::add, &entry, random.id(), simulation::nodeId(3), {}, {}};
            change.values = {of(entry, "item", record), of(entry, "amount", random.between(1, 100'000))};
        }
        changes.push_back(std::move(change));
    }
    if (shared.size() > 60) {
        changes.push_back({Verb::remove, &item, shared.back(), {}, {}, {}});
        shared.pop_back();
    }
    house.change(changes);
}

void TestMonthsAway::deviceOffline180Days_withAnOldCatalogAnd5000Edits_losesNothing_data() {
    QTest::addColumn<bool>("isUpdatedFirst");
    QTest::newRow("back with the old program") << false;
    QTest::newRow("updated while still offline") << true;
}

void TestMonthsAway::deviceOffline180Days_withAnOldCatalogAnd5000Edits_losesNothing() {
    QFETCH(bool, isUpdatedFirst);
    SmallHouse house;
    test::SeededRandom random(seed);
    test::Ledger ledger(testCatalog());
    std::vector<Id> atHeadquarters = house.stock(240);
    const std::vector<Id> asLastSeen = atHeadquarters;
    auto& phone = house.device(0, olderCatalog(2));
    house.connect(phone);
    house.settle();
    house.disconnect(phone);
    const std::int64_t historyBefore = house.inspect().history;

    std::vector<Id> mine;
    Compaction forgotten;
    for (int day = 0; day < days; ++day) {
        house.now.ms += dayMs;
        const Counter before = phone.replica->state().lastCounter;
        const auto edits = dayAway(house, phone, mine, asLastSeen, random);
        ReplicaActions actions;
        need(phone.replica->record(edits, house.now, actions, Together::inOneCommit));
        for (Counter counter = before + 1; counter <= phone.replica->state().lastCounter; ++counter) {
            const auto pending = *need(phone.store->pending(counter));
            const auto seen = need(phone.store->shadow(pending.operation.record));
            ledger.confirmed(phone.id, need(decodeOperation(testCatalog(), pending.line)), seen ? seen->version : 0);
        }
        dayAtHeadquarters(house, atHeadquarters, random);
        if (day % 7 != 6) continue;
        ledger.archive(house.store());
        const Compaction done = house.compact(Instant{house.now.ms - 30 * dayMs});
        forgotten.history += done.history;
        forgotten.deleted += done.deleted;
    }
    const std::size_t waiting = need(phone.store->pendingCount());
    QVERIFY2(waiting >= 5'000, std::to_string(waiting).c_str());
    QVERIFY(forgotten.history > 500 && forgotten.deleted > 100);

    if (isUpdatedFirst) house.install(phone, testCatalog());
    QElapsedTimer timer;
    timer.start();
    house.restart(phone);
    house.connect(phone);
    qint64 received = 0;
    std::map<Id, std::set<Counter>> trays;
    for (int round = 0; round < 200 && !(phone.up.empty() && phone.down.empty()); ++round) {
        house.serve();
        for (const std::string& bytes : phone.down) {
            received += static_cast<qint64>(bytes.size());
            const auto message = need(decodeServer(testCatalog(), bytes));
            const auto* outcomes = std::get_if<Outcomes>(&message);
            if (outcomes == nullptr) continue;
            for (const Outcome& outcome : outcomes->outcomes) {
                if (const auto finding = ledger.decided(phone.id, outcome)) QFAIL(finding->c_str());
            }
        }
        house.hear(phone);
    }

    QVERIFY(phone.replica->state().agreed);
    QVERIFY(!phone.replica->state().missedDeletions);
    QCOMPARE(need(phone.store->pendingCount()), std::size_t{0});
    QCOMPARE(need(phone.store->incidents()).size(), std::size_t{0});
    for (const TrayItem& item : need(phone.store->tray())) trays[phone.id].insert(item.counter);
    for (const auto& finding :
         {ledger.checkEdits(house.store(), trays), ledger.checkHistory(house.store(), house.authority().head()),
          test::checkDisputes(house.store(), testCatalog())}) {
        QVERIFY2(!finding, finding.value_or("").c_str());
    }
    qInfo(
        "%zu operations and %lld bytes of the server's in %lld ms; %zu in the tray; the server forgot %lld of %lld "
        "lines",
        waiting, received, timer.elapsed(), trays[phone.id].size(), static_cast<long long>(forgotten.history),
        static_cast<long long>(forgotten.history + house.inspect().history - historyBefore));

    house.install(phone, testCatalog());
    house.connect(phone);
    house.settle();
    const auto finding = test::compareRows(*phone.store, house.store(), phone.replica->state().scopes);
    QVERIFY2(!finding, finding.value_or("").c_str());
}

QTEST_GUILESS_MAIN(TestMonthsAway)
#include "tst_months_away.moc"

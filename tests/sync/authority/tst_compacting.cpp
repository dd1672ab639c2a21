#include <QtTest>

#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::SmallHouse;

/// The server forgets what is long past; whoever was away meanwhile finds out what is gone by comparing.
class TestCompacting : public QObject {
    Q_OBJECT

private slots:
    void compact_ofARecordEditedTenThousandTimes_leavesWhatItStillIs();
    void compact_ofThousandsOfDeletedRecords_leavesNothingOfThem();
    void compact_nothingOldEnough_changesNothing();
    void compact_again_goesOnFromThere();
    void compact_inSteps_comesToTheSameAndHoldsAtEach();
    void compact_thenChanges_chainGoesOn();
    void deletionsMissed_areFoundByComparing_withoutAnIncident();
    void recordMovedAway_andForgotten_leavesTheDevice();
    void unsentWork_onARecordThatIsForgotten_staysInTheTray();
    void laterEdit_afterCompaction_isStillDecidedByWhenItWasMade();
    void tombstoneThatAnOpenConflictIsAbout_stays();
    void connectedAtTheHead_noticesNothing();
    void connectedBehindTheHorizon_isSentAwayToComeBack();

private:
    static constexpr std::int64_t dayMs = 24LL * 3600 * 1000;

    static DirectChange edit(const Id& record, std::string_view field, Value value) {
        DirectChange change;
        change.verb = Verb::edit;
        change.type = &test::testCatalog().at("item");
        change.record = record;
        change.values = {{static_cast<std::uint16_t>(*change.type->find(field)), std::move(value)}};
        return change;
    }
    static DirectChange removal(const Id& record) {
        DirectChange change;
        change.verb = Verb::remove;
        change.type = &test::testCatalog().at("item");
        change.record = record;
        return change;
    }
    static void pass(SmallHouse& house, std::int64_t days) { house.now.ms += days * dayMs; }
    static void remove(SmallHouse& house, const std::vector<Id>& items, std::size_t from) {
        std::vector<DirectChange> changes;
        for (std::size_t i = from; i < items.size(); ++i) changes.push_back(removal(items[i]));
        house.change(changes);
    }
    static SmallHouse::Device& visitor(SmallHouse& house, int inhabitant) {
        auto& device = house.device(inhabitant);
        house.connect(device);
        house.settle();
        return device;
    }
};

void TestCompacting::compact_ofARecordEditedTenThousandTimes_leavesWhatItStillIs() {
    SmallHouse house;
    const Id item = house.stock(1).front();
    const auto before = house.inspect();
    std::vector<DirectChange> edits;
    for (int i = 0; i < 10'000; ++i) edits.push_back(edit(item, "size", std::int64_t{i}));
    house.change(edits);
    QCOMPARE(house.inspect().history, before.history + 10'000);
    pass(house, 100);

    const Compaction done = house.compact(house.now);

    QCOMPARE(done.history, 9'999);
    const auto after = house.inspect();
    QCOMPARE(after.history, before.history + 1);
    QCOMPARE(after.records, before.records);
    QCOMPARE(after.horizon, after.head);
    QCOMPARE(house.held(item)->record.number("size"), 9'999);
}

void TestCompacting::compact_ofThousandsOfDeletedRecords_leavesNothingOfThem() {
    SmallHouse house;
    const auto before = house.inspect();
    std::int64_t pages = 0;
    for (int year = 0; year < 4; ++year) {
        remove(house, house.stock(2'000), 0);
        pass(house, 365);

        house.compact(house.now);

        const auto after = house.inspect();
        QCOMPARE(after.history, before.history);
        QCOMPARE(after.deleted, 0);
        const std::int64_t size = house.pages();
        if (year == 0) pages = size;
        QVERIFY2(size <= pages + pages / 10, std::to_string(size).c_str());  // what was freed is used again
    }
}

void TestCompacting::compact_nothingOldEnough_changesNothing() {
    SmallHouse house;
    remove(house, house.stock(10), 0);
    const auto before = house.inspect();

    const Compaction done = house.compact(Instant{house.now.ms - 30 * dayMs});

    QCOMPARE(done.horizon, Seq{0});
    QCOMPARE(house.inspect().history, before.history);
    QCOMPARE(house.inspect().deleted, 10);
}

void TestCompacting::compact_again_goesOnFromThere() {
    SmallHouse house;
    const auto items = house.stock(10);
    remove(house, items, 5);
    pass(house, 100);
    const Compaction first = house.compact(house.now);
    house.change({edit(items[0], "size", std::int64_t{1}), edit(items[0], "size", std::int64_t{2})});
    pass(house, 100);

    const Compaction nothing = house.compact(Instant{house.now.ms - 150 * dayMs});
    const Compaction second = house.compact(house.now);

    QCOMPARE(nothing.horizon, first.horizon);
    QCOMPARE(nothing.history + nothing.deleted, 0);
    QCOMPARE(second.horizon, first.horizon + 2);
    QCOMPARE(second.history, 1);  // of the two edits the last one made what the record is
    QCOMPARE(house.inspect().horizon, second.horizon);
}

/// Between two steps others work, and the server may be stopped: each leaves a history that fits its seal.
void TestCompacting::compact_inSteps_comesToTheSameAndHoldsAtEach() {
    constexpr Seq step = 30;
    SmallHouse house;
    const auto items = house.stock(40);
    std::vector<DirectChange> edits;
    for (int i = 0; i < 200; ++i)
        edits.push_back(edit(items[static_cast<std::size_t>(i) % 10], "size", std::int64_t{i}));
    house.change(edits);
    remove(house, items, 20);
    const Seq head = house.inspect().head;
    pass(house, 100);
    const Instant then = house.now;

    Compaction all;
    int steps = 0;
    for (bool isMore = true; isMore; ++steps) {
        const Compaction done = house.compact(then, step);
        QVERIFY(done.horizon - all.horizon <= step);
        all.horizon = done.horizon;
        all.history += done.history;
        all.deleted += done.deleted;
        isMore = done.isMore;
        QCOMPARE(house.inspect().horizon, done.horizon);
        house.change({edit(items[0], "size", std::int64_t{steps})});
    }

    QCOMPARE(steps, static_cast<int>((head + step - 1) / step));
    QCOMPARE(all.horizon, head);
    QCOMPARE(all.deleted, 20);
    QVERIFY(all.history >= 190 + 2 * 20);
    QCOMPARE(house.compact(then, step).history, 0);
}

void TestCompacting::compact_thenChanges_chainGoesOn() {
    SmallHouse house;
    const auto items = house.stock(3);
    remove(house, items, 2);  // the newest line of all is forgotten too
    pass(house, 100);
    house.compact(house.now);

    house.change({edit(items[0], "size", std::int64_t{7})});

    QCOMPARE(house.inspect().head, house.inspect().horizon + 1);
}

void TestCompacting::deletionsMissed_areFoundByComparing_withoutAnIncident() {
    SmallHouse house;
    const auto items = house.stock(300);
    auto& phone = visitor(house, 0);
    house.disconnect(phone);
    const Id own = house.record(phone, house.edit("item", items[0], {{"size", std::int64_t{5}}}));
    remove(house, items, 100);
    pass(house, 180);
    house.compact(Instant{house.now.ms - 90 * dayMs});

    house.restart(phone);
    house.connect(phone);
    house.settle();

    QVERIFY(phone.replica->state().agreed);
    QVERIFY(!phone.replica->state().missedDeletions);
    QCOMPARE(house.stocked(phone), std::size_t{100});
    QCOMPARE(need(phone.store->incidents()).size(), std::size_t{0});
    QCOMPARE(house.held(own)->record.number("size"), 5);
}

void TestCompacting::recordMovedAway_andForgotten_leavesTheDevice() {
    SmallHouse house;
    const auto items = house.stock(3);
    auto& phone = visitor(house, 0);
    house.disconnect(phone);
    DirectChange move = edit(items[0], "size", std::int64_t{1});
    move.place = simulation::nodeId(4);
    house.change({move});
    pass(house, 180);
    QCOMPARE(house.compact(house.now).departures, 1);

    house.connect(phone);
    house.settle();

    QVERIFY(!house.row(phone, "item", items[0]).has_value());
    QVERIFY(phone.replica->state().agreed);
    QCOMPARE(need(phone.store->incidents()).size(), std::size_t{0});
}

void TestCompacting::unsentWork_onARecordThatIsForgotten_staysInTheTray() {
    SmallHouse house;
    const auto items = house.stock(2);
    auto& phone = visitor(house, 0);
    house.disconnect(phone);
    house.record(phone, house.edit("item", items[1], {{"plan", std::string("重新摆台")}}));
    remove(house, items, 1);
    pass(house, 180);
    house.compact(house.now);

    house.connect(phone);
    house.settle();

    const auto tray = need(phone.store->tray());
    QCOMPARE(tray.size(), std::size_t{1});
    QVERIFY(tray.front().error.code == Code::not_found);
    QCOMPARE(std::get<std::string>(tray.front().operation.changes.front().value), std::string("重新摆台"));
    QVERIFY(!house.row(phone, "item", items[1]).has_value());
    QVERIFY(phone.replica->state().agreed);
}

void TestCompacting::laterEdit_afterCompaction_isStillDecidedByWhenItWasMade() {
    SmallHouse house;
    const Id item = house.stock(1).front();
    auto& phone = visitor(house, 0);
    house.disconnect(phone);
    house.record(phone, house.edit("item", item, {{"priority", std::string("high")}}));
    pass(house, 10);
    house.change({edit(item, "priority", std::string("low"))});
    pass(house, 170);
    house.compact(house.now);

    house.connect(phone);
    house.settle();

    QCOMPARE(std::string(house.held(item)->record.string("priority")), std::string("low"));
    QCOMPARE(house.all(phone, "conflict").size(), std::size_t{1});
    QCOMPARE(std::string(house.all(phone, "conflict").front().string("lost_value")), std::string("\"high\""));
}

void TestCompacting::tombstoneThatAnOpenConflictIsAbout_stays() {
    SmallHouse house;
    const auto items = house.stock(2);
    auto& phone = visitor(house, 0);
    house.disconnect(phone);
    house.record(phone, house.edit("item", items[0], {{"plan", std::string("重新摆台")}}));
    remove(house, items, 0);
    house.connect(phone);
    house.settle();
    QCOMPARE(house.all(phone, "conflict").size(), std::size_t{1});
    pass(house, 180);

    QCOMPARE(house.compact(house.now).deleted, 1);

    QVERIFY(house.held(items[0]).has_value());
    QVERIFY(!house.held(items[1]).has_value());
}

void TestCompacting::connectedAtTheHead_noticesNothing() {
    SmallHouse house;
    remove(house, house.stock(10), 5);
    auto& phone = visitor(house, 0);
    pass(house, 180);

    house.compact(house.now);

    QVERIFY(phone.down.empty());
    house.change({edit(house.all(phone, "item").front().id, "size", std::int64_t{3})});
    house.settle();
    QVERIFY(phone.replica->state().agreed && phone.replica->state().cursor == house.authority().head());
}

void TestCompacting::connectedBehindTheHorizon_isSentAwayToComeBack() {
    SmallHouse house;
    house.stock(10);
    auto& phone = house.device(0);
    house.connect(phone);
    house.serve();
    phone.down.clear();  // has said hello and not yet pulled
    pass(house, 180);

    house.compact(house.now);

    QCOMPARE(phone.down.size(), std::size_t{1});
    const auto refusal = std::get<Refusal>(need(decodeServer(test::testCatalog(), phone.down.front())));
    QVERIFY(refusal.error.code == Code::busy && refusal.fatal);
}

QTEST_GUILESS_MAIN(TestCompacting)
#include "tst_compacting.moc"

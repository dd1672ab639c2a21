#include <QtTest>

#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::SmallHouse;

/// inhabitants: 0 and 2 field at one site, 1 its regional manager, 5 its site manager.
class TestReplica : public QObject {
    Q_OBJECT

private slots:
    void record_offline_isVisibleAndWaits();
    void record_invalid_leavesNothingBehind();
    void record_aFieldTwice_isRefused();
    void record_thenRestart_keepsTheChange();
    void record_oneRecordTwiceInAGroup_keepsTheServersBeneath();
    void receive_outcomeBeforePage_keepsTheEditOnTop();
    void receive_samePageTwice_isHarmless();
    void receive_pageWithAGap_asksAgain();
    void receive_caughtUpAheadOfItsPages_asksAgain();
    void receive_rejection_movesItToTheTrayAndShowsTheServers();
    void receive_welcomeForAnother_isUntrusted();
    void resend_fromTheTray_isANewOperation();
    void discard_fromTheTray_forgetsIt();
    void resolve_conflict_setsTheFieldAndClosesIt();
    void connect_afterLostOutcomes_settlesOnce();
    void everything_afterSettling_isQuietAndAgreed();
};

void TestReplica::record_offline_isVisibleAndWaits() {
    SmallHouse house;
    auto& phone = house.device(0);

    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));

    QCOMPARE(house.row(phone, "item", id)->string("title"), std::string_view("到货"));
    QCOMPARE(*phone.store->pendingCount(), std::size_t{1});
}

void TestReplica::record_invalid_leavesNothingBehind() {
    SmallHouse house;
    auto& phone = house.device(0);
    const std::array edits{house.add("item", {{"title", std::string("到货")}}), house.add("item", {})};
    ReplicaActions actions;

    const auto result = phone.replica->record(edits, house.now, actions);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::required);
    QCOMPARE(*phone.store->pendingCount(), std::size_t{0});
    QCOMPARE(phone.replica->state().lastCounter, Counter{0});
}

void TestReplica::record_aFieldTwice_isRefused() {
    SmallHouse house;
    auto& phone = house.device(0);
    const std::array edits{house.add("item", {{"title", std::string("到货")}, {"title", std::string("补货")}})};
    ReplicaActions actions;

    const auto result = phone.replica->record(edits, house.now, actions);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::duplicate_key);
}

void TestReplica::record_thenRestart_keepsTheChange() {
    SmallHouse house;
    auto& phone = house.device(0);
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));

    house.restart(phone);
    house.connect(phone);
    house.settle();

    QCOMPARE(house.held(id)->record.string("title"), std::string_view("到货"));
    QCOMPARE(*phone.store->pendingCount(), std::size_t{0});
}

void TestReplica::record_oneRecordTwiceInAGroup_keepsTheServersBeneath() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}, {"size", std::int64_t{1}}}));
    house.settle();
    const std::array edits{house.edit("item", id, {{"size", std::int64_t{2}}}),
                           house.edit("item", id, {{"price", std::int64_t{3}}}),
                           house.add("entry", {{"item", simulation::deviceId(77)}, {"amount", std::int64_t{1}}})};
    ReplicaActions actions;
    test::need(phone.replica->record(edits, house.now, actions));
    for (const Frame& frame : actions.send) phone.up.push_back(*frame);

    house.settle();  // the group is rejected whole

    QCOMPARE(house.row(phone, "item", id)->number("size"), 1);
    QVERIFY(!isSet(house.row(phone, "item", id)->value("price")));
}

void TestReplica::receive_outcomeBeforePage_keepsTheEditOnTop() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    house.serve();
    QCOMPARE(phone.down.size(), std::size_t{3});  // outcomes, page, caught up

    phone.down.resize(1);
    house.hear(phone);

    QCOMPARE(house.row(phone, "item", id)->string("title"), std::string_view("到货"));
    QCOMPARE(*phone.store->pendingCount(), std::size_t{1});
}

void TestReplica::receive_samePageTwice_isHarmless() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.serve();
    house.hear(phone);
    house.serve();
    const auto messages = phone.down;
    house.hear(phone);
    const Digest digest = *phone.store->totalDigest();

    phone.down = messages;
    house.hear(phone);

    QCOMPARE(*phone.store->totalDigest(), digest);
    QVERIFY(digest.count > 0);
    QVERIFY(phone.replica->state().agreed);
}

void TestReplica::receive_pageWithAGap_asksAgain() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Seq cursor = phone.replica->state().cursor;

    const auto actions = test::need(phone.replica->receive(Page{cursor + 5, cursor + 6, cursor + 6, {}}, house.now));

    QCOMPARE(phone.replica->state().cursor, cursor);
    QCOMPARE(actions.send.size(), std::size_t{1});
    QVERIFY(std::holds_alternative<Pull>(*decodeClient(test::testCatalog(), *actions.send.front())));
}

void TestReplica::receive_caughtUpAheadOfItsPages_asksAgain() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Seq cursor = phone.replica->state().cursor;

    const auto actions = test::need(phone.replica->receive(CaughtUp{cursor + 5, cursor + 5, {}}, house.now));

    QCOMPARE(phone.replica->state().cursor, cursor);
    QVERIFY(!actions.caughtUp);
    QVERIFY(std::holds_alternative<Pull>(*decodeClient(test::testCatalog(), *actions.send.front())));
}

void TestReplica::receive_rejection_movesItToTheTrayAndShowsTheServers() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Id nowhere = simulation::deviceId(77);

    const Id id = house.record(phone, house.add("entry", {{"item", nowhere}, {"amount", std::int64_t{300}}}));
    house.settle();

    QVERIFY(!house.row(phone, "entry", id).has_value());
    const auto tray = *phone.store->tray();
    QCOMPARE(tray.size(), std::size_t{1});
    QCOMPARE(tray.front().error.code, Code::bad_reference);
    QCOMPARE(tray.front().error.field, std::string("item"));
    QCOMPARE(tray.front().operation.changes.size(), std::size_t{2});
}

void TestReplica::receive_welcomeForAnother_isUntrusted() {
    SmallHouse house;
    auto& phone = house.device(0);
    Welcome welcome;
    welcome.device = simulation::deviceId(50);
    welcome.person = simulation::personId(0);

    const auto result = phone.replica->receive(welcome, house.now);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::untrusted);
}

void TestReplica::resend_fromTheTray_isANewOperation() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Id item = house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    const Id id =
        house.record(phone, house.add("entry", {{"item", simulation::deviceId(77)}, {"amount", std::int64_t{300}}}));
    house.settle();
    const Counter refused = phone.store->tray()->front().counter;
    const auto position = static_cast<std::uint16_t>(*test::testCatalog().at("entry").find("item"));

    const auto actions = test::need(phone.replica->resend(refused, {{position, item}}, house.now));
    for (const Frame& frame : actions.send) phone.up.push_back(*frame);
    house.settle();

    QVERIFY(phone.store->tray()->empty());
    QCOMPARE(house.held(id)->record.number("amount"), 300);
}

void TestReplica::discard_fromTheTray_forgetsIt() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    house.record(phone, house.add("entry", {{"item", simulation::deviceId(77)}, {"amount", std::int64_t{300}}}));
    house.settle();

    test::need(phone.replica->discard(phone.store->tray()->front().counter));

    QVERIFY(phone.store->tray()->empty());
}

void TestReplica::resolve_conflict_setsTheFieldAndClosesIt() {
    SmallHouse house;
    auto& phone = house.device(0);
    auto& laptop = house.device(1);
    house.connect(phone);
    house.connect(laptop);
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}, {"size", std::int64_t{1}}}));
    house.settle();
    house.disconnect(phone);
    house.record(phone, house.edit("item", id, {{"size", std::int64_t{2}}}));
    house.record(laptop, house.edit("item", id, {{"size", std::int64_t{3}}}));
    house.settle();
    house.connect(phone);
    house.settle();
    const auto conflicts = house.all(laptop, "conflict");
    QCOMPARE(conflicts.size(), std::size_t{1});
    QCOMPARE(conflicts.front().string("lost_value"), std::string_view("2"));

    const auto actions = test::need(laptop.replica->resolve(conflicts.front().id, Value(std::int64_t{2}), house.now));
    for (const Frame& frame : actions.send) laptop.up.push_back(*frame);
    house.settle();

    QCOMPARE(house.row(phone, "item", id)->number("size"), 2);
    QCOMPARE(house.all(phone, "conflict").front().string("state"), std::string_view("settled"));
}

void TestReplica::connect_afterLostOutcomes_settlesOnce() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}, {"visits", std::int64_t{1}}}));
    house.settle();
    house.record(phone, house.edit("item", id, {{"visits", std::int64_t{3}}}));
    house.serve();
    house.disconnect(phone);  // the answers are lost

    house.connect(phone);
    house.settle();

    QCOMPARE(house.held(id)->record.number("visits"), 3);
    QCOMPARE(house.held(id)->record.version, 2);
    QCOMPARE(*phone.store->pendingCount(), std::size_t{0});
}

void TestReplica::everything_afterSettling_isQuietAndAgreed() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.record(phone, house.add("item", {{"title", std::string("到货")}}));

    house.settle();

    QVERIFY(*phone.replica->isQuiet());
    QVERIFY(phone.replica->state().agreed);
    QCOMPARE(phone.replica->state().cursor, house.authority().head());
}

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_replica.moc"

#include <QtTest>

#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::SmallHouse;

/// inhabitants: 0 and 2 field at one site, 1 its regional manager, 5 its site manager.
class TestReplica : public QObject {
    Q_OBJECT

private slots:
    void receive_outcomeBeforePage_keepsTheEditOnTop();
    void receive_samePageTwice_isHarmless();
    void receive_pagesTogether_areOneStep_withCreditForAll();
    void receive_pageWithAGap_asksAgain();
    void receive_caughtUpAheadOfItsPages_asksAgain();
    void receive_rejection_movesItToTheTrayAndShowsTheServers();
    void receive_welcomeForAnother_isUntrusted();
    void connect_afterLostOutcomes_settlesOnce();
    void everything_afterSettling_isQuietAndAgreed();
};

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
    house.settle();
    house.stock(3);
    const auto messages = phone.down;
    house.hear(phone);
    const Digest digest = *phone.store->totalDigest();

    phone.down = messages;
    house.hear(phone);

    QCOMPARE(*phone.store->totalDigest(), digest);
    QVERIFY(digest.count > 0);
    QVERIFY(phone.replica->state().agreed);
}

void TestReplica::receive_pagesTogether_areOneStep_withCreditForAll() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const auto ids = house.stock(3);
    house.change({{Verb::remove, &test::testCatalog().at("item"), ids[0], {}, {}, {}}});
    std::vector<Page> said;
    for (const std::string& bytes : phone.down) {
        const auto message = test::need(decodeServer(test::testCatalog(), bytes));
        if (const auto* page = std::get_if<Page>(&message)) said.push_back(*page);
    }
    QCOMPARE(said.size(), std::size_t{2});
    JoinedPages pages(said[0], phone.replica->state().cursor);
    QVERIFY(pages.add(said[1]));

    const auto actions = test::need(phone.replica->receive(pages));

    QCOMPARE(phone.replica->state().cursor, said[1].to);
    QCOMPARE(house.stocked(phone), std::size_t{2});
    QCOMPARE(actions.pulled, 3);
    QCOMPARE(actions.send.size(), std::size_t{1});
    QCOMPARE(std::get<Credit>(*decodeClient(test::testCatalog(), *actions.send.front())).pages, 2);
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

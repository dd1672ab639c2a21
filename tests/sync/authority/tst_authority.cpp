#include <QtTest>

#include "shared/base/limits.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::SmallHouse;

/// The feed, the numbering and who is told what. How single operations are decided is in tst_decider.cpp.
class TestAuthority : public QObject {
    Q_OBJECT

private slots:
    void receive_beforeHello_isRefusedAndClosed();
    void receive_secondHello_isRefusedAndClosed();
    void open_anotherProtocol_isRefusedAndClosed();
    void push_repeated_givesTheSameOutcomesOnce();
    void push_withAGap_isRefusedAndChangesNothing();
    void push_cutGroup_isRefused();
    void push_groupTooLarge_isRefused();
    void push_badOperationAmongOthers_spoilsOnlyItself();
    void pull_aheadOfTheServer_isWrongEpoch();
    void feed_withoutCredit_waitsAndThenGoesOn();
    void broadcast_outOfScope_isNotTold();
    void broadcast_moveOutOfScope_isALeave();
    void change_ofGrants_tellsScopes();
    void revoke_device_endsItsConnectionOnly();
    void load_again_continuesWhereItWas();
    void digests_afterAnything_equalTheFeed();

private:
    static std::vector<Delivery> say(SmallHouse& house, ConnectionId connection, const ClientMessage& message) {
        need(house.authority().begin());
        need(house.authority().receive(connection, message, house.now));
        return need(house.authority().commit());
    }
    static Refusal refusalIn(const Delivery& delivery) {
        return std::get<Refusal>(need(decodeServer(test::testCatalog(), *delivery.frame)));
    }
};

void TestAuthority::receive_beforeHello_isRefusedAndClosed() {
    SmallHouse house;

    const auto answers = say(house, 99, Pull{});

    QCOMPARE(answers.size(), std::size_t{1});
    QVERIFY(answers.front().close);
    QCOMPARE(refusalIn(answers.front()).error.code, Code::unexpected_message);
}

void TestAuthority::receive_secondHello_isRefusedAndClosed() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();

    const auto answers = say(house, phone.connection, Hello{});

    QCOMPARE(refusalIn(answers.front()).error.code, Code::unexpected_message);
    QVERIFY(answers.front().close);
}

void TestAuthority::open_anotherProtocol_isRefusedAndClosed() {
    SmallHouse house;
    Hello hello;
    hello.protocol = protocolVersion + 1;
    need(house.authority().begin());
    need(house.authority().open(1, {simulation::personId(0), simulation::deviceId(0)}, hello, house.now));

    const auto answers = need(house.authority().commit());

    QCOMPARE(refusalIn(answers.front()).error.code, Code::unsupported_protocol);
    QVERIFY(answers.front().close);
}

void TestAuthority::push_repeated_givesTheSameOutcomesOnce() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    const std::string push = phone.up.front();
    house.serve();
    const std::string outcomes = phone.down.front();

    phone.up.push_back(push);
    phone.down.clear();
    house.serve();

    QCOMPARE(phone.down.front(), outcomes);
    QCOMPARE(house.held(id)->record.version, 1);
    // It changed nothing, and yet the device is told that it has everything.
    QVERIFY(phone.down.back().starts_with(R"({"t":"caught_up")"));
}

void TestAuthority::push_withAGap_isRefusedAndChangesNothing() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const Seq head = house.authority().head();
    Operation operation;
    operation.counter = 5;
    operation.verb = Verb::add;
    operation.type = &test::testCatalog().at("item");
    operation.record = simulation::deviceId(60);
    operation.changes.push_back({0, std::string("到货"), {}});

    const auto answers = say(house, phone.connection, Push{0, {operation}});

    QCOMPARE(refusalIn(answers.front()).error.code, Code::counter_gap);
    QVERIFY(!answers.front().close);
    QCOMPARE(house.authority().head(), head);
}

void TestAuthority::push_cutGroup_isRefused() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    Operation operation;
    operation.counter = 1;
    operation.verb = Verb::add;
    operation.type = &test::testCatalog().at("item");
    operation.record = simulation::deviceId(60);
    operation.changes.push_back({0, std::string("到货"), {}});
    operation.more = true;

    const auto answers = say(house, phone.connection, Push{0, {operation}});

    QCOMPARE(refusalIn(answers.front()).error.code, Code::malformed);
    QVERIFY(!house.held(operation.record).has_value());
}

void TestAuthority::push_groupTooLarge_isRefused() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const auto group = [&](Counter from, std::size_t size) {
        Push push;
        for (std::size_t i = 0; i < size; ++i) {
            Operation operation;
            operation.counter = from + static_cast<Counter>(i);
            operation.verb = Verb::add;
            operation.type = &test::testCatalog().at("item");
            operation.record = Id::named(std::to_string(operation.counter));
            operation.changes.push_back({0, std::string("到货"), {}});
            operation.more = i + 1 < size;
            push.operations.emplace_back(operation);
        }
        return push;
    };

    (void)say(house, phone.connection, group(1, limits::groupOperationsMax));
    const auto answers =
        say(house, phone.connection,
            group(static_cast<Counter>(limits::groupOperationsMax) + 1, limits::groupOperationsMax + 1));

    QVERIFY(house.held(Id::named("1")).has_value());
    QCOMPARE(refusalIn(answers.front()).error.code, Code::too_many);
    QVERIFY(!house.held(Id::named(std::to_string(limits::groupOperationsMax + 1))).has_value());
}

void TestAuthority::push_badOperationAmongOthers_spoilsOnlyItself() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    Operation operation;
    operation.counter = 2;
    operation.verb = Verb::add;
    operation.type = &test::testCatalog().at("item");
    operation.record = simulation::deviceId(60);
    operation.at = house.now;
    operation.changes.push_back({0, std::string("到货"), {}});

    const auto answers =
        say(house, phone.connection, Push{0, {BadOperation{1, {Code::wrong_type, "text", {}, {}}}, operation}});

    const auto outcomes = std::get<Outcomes>(need(decodeServer(test::testCatalog(), *answers.front().frame))).outcomes;
    QCOMPARE(outcomes.size(), std::size_t{2});
    QVERIFY(outcomes[0].verdict == Verdict::rejected);
    QCOMPARE(outcomes[0].error->code, Code::wrong_type);
    QVERIFY(outcomes[1].verdict == Verdict::applied);
    QVERIFY(house.held(operation.record).has_value());
}

void TestAuthority::pull_aheadOfTheServer_isWrongEpoch() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();

    const auto answers = say(house, phone.connection, Pull{house.authority().head() + 1, 1});

    QCOMPARE(refusalIn(answers.front()).error.code, Code::wrong_epoch);
}

void TestAuthority::feed_withoutCredit_waitsAndThenGoesOn() {
    SmallHouse house;
    auto& phone = house.device(0);
    auto& laptop = house.device(5);
    house.connect(phone);
    house.connect(laptop);
    house.settle();
    (void)say(house, laptop.connection, Pull{house.authority().head(), 1});
    for (int i = 0; i < 3; ++i) {
        house.record(phone, house.add("item", {{"title", std::string("到货")}}));
        house.serve();
    }
    QCOMPARE(laptop.down.size(), std::size_t{1});  // its credit was one page

    house.hear(laptop);
    house.settle();

    QVERIFY(laptop.replica->state().cursor == house.authority().head());
}

void TestAuthority::broadcast_outOfScope_isNotTold() {
    SmallHouse house;
    auto& phone = house.device(0);
    auto& elsewhere = house.device(7);  // another region
    house.connect(phone);
    house.connect(elsewhere);
    house.settle();

    house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    house.serve();

    QVERIFY(elsewhere.down.empty());
}

void TestAuthority::broadcast_moveOutOfScope_isALeave() {
    SmallHouse house;
    auto& phone = house.device(0);
    auto& laptop = house.device(1);
    house.connect(phone);
    house.connect(laptop);
    const Id id = house.record(laptop, [&] {
        Edit add = house.add("item", {{"title", std::string("到货")}});
        add.place = simulation::nodeId(3);
        return add;
    }());
    house.settle();
    QVERIFY(house.row(phone, "item", id).has_value());

    Edit move = house.edit("item", id, {});
    move.place = simulation::nodeId(4);
    house.record(laptop, move);
    house.settle();

    QVERIFY(!house.row(phone, "item", id).has_value());
    QVERIFY(house.row(laptop, "item", id).has_value());
    house.ask(phone);
    house.settle();
    QVERIFY(phone.replica->state().agreed);
    QVERIFY(phone.replica->isQuiet().value());
}

void TestAuthority::change_ofGrants_tellsScopes() {
    SmallHouse house;
    auto& phone = house.device(4);  // at site 4
    auto& other = house.device(0);  // at site 3
    house.connect(phone);
    house.connect(other);
    const Id id = house.record(other, house.add("item", {{"title", std::string("到货")}}));
    house.settle();
    QVERIFY(!house.row(phone, "item", id).has_value());

    house.grant(4, 3, "field");
    house.settle();

    QVERIFY(house.row(phone, "item", id).has_value());
    QVERIFY(phone.replica->state().agreed);
}

void TestAuthority::revoke_device_endsItsConnectionOnly() {
    SmallHouse house;
    auto& phone = house.device(0);
    auto& laptop = house.device(1);
    house.connect(phone);
    house.connect(laptop);
    house.settle();

    const auto ended = house.authority().revoke(phone.id, Code::device_revoked);

    QCOMPARE(ended.size(), std::size_t{1});
    QCOMPARE(ended.front().to, phone.connection);
    QVERIFY(ended.front().close);
    QCOMPARE(refusalIn(ended.front()).error.code, Code::device_revoked);
}

void TestAuthority::load_again_continuesWhereItWas() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    house.settle();
    test::SeededRandom random(1);

    const Authority again = need(Authority::load(test::testCatalog(), house.store(), random));

    QCOMPARE(again.head(), house.authority().head());
    QCOMPARE(again.digestOf(phone.replica->state().scopes), house.authority().digestOf(phone.replica->state().scopes));
    QVERIFY(again.organisation().isActive(simulation::personId(0)));
}

void TestAuthority::digests_afterAnything_equalTheFeed() {
    SmallHouse house;
    auto& laptop = house.device(1);
    house.connect(laptop);
    const Id kept = house.record(laptop, house.add("item", {{"title", std::string("到货")}}));
    const Id gone = house.record(laptop, house.add("item", {{"title", std::string("补货")}}));
    house.record(laptop, house.edit("item", kept, {{"size", std::int64_t{4}}}));
    Edit removal = house.edit("item", gone, {});
    removal.verb = Verb::remove;
    house.record(laptop, removal);
    house.settle();

    const Digest digest = house.authority().digestOf(laptop.replica->state().scopes);

    QCOMPARE(*laptop.store->totalDigest(), digest);
    QVERIFY(!house.row(laptop, "item", gone).has_value());
}

QTEST_GUILESS_MAIN(TestAuthority)
#include "tst_authority.moc"

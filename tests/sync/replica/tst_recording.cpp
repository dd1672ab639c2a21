#include <QtTest>

#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::SmallHouse;

/// What people record on a device. Inhabitant 0 is field staff.
class TestRecording : public QObject {
    Q_OBJECT

private slots:
    void record_offline_isVisibleAndWaits();
    void record_invalid_leavesNothingBehind();
    void record_valueOfAnotherKind_isRefusedAlsoBeforeTheFirstSync();
    void record_whileTheOrganisationIsStillComing_isLeftToTheServer();
    void record_aFieldTwice_isRefused();
    void record_thenRestart_keepsTheChange();
    void record_oneRecordTwiceInAGroup_keepsTheServersBeneath();
    void record_revivalOfAnUnsentDeletion_showsTheRecordAgain();
};

void TestRecording::record_offline_isVisibleAndWaits() {
    SmallHouse house;
    auto& phone = house.device(0);

    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));

    QCOMPARE(house.row(phone, "item", id)->string("title"), std::string_view("到货"));
    QCOMPARE(*phone.store->pendingCount(), std::size_t{1});
}

void TestRecording::record_invalid_leavesNothingBehind() {
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

void TestRecording::record_valueOfAnotherKind_isRefusedAlsoBeforeTheFirstSync() {
    SmallHouse house;
    auto& phone = house.device(0);
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    const std::array edits{house.edit("item", id, {{"size", std::string("三")}})};
    ReplicaActions actions;

    const auto result = phone.replica->record(edits, house.now, actions);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::wrong_type);
    QCOMPARE(*phone.store->pendingCount(), std::size_t{1});
}

void TestRecording::record_whileTheOrganisationIsStillComing_isLeftToTheServer() {
    SmallHouse house;
    house.stock(1);
    auto& phone = house.device(0);
    house.connect(phone);
    house.serve();
    house.hear(phone);  // welcome: nothing has been filled yet
    house.grant(0, 4, "field");
    house.hear(phone);  // the person's new grant is the first that is known of the organisation
    QVERIFY(!phone.replica->state().fills.empty());

    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    house.settle();

    QVERIFY(house.held(id).has_value());
}

void TestRecording::record_aFieldTwice_isRefused() {
    SmallHouse house;
    auto& phone = house.device(0);
    const std::array edits{house.add("item", {{"title", std::string("到货")}, {"title", std::string("补货")}})};
    ReplicaActions actions;

    const auto result = phone.replica->record(edits, house.now, actions);

    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Code::duplicate_key);
}

void TestRecording::record_thenRestart_keepsTheChange() {
    SmallHouse house;
    auto& phone = house.device(0);
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));

    house.restart(phone);
    house.connect(phone);
    house.settle();

    QCOMPARE(house.held(id)->record.string("title"), std::string_view("到货"));
    QCOMPARE(*phone.store->pendingCount(), std::size_t{0});
}

void TestRecording::record_oneRecordTwiceInAGroup_keepsTheServersBeneath() {
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

void TestRecording::record_revivalOfAnUnsentDeletion_showsTheRecordAgain() {
    SmallHouse house;
    auto& phone = house.device(1);
    house.connect(phone);
    house.settle();
    const Id id = house.record(phone, house.add("item", {{"title", std::string("到货")}}));
    house.settle();
    house.disconnect(phone);
    Edit removal = house.edit("item", id, {});
    removal.verb = Verb::remove;
    Edit revival = house.edit("item", id, {});
    revival.verb = Verb::revive;

    (void)house.record(phone, removal);
    QVERIFY(!(*phone.store->find(test::testCatalog().at("item"), id)).has_value());
    (void)house.record(phone, revival);

    QCOMPARE(house.row(phone, "item", id)->string("title"), std::string_view("到货"));
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"

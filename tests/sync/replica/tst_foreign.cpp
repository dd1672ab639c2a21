#include <QtTest>

#include "shared/model/document.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::olderCatalog;
using test::SmallHouse;
using test::testCatalog;

/// A device whose program is older than what the server tells it.
class TestForeign : public QObject {
    Q_OBJECT

private slots:
    void unknownType_isKeptAndCounted_andShownNowhere();
    void unknownFields_areKeptBesideWhatIsKnown();
    void newerProgram_understandsWhatWasKept_withoutAsking();
    void newerProgram_byOneVersion_understandsThatMuch();
    void newerProgram_putsOwnWorkOnTopOfTheWhole();
    void newerProgram_completesWhatWasAddedHere();
    void ownEdit_leavesUnknownFieldsAlone();
    void laterLine_replacesWhatWasKept();
    void deletedRecords_leaveNothingAside();
    void lostScope_takesWhatWasKeptWithIt();
    void whatWasKeptAndLost_isFetchedAgain();
    void retiredProgram_isToldNothing_andItsWorkIsTaken();

private:
    static FieldValue of(const RecordType& type, std::string_view field, Value value) {
        return {static_cast<std::uint16_t>(*type.find(field)), std::move(value)};
    }
    static DirectChange change(std::string_view type, const Id& record,
                               std::vector<std::pair<std::string_view, Value>> values, Verb verb = Verb::edit) {
        DirectChange change;
        change.verb = verb;
        change.type = &testCatalog().at(type);
        change.record = record;
        if (verb == Verb::add) change.place = simulation::nodeId(3);
        for (auto& [name, value] : values) change.values.push_back(of(*change.type, name, std::move(value)));
        return change;
    }
    static Edit edit(const SmallHouse::Device& device, const Id& record, std::string_view field, Value value) {
        Edit edit;
        edit.type = &device.catalog->at("item");
        edit.record = record;
        edit.values = {of(*edit.type, field, std::move(value))};
        return edit;
    }
    static std::vector<Foreign> kept(SmallHouse::Device& device) {
        return need(device.store->foreignAfter(Id{}, 1'000));
    }

    /// An item with fields, and an entry, that a program two versions old does not know; and such a program.
    struct Scene {
        SmallHouse house;
        Id item = house.stock(1).front();
        Id entry = test::SeededRandom(5).id();
        SmallHouse::Device* phone = nullptr;
    };
    static std::unique_ptr<Scene> scene() {
        auto made = std::make_unique<Scene>();
        SmallHouse& house = made->house;
        house.change({change("item", made->item, {{"labels", TagSet{"重点"}}, {"serial", std::string("A-7")}}),
                      change("entry", made->entry, {{"item", made->item}, {"amount", std::int64_t{300}}}, Verb::add)});
        made->phone = &house.device(0, olderCatalog(2));
        meet(*made);
        return made;
    }
    static void meet(Scene& scene) {
        if (scene.phone->connection == 0) scene.house.connect(*scene.phone);
        scene.house.settle();
        QVERIFY(scene.phone->replica->state().agreed);
        QVERIFY(need(scene.phone->store->incidents()).empty());
    }
    static std::string line(const Record& record) { return canonicalLine(record); }
};

void TestForeign::unknownType_isKeptAndCounted_andShownNowhere() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    const auto foreign = need(phone.store->foreign(scene->entry));

    QVERIFY(foreign.has_value());
    QVERIFY(foreign->held.type == nullptr);
    QVERIFY(QByteArray::fromStdString(foreign->line).contains("\"amount\":300"));
    for (const Scope& scope : phone.replica->state().scopes) {
        for (const auto& [type, id] : need(phone.store->rowsIn(scope))) QVERIFY(id != scene->entry);
    }
}

void TestForeign::unknownFields_areKeptBesideWhatIsKnown() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    const auto row = scene->house.row(phone, "item", scene->item);

    QVERIFY(row.has_value());
    QCOMPARE(std::string(row->string("title")), std::string("stock 0"));
    QVERIFY(!row->type->find("labels"));
    QVERIFY(need(phone.store->foreign(scene->item))->held.type == &olderCatalog(2).at("item"));
}

void TestForeign::newerProgram_understandsWhatWasKept_withoutAsking() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    scene->house.install(phone, testCatalog());

    QVERIFY(kept(phone).empty());
    QCOMPARE(line(*scene->house.row(phone, "item", scene->item)), line(scene->house.held(scene->item)->record));
    QCOMPARE(line(*scene->house.row(phone, "entry", scene->entry)), line(scene->house.held(scene->entry)->record));
    meet(*scene);
    QCOMPARE(phone.last.pulled, 0);
}

void TestForeign::newerProgram_byOneVersion_understandsThatMuch() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    scene->house.install(phone, olderCatalog(1));

    QVERIFY(scene->house.row(phone, "entry", scene->entry).has_value());
    const auto item = scene->house.row(phone, "item", scene->item);
    QVERIFY(item->value("labels") == Value(TagSet{"重点"}));
    QVERIFY(need(phone.store->foreign(scene->item)).has_value());  // its serial is still ahead
    meet(*scene);
    scene->house.install(phone, testCatalog());
    QVERIFY(kept(phone).empty());
}

void TestForeign::newerProgram_putsOwnWorkOnTopOfTheWhole() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;
    scene->house.disconnect(phone);
    scene->house.record(phone, edit(phone, scene->item, "title", std::string("店头")));

    scene->house.install(phone, testCatalog());

    const auto shown = scene->house.row(phone, "item", scene->item);
    QCOMPARE(std::string(shown->string("title")), std::string("店头"));
    QVERIFY(shown->value("labels") == Value(TagSet{"重点"}));
    meet(*scene);
    QCOMPARE(line(*scene->house.row(phone, "item", scene->item)), line(scene->house.held(scene->item)->record));
}

void TestForeign::newerProgram_completesWhatWasAddedHere() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;
    scene->house.disconnect(phone);
    Edit add = edit(phone, Id{}, "title", std::string("新店"));
    add.verb = Verb::add;
    const Id added = scene->house.record(phone, add);

    scene->house.install(phone, testCatalog());

    const auto shown = scene->house.row(phone, "item", added);
    QVERIFY(shown->value("is_number_taken") == testCatalog().at("item").fields[19].fallback);
    meet(*scene);
    QCOMPARE(line(*scene->house.row(phone, "item", added)), line(scene->house.held(added)->record));
}

void TestForeign::ownEdit_leavesUnknownFieldsAlone() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    scene->house.record(phone, edit(phone, scene->item, "title", std::string("店头")));
    meet(*scene);

    const Record held = scene->house.held(scene->item)->record;
    QCOMPARE(std::string(held.string("title")), std::string("店头"));
    QCOMPARE(std::string(held.string("serial")), std::string("A-7"));
    QCOMPARE(need(phone.store->foreign(scene->item))->line, line(held));
}

void TestForeign::laterLine_replacesWhatWasKept() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    scene->house.change({change("entry", scene->entry, {{"amount", std::int64_t{500}}}),
                         change("item", scene->item, {{"labels", TagSet{"夜间"}}})});
    meet(*scene);

    QCOMPARE(need(phone.store->foreign(scene->entry))->line, line(scene->house.held(scene->entry)->record));
    QCOMPARE(need(phone.store->foreign(scene->item))->line, line(scene->house.held(scene->item)->record));
}

void TestForeign::deletedRecords_leaveNothingAside() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;

    scene->house.change(
        {change("entry", scene->entry, {}, Verb::remove), change("item", scene->item, {}, Verb::remove)});
    meet(*scene);

    QVERIFY(!need(phone.store->foreign(scene->entry)).has_value());
    QVERIFY(!need(phone.store->foreign(scene->item)).has_value());
}

void TestForeign::lostScope_takesWhatWasKeptWithIt() {
    const auto scene = TestForeign::scene();
    auto& guest = scene->house.device(7, olderCatalog(2));  // of another site
    const Id grant = scene->house.grant(7, 3, "field");
    scene->house.connect(guest);
    scene->house.settle();
    QVERIFY(need(guest.store->foreign(scene->entry)).has_value());

    scene->house.withdraw(grant);
    scene->house.settle();

    QVERIFY(!need(guest.store->foreign(scene->entry)).has_value());
    QVERIFY(!need(guest.store->foreign(scene->item)).has_value());
    QVERIFY(guest.replica->state().agreed);
}

void TestForeign::whatWasKeptAndLost_isFetchedAgain() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;
    need(phone.store->begin(ReplicaStore::Durability::full));
    need(phone.store->eraseForeign(scene->entry));
    need(phone.store->commit());

    scene->house.restart(phone);
    scene->house.connect(phone);
    scene->house.settle();

    QVERIFY(phone.replica->state().agreed);
    QCOMPARE(need(phone.store->foreign(scene->entry))->line, line(scene->house.held(scene->entry)->record));
    QVERIFY(!need(phone.store->incidents()).empty());
}

void TestForeign::retiredProgram_isToldNothing_andItsWorkIsTaken() {
    const auto scene = TestForeign::scene();
    auto& phone = *scene->phone;
    scene->house.disconnect(phone);
    scene->house.record(phone, edit(phone, scene->item, "title", std::string("店头")));
    scene->house.authority().retire({olderCatalog(2).fingerprint()});
    scene->house.change({change("item", scene->item, {{"size", std::int64_t{3}}})});

    scene->house.connect(phone);
    scene->house.settle();

    QVERIFY(phone.replica->isOutdated());
    QCOMPARE(std::string(scene->house.held(scene->item)->record.string("title")), std::string("店头"));
    const auto shown = scene->house.row(phone, "item", scene->item);
    QCOMPARE(std::string(shown->string("title")), std::string("店头"));
    QVERIFY(!isSet(shown->value("size")));

    scene->house.install(phone, testCatalog());
    meet(*scene);
    QVERIFY(!phone.replica->isOutdated());
    QCOMPARE(line(*scene->house.row(phone, "item", scene->item)), line(scene->house.held(scene->item)->record));
}

QTEST_GUILESS_MAIN(TestForeign)
#include "tst_foreign.moc"

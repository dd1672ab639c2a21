#include <QtTest>

#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::SmallHouse;

/// Rows that are not the server's: found when both ends compare, put right, and said.
class TestRepairing : public QObject {
    Q_OBJECT

private slots:
    void rowLostBehindTheReplica_isFetchedAgain();
    void rowInAnOldVersion_isFetchedAgain();
    void rowThatTheServerHasNot_isRemoved();
    void textChangedOnTheDisk_isFetchedAgain();
    void stateBeneathOwnWorkChangedOnTheDisk_isFetchedAgain();
    void untilBothEndsHaveComparedAgain_itIsNotQuiet();
    void manyWrongRows_areAllRepaired();
    void unsentWork_outlivesTheRepair();
    void repair_whileOthersWork_endsInAgreement();
    void repair_cutOffAnywhere_isDoneTheNextTime();
    void digestKeptWrong_isRecounted();
    void equalCopies_leaveNoIncident();

private:
    struct Scene {
        SmallHouse house;
        SmallHouse::Device* phone = nullptr;
        std::vector<Id> items;
    };
    static std::unique_ptr<Scene> scene(int count) {
        auto made = std::make_unique<Scene>();
        made->items = made->house.stock(count);
        made->phone = &made->house.device(0);
        made->house.connect(*made->phone);
        made->house.settle();
        return made;
    }
    static const RecordType& item() { return test::testCatalog().at("item"); }
    /// A change of the file that the engine knows nothing of.
    template <typename Change>
    static void behindItsBack(Scene& scene, Change change) {
        auto& store = *scene.phone->store;
        need(store.begin(ReplicaStore::Durability::full));
        change(store);
        need(store.commit());
    }
    static void meetAgain(Scene& scene) {
        scene.house.restart(*scene.phone);
        scene.house.connect(*scene.phone);
        scene.house.settle();
    }
    static std::vector<Incident> repairs(Scene& scene) {
        auto incidents = need(scene.phone->store->incidents());
        std::erase_if(incidents, [](const Incident& one) { return one.kind != Incident::Kind::repaired; });
        return incidents;
    }
};

void TestRepairing::rowLostBehindTheReplica_isFetchedAgain() {
    const auto scene = TestRepairing::scene(200);
    behindItsBack(*scene, [&](ReplicaStore& store) { need(store.erase(item(), scene->items[70])); });

    meetAgain(*scene);

    QVERIFY(scene->house.row(*scene->phone, "item", scene->items[70]).has_value());
    QVERIFY(scene->phone->replica->state().agreed);
    QCOMPARE(repairs(*scene).size(), std::size_t{1});
    QCOMPARE(repairs(*scene).front().missing, 1);
    QCOMPARE(repairs(*scene).front().outdated + repairs(*scene).front().extra, 0);
}

void TestRepairing::rowInAnOldVersion_isFetchedAgain() {
    const auto scene = TestRepairing::scene(200);
    Record wrong = *scene->house.row(*scene->phone, "item", scene->items[70]);
    wrong.version = 7;  // newer than the server's: only the server's word counts
    wrong.set("title", std::string("坏"));
    behindItsBack(*scene, [&](ReplicaStore& store) { need(store.put(wrong, false)); });

    meetAgain(*scene);

    QCOMPARE(scene->house.row(*scene->phone, "item", wrong.id)->string("title"), std::string_view("stock 70"));
    QCOMPARE(scene->house.row(*scene->phone, "item", wrong.id)->version, 1);
    QVERIFY(scene->phone->replica->state().agreed);
    QCOMPARE(repairs(*scene).front().outdated, 1);
}

void TestRepairing::rowThatTheServerHasNot_isRemoved() {
    const auto scene = TestRepairing::scene(200);
    Record stranger = *scene->house.row(*scene->phone, "item", scene->items[70]);
    stranger.id = Id::named("stranger");
    behindItsBack(*scene, [&](ReplicaStore& store) { need(store.put(stranger, false)); });

    meetAgain(*scene);

    QVERIFY(!scene->house.row(*scene->phone, "item", stranger.id).has_value());
    QVERIFY(scene->phone->replica->state().agreed);
    QCOMPARE(repairs(*scene).front().extra, 1);
    QVERIFY(repairs(*scene).front().kept.empty());  // what may not be seen is not held
}

void TestRepairing::textChangedOnTheDisk_isFetchedAgain() {
    const auto scene = TestRepairing::scene(200);
    auto& database = scene->phone->store->database();
    need(database.execute("UPDATE item SET title = 'stock 7!' WHERE title = 'stock 70'"));

    meetAgain(*scene);

    QCOMPARE(scene->house.row(*scene->phone, "item", scene->items[70])->string("title"), std::string_view("stock 70"));
    QVERIFY(scene->phone->replica->state().agreed);
    QVERIFY(need(scene->phone->replica->isQuiet()));
    QCOMPARE(repairs(*scene).size(), std::size_t{1});
    QCOMPARE(repairs(*scene).front().outdated, 1);
    QCOMPARE(repairs(*scene).front().missing + repairs(*scene).front().extra, 0);
}

void TestRepairing::stateBeneathOwnWorkChangedOnTheDisk_isFetchedAgain() {
    const auto scene = TestRepairing::scene(200);
    scene->house.disconnect(*scene->phone);
    scene->house.record(*scene->phone, scene->house.edit("item", scene->items[70], {{"size", std::int64_t{9}}}));
    auto& database = scene->phone->store->database();
    need(database.execute("UPDATE zx_shadow SET fields = replace(fields, 'stock 70', 'stock 7!')"));

    meetAgain(*scene);

    const auto row = scene->house.row(*scene->phone, "item", scene->items[70]);
    QCOMPARE(row->string("title"), std::string_view("stock 70"));
    QCOMPARE(row->value("size"), Value(std::int64_t{9}));
    QCOMPARE(scene->house.held(scene->items[70])->record.value("size"), Value(std::int64_t{9}));
    QVERIFY(scene->phone->replica->state().agreed);
}

void TestRepairing::untilBothEndsHaveComparedAgain_itIsNotQuiet() {
    const auto scene = TestRepairing::scene(200);
    behindItsBack(*scene, [&](ReplicaStore& store) { need(store.erase(item(), scene->items[70])); });
    scene->house.restart(*scene->phone);
    scene->house.connect(*scene->phone);

    for (int round = 0; round < 20; ++round) {
        const bool isQuiet = need(scene->phone->replica->isQuiet());
        QVERIFY(!isQuiet || scene->phone->replica->state().agreed);
        scene->house.serve();
        scene->house.hear(*scene->phone);
    }

    QVERIFY(need(scene->phone->replica->isQuiet()));
}

void TestRepairing::manyWrongRows_areAllRepaired() {
    const auto scene = TestRepairing::scene(2'000);
    behindItsBack(*scene, [&](ReplicaStore& store) {
        for (std::size_t i = 0; i < scene->items.size(); i += 2) need(store.erase(item(), scene->items[i]));
    });

    meetAgain(*scene);

    QCOMPARE(scene->house.stocked(*scene->phone), std::size_t{2'000});
    QVERIFY(scene->phone->replica->state().agreed);
    QCOMPARE(repairs(*scene).front().missing, 1'000);
}

void TestRepairing::unsentWork_outlivesTheRepair() {
    const auto scene = TestRepairing::scene(200);
    scene->house.disconnect(*scene->phone);
    const Id mine = scene->house.record(*scene->phone, scene->house.add("item", {{"title", std::string("我的")}}));
    scene->house.record(*scene->phone, scene->house.edit("item", scene->items[3], {{"size", std::int64_t{9}}}));
    behindItsBack(*scene, [&](ReplicaStore& store) {
        need(store.erase(item(), scene->items[70]));
        need(store.eraseShadow(scene->items[3]));
    });

    meetAgain(*scene);

    QVERIFY(scene->phone->replica->state().agreed);
    QCOMPARE(scene->house.held(mine)->record.string("title"), std::string_view("我的"));
    QCOMPARE(scene->house.held(scene->items[3])->record.value("size"), Value(std::int64_t{9}));
    QVERIFY(need(scene->phone->replica->isQuiet()));
}

void TestRepairing::repair_whileOthersWork_endsInAgreement() {
    const auto scene = TestRepairing::scene(500);
    auto& house = scene->house;
    auto& laptop = house.device(1);
    house.connect(laptop);
    house.settle();
    behindItsBack(*scene, [&](ReplicaStore& store) {
        for (std::size_t i = 0; i < 50; ++i) need(store.erase(item(), scene->items[i]));
    });
    house.restart(*scene->phone);
    house.connect(*scene->phone);

    for (int round = 0; round < 40; ++round) {
        const Id touched = scene->items[static_cast<std::size_t>(round)];
        house.record(laptop, house.edit("item", touched, {{"size", std::int64_t{round}}}));
        house.serve();
        house.hear(*scene->phone);
        house.hear(laptop);
    }
    house.settle();
    house.ask(*scene->phone);
    house.settle();

    QVERIFY(scene->phone->replica->state().agreed);
    QVERIFY(need(scene->phone->replica->isQuiet()));
    QCOMPARE(house.stocked(*scene->phone), std::size_t{500});
}

void TestRepairing::repair_cutOffAnywhere_isDoneTheNextTime() {
    for (int heard = 1; heard < 12; ++heard) {
        const auto scene = TestRepairing::scene(200);
        behindItsBack(*scene, [&](ReplicaStore& store) {
            need(store.erase(item(), scene->items[70]));
            need(store.erase(item(), scene->items[71]));
        });
        scene->house.restart(*scene->phone);
        scene->house.connect(*scene->phone);
        for (int i = 0; i < heard; ++i) {
            scene->house.serve();
            if (scene->phone->down.size() > 1) scene->phone->down.resize(1);
            scene->house.hear(*scene->phone);
        }

        meetAgain(*scene);

        QVERIFY(scene->phone->replica->state().agreed);
        QCOMPARE(scene->house.stocked(*scene->phone), std::size_t{200});
    }
}

void TestRepairing::digestKeptWrong_isRecounted() {
    const auto scene = TestRepairing::scene(20);
    const Scope scope{simulation::nodeId(3), Audience::everyone};
    behindItsBack(*scene, [&](ReplicaStore& store) { need(store.putDigest(scope, Digest{3, 1, 4})); });

    meetAgain(*scene);

    QVERIFY(scene->phone->replica->state().agreed);
    QCOMPARE(need(scene->phone->store->incidents()).front().kind, Incident::Kind::recounted);
    QVERIFY(repairs(*scene).empty());
}

void TestRepairing::equalCopies_leaveNoIncident() {
    const auto scene = TestRepairing::scene(20);

    meetAgain(*scene);

    QVERIFY(scene->phone->replica->state().agreed);
    QVERIFY(need(scene->phone->store->incidents()).empty());
}

QTEST_GUILESS_MAIN(TestRepairing)
#include "tst_repairing.moc"

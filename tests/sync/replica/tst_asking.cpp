#include <QtTest>

#include <SQLiteCpp/Statement.h>

#include "shared/base/limits.h"
#include "shared/sqlite/columns.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::SmallHouse;

/// What people ask beside the records: who changed this, and whose devices are up to date. Both ends, on real stores.
class TestAsking : public QObject {
    Q_OBJECT

private slots:
    void init();
    void history_namesWhoWhenAndWhatItReplaced();
    void history_isReadWithoutAConnection();
    void history_ofARecordOutOfSight_isEmpty();
    void history_longerThanAnAnswer_goesOnBelow();
    void history_ofARecordThatLeaves_isForgotten();
    void history_ofManyRecords_keepsTheLatest();
    void ask_withoutConnection_saysNothing();
    void agreement_isToldToWhoAnswersForTheDevice();
    void agreement_thatIsNotSo_isNotBelieved();
    void devices_ofOthersPlaces_areNotTold();

private:
    std::vector<HistoryEntry> kept(SmallHouse::Device& device, const Id& record) {
        std::vector<HistoryEntry> entries;
        sqlite::Use row(
            device.store->database().prepared("SELECT line FROM zx_history WHERE record = ?1 ORDER BY version DESC"));
        sqlite::bindId(*row, 1, record);
        while (row->executeStep()) {
            entries.push_back(need(decodeHistory(test::testCatalog(), row->getColumn(0).getString())));
        }
        return entries;
    }
    std::vector<Id> agreedDevices(SmallHouse::Device& device) {
        std::vector<Id> devices;
        sqlite::Use row(device.store->database().prepared("SELECT device FROM zx_agreement ORDER BY at DESC"));
        while (row->executeStep()) devices.push_back(need(sqlite::readId(row->getColumn(0))));
        return devices;
    }
    void say(SmallHouse::Device& device, const ReplicaActions& actions) {
        for (const Frame& frame : actions.send) device.up.push_back(*frame);
        house_->settle();
    }
    SmallHouse::Device& visitor(int inhabitant) {
        auto& device = house_->device(inhabitant);
        house_->connect(device);
        house_->settle();
        return device;
    }
    void rename(SmallHouse::Device& device, const char* title) {
        house_->record(device, house_->edit("item", item_, {{"title", std::string(title)}}));
        house_->settle();
    }

    std::unique_ptr<SmallHouse> house_;
    Id item_;
};

void TestAsking::init() {
    house_ = std::make_unique<SmallHouse>();
    item_ = house_->stock(1).front();
}

void TestAsking::history_namesWhoWhenAndWhatItReplaced() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    const std::string before(house_->row(phone, "item", item_)->string("title"));
    rename(phone, "by the phone");
    rename(manager, "by the manager");

    say(phone, phone.replica->askHistory(item_, 0));

    const auto history = kept(phone, item_);
    QCOMPARE(history.size(), std::size_t{3});
    QCOMPARE(history[0].version, Version{3});
    QCOMPARE(history[0].person, manager.replica->state().person);
    QCOMPARE(history[0].device, manager.id);
    QCOMPARE(std::get<std::string>(history[0].changes.front().value), std::string("by the manager"));
    QCOMPARE(std::get<std::string>(history[0].changes.front().base), std::string("by the phone"));
    QCOMPARE(history[1].device, phone.id);
    QCOMPARE(std::get<std::string>(history[1].changes.front().base), before);
    QVERIFY(history[2].device.isNil());  // headquarters' desk
    QCOMPARE(history[2].verb, Verb::add);
}

void TestAsking::history_isReadWithoutAConnection() {
    auto& phone = visitor(0);
    rename(phone, "once");
    say(phone, phone.replica->askHistory(item_, 0));

    house_->disconnect(phone);
    house_->restart(phone);

    QCOMPARE(kept(phone, item_).size(), std::size_t{2});
}

void TestAsking::history_ofARecordOutOfSight_isEmpty() {
    auto& elsewhere = visitor(7);

    say(elsewhere, elsewhere.replica->askHistory(item_, 0));

    QVERIFY(kept(elsewhere, item_).empty());
}

void TestAsking::history_longerThanAnAnswer_goesOnBelow() {
    auto& phone = visitor(0);
    const int edits = static_cast<int>(limits::historyLinesMax) + 5;
    for (int i = 0; i < edits; ++i) {
        house_->record(phone, house_->edit("item", item_, {{"size", std::int64_t{i}}}));
        house_->settle();
    }

    say(phone, phone.replica->askHistory(item_, 0));
    const auto first = kept(phone, item_);
    say(phone, phone.replica->askHistory(item_, first.back().version));

    QCOMPARE(first.size(), limits::historyLinesMax);
    const auto all = kept(phone, item_);
    QCOMPARE(all.size(), static_cast<std::size_t>(edits) + 1);
    QCOMPARE(all.back().version, Version{1});
}

void TestAsking::history_ofARecordThatLeaves_isForgotten() {
    auto& phone = visitor(0);
    rename(phone, "seen");
    say(phone, phone.replica->askHistory(item_, 0));
    QVERIFY(!kept(phone, item_).empty());

    house_->change({DirectChange{Verb::edit, &test::testCatalog().at("item"), item_, simulation::nodeId(5), {}, {}}});
    house_->settle();

    QVERIFY(!house_->row(phone, "item", item_));
    QVERIFY(kept(phone, item_).empty());
}

void TestAsking::history_ofManyRecords_keepsTheLatest() {
    auto& phone = visitor(0);
    const auto keep = [&](const Id& record, std::int64_t at) {
        need(phone.store->begin(ReplicaStore::Durability::atomic));
        need(phone.store->keepHistory(History{record, 1, 0, true, {}}, Instant{at}));
        need(phone.store->commit());
    };
    for (std::int64_t i = 0; i <= limits::historiesKeptMax; ++i) keep(Id::named("record " + std::to_string(i)), i + 1);

    sqlite::Use row(phone.store->database().prepared("SELECT count(*), min(at) FROM zx_history_asked"));
    QVERIFY(row->executeStep());
    QCOMPARE(row->getColumn(0).getInt64(), limits::historiesKeptMax);
    QCOMPARE(row->getColumn(1).getInt64(), std::int64_t{2});
}

void TestAsking::ask_withoutConnection_saysNothing() {
    auto& phone = house_->device(0);

    QVERIFY(phone.replica->askHistory(item_, 0).send.empty());
    QVERIFY(phone.replica->askDevices().send.empty());
    QVERIFY(need(phone.replica->tellAgreement()).send.empty());
}

void TestAsking::agreement_isToldToWhoAnswersForTheDevice() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);

    say(phone, need(phone.replica->tellAgreement()));
    say(manager, manager.replica->askDevices());

    QCOMPARE(agreedDevices(manager), std::vector<Id>{phone.id});
}

void TestAsking::agreement_thatIsNotSo_isNotBelieved() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    Digest wrong = need(phone.store->totalDigest());
    wrong.low += 1;

    phone.up.push_back(encode(ClientMessage(Agreed{house_->authority().head(), wrong})));
    house_->settle();
    say(manager, manager.replica->askDevices());

    QVERIFY(agreedDevices(manager).empty());
}

void TestAsking::devices_ofOthersPlaces_areNotTold() {
    auto& phone = visitor(0);
    auto& colleague = visitor(2);
    auto& elsewhere = visitor(7);
    for (auto* device : {&phone, &colleague, &elsewhere}) say(*device, need(device->replica->tellAgreement()));

    say(colleague, colleague.replica->askDevices());

    QCOMPARE(agreedDevices(colleague), std::vector<Id>{colleague.id});
}

QTEST_APPLESS_MAIN(TestAsking)
#include "tst_asking.moc"

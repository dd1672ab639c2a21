#include <QtTest>

#include <SQLiteCpp/Statement.h>

#include "shared/base/limits.h"
#include "shared/sqlite/columns.h"
#include "sync/replica/ahead.h"
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
    void history_ofManyBytes_keepsTheLatest();
    void history_afterAnotherPastBegan_isForgotten();
    void ahead_thenOffline_isThere();
    void ahead_whatIsKnown_isNotAskedAgain();
    void ahead_changedAgain_isFetchedAnew();
    void ahead_changedBeforeARestart_isFetchedAnew();
    void ahead_newestChangeFirst_withinABurst();
    void ahead_ofARecordThatLeaves_leavesNoBytes();
    void ahead_overtakenByLeaving_isNotKept();
    void ahead_manyBytes_endTheBurst();
    void ahead_whileWorkWaits_goesNoFurther();
    void ahead_filledRoom_isLeftToWhatChanges();
    void ask_withoutConnection_saysNothing();
    void ask_ofAnOlderServer_saysNothing();
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
    /// Both ends compare, and all is quiet.
    void agree(SmallHouse::Device& device) {
        house_->ask(device);
        house_->settle();
        QVERIFY(need(device.replica->isQuiet()));
    }
    /// One burst, to its end.
    void fetchAhead(SmallHouse::Device& device) {
        agree(device);
        say(device, need(device.replica->askHistoriesAhead()));
    }
    /// Whom the device asks about, in order.
    std::vector<Id> askedAbout(const ReplicaActions& actions) {
        std::vector<Id> records;
        for (const Frame& frame : actions.send) {
            const auto message = need(decodeClient(test::testCatalog(), *frame));
            records.push_back(std::get<AskHistory>(message).record);
        }
        return records;
    }
    Id addEntry(SmallHouse::Device& device, std::int64_t amount) {
        const Id id = house_->record(device, house_->add("entry", {{"item", item_}, {"amount", amount}}));
        house_->settle();
        return id;
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

void TestAsking::history_ofManyBytes_keepsTheLatest() {
    auto& phone = visitor(0);
    constexpr std::size_t each = 50'000;
    constexpr auto fitting = static_cast<int>(ahead::keptBytesMax / each);
    constexpr int records = fitting + 20;
    const auto keep = [&](const Id& record, std::int64_t at) {
        HistoryEntry entry;
        entry.type = &test::testCatalog().at("item");
        entry.record = record;
        entry.version = entry.seq = entry.at.ms = entry.receivedAt.ms = 1;
        entry.changes.push_back({0, {}, std::string(each, 'x')});
        need(phone.store->begin(ReplicaStore::Durability::atomic));
        need(phone.store->keepHistory(History{record, 1, 0, true, {entry}}, Instant{at}));
        need(phone.store->commit());
    };
    for (int i = 0; i < records; ++i) keep(Id::named("record " + std::to_string(i)), i + 1);

    QVERIFY(kept(phone, Id::named("record 0")).empty());
    QCOMPARE(kept(phone, Id::named("record " + std::to_string(records - 1))).size(), std::size_t{1});
    sqlite::Use row(phone.store->database().prepared(
        "SELECT sum(length(line)), (SELECT sum(bytes) FROM zx_history_asked) FROM zx_history"));
    QVERIFY(row->executeStep());
    QVERIFY(row->getColumn(0).getInt64() <= ahead::keptBytesMax);
    QVERIFY(row->getColumn(0).getInt64() > ahead::keptBytesMax - 2 * static_cast<std::int64_t>(each));
    QCOMPARE(row->getColumn(1).getInt64(), row->getColumn(0).getInt64());
}

void TestAsking::history_afterAnotherPastBegan_isForgotten() {
    auto& phone = visitor(0);
    house_->keepBackup();
    rename(phone, "lost by the server");
    say(phone, phone.replica->askHistory(item_, 0));
    QCOMPARE(kept(phone, item_).size(), std::size_t{2});

    house_->restoreBackup();
    house_->connect(phone);
    house_->settle();

    QVERIFY(kept(phone, item_).empty());
}

// ---- ahead: what nobody has opened yet

void TestAsking::ahead_thenOffline_isThere() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    const Id entry = addEntry(manager, 100);
    rename(manager, "by the manager");

    fetchAhead(phone);
    house_->disconnect(phone);
    house_->restart(phone);

    QCOMPARE(kept(phone, item_).size(), std::size_t{2});
    QCOMPARE(kept(phone, item_).front().person, manager.replica->state().person);
    QCOMPARE(kept(phone, entry).size(), std::size_t{1});
}

void TestAsking::ahead_whatIsKnown_isNotAskedAgain() {
    auto& phone = visitor(0);
    rename(phone, "once");
    fetchAhead(phone);
    QCOMPARE(kept(phone, item_).size(), std::size_t{2});

    agree(phone);
    QVERIFY(need(phone.replica->askHistoriesAhead()).send.empty());
}

void TestAsking::ahead_changedAgain_isFetchedAnew() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    rename(manager, "once");
    fetchAhead(phone);
    rename(manager, "twice");
    QCOMPARE(kept(phone, item_).size(), std::size_t{2});  // not at every change

    fetchAhead(phone);

    QCOMPARE(kept(phone, item_).size(), std::size_t{3});
}

void TestAsking::ahead_changedBeforeARestart_isFetchedAnew() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    rename(manager, "once");
    fetchAhead(phone);
    rename(manager, "twice");

    house_->disconnect(phone);
    house_->restart(phone);
    house_->connect(phone);
    house_->settle();
    fetchAhead(phone);

    QCOMPARE(kept(phone, item_).size(), std::size_t{3});
}

void TestAsking::ahead_newestChangeFirst_withinABurst() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    const std::vector<Id> items = house_->stock(3);
    house_->settle();
    fetchAhead(phone);
    for (const std::size_t i : {1U, 0U, 2U}) {
        house_->record(manager, house_->edit("item", items[i], {{"size", std::int64_t{7}}}));
        house_->settle();
    }

    agree(phone);
    const auto asked = askedAbout(need(phone.replica->askHistoriesAhead()));

    QCOMPARE(asked, (std::vector<Id>{items[2], items[0], items[1]}));
}

void TestAsking::ahead_ofARecordThatLeaves_leavesNoBytes() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    rename(manager, "a value that only the history remembers");
    rename(manager, "renamed");
    fetchAhead(phone);
    QCOMPARE(kept(phone, item_).size(), std::size_t{3});
    const auto isInAFile = [&] {
        for (const char* part : {"", "-wal", "-shm"}) {
            QFile file(QString::fromStdString(phone.file.string() + part));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains("a value that only the history remembers"))
                return true;
        }
        return false;
    };
    QVERIFY(isInAFile());

    house_->change({DirectChange{Verb::edit, &test::testCatalog().at("item"), item_, simulation::nodeId(5), {}, {}}});
    house_->settle();
    house_->ask(phone);
    house_->settle();

    QVERIFY(!isInAFile());
}

void TestAsking::ahead_overtakenByLeaving_isNotKept() {
    auto& phone = visitor(0);
    say(phone, phone.replica->askHistory(item_, 0));
    const auto told = kept(phone, item_);
    QCOMPARE(told.size(), std::size_t{1});
    house_->change({DirectChange{Verb::edit, &test::testCatalog().at("item"), item_, simulation::nodeId(5), {}, {}}});
    house_->settle();

    need(phone.replica->receive(History{item_, 1, 0, true, told}, Instant{1}));

    QVERIFY(kept(phone, item_).empty());
}

void TestAsking::ahead_manyBytes_endTheBurst() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    constexpr std::size_t wordy = 9'000;
    const std::size_t enough = ahead::burstBytesMax / wordy;
    const std::vector<Id> items = house_->stock(static_cast<int>(2 * enough));
    house_->settle();
    for (const Id& item : items) {
        house_->record(manager, house_->edit("item", item, {{"plan", std::string(wordy, 'x')}}));
    }
    house_->settle();

    fetchAhead(phone);

    std::size_t fetched = 0;
    for (const Id& item : items) fetched += kept(phone, item).empty() ? 0 : 1;
    QVERIFY2(fetched >= enough && fetched <= enough + ahead::atOnceMax, qPrintable(QString::number(fetched)));
    fetchAhead(phone);  // the next burst goes on
    fetched = 0;
    for (const Id& item : items) fetched += kept(phone, item).empty() ? 0 : 1;
    QCOMPARE(fetched, items.size());
}

void TestAsking::ahead_whileWorkWaits_goesNoFurther() {
    auto& phone = visitor(0);
    house_->stock(static_cast<int>(3 * ahead::atOnceMax));
    house_->settle();
    agree(phone);
    const auto first = need(phone.replica->askHistoriesAhead());
    QCOMPARE(first.send.size(), ahead::atOnceMax);
    for (const Frame& frame : first.send) phone.up.push_back(*frame);
    house_->serve();
    house_->record(phone, house_->edit("item", item_, {{"size", std::int64_t{1}}}));

    QVERIFY(need(phone.replica->askHistoriesAhead()).send.empty());
    house_->hear(phone);

    sqlite::Use row(phone.store->database().prepared("SELECT count(*) FROM zx_history_asked"));
    QVERIFY(row->executeStep());
    QCOMPARE(static_cast<std::size_t>(row->getColumn(0).getInt64()), ahead::atOnceMax);
}

void TestAsking::ahead_filledRoom_isLeftToWhatChanges() {
    auto& phone = visitor(0);
    auto& manager = visitor(1);
    const Id old = addEntry(manager, 1);
    need(phone.store->begin(ReplicaStore::Durability::atomic));
    for (std::int64_t i = 0; i < ahead::filledMax; ++i) {
        need(phone.store->keepHistory(History{Id::named("record " + std::to_string(i)), 1, 0, true, {}},
                                      Instant{i + 1}));
    }
    need(phone.store->commit());
    house_->disconnect(phone);
    house_->restart(phone);
    house_->connect(phone);
    house_->settle();
    fetchAhead(phone);
    QVERIFY(kept(phone, old).empty());

    house_->record(manager, house_->edit("entry", old, {{"note", std::string("changed")}}));
    house_->settle();
    fetchAhead(phone);

    QCOMPARE(kept(phone, old).size(), std::size_t{2});
}

void TestAsking::ask_withoutConnection_saysNothing() {
    auto& phone = house_->device(0);

    QVERIFY(phone.replica->askHistory(item_, 0).send.empty());
    QVERIFY(phone.replica->askDevices().send.empty());
    QVERIFY(need(phone.replica->askHistoriesAhead()).send.empty());
    QVERIFY(need(phone.replica->tellAgreement()).send.empty());
}

/// It would end the connection over a message that it has never heard of.
void TestAsking::ask_ofAnOlderServer_saysNothing() {
    auto& phone = house_->device(0);
    house_->connect(phone, 0);
    house_->settle();

    QVERIFY(phone.replica->state().agreed);
    QVERIFY(phone.replica->askHistory(item_, 0).send.empty());
    QVERIFY(phone.replica->askDevices().send.empty());
    QVERIFY(need(phone.replica->tellAgreement()).send.empty());
    QVERIFY(need(phone.replica->askHistoriesAhead()).send.empty());
    QVERIFY(!phone.replica->askAgreement().send.empty());
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

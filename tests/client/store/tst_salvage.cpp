#include <QFile>
#include <QtTest>

#include "client/store/salvage.h"
#include "sync/wire/codec.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::client;
using test::need;
using test::SmallHouse;

/// A damaged store: whatever of a person's own work can be read is saved, and the rest comes again.
class TestSalvage : public QObject {
    Q_OBJECT

private slots:
    void salvage_anyDamagedPage_givesWorkAsItWasOrSaysThatSomeIsMissing();
    void rebuild_thenSync_losesNothing();
    void rebuild_workChangedByTheDisk_isListedAndNotSent();
    void rebuild_newestWorkUnreadableAndTaken_givesItsNumberToNothingElse();
    void takeOver_ofAPartOfAGroup_leavesItToThePerson();
    void rebuild_ofAFileThatIsNoDatabase_makesANewStore();

private:
    static constexpr int pageBytes = 4'096;

    static void offlineWork(SmallHouse& house, SmallHouse::Device& phone, int count) {
        for (int i = 0; i < count; ++i) {
            house.record(phone, house.add("item", {{"title", "draft " + std::to_string(i)}}));
        }
    }
    /// Nobody has it open any more; the log is written back.
    static void close(SmallHouse& house, SmallHouse::Device& phone) {
        if (phone.connection != 0) house.disconnect(phone);
        phone.replica.reset();
        phone.store.reset();
    }
    static void damage(const QString& file, qint64 page) {
        QFile store(file);
        QVERIFY(store.open(QIODevice::ReadWrite));
        QVERIFY(store.seek(page * pageBytes));
        store.write(QByteArray(pageBytes, '\xA5'));
    }
    static void reopen(SmallHouse::Device& phone, test::SeededRandom& random) {
        phone.store = need(SqliteReplicaStore::open(test::testCatalog(), phone.file));
        phone.replica.emplace(need(sync::Replica::load(test::testCatalog(), *phone.store, random)));
    }
    static void change(const SmallHouse::Device& phone, const std::string& statement) {
        SQLite::Database file(phone.file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(file.exec(statement) > 0);
    }
    static DeviceIdentity identityOf(const SmallHouse::Device& phone) {
        return {phone.id, simulation::personId(phone.who.number), simulation::nodeId(phone.who.node)};
    }
};

void TestSalvage::salvage_anyDamagedPage_givesWorkAsItWasOrSaysThatSomeIsMissing() {
    SmallHouse house;
    house.stock(50);
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    house.disconnect(phone);
    offlineWork(house, phone, 120);
    std::set<std::string> lines;
    for (const auto& pending : need(phone.store->unsent(0, 500, 1 << 20))) lines.insert(pending.line);
    close(house, phone);
    const QString file = QString::fromStdString(phone.file.string());
    const qint64 pages = QFileInfo(file).size() / pageBytes;
    QVERIFY(pages > 20);

    int whole = 0;
    for (qint64 page = 0; page < pages; ++page) {
        const QString copy = file + ".copy";
        QFile::remove(copy);
        QVERIFY(QFile::copy(file, copy));
        damage(copy, page);

        const Salvage work = salvage(test::testCatalog(), copy.toStdString());

        for (const auto& pending : work.unsent) QVERIFY(lines.contains(pending.line));
        if (work.isComplete) {
            QCOMPARE(work.unsent.size(), lines.size());
            ++whole;
        }
    }
    // Only the outbox's own pages, and those that say where it is, cost any work.
    QVERIFY2(whole > pages / 2, qPrintable(QString::number(whole)));
    QVERIFY(whole < pages);
}

void TestSalvage::rebuild_thenSync_losesNothing() {
    SmallHouse house;
    const auto items = house.stock(50);
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    house.record(phone, house.add("entry", {{"item", Id::named("nothing")}, {"amount", std::int64_t{300}}}));
    house.settle();
    QCOMPARE(need(phone.store->tray()).size(), std::size_t{1});
    house.disconnect(phone);
    offlineWork(house, phone, 10);
    house.record(phone, house.edit("item", items[3], {{"size", std::int64_t{7}}}));
    need(DraftStore(phone.store->database()).save({"spend/new", "{}", house.now}));
    close(house, phone);

    const Rebuilt rebuilt = need(rebuild(test::testCatalog(), phone.file, identityOf(phone), house.now));
    test::SeededRandom random(3);
    phone.store = need(SqliteReplicaStore::open(test::testCatalog(), phone.file));
    phone.replica.emplace(need(sync::Replica::load(test::testCatalog(), *phone.store, random)));
    QCOMPARE(need(phone.store->pendingCount()), std::size_t{11});
    house.connect(phone);
    house.settle();

    QVERIFY(rebuilt.work.isComplete);
    QVERIFY(std::filesystem::exists(rebuilt.aside));
    QVERIFY(std::filesystem::file_size(rebuilt.list) > 0);
    QCOMPARE(house.held(items[3])->record.value("size"), Value(std::int64_t{7}));
    QCOMPARE(house.stocked(phone), std::size_t{50});
    QCOMPARE(need(phone.store->tray()).size(), std::size_t{1});
    QVERIFY(need(DraftStore(phone.store->database()).find("spend/new")).has_value());
    QVERIFY(phone.replica->state().agreed);
    QVERIFY(need(phone.replica->isQuiet()));
    offlineWork(house, phone, 1);
    house.settle();
    QVERIFY(need(phone.replica->isQuiet()));
}

void TestSalvage::rebuild_workChangedByTheDisk_isListedAndNotSent() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const std::size_t before = house.all(phone, "item").size();
    house.disconnect(phone);
    offlineWork(house, phone, 3);
    close(house, phone);
    change(phone, "UPDATE zx_outbox SET line = replace(line, 'draft 1', 'draft 7')");

    const auto opened = SqliteReplicaStore::open(test::testCatalog(), phone.file);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Code::damaged);
    const Rebuilt rebuilt = need(rebuild(test::testCatalog(), phone.file, identityOf(phone), house.now));
    test::SeededRandom random(3);
    reopen(phone, random);
    house.connect(phone);
    house.settle();

    QVERIFY(!rebuilt.work.isComplete);
    QCOMPARE(rebuilt.work.changed.size(), std::size_t{1});
    QVERIFY(rebuilt.work.changed.begin()->find("draft 7") != std::string::npos);
    QFile list(QString::fromStdString(rebuilt.list.string()));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QVERIFY(list.readAll().contains("{\"changed\":"));
    QCOMPARE(house.all(phone, "item").size(), before + 2);
}

void TestSalvage::rebuild_newestWorkUnreadableAndTaken_givesItsNumberToNothingElse() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.settle();
    const std::size_t before = house.all(phone, "item").size();
    offlineWork(house, phone, 1);
    house.settle();
    house.disconnect(phone);
    const auto taken = phone.replica->state().lastCounter;
    close(house, phone);

    need(rebuild(test::testCatalog(), phone.file, identityOf(phone), house.now));
    test::SeededRandom random(3);
    reopen(phone, random);
    offlineWork(house, phone, 1);  // before the server could say how far it is

    QCOMPARE(phone.replica->state().lastCounter, taken + 1);
    house.connect(phone);
    house.settle();
    QVERIFY(need(phone.replica->isQuiet()));
    QCOMPARE(house.all(phone, "item").size(), before + 2);
}

void TestSalvage::takeOver_ofAPartOfAGroup_leavesItToThePerson() {
    SmallHouse house;
    auto& old = house.device(0);
    sync::ReplicaActions actions;
    const std::array group{house.add("item", {{"title", std::string("一")}}),
                           house.add("item", {{"title", std::string("二")}})};
    (void)need(old.replica->record(group, house.now, actions));
    const Id single = house.record(old, house.add("item", {{"title", std::string("三")}}));
    std::vector<sync::PendingOperation> unsent;
    for (const auto& entry : need(old.store->unsent(0, 10, 1 << 20)))
        unsent.push_back(need(old.store->pending(entry.counter)).value());
    QCOMPARE(unsent.size(), std::size_t{3});
    unsent.erase(unsent.begin() + 1);
    auto& phone = house.device(0);

    need(phone.replica->takeOver(unsent, {}, 0));
    house.connect(phone);
    house.settle();

    QVERIFY(need(phone.replica->isQuiet()));
    QVERIFY(house.held(single).has_value());
    QVERIFY(!house.held(unsent.front().operation.record).has_value());
    const auto tray = need(phone.store->tray());
    QCOMPARE(tray.size(), std::size_t{1});
    QCOMPARE(tray.front().error.code, Code::group_failed);
    QCOMPARE(tray.front().operation.changes.front().value, Value(std::string("一")));
}

void TestSalvage::rebuild_ofAFileThatIsNoDatabase_makesANewStore() {
    SmallHouse house;
    house.stock(5);
    auto& phone = house.device(0);
    close(house, phone);
    QFile file(QString::fromStdString(phone.file.string()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("not a database at all");
    file.close();

    const Rebuilt rebuilt = need(rebuild(test::testCatalog(), phone.file, identityOf(phone), house.now));

    QVERIFY(!rebuilt.work.isComplete);
    QVERIFY(rebuilt.work.unsent.empty());
    QVERIFY(std::filesystem::exists(rebuilt.aside));
    const auto store = need(SqliteReplicaStore::open(test::testCatalog(), phone.file));
    QCOMPARE(need(store->state()).device, phone.id);
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"

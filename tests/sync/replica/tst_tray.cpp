#include <QtTest>

#include "shared/base/limits.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::SmallHouse;

/// What becomes of an operation that the server refuses. Inhabitant 0 is field staff.
class TestTray : public QObject {
    Q_OBJECT

private slots:
    void init();
    void resend_corrected_isANewOperation();
    void resend_stillWrongHere_leavesTheTrayAsItWas();
    void resend_ofAnAdd_takesWhatDependsOnItAlong();
    void resend_ofAGroup_isAGroupAgain();
    void refused_amongHundreds_holdsUpOnlyWhatDependsOnIt();
    void discard_keepsItForAWhile();
    void discarded_restored_isInTheTrayAgain();
    void discarded_longAgo_isPurgedByTheServersClock();
    void discarded_whenTheDevicesClockIsWrong_stays();

private:
    /// The phone records an entry about an item that does not exist; only the server can know.
    Id refusedEntry() {
        const Id id = house_->record(
            *phone_, house_->add("entry", {{"item", simulation::deviceId(77)}, {"amount", std::int64_t{300}}}));
        house_->settle();
        return id;
    }
    void say(const ReplicaActions& actions) {
        for (const Frame& frame : actions.send) phone_->up.push_back(*frame);
        house_->settle();
    }
    [[nodiscard]] std::vector<TrayItem> tray() const { return *phone_->store->tray(); }
    static FieldValue itemOfEntry(const Id& item) {
        return {static_cast<std::uint16_t>(*test::testCatalog().at("entry").find("item")), item};
    }

    std::unique_ptr<SmallHouse> house_;
    SmallHouse::Device* phone_ = nullptr;
    Id item_;
};

void TestTray::init() {
    house_ = std::make_unique<SmallHouse>();
    phone_ = &house_->device(0);
    house_->connect(*phone_);
    house_->settle();
    item_ = house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}}));
    house_->settle();
}

void TestTray::resend_corrected_isANewOperation() {
    const Id id = refusedEntry();
    const Counter refused = tray().front().counter;

    const auto actions = test::need(phone_->replica->resend(refused, {itemOfEntry(item_)}, house_->now));
    say(actions);

    QVERIFY(tray().empty());
    QCOMPARE(actions.takenBack, std::vector<Counter>{refused});
    QCOMPARE(house_->held(id)->record.number("amount"), 300);
}

void TestTray::resend_stillWrongHere_leavesTheTrayAsItWas() {
    refusedEntry();
    const auto position = static_cast<std::uint16_t>(*test::testCatalog().at("entry").find("amount"));

    const auto actions = phone_->replica->resend(tray().front().counter, {{position, Value{}}}, house_->now);

    QVERIFY(!actions.ok());
    QCOMPARE(actions.error().code, Code::required);
    QCOMPARE(tray().size(), std::size_t{1});
    QCOMPARE(*phone_->store->pendingCount(), std::size_t{0});
}

void TestTray::resend_ofAnAdd_takesWhatDependsOnItAlong() {
    house_->disconnect(*phone_);
    const Id id = refusedEntry();
    house_->record(*phone_, house_->edit("entry", id, {{"note", std::string("两箱")}}));
    house_->record(*phone_, house_->edit("entry", id, {{"status", std::string("submitted")}}));
    house_->connect(*phone_);
    house_->settle();
    QCOMPARE(tray().size(), std::size_t{3});
    QCOMPARE(tray()[0].error.code, Code::bad_reference);
    QCOMPARE(tray()[1].error.code, Code::depends_on_rejected);
    QCOMPARE(tray()[2].error.code, Code::depends_on_rejected);

    say(test::need(phone_->replica->resend(tray().front().counter, {itemOfEntry(item_)}, house_->now)));

    QVERIFY(tray().empty());
    QCOMPARE(house_->held(id)->record.string("note"), std::string_view("两箱"));
    QCOMPARE(house_->held(id)->record.string("status"), std::string_view("submitted"));
}

void TestTray::resend_ofAGroup_isAGroupAgain() {
    const std::array edits{house_->edit("item", item_, {{"size", std::int64_t{5}}}),
                           house_->add("entry", {{"item", simulation::deviceId(77)}, {"amount", std::int64_t{1}}})};
    ReplicaActions recorded;
    const auto ids = test::need(phone_->replica->record(edits, house_->now, recorded));
    say(recorded);
    QCOMPARE(tray().size(), std::size_t{2});
    QCOMPARE(tray()[0].error.code, Code::group_failed);

    say(test::need(phone_->replica->resend(tray()[1].counter, {itemOfEntry(item_)}, house_->now)));

    QVERIFY(tray().empty());
    QCOMPARE(house_->held(item_)->record.number("size"), 5);
    QCOMPARE(house_->held(ids[1])->record.number("amount"), 1);
}

void TestTray::refused_amongHundreds_holdsUpOnlyWhatDependsOnIt() {
    house_->disconnect(*phone_);
    std::vector<Id> good;
    for (int i = 0; i < 300; ++i) {
        if (i == 150) {
            const Id bad = refusedEntry();
            house_->record(*phone_, house_->edit("entry", bad, {{"note", std::string("跟着它")}}));
        }
        good.push_back(
            house_->record(*phone_, house_->add("entry", {{"item", item_}, {"amount", std::int64_t{i + 1}}})));
    }

    house_->connect(*phone_);
    house_->settle();

    QCOMPARE(tray().size(), std::size_t{2});
    QCOMPARE(tray()[1].error.code, Code::depends_on_rejected);
    QCOMPARE(*phone_->store->pendingCount(), std::size_t{0});
    for (const Id& id : good) QVERIFY(house_->held(id).has_value());
}

void TestTray::discard_keepsItForAWhile() {
    refusedEntry();
    const TrayItem item = tray().front();

    test::need(phone_->replica->discard(item.counter, house_->now));

    QVERIFY(tray().empty());
    const auto discarded = *phone_->store->discarded();
    QCOMPARE(discarded.size(), std::size_t{1});
    QVERIFY(discarded.front().item.operation == item.operation);
    QVERIFY(discarded.front().item.error == item.error);
}

void TestTray::discarded_restored_isInTheTrayAgain() {
    refusedEntry();
    const TrayItem item = tray().front();
    test::need(phone_->replica->discard(item.counter, house_->now));

    test::need(phone_->replica->restore(item.counter));

    QCOMPARE(tray().size(), std::size_t{1});
    QVERIFY(tray().front().operation == item.operation);
    QVERIFY(phone_->store->discarded()->empty());
    QCOMPARE(phone_->replica->restore(item.counter).error().code, Code::not_found);
}

void TestTray::discarded_longAgo_isPurgedByTheServersClock() {
    constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
    refusedEntry();
    test::need(phone_->replica->discard(tray().front().counter, house_->now));
    house_->disconnect(*phone_);

    house_->now.ms += limits::discardedDaysMax * dayMs;
    house_->connect(*phone_);
    house_->settle();
    QCOMPARE(phone_->store->discarded()->size(), std::size_t{1});

    house_->disconnect(*phone_);
    house_->now.ms += dayMs;
    house_->connect(*phone_);
    house_->settle();
    QVERIFY(phone_->store->discarded()->empty());
}

// A year ahead on the device alone: whatever its clock says, only the server's counts.
void TestTray::discarded_whenTheDevicesClockIsWrong_stays() {
    refusedEntry();
    test::need(phone_->replica->discard(tray().front().counter, house_->now));
    house_->disconnect(*phone_);
    house_->connect(*phone_);
    house_->serve();
    const Instant ahead{house_->now.ms + 365LL * 24 * 60 * 60 * 1000};

    for (const std::string& bytes : std::exchange(phone_->down, {})) {
        test::need(phone_->replica->receive(*decodeServer(test::testCatalog(), bytes), ahead));
    }

    QCOMPARE(phone_->store->discarded()->size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestTray)
#include "tst_tray.moc"

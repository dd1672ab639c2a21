#include <QtTest>

#include "sync/authority/decider.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::SmallHouse;

/// One operation meets the server's record: each case of LAWS.md once, told with two devices.
class TestDecider : public QObject {
    Q_OBJECT

private slots:
    void init();
    void edit_differentFields_bothApply();
    void edit_sameReviewField_keepsTheLoserWithItsAuthor();
    void edit_onTopOfALosingEdit_doesNotOverwrite();
    void edit_counter_addsBoth();
    void edit_laterEdit_laterClockWinsWhateverArrivesFirst();
    void edit_deletedRecord_isKeptForRevival();
    void edit_ofADeletedRecordTooLongToKeep_isRejected();
    void remove_ofAnEditedRecord_doesNotHappen();
    void revive_afterDelete_isBack();
    void revive_ofWhatIsBackAlready_isAnEdit();
    void step_taken_isStampedWithWhoAndWhen();
    void step_afterSomebodyElseTookIt_isRejected();
    void approval_ofWhatChangedSince_isRejected();
    void add_withTakenNumber_isMarked();
    void edit_ofTheFirstHolder_marksNeitherAnew();
    void key_givenUpAndTakenBackInOneGroup_comesAfterTheOther();
    void group_withOneBadPart_isRejectedWhole();
    void group_partWithoutEffect_isCompleteWithThoseBeforeIt();
    void edit_ofTheInvisible_isNotFound();
    void edit_clockFarAhead_isHeldBack();

private:
    SmallHouse::Device& apart(SmallHouse::Device& device) {
        house_->disconnect(device);
        return device;
    }
    void backAgain(SmallHouse::Device& device) {
        house_->connect(device);
        house_->settle();
    }
    /// An item both devices know, with the phone then offline.
    Id shared(std::vector<std::pair<std::string_view, Value>> values) {
        values.emplace_back("title", std::string("到货"));
        const Id id = house_->record(*phone_, house_->add("item", std::move(values)));
        house_->settle();
        house_->disconnect(*phone_);
        return id;
    }
    /// A submitted entry by the phone's person, known to both.
    Id submitted() {
        const Id item = house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}}));
        const Id entry = house_->record(*phone_, house_->add("entry", {{"item", item}, {"amount", std::int64_t{300}}}));
        house_->record(*phone_, house_->edit("entry", entry, {{"status", std::string("submitted")}}));
        house_->settle();
        return entry;
    }

    std::unique_ptr<SmallHouse> house_;
    SmallHouse::Device* phone_ = nullptr;   ///< field
    SmallHouse::Device* laptop_ = nullptr;  ///< its regional manager
};

void TestDecider::init() {
    house_ = std::make_unique<SmallHouse>();
    phone_ = &house_->device(0);
    laptop_ = &house_->device(1);
    house_->connect(*phone_);
    house_->connect(*laptop_);
    house_->settle();
}

void TestDecider::edit_differentFields_bothApply() {
    const Id id = shared({});
    house_->record(*phone_, house_->edit("item", id, {{"size", std::int64_t{1}}}));
    house_->record(*laptop_, house_->edit("item", id, {{"price", std::int64_t{2}}}));
    house_->settle();

    backAgain(*phone_);

    QCOMPARE(house_->held(id)->record.number("size"), 1);
    QCOMPARE(house_->held(id)->record.number("price"), 2);
    QVERIFY(house_->all(*laptop_, "conflict").empty());
}

void TestDecider::edit_sameReviewField_keepsTheLoserWithItsAuthor() {
    const Id id = shared({{"size", std::int64_t{1}}});
    house_->record(*phone_, house_->edit("item", id, {{"size", std::int64_t{2}}}));
    house_->record(*laptop_, house_->edit("item", id, {{"size", std::int64_t{3}}}));
    house_->settle();

    backAgain(*phone_);

    QCOMPARE(house_->held(id)->record.number("size"), 3);
    for (auto* device : {phone_, laptop_}) {
        const auto conflicts = house_->all(*device, "conflict");
        QCOMPARE(conflicts.size(), std::size_t{1});
        QCOMPARE(conflicts[0].string("base_value"), std::string_view("1"));
        QCOMPARE(conflicts[0].string("lost_value"), std::string_view("2"));
        QCOMPARE(conflicts[0].string("kept_value"), std::string_view("3"));
        QCOMPARE(conflicts[0].reference("lost_by"), simulation::personId(0));
        QCOMPARE(conflicts[0].reference("kept_by"), simulation::personId(1));
    }
}

// The base version of the second edit is the newest; its base value is one the server never had.
void TestDecider::edit_onTopOfALosingEdit_doesNotOverwrite() {
    const Id id = shared({{"size", std::int64_t{1}}});
    house_->record(*phone_, house_->edit("item", id, {{"size", std::int64_t{2}}}));
    house_->record(*laptop_, house_->edit("item", id, {{"size", std::int64_t{3}}}));
    house_->settle();
    house_->connect(*phone_);
    house_->serve();        // welcome
    house_->hear(*phone_);  // pull and push are said
    phone_->up.resize(1);   // the push is lost
    house_->serve();
    house_->hear(*phone_);  // knows the laptop's 3, shows its own 2
    house_->disconnect(*phone_);
    house_->record(*phone_, house_->edit("item", id, {{"size", std::int64_t{4}}}));

    backAgain(*phone_);

    QCOMPARE(house_->held(id)->record.number("size"), 3);
    QCOMPARE(house_->all(*phone_, "conflict").size(), std::size_t{2});
}

void TestDecider::edit_counter_addsBoth() {
    const Id id = shared({{"visits", std::int64_t{10}}});
    house_->record(*phone_, house_->edit("item", id, {{"visits", std::int64_t{11}}}));
    house_->record(*laptop_, house_->edit("item", id, {{"visits", std::int64_t{15}}}));
    house_->settle();

    backAgain(*phone_);

    QCOMPARE(house_->held(id)->record.number("visits"), 16);
}

void TestDecider::edit_laterEdit_laterClockWinsWhateverArrivesFirst() {
    const Id id = shared({});
    house_->now.ms += 60'000;
    house_->record(*laptop_, house_->edit("item", id, {{"priority", std::string("high")}}));
    house_->settle();
    house_->now.ms -= 30'000;  // written earlier, arrives later
    house_->record(*phone_, house_->edit("item", id, {{"priority", std::string("low")}}));
    house_->now.ms += 30'000;

    backAgain(*phone_);

    QCOMPARE(house_->held(id)->record.string("priority"), std::string_view("high"));
    QCOMPARE(house_->all(*phone_, "conflict").front().string("lost_value"), std::string_view("\"low\""));
}

void TestDecider::edit_deletedRecord_isKeptForRevival() {
    const Id id = shared({});
    house_->record(*phone_, house_->edit("item", id, {{"size", std::int64_t{2}}}));
    Edit removal = house_->edit("item", id, {});
    removal.verb = Verb::remove;
    house_->record(*laptop_, removal);
    house_->settle();

    backAgain(*phone_);

    QVERIFY(house_->held(id)->record.isDeleted);
    QVERIFY(!house_->row(*phone_, "item", id).has_value());
    QCOMPARE(house_->all(*phone_, "conflict").front().string("lost_value"), std::string_view(R"({"size":2})"));
}

// Control characters take six bytes each: what was written fits into an operation, but not into one field of a conflict
// record, and no device could read the page with it.
void TestDecider::edit_ofADeletedRecordTooLongToKeep_isRejected() {
    const Id id = shared({});
    Edit removal = house_->edit("item", id, {});
    removal.verb = Verb::remove;
    house_->record(*laptop_, removal);
    house_->settle();
    const std::string controls(10'000, '\x01');
    house_->record(*phone_, house_->edit("item", id, {{"plan", controls}, {"log", controls}}));

    backAgain(*phone_);

    QVERIFY(house_->all(*laptop_, "conflict").empty());
    const auto tray = *phone_->store->tray();
    QCOMPARE(tray.size(), std::size_t{1});
    QCOMPARE(tray[0].error.code, Code::too_long);
}

void TestDecider::remove_ofAnEditedRecord_doesNotHappen() {
    const Id id = shared({});
    Edit removal = house_->edit("item", id, {});
    removal.verb = Verb::remove;
    house_->record(*phone_, removal);
    house_->record(*laptop_, house_->edit("item", id, {{"size", std::int64_t{2}}}));
    house_->settle();

    backAgain(*phone_);

    QVERIFY(!house_->held(id)->record.isDeleted);
    QCOMPARE(house_->row(*phone_, "item", id)->number("size"), 2);
    QCOMPARE(house_->all(*phone_, "conflict").size(), std::size_t{1});
}

void TestDecider::revive_afterDelete_isBack() {
    const Id id = house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}}));
    house_->settle();
    Edit change = house_->edit("item", id, {});
    change.verb = Verb::remove;
    house_->record(*phone_, change);
    house_->settle();
    QVERIFY(house_->held(id)->record.isDeleted);

    change.verb = Verb::revive;
    house_->record(*phone_, change);
    house_->settle();

    QVERIFY(!house_->held(id)->record.isDeleted);
    QCOMPARE(house_->row(*laptop_, "item", id)->string("title"), std::string_view("到货"));
}

// Two people bring one record back, each with a value of their own: the second may not overwrite the first.
void TestDecider::revive_ofWhatIsBackAlready_isAnEdit() {
    const Id id = shared({});
    Edit change = house_->edit("item", id, {});
    change.verb = Verb::remove;
    house_->record(*laptop_, change);
    house_->settle();
    backAgain(*phone_);
    apart(*phone_);
    for (const auto& [device, size] : {std::pair{laptop_, 5}, std::pair{phone_, 3}}) {
        Edit revive = house_->edit("item", id, {{"size", std::int64_t{size}}});
        revive.verb = Verb::revive;
        house_->record(*device, revive);
        house_->settle();
    }

    backAgain(*phone_);

    QCOMPARE(house_->held(id)->record.number("size"), 5);
    QCOMPARE(house_->all(*phone_, "conflict").front().string("lost_value"), std::string_view("3"));
}

void TestDecider::step_taken_isStampedWithWhoAndWhen() {
    const Id entry = submitted();

    house_->record(*laptop_, house_->edit("entry", entry, {{"status", std::string("approved")}}));
    house_->settle();

    QCOMPARE(house_->row(*phone_, "entry", entry)->reference("decided_by"), simulation::personId(1));
    QCOMPARE(house_->row(*phone_, "entry", entry)->number("decided_at"), house_->now.ms);
}

void TestDecider::step_afterSomebodyElseTookIt_isRejected() {
    const Id entry = submitted();
    auto& second = house_->device(5);
    backAgain(second);
    apart(second);
    house_->record(second, house_->edit("entry", entry, {{"status", std::string("refused")}}));
    house_->record(*laptop_, house_->edit("entry", entry, {{"status", std::string("approved")}}));
    house_->settle();

    backAgain(second);

    QCOMPARE(house_->held(entry)->record.string("status"), std::string_view("approved"));
    QCOMPARE(second.store->tray()->front().error.code, Code::bad_transition);
}

void TestDecider::approval_ofWhatChangedSince_isRejected() {
    const Id entry = submitted();
    apart(*laptop_);
    house_->record(*laptop_, house_->edit("entry", entry, {{"status", std::string("approved")}}));
    house_->record(*phone_, house_->edit("entry", entry, {{"note", std::string("金额有误")}}));
    house_->settle();

    backAgain(*laptop_);

    QCOMPARE(house_->held(entry)->record.string("status"), std::string_view("submitted"));
    QCOMPARE(laptop_->store->tray()->front().error.code, Code::outdated);
}

void TestDecider::add_withTakenNumber_isMarked() {
    const Id first =
        house_->record(*phone_, house_->add("item", {{"title", std::string("甲")}, {"number", std::string("A1")}}));
    house_->settle();
    const Id second =
        house_->record(*laptop_, house_->add("item", {{"title", std::string("乙")}, {"number", std::string("A1")}}));
    house_->settle();

    QCOMPARE(house_->held(first)->record.value("is_number_taken"), Value(false));
    QCOMPARE(house_->held(second)->record.value("is_number_taken"), Value(true));
}

void TestDecider::edit_ofTheFirstHolder_marksNeitherAnew() {
    const auto numbered = [&](const char* title) {
        return house_->record(*phone_,
                              house_->add("item", {{"title", std::string(title)}, {"number", std::string("A1")}}));
    };
    const Id first = numbered("甲");
    const Id second = numbered("乙");
    house_->settle();

    for (const std::int64_t size : {1, 2}) {
        house_->record(*phone_, house_->edit("item", first, {{"size", size}}));
        house_->record(*phone_, house_->edit("item", second, {{"size", size}}));
        house_->settle();
    }

    QCOMPARE(house_->held(first)->record.value("is_number_taken"), Value(false));
    QCOMPARE(house_->held(second)->record.value("is_number_taken"), Value(true));
}

void TestDecider::key_givenUpAndTakenBackInOneGroup_comesAfterTheOther() {
    const auto numbered = [&](const char* title) {
        return house_->record(*phone_,
                              house_->add("item", {{"title", std::string(title)}, {"number", std::string("A1")}}));
    };
    const Id first = numbered("甲");
    const Id second = numbered("乙");
    house_->settle();
    const std::array group{house_->edit("item", first, {{"number", std::string("B2")}}),
                           house_->edit("item", first, {{"number", std::string("A1")}})};
    ReplicaActions actions;

    (void)test::need(phone_->replica->record(group, house_->now, actions));
    for (const Frame& frame : actions.send) phone_->up.push_back(*frame);
    house_->settle();

    QCOMPARE(house_->held(first)->record.value("number"), Value(std::string("A1")));
    QCOMPARE(house_->held(first)->record.value("is_number_taken"), Value(true));
    QCOMPARE(house_->held(second)->record.value("is_number_taken"), Value(true));
}

void TestDecider::group_partWithoutEffect_isCompleteWithThoseBeforeIt() {
    const Id id = shared({});
    house_->connect(*phone_);
    house_->settle();
    const auto edit = [&](Counter counter, bool more) {
        Operation operation;
        operation.counter = counter;
        operation.type = &test::testCatalog().at("item");
        operation.record = id;
        operation.changes.push_back(
            {static_cast<std::uint16_t>(*operation.type->find("size")), Value(std::int64_t{5}), {}});
        operation.more = more;
        return operation;
    };
    const Counter next = phone_->replica->state().lastCounter + 1;
    phone_->up.push_back(encode(ClientMessage(Push{0, {edit(next, true), edit(next + 1, false)}})));

    house_->serve();

    const auto last = house_->store().outcome(phone_->id, next + 1).value();
    QCOMPARE(last->seq, house_->store().head().value());
}

void TestDecider::group_withOneBadPart_isRejectedWhole() {
    const Id item = house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}}));
    house_->settle();
    const std::array edits{house_->edit("item", item, {{"size", std::int64_t{5}}}),
                           house_->add("entry", {{"item", simulation::deviceId(77)}, {"amount", std::int64_t{1}}})};
    ReplicaActions actions;
    test::need(phone_->replica->record(edits, house_->now, actions));
    for (const Frame& frame : actions.send) phone_->up.push_back(*frame);

    house_->settle();

    QVERIFY(!isSet(house_->held(item)->record.value("size")));
    const auto tray = *phone_->store->tray();
    QCOMPARE(tray.size(), std::size_t{2});
    QCOMPARE(tray[0].error.code, Code::group_failed);
    QCOMPARE(tray[1].error.code, Code::bad_reference);
}

void TestDecider::edit_ofTheInvisible_isNotFound() {
    auto& elsewhere = house_->device(7);
    backAgain(elsewhere);
    const Id id = house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}}));
    house_->settle();
    Operation operation;
    operation.counter = 1;
    operation.type = &test::testCatalog().at("item");
    operation.record = id;
    operation.base = 1;
    operation.changes.push_back({0, std::string("偷看"), std::string("到货")});
    elsewhere.up.push_back(encode(ClientMessage(Push{0, {operation}})));

    house_->serve();

    const auto outcomes = std::get<Outcomes>(*decodeServer(test::testCatalog(), elsewhere.down.front()));
    QVERIFY(outcomes.outcomes.front().verdict == Verdict::rejected);
    QCOMPARE(outcomes.outcomes.front().error->code, Code::not_found);
}

void TestDecider::edit_clockFarAhead_isHeldBack() {
    house_->disconnect(*phone_);
    const Instant serverNow = house_->now;
    house_->now.ms += 365LL * 24 * 3600 * 1000;
    Operation operation;
    operation.counter = 1;
    operation.verb = Verb::add;
    operation.type = &test::testCatalog().at("item");
    operation.record = simulation::deviceId(60);
    operation.at = house_->now;
    operation.changes.push_back({0, std::string("到货"), {}});
    house_->now = serverNow;
    Decider decider(test::testCatalog(), house_->store(), house_->authority().organisation(),
                    {simulation::personId(0), phone_->id, simulation::nodeId(3)}, serverNow);

    const auto outcome = test::need(decider.decide(operation));

    QVERIFY(outcome.verdict == Verdict::applied);
    QCOMPARE(decider.staged().front().history.at, serverNow);
    QCOMPARE(decider.staged().front().after.record.number("recorded_at"), serverNow.ms);
}

QTEST_GUILESS_MAIN(TestDecider)
#include "tst_decider.moc"

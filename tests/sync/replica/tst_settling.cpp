#include <QtTest>

#include "sync/replica/settling.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::SmallHouse;

/// People settle conflicts, change their minds, and meet others who settle the same one. Inhabitants: 0 field, 1 its
/// regional manager, 5 its site manager.
class TestSettling : public QObject {
    Q_OBJECT

private slots:
    void init();
    void conflict_reachesBothAuthorsAndTheManager();
    void settle_withAChoice_setsTheField_data();
    void settle_withAChoice_setsTheField();
    void settle_withBoth_keepsTheValueAndComments();
    void settle_twice_isRefusedHere();
    void settle_withAValueTheFieldDoesNotTake_changesNothing();
    void reopen_putsBackWhatWasThere();
    void reopen_ofBoth_takesTheOwnCommentAway();
    void reopen_thenSettleAgain_otherChoice();
    void settle_byTwoAtOnce_sameChoice_isAgreement();
    void settle_byTwoAtOnce_otherChoice_losesNothing();
    void settle_anEditOfADeletedRecord_revivesIt();
    void reopen_aRevival_deletesItAgain();
    void settle_aDeletionOfAnEditedRecord_deletesIt();
    void settle_keptOfADeletion_leavesTheRecord();
    void revive_byTwoAtOnce_secondIsContested();
    void settle_refusedByTheServer_goesToTheTrayAsAGroup();

private:
    Decision decide(Choice choice, Value another = {}) const {
        return {choice, std::move(another), "数量：2 或 3", {}};
    }
    void say(SmallHouse::Device& device, const Result<ReplicaActions>& step) {
        QVERIFY2(step.ok(), step.ok() ? "" : step.error().message.c_str());
        if (device.connection == 0) return;
        for (const Frame& frame : step->send) device.up.push_back(*frame);
        house_->settle();
    }
    void settle(SmallHouse::Device& device, const Id& conflict, const Decision& decision) {
        say(device, device.replica->settle(conflict, decision, house_->now));
    }
    void reopen(SmallHouse::Device& device, const Id& conflict) {
        say(device, device.replica->reopen(conflict, house_->now));
    }
    void online(SmallHouse::Device& device) {
        house_->connect(device);
        house_->settle();
    }
    Record onlyConflict(SmallHouse::Device& device) {
        const auto conflicts = house_->all(device, "conflict");
        if (conflicts.size() != 1) qFatal("there is not one conflict but %zu", conflicts.size());
        return conflicts.front();
    }
    std::int64_t size(SmallHouse::Device& device) { return house_->row(device, "item", item_)->number("size"); }
    /// The phone's size 2 loses against the laptop's 3; it was 1.
    Id contested() {
        item_ =
            house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}, {"size", std::int64_t{1}}}));
        house_->settle();
        house_->disconnect(*phone_);
        house_->record(*phone_, house_->edit("item", item_, {{"size", std::int64_t{2}}}));
        house_->record(*laptop_, house_->edit("item", item_, {{"size", std::int64_t{3}}}));
        house_->settle();
        online(*phone_);
        return onlyConflict(*laptop_).id;
    }
    /// The laptop deletes what the phone edits; the edit is kept aside.
    Id editedDeletion() {
        item_ =
            house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}, {"size", std::int64_t{1}}}));
        house_->settle();
        house_->disconnect(*phone_);
        house_->record(*phone_, house_->edit("item", item_, {{"size", std::int64_t{2}}}));
        removeOn(*laptop_);
        house_->settle();
        online(*phone_);
        return onlyConflict(*laptop_).id;
    }
    /// The phone deletes what the laptop edits; the deletion is kept aside.
    Id deletedEdit() {
        item_ =
            house_->record(*phone_, house_->add("item", {{"title", std::string("到货")}, {"size", std::int64_t{1}}}));
        house_->settle();
        house_->disconnect(*phone_);
        removeOn(*phone_);
        house_->record(*laptop_, house_->edit("item", item_, {{"size", std::int64_t{3}}}));
        house_->settle();
        online(*phone_);
        return onlyConflict(*laptop_).id;
    }
    void removeOn(SmallHouse::Device& device) {
        Edit removal = house_->edit("item", item_, {});
        removal.verb = Verb::remove;
        house_->record(device, removal);
    }

    std::unique_ptr<SmallHouse> house_;
    SmallHouse::Device* phone_ = nullptr;
    SmallHouse::Device* laptop_ = nullptr;
    SmallHouse::Device* shop_ = nullptr;
    Id item_;
};

void TestSettling::init() {
    house_ = std::make_unique<SmallHouse>();
    phone_ = &house_->device(0);
    laptop_ = &house_->device(1);
    shop_ = &house_->device(5);
    for (auto* device : {phone_, laptop_, shop_}) house_->connect(*device);
    house_->settle();
}

void TestSettling::conflict_reachesBothAuthorsAndTheManager() {
    contested();

    for (auto* device : {phone_, laptop_, shop_}) {
        const Record conflict = onlyConflict(*device);
        QCOMPARE(conflict.string("base_value"), std::string_view("1"));
        QCOMPARE(conflict.string("kept_value"), std::string_view("3"));
        QCOMPARE(conflict.string("lost_value"), std::string_view("2"));
        QCOMPARE(conflict.reference("kept_by"), simulation::personId(1));
        QCOMPARE(conflict.reference("lost_by"), simulation::personId(0));
        QCOMPARE(conflict.string("kept_device"), std::string_view(laptop_->id.text()));
        QCOMPARE(conflict.string("lost_device"), std::string_view(phone_->id.text()));
        QVERIFY(conflict.number("kept_at") >= house_->now.ms);
        QVERIFY(conflict.number("lost_at") >= house_->now.ms);
    }
}

void TestSettling::settle_withAChoice_setsTheField_data() {
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("size");
    QTest::newRow("kept") << static_cast<int>(Choice::kept) << 3;
    QTest::newRow("lost") << static_cast<int>(Choice::lost) << 2;
    QTest::newRow("another") << static_cast<int>(Choice::another) << 7;
}

void TestSettling::settle_withAChoice_setsTheField() {
    QFETCH(int, choice);
    QFETCH(int, size);
    const Id conflict = contested();
    const Version before = house_->held(item_)->record.version;

    settle(*shop_, conflict, decide(static_cast<Choice>(choice), Value(std::int64_t{7})));

    for (auto* device : {phone_, laptop_, shop_}) {
        QCOMPARE(this->size(*device), size);
        const Record settled = onlyConflict(*device);
        QCOMPARE(settled.string("state"), std::string_view("settled"));
        QCOMPARE(settled.reference("settled_by"), simulation::personId(5));
        QCOMPARE(settled.number("settled_at"), house_->now.ms);
        const Dispute dispute = test::need(readDispute(test::testCatalog(), settled));
        QCOMPARE(static_cast<int>(*dispute.standing->choice), choice);
    }
    QCOMPARE(house_->held(item_)->record.version, before + (size == 3 ? 0 : 1));
}

void TestSettling::settle_withBoth_keepsTheValueAndComments() {
    const Id conflict = contested();

    settle(*phone_, conflict, decide(Choice::both));

    QCOMPARE(size(*laptop_), 3);
    const auto comments = house_->all(*laptop_, "comment");
    QCOMPARE(comments.size(), std::size_t{1});
    QCOMPARE(comments.front().string("subject"), std::string_view(item_.text()));
    QCOMPARE(comments.front().string("text"), std::string_view("数量：2 或 3"));
    QCOMPARE(onlyConflict(*laptop_).string("state"), std::string_view("settled"));
}

void TestSettling::settle_twice_isRefusedHere() {
    const Id conflict = contested();
    settle(*phone_, conflict, decide(Choice::lost));

    const auto again = phone_->replica->settle(conflict, decide(Choice::kept), house_->now);

    QCOMPARE(again.error().code, Code::bad_transition);
    QCOMPARE(size(*phone_), 2);
}

void TestSettling::settle_withAValueTheFieldDoesNotTake_changesNothing() {
    const Id conflict = contested();

    const auto step = phone_->replica->settle(conflict, decide(Choice::another, std::int64_t{2'000'000}), house_->now);

    QCOMPARE(step.error().code, Code::out_of_range);
    QCOMPARE(onlyConflict(*phone_).string("state"), std::string_view("open"));
    QCOMPARE(*phone_->store->pendingCount(), std::size_t{0});
}

void TestSettling::reopen_putsBackWhatWasThere() {
    const Id conflict = contested();
    house_->record(*laptop_, house_->edit("item", item_, {{"size", std::int64_t{4}}}));  // not what stood then
    house_->settle();
    settle(*phone_, conflict, decide(Choice::lost));
    QCOMPARE(size(*laptop_), 2);
    const Version settled = house_->held(item_)->record.version;

    reopen(*laptop_, conflict);

    QCOMPARE(size(*phone_), 4);
    QCOMPARE(onlyConflict(*phone_).string("state"), std::string_view("open"));
    QCOMPARE(house_->held(item_)->record.version, settled + 1);
    QCOMPARE(laptop_->replica->reopen(conflict, house_->now).error().code, Code::bad_transition);
}

void TestSettling::reopen_ofBoth_takesTheOwnCommentAway() {
    const Id conflict = contested();
    settle(*phone_, conflict, decide(Choice::both));

    reopen(*laptop_, conflict);
    QCOMPARE(house_->all(*laptop_, "comment").size(), std::size_t{1});  // somebody else's words stay

    settle(*laptop_, conflict, decide(Choice::both));
    reopen(*laptop_, conflict);
    QCOMPARE(house_->all(*laptop_, "comment").size(), std::size_t{1});
}

void TestSettling::reopen_thenSettleAgain_otherChoice() {
    const Id conflict = contested();
    settle(*phone_, conflict, decide(Choice::lost));
    reopen(*phone_, conflict);

    settle(*laptop_, conflict, decide(Choice::another, std::int64_t{9}));

    QCOMPARE(size(*phone_), 9);
    const Record settled = onlyConflict(*phone_);
    QCOMPARE(settled.reference("settled_by"), simulation::personId(1));
    QCOMPARE(test::need(readSettlement(settled.string("settlement"))).size(), std::size_t{3});
}

void TestSettling::settle_byTwoAtOnce_sameChoice_isAgreement() {
    const Id conflict = contested();
    house_->disconnect(*phone_);
    settle(*phone_, conflict, decide(Choice::lost));
    settle(*laptop_, conflict, decide(Choice::lost));

    online(*phone_);

    QCOMPARE(size(*phone_), 2);
    QCOMPARE(house_->all(*phone_, "conflict").size(), std::size_t{1});
    QVERIFY(phone_->store->tray()->empty());
}

// The second to arrive is not lost silently: its value is kept in a conflict of its own, with its author.
void TestSettling::settle_byTwoAtOnce_otherChoice_losesNothing() {
    const Id conflict = contested();
    house_->disconnect(*phone_);
    settle(*phone_, conflict, decide(Choice::another, std::int64_t{8}));
    settle(*laptop_, conflict, decide(Choice::lost));

    online(*phone_);

    QCOMPARE(size(*phone_), 2);
    const auto conflicts = house_->all(*laptop_, "conflict");
    QCOMPARE(conflicts.size(), std::size_t{2});
    const Record& fresh = conflicts[0].id == conflict ? conflicts[1] : conflicts[0];
    const Record& old = conflicts[0].id == conflict ? conflicts[0] : conflicts[1];
    QCOMPARE(fresh.string("state"), std::string_view("open"));
    QCOMPARE(fresh.string("lost_value"), std::string_view("8"));
    QCOMPARE(fresh.reference("lost_by"), simulation::personId(0));
    QCOMPARE(old.string("state"), std::string_view("settled"));
    QCOMPARE(old.reference("settled_by"), simulation::personId(1));
    const auto entries = test::need(readSettlement(old.string("settlement")));
    QCOMPARE(entries.size(), std::size_t{2});  // both decisions stay readable
    QVERIFY(standing(entries)->choice == Choice::lost);
}

void TestSettling::settle_anEditOfADeletedRecord_revivesIt() {
    const Id conflict = editedDeletion();
    QVERIFY(house_->held(item_)->record.isDeleted);

    settle(*laptop_, conflict, decide(Choice::lost));

    for (auto* device : {phone_, laptop_}) {
        QCOMPARE(house_->row(*device, "item", item_)->string("title"), std::string_view("到货"));
        QCOMPARE(size(*device), 2);
        QCOMPARE(onlyConflict(*device).string("state"), std::string_view("settled"));
    }
}

void TestSettling::reopen_aRevival_deletesItAgain() {
    const Id conflict = editedDeletion();
    settle(*laptop_, conflict, decide(Choice::lost));

    reopen(*laptop_, conflict);

    QVERIFY(house_->held(item_)->record.isDeleted);
    QVERIFY(!house_->row(*phone_, "item", item_).has_value());
    QCOMPARE(onlyConflict(*phone_).string("state"), std::string_view("open"));
}

void TestSettling::settle_aDeletionOfAnEditedRecord_deletesIt() {
    const Id conflict = deletedEdit();

    settle(*laptop_, conflict, decide(Choice::lost));
    QVERIFY(house_->held(item_)->record.isDeleted);

    reopen(*laptop_, conflict);
    QCOMPARE(size(*phone_), 3);
}

void TestSettling::settle_keptOfADeletion_leavesTheRecord() {
    const Id conflict = deletedEdit();
    QCOMPARE(laptop_->replica->settle(conflict, decide(Choice::both), house_->now).error().code, Code::not_an_option);

    settle(*laptop_, conflict, decide(Choice::kept));

    QCOMPARE(size(*phone_), 3);
    QCOMPARE(onlyConflict(*phone_).string("state"), std::string_view("settled"));
}

void TestSettling::revive_byTwoAtOnce_secondIsContested() {
    editedDeletion();
    const auto revival = [&](std::int64_t size) {
        Edit edit = house_->edit("item", item_, {{"size", size}});
        edit.verb = Verb::revive;
        return edit;
    };
    house_->disconnect(*phone_);
    house_->record(*phone_, revival(5));
    house_->record(*laptop_, revival(6));
    house_->settle();

    online(*phone_);

    QCOMPARE(size(*phone_), 6);
    const auto conflicts = house_->all(*phone_, "conflict");
    const bool isKept = std::any_of(conflicts.begin(), conflicts.end(),
                                    [](const Record& one) { return one.string("lost_value") == "5"; });
    QVERIFY(isKept);
}

// Field staff may not delete an item of somebody else, so the server refuses the whole decision; nothing is half done.
void TestSettling::settle_refusedByTheServer_goesToTheTrayAsAGroup() {
    item_ = house_->record(*laptop_, house_->add("item", {{"title", std::string("到货")}, {"size", std::int64_t{1}}}));
    Edit here = house_->edit("item", item_, {});
    here.place = simulation::nodeId(phone_->who.node);
    house_->record(*laptop_, here);
    house_->settle();
    house_->disconnect(*phone_);
    house_->record(*phone_, house_->edit("item", item_, {{"size", std::int64_t{2}}}));
    removeOn(*laptop_);
    house_->settle();
    online(*phone_);
    const Id conflict = onlyConflict(*phone_).id;

    settle(*phone_, conflict, decide(Choice::lost));

    QVERIFY(house_->held(item_)->record.isDeleted);
    QCOMPARE(onlyConflict(*phone_).string("state"), std::string_view("open"));
    const auto tray = *phone_->store->tray();
    QCOMPARE(tray.size(), std::size_t{2});
    QCOMPARE(tray[0].error.code, Code::forbidden);
    QCOMPARE(tray[1].error.code, Code::group_failed);
}

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"

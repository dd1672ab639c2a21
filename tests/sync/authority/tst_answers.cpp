#include <QtTest>

#include "shared/base/limits.h"
#include "tests/simulation/small_house.h"

using namespace zhixing;
using namespace zhixing::sync;
using test::need;
using test::SmallHouse;

/// What the server answers beside the feed. That devices make good use of it is tst_filling's and tst_repairing's.
class TestAnswers : public QObject {
    Q_OBJECT

private slots:
    void fill_ofScopesOutOfSight_givesNothing();
    void fill_beyondTheHead_isWrongEpoch();
    void fill_ofEitherPart_givesEachRecordOnce();
    void fill_deletedAndMoved_areLeftOut();
    void inspect_beforePulling_isRefused();
    void inspect_withoutCredit_waitsForTheHead();
    void inspect_countsOnlyWhatIsSeen();
    void fetch_outOfSight_isLeftOutAsIfItWereNot();

private:
    static std::vector<ServerMessage> say(SmallHouse& house, SmallHouse::Device& device, const ClientMessage& message) {
        device.down.clear();
        device.up = {encode(message)};
        house.serve();
        std::vector<ServerMessage> answers;
        for (const std::string& bytes : std::exchange(device.down, {})) {
            answers.push_back(need(decodeServer(test::testCatalog(), bytes)));
        }
        return answers;
    }
    static SmallHouse::Device& visitor(SmallHouse& house, int inhabitant) {
        auto& device = house.device(inhabitant);
        house.connect(device);
        house.settle();
        return device;
    }
};

void TestAnswers::fill_ofScopesOutOfSight_givesNothing() {
    SmallHouse house;
    house.stock(5);
    auto& elsewhere = visitor(house, 7);
    const Fill fill{1, Part::all, 0, house.authority().head(), ScopeSet{{simulation::nodeId(3), Audience::everyone}}};

    const auto answers = say(house, elsewhere, fill);

    QCOMPARE(answers.size(), std::size_t{1});
    QVERIFY(std::get<Filled>(answers.front()).records.empty());
    QCOMPARE(std::get<Filled>(answers.front()).to, fill.until);
}

void TestAnswers::fill_beyondTheHead_isWrongEpoch() {
    SmallHouse house;
    auto& phone = visitor(house, 0);

    const auto answers = say(house, phone, Fill{1, Part::all, 0, house.authority().head() + 1, {}});

    QCOMPARE(std::get<Refusal>(answers.front()).error.code, Code::wrong_epoch);
    QVERIFY(!std::get<Refusal>(answers.front()).fatal);
}

void TestAnswers::fill_ofEitherPart_givesEachRecordOnce() {
    SmallHouse house;
    house.stock(700);
    auto& phone = visitor(house, 0);
    const Seq head = house.authority().head();
    std::multiset<Id> seen;
    for (const Part part : {Part::first, Part::rest}) {
        for (Seq after = 0; after < head;) {
            const auto answers = say(house, phone, Fill{1, part, after, head, {}});
            const auto& filled = std::get<Filled>(answers.front());
            QVERIFY(filled.to > after);
            QVERIFY(filled.records.size() <= limits::pageRecordsMax);
            for (const PageRecord& entry : filled.records) {
                QCOMPARE(entry.record.type->comesFirst, part == Part::first);
                seen.insert(entry.record.id);
            }
            after = filled.to;
        }
    }

    QCOMPARE(static_cast<std::int64_t>(seen.size()), phone.store->totalDigest()->count);
    QCOMPARE(std::set<Id>(seen.begin(), seen.end()).size(), seen.size());
}

void TestAnswers::fill_deletedAndMoved_areLeftOut() {
    SmallHouse house;
    const auto items = house.stock(3);
    DirectChange removal{Verb::remove, &test::testCatalog().at("item"), items[0], {}, {}, {}};
    DirectChange move{Verb::edit, &test::testCatalog().at("item"), items[1], simulation::nodeId(4), {}, {}};
    house.change({removal, move});
    auto& phone = visitor(house, 0);

    const auto answers = say(house, phone, Fill{1, Part::rest, 0, house.authority().head(), {}});

    std::set<Id> told;
    for (const PageRecord& entry : std::get<Filled>(answers.front()).records) told.insert(entry.record.id);
    QVERIFY(told.contains(items[2]));
    QVERIFY(!told.contains(items[0]) && !told.contains(items[1]));
}

void TestAnswers::inspect_beforePulling_isRefused() {
    SmallHouse house;
    auto& phone = house.device(0);
    house.connect(phone);
    house.serve();

    const auto answers = say(house, phone, Inspect{{Prefix{}}});

    QCOMPARE(std::get<Refusal>(answers.front()).error.code, Code::unexpected_message);
}

void TestAnswers::inspect_withoutCredit_waitsForTheHead() {
    SmallHouse house;
    auto& phone = visitor(house, 0);
    (void)say(house, phone, Pull{house.authority().head(), 1});
    house.stock(1);  // uses up the credit
    house.stock(1);

    QVERIFY(say(house, phone, Inspect{{Prefix{}}}).empty());
    const auto answers = say(house, phone, Credit{1});

    QCOMPARE(answers.size(), std::size_t{2});
    QVERIFY(std::holds_alternative<Page>(answers[0]));
    QCOMPARE(std::get<Buckets>(answers[1]).seq, house.authority().head());
}

void TestAnswers::inspect_countsOnlyWhatIsSeen() {
    SmallHouse house;
    house.stock(400);
    auto& phone = visitor(house, 0);
    auto& elsewhere = visitor(house, 7);

    const auto mine = std::get<Buckets>(say(house, phone, Inspect{{Prefix{}}}).front());
    const auto theirs = std::get<Buckets>(say(house, elsewhere, Inspect{{Prefix{}}}).front());

    Digest sum;
    for (const Digest& child : mine.buckets.front().children) sum.add(child);
    QCOMPARE(sum, *phone.store->totalDigest());
    QCOMPARE(static_cast<std::int64_t>(theirs.buckets.front().records.size()), elsewhere.store->totalDigest()->count);
}

void TestAnswers::fetch_outOfSight_isLeftOutAsIfItWereNot() {
    SmallHouse house;
    const Id item = house.stock(1).front();
    auto& phone = visitor(house, 0);
    auto& elsewhere = visitor(house, 7);
    const Fetch fetch{{item, Id::named("nothing")}};

    const auto mine = say(house, phone, fetch);
    const auto theirs = say(house, elsewhere, fetch);

    QCOMPARE(std::get<Fetched>(mine.front()).records.front().record.id, item);
    QVERIFY(std::get<Fetched>(mine.front()).isLast);
    QVERIFY(std::get<Fetched>(theirs.front()).records.empty());
    QVERIFY(std::get<Fetched>(theirs.front()).isLast);
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"

#include <QtTest>

#include "shared/model/validation.h"
#include "sync/merge/settle.h"
#include "tests/support/seed.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::sync;
using How = Settlement::How;

namespace {

constexpr int casesPerLaw = 20'000;

Field fieldOf(Merge merge) {
    switch (merge) {
        case Merge::counter:
            return field::counter(1, "visits").between(-1'000'000, 1'000'000);
        case Merge::set:
            return field::tags(1, "tags");
        case Merge::append:
            return field::longText(1, "log").merging(Merge::append);
        case Merge::text:
            return field::longText(1, "note");
        default:
            return field::integer(1, "number").merging(merge);
    }
}

Value randomValue(const Field& field, test::SeededRandom& random) {
    switch (field.merge) {
        case Merge::set: {
            TagSet tags;
            for (const char* tag : {"a", "b", "c", "d"}) {
                if (random.oneIn(2)) tags.emplace_back(tag);
            }
            return tags.empty() ? Value() : Value(tags);
        }
        case Merge::append:
        case Merge::text: {
            std::string text;
            for (const char* word : {"陈", "列", "到", "货", " ok ", "1234"}) {
                if (random.oneIn(2)) text += word;
            }
            return text.empty() ? Value() : Value(text);
        }
        default:
            return Value(random.between(0, 4));
    }
}

struct Drawn {
    Field field;
    Value base, server, mine;
};

Drawn draw(test::SeededRandom& random) {
    constexpr std::array policies{Merge::review, Merge::laterEdit, Merge::firstWins, Merge::counter,
                                  Merge::set,    Merge::append,    Merge::text};
    Drawn drawn;
    drawn.field = fieldOf(policies[random.below(policies.size())]);
    drawn.base = randomValue(drawn.field, random);
    drawn.server = random.oneIn(3) ? drawn.base : randomValue(drawn.field, random);
    drawn.mine = randomValue(drawn.field, random);
    return drawn;
}

std::string describe(const Drawn& drawn) { return std::string(word(drawn.field.merge)); }

}  // namespace

class TestSettle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void settle_notContested_takesMine();
    void settle_sameValue_isNoConflict();
    void settle_anything_losesNothingSilently();
    void settle_anything_staysWithinTheFieldsLimits();
    void settle_countersAndSets_sameInEveryOrder();
    void settle_laterEdit_sameSurvivorInEveryOrder();
    void settle_review_keepsTheServersAndTheLoser();
    void settle_firstWins_keepsTheServersAndTheLoser();
    void settle_laterEdit_tie_keepsTheServers();
    void settle_append_keepsBothServersFirst();
    void settle_counterBeyondItsLimit_keepsTheServersAndTheLoser();
    void settle_mergedTextTooLong_keepsTheServersAndTheLoser();
    void settle_requiredTextMergedIntoNothing_keepsTheServersAndTheLoser();
    void onTop_reviewContested_showsMine();
    void onTop_counter_showsTheSum();

private:
    std::uint64_t seed_ = test::drawnSeed();
};

void TestSettle::initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed_)); }

void TestSettle::settle_notContested_takesMine() {
    test::SeededRandom random(seed_);
    for (int i = 0; i < casesPerLaw; ++i) {
        const Drawn drawn = draw(random);
        if (drawn.field.merge == Merge::counter) continue;
        const Settlement settled = settle(drawn.field, {drawn.base, drawn.base, drawn.mine, random.oneIn(2)});
        QCOMPARE(settled.value, drawn.mine);
        QVERIFY(settled.how == How::taken || settled.how == How::same);
    }
}

void TestSettle::settle_sameValue_isNoConflict() {
    test::SeededRandom random(seed_);
    for (int i = 0; i < casesPerLaw; ++i) {
        const Drawn drawn = draw(random);
        if (drawn.field.merge == Merge::counter) continue;
        const Settlement settled = settle(drawn.field, {drawn.base, drawn.mine, drawn.mine, random.oneIn(2)});
        QVERIFY(settled.how == How::same);
        QCOMPARE(settled.value, drawn.mine);
    }
}

// LAWS.md, 3: each side's value is the result, or kept as the loser, or both changes are visible in a merged value.
void TestSettle::settle_anything_losesNothingSilently() {
    test::SeededRandom random(seed_);
    for (int i = 0; i < casesPerLaw; ++i) {
        const Drawn drawn = draw(random);
        const Settlement settled = settle(drawn.field, {drawn.base, drawn.server, drawn.mine, random.oneIn(2)});
        if (settled.how == How::merged) {
            QVERIFY2(drawn.field.merge != Merge::review && drawn.field.merge != Merge::firstWins,
                     describe(drawn).c_str());
            continue;
        }
        const bool mineIsSafe = settled.value == drawn.mine || settled.lost == drawn.mine ||
                                (drawn.field.merge == Merge::counter && settled.how == How::taken);
        const bool serversIsSafe = settled.value == drawn.server || settled.lost == drawn.server ||
                                   drawn.server == drawn.base ||
                                   (drawn.field.merge == Merge::counter && settled.how == How::taken);
        QVERIFY2(mineIsSafe, describe(drawn).c_str());
        QVERIFY2(serversIsSafe, describe(drawn).c_str());
    }
}

void TestSettle::settle_anything_staysWithinTheFieldsLimits() {
    test::SeededRandom random(seed_);
    for (int i = 0; i < casesPerLaw; ++i) {
        Drawn drawn = draw(random);
        if (drawn.field.merge == Merge::append || drawn.field.merge == Merge::text) drawn.field.most = 14;
        if (drawn.field.merge == Merge::set) drawn.field.most = 3;
        if (!validateValue(drawn.field, drawn.server) || !validateValue(drawn.field, drawn.mine)) continue;
        const Settlement settled = settle(drawn.field, {drawn.base, drawn.server, drawn.mine, true});
        QVERIFY2(validateValue(drawn.field, settled.value).ok(), describe(drawn).c_str());
    }
}

void TestSettle::settle_countersAndSets_sameInEveryOrder() {
    test::SeededRandom random(seed_);
    for (int i = 0; i < casesPerLaw; ++i) {
        const Field field = fieldOf(random.oneIn(2) ? Merge::counter : Merge::set);
        const Value base = randomValue(field, random);
        const std::array writes{randomValue(field, random), randomValue(field, random), randomValue(field, random)};
        std::array order{0, 1, 2};
        std::optional<Value> first;
        do {
            Value server = base;
            for (const int which : order) {
                server = settle(field, {base, server, writes[static_cast<std::size_t>(which)], false}).value;
            }
            if (!first) first = server;
            QCOMPARE(server, *first);
        } while (std::next_permutation(order.begin(), order.end()));
    }
}

void TestSettle::settle_laterEdit_sameSurvivorInEveryOrder() {
    test::SeededRandom random(seed_);
    const Field field = fieldOf(Merge::laterEdit);
    for (int i = 0; i < casesPerLaw; ++i) {
        const Value base{std::int64_t{100}};
        std::array<int, 3> order{0, 1, 2};  // an edit's number is its value and its time
        do {
            Value server = base;
            int serverAt = -1;
            for (const int edit : order) {
                const Value mine{std::int64_t{edit}};
                const Settlement settled = settle(field, {base, server, mine, edit > serverAt});
                if (settled.value == mine) serverAt = edit;
                server = settled.value;
            }
            QCOMPARE(server, Value(std::int64_t{2}));
        } while (std::next_permutation(order.begin(), order.end()));
    }
}

void TestSettle::settle_review_keepsTheServersAndTheLoser() {
    const Settlement settled =
        settle(fieldOf(Merge::review), {Value(std::int64_t{1}), Value(std::int64_t{2}), Value(std::int64_t{3}), true});

    QVERIFY(settled.how == How::contested);
    QCOMPARE(settled.value, Value(std::int64_t{2}));
    QCOMPARE(settled.lost, Value(std::int64_t{3}));
    QVERIFY(!settled.lostIsServers);
}

void TestSettle::settle_firstWins_keepsTheServersAndTheLoser() {
    const Settlement settled = settle(fieldOf(Merge::firstWins),
                                      {Value(std::int64_t{1}), Value(std::int64_t{2}), Value(std::int64_t{3}), true});

    QCOMPARE(settled.value, Value(std::int64_t{2}));
    QCOMPARE(settled.lost, Value(std::int64_t{3}));
}

void TestSettle::settle_laterEdit_tie_keepsTheServers() {
    const Settlement settled = settle(fieldOf(Merge::laterEdit),
                                      {Value(std::int64_t{1}), Value(std::int64_t{2}), Value(std::int64_t{3}), false});

    QCOMPARE(settled.value, Value(std::int64_t{2}));
    QCOMPARE(settled.lost, Value(std::int64_t{3}));
}

void TestSettle::settle_append_keepsBothServersFirst() {
    const Settlement settled =
        settle(fieldOf(Merge::append),
               {Value(std::string("早会")), Value(std::string("早会，到货")), Value(std::string("早会，补货")), false});

    QVERIFY(settled.how == How::merged);
    QCOMPARE(settled.value, Value(std::string("早会，到货，补货")));
}

void TestSettle::settle_counterBeyondItsLimit_keepsTheServersAndTheLoser() {
    const Field field = field::counter(1, "visits").between(0, 10);
    const Settlement settled =
        settle(field, {Value(std::int64_t{5}), Value(std::int64_t{9}), Value(std::int64_t{8}), false});

    QVERIFY(settled.how == How::contested);
    QCOMPARE(settled.value, Value(std::int64_t{9}));
    QCOMPARE(settled.lost, Value(std::int64_t{8}));
}

void TestSettle::settle_mergedTextTooLong_keepsTheServersAndTheLoser() {
    const Field field = field::longText(1, "note", 6);
    const Settlement settled = settle(
        field, {Value(std::string("甲 乙")), Value(std::string("甲一 乙")), Value(std::string("甲 乙一二三")), false});

    QVERIFY(settled.how == How::contested);
    QCOMPARE(settled.value, Value(std::string("甲一 乙")));
}

void TestSettle::settle_requiredTextMergedIntoNothing_keepsTheServersAndTheLoser() {
    const Field field = field::longText(1, "note").required();

    const Settlement settled =
        settle(field, {Value(std::string("甲乙")), Value(std::string("甲")), Value(std::string("乙")), false});

    QVERIFY(settled.how == How::contested);
    QCOMPARE(settled.value, Value(std::string("甲")));
    QCOMPARE(settled.lost, Value(std::string("乙")));
}

void TestSettle::onTop_reviewContested_showsMine() {
    QCOMPARE(onTop(fieldOf(Merge::review), Value(std::int64_t{1}), Value(std::int64_t{2}), Value(std::int64_t{3})),
             Value(std::int64_t{3}));
}

void TestSettle::onTop_counter_showsTheSum() {
    QCOMPARE(onTop(fieldOf(Merge::counter), Value(std::int64_t{1}), Value(std::int64_t{4}), Value(std::int64_t{3})),
             Value(std::int64_t{6}));
}

QTEST_APPLESS_MAIN(TestSettle)
#include "tst_settle.moc"

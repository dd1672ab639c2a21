#include <QtTest>

#include <algorithm>

#include "shared/rules/streak.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestStreak : public QObject {
    Q_OBJECT

private slots:
    void channel_twoWeeksBelow_isReached();
    void channel_oneWeekBelow_isNot();
    void channel_exactlyOnTarget_endsTheRun();
    void channel_recovered_hasNoRun();
    void channel_recoveredAndBelowAgain_countsAnew();
    void clicks_underFourFifthsOfTheMeanThreeDays_isReached();
    void clicks_exactlyFourFifths_isNotBelow();
    void missingDay_betweenBadOnes_neitherBreaksNorExtends();
    void missingDays_afterTwoBadOnes_doNotReachThree();
    void missingReference_isAMissingDay();
    void lateReading_isJudgedAgain();
    void correctedReading_replacesTheFirst();
    void order_ofObservations_doesNotMatter();
    void otherPolicy_otherLength();
    void always_listsTheRowsOfTheRun();
};

namespace {

constexpr Date start{20'000};

/// One day after the other; none is a day nobody reported. Held against 1,000.
std::vector<Observation> days(std::initializer_list<std::optional<std::int64_t>> values) {
    std::vector<Observation> out;
    for (const auto& value : values) {
        const Date on = start.plusDays(std::ssize(out));
        out.push_back({.row = Id::named(on.text()), .on = on, .value = value, .reference = 1'000});
    }
    return out;
}

Streak channel(const std::vector<Observation>& weeks) { return channelStreak(weeks, Policy{}).result; }
Streak clicks(const std::vector<Observation>& observed) { return clickStreak(observed, Policy{}).result; }

}  // namespace

void TestStreak::channel_twoWeeksBelow_isReached() {
    const Streak streak = channel(days({1'100, 999, 990}));

    QVERIFY(streak.isReached);
    QCOMPARE(streak.length, 2);
    QCOMPARE(streak.since, std::optional{start.plusDays(1)});
}

void TestStreak::channel_oneWeekBelow_isNot() {
    const Streak streak = channel(days({1'100, 999}));

    QVERIFY(!streak.isReached);
    QCOMPARE(streak.length, 1);
}

void TestStreak::channel_exactlyOnTarget_endsTheRun() { QCOMPARE(channel(days({999, 1'000, 999})).length, 1); }

void TestStreak::channel_recovered_hasNoRun() {
    const Streak streak = channel(days({900, 900, 900, 1'000}));

    QVERIFY(!streak.isReached);
    QCOMPARE(streak.length, 0);
    QCOMPARE(streak.since, std::nullopt);
}

void TestStreak::channel_recoveredAndBelowAgain_countsAnew() {
    const Streak streak = channel(days({900, 900, 1'000, 900, 900}));

    QCOMPARE(streak.length, 2);
    QCOMPARE(streak.since, std::optional{start.plusDays(3)});
}

void TestStreak::clicks_underFourFifthsOfTheMeanThreeDays_isReached() {
    QVERIFY(clicks(days({799, 799, 799})).isReached);
    QVERIFY(!clicks(days({799, 799})).isReached);
}

void TestStreak::clicks_exactlyFourFifths_isNotBelow() {
    QCOMPARE(clicks(days({799, 799, 800})).length, 0);
    QCOMPARE(clicks(days({800, 799, 799})).length, 2);
}

void TestStreak::missingDay_betweenBadOnes_neitherBreaksNorExtends() {
    const Streak streak = clicks(days({700, std::nullopt, 700, std::nullopt, std::nullopt, 700}));

    QVERIFY(streak.isReached);
    QCOMPARE(streak.length, 3);
    QCOMPARE(streak.since, std::optional{start});
}

void TestStreak::missingDays_afterTwoBadOnes_doNotReachThree() {
    const Streak streak = clicks(days({700, 700, std::nullopt, std::nullopt}));

    QVERIFY(!streak.isReached);
    QCOMPARE(streak.length, 2);
}

void TestStreak::missingReference_isAMissingDay() {
    std::vector<Observation> observed = days({700, 900, 700, 700});
    observed[1].reference = std::nullopt;

    QCOMPARE(clicks(observed).length, 3);

    observed[1].reference = 0;
    QCOMPARE(clicks(observed).length, 3);
}

void TestStreak::lateReading_isJudgedAgain() {
    std::vector<Observation> observed = days({700, std::nullopt, 700});
    QCOMPARE(clicks(observed).length, 2);

    observed.push_back({.row = {}, .on = start.plusDays(1), .value = 950, .reference = 1'000});

    QCOMPARE(clicks(observed).length, 1);
}

void TestStreak::correctedReading_replacesTheFirst() {
    std::vector<Observation> observed = days({700, 700, 700});

    observed.push_back({.row = {}, .on = start.plusDays(2), .value = 700, .reference = 1'000});

    QCOMPARE(clicks(observed).length, 3);
}

void TestStreak::order_ofObservations_doesNotMatter() {
    std::vector<Observation> observed = days({900, 700, std::nullopt, 700, 700});
    const Streak inOrder = clicks(observed);

    do {
        std::ranges::rotate(observed, observed.begin() + 1);
        QCOMPARE(clicks(observed).length, inOrder.length);
        QCOMPARE(clicks(observed).since, inOrder.since);
    } while (observed.front().on != start);
    QVERIFY(inOrder.isReached);
}

void TestStreak::otherPolicy_otherLength() {
    const Policy patient{.channelWeeksBelow = 4, .clickBelowMeanBy = percent(50)};

    QVERIFY(!channelStreak(days({900, 900, 900}), patient).result.isReached);
    QVERIFY(channelStreak(days({900, 900, 900, 900}), patient).result.isReached);
    QCOMPARE(clickStreak(days({600, 499}), patient).result.length, 1);
}

void TestStreak::always_listsTheRowsOfTheRun() {
    const std::vector<Observation> observed = days({1'000, 700, std::nullopt, 600});

    const Explanation because = clickStreak(observed, Policy{.version = 9}).because;

    QCOMPARE(because.rule, std::string_view{"clicks_below_industry"});
    QCOMPARE(because.policyVersion, 9);
    QCOMPARE(because.inputs, (std::vector<Input>{{"below_share", Unit::rate, 800'000},
                                                 {"periods", Unit::count, 3},
                                                 {"on", Unit::date, start.days + 1, observed[1].row},
                                                 {"value", Unit::decimal, 700, observed[1].row},
                                                 {"reference", Unit::decimal, 1'000, observed[1].row},
                                                 {"on", Unit::date, start.days + 3, observed[3].row},
                                                 {"value", Unit::decimal, 600, observed[3].row},
                                                 {"reference", Unit::decimal, 1'000, observed[3].row}}));
}

QTEST_APPLESS_MAIN(TestStreak)
#include "tst_streak.moc"

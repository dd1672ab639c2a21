#include <QtTest>

#include "shared/rules/schedule.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void judge_startsOnTheLastDay_isFine();
    void judge_startsEarlier_isAClashOfSoManyDays();
    void judge_chainWithoutGap_isCritical();
    void judge_gapOfAHoliday_staysCritical();
    void judge_circle_isFoundAndEnds();
    void judge_withoutDatesOrRows_isQuiet();
    void move_later_pushesWhatWaits();
    void move_later_keepsLengthsAndOldGaps();
    void move_earlier_movesNothingElse();
    void move_pastSomethingDone_leavesIt();
    void move_inACircle_ends();
};

namespace {

Date day(int number) { return *Date::of(2025, 10, number); }

Activity task(int start, int end, std::vector<std::size_t> after = {}) {
    return {.row = {}, .start = day(start), .end = day(end), .isDone = false, .after = std::move(after)};
}

WorkCalendar october() {
    WorkCalendar calendar;
    for (int number = 1; number <= 8; ++number) calendar.setHoliday(day(number));
    calendar.setMakeUpDay(day(11));
    return calendar;
}

}  // namespace

void TestSchedule::judge_startsOnTheLastDay_isFine() {
    const std::vector plan{task(6, 15), task(15, 15, {0})};

    QVERIFY(judgeSchedule(plan, {}).result.clashes.empty());
}

void TestSchedule::judge_startsEarlier_isAClashOfSoManyDays() {
    const std::vector plan{task(6, 15), task(12, 15, {0})};

    const auto judged = judgeSchedule(plan, {});

    QCOMPARE(judged.result.clashes.size(), std::size_t{1});
    QCOMPARE(judged.result.clashes[0].before, std::size_t{0});
    QCOMPARE(judged.result.clashes[0].after, std::size_t{1});
    QCOMPARE(judged.result.clashes[0].days, 3);
    QCOMPARE(judged.because.inputs.size(), std::size_t{3});
}

void TestSchedule::judge_chainWithoutGap_isCritical() {
    const std::vector plan{task(13, 14), task(15, 16, {0}), task(17, 17, {1}), task(13, 13)};

    QCOMPARE(judgeSchedule(plan, {}).result.critical, (std::vector<bool>{true, true, true, false}));
}

void TestSchedule::judge_gapOfAHoliday_staysCritical() {
    // The weekend of the 18th and 19th lies between; Thursday does not.
    const std::vector overWeekend{task(16, 17), task(20, 22, {0})};
    const std::vector overThursday{task(14, 15), task(17, 22, {0})};
    // The Saturday of the 11th is a make-up day: people work on it.
    const std::vector overMakeUp{task(1, 10), task(12, 12, {0})};

    QVERIFY(judgeSchedule(overWeekend, october()).result.critical[0]);
    QVERIFY(!judgeSchedule(overThursday, october()).result.critical[0]);
    QVERIFY(!judgeSchedule(overMakeUp, october()).result.critical[0]);
}

void TestSchedule::judge_circle_isFoundAndEnds() {
    const std::vector plan{task(1, 2, {1}), task(3, 4, {0}), task(5, 6)};

    const auto judged = judgeSchedule(plan, {});

    QVERIFY(judged.result.hasCircle);
    QVERIFY(judged.result.critical[2]);
}

void TestSchedule::judge_withoutDatesOrRows_isQuiet() {
    std::vector plan{task(1, 2), task(3, 4, {0, 1, 99})};
    plan[0].end.reset();

    const auto judged = judgeSchedule(plan, {});

    QVERIFY(judged.result.clashes.empty());
    QVERIFY(!judged.result.hasCircle);
    QVERIFY(judgeSchedule({}, {}).result.critical.empty());
}

void TestSchedule::move_later_pushesWhatWaits() {
    const std::vector plan{task(13, 14), task(15, 16, {0}), task(17, 18, {1}), task(13, 20)};

    const auto moves = movesWith(plan, {0, day(15), day(16)});

    QCOMPARE(moves, (std::vector<Move>{{0, day(15), day(16)}, {1, day(17), day(18)}, {2, day(19), day(20)}}));
}

void TestSchedule::move_later_keepsLengthsAndOldGaps() {
    const std::vector plan{task(6, 15), task(15, 15, {0}), task(25, 28, {1})};

    const auto moves = movesWith(plan, {0, day(8), day(17)});

    QCOMPARE(moves, (std::vector<Move>{{0, day(8), day(17)}, {1, day(17), day(17)}}));
}

void TestSchedule::move_earlier_movesNothingElse() {
    const std::vector plan{task(13, 14), task(15, 16, {0})};

    QCOMPARE(movesWith(plan, {0, day(10), day(11)}).size(), std::size_t{1});
}

void TestSchedule::move_pastSomethingDone_leavesIt() {
    std::vector plan{task(13, 14), task(15, 16, {0})};
    plan[1].isDone = true;

    QCOMPARE(movesWith(plan, {0, day(20), day(21)}).size(), std::size_t{1});
}

void TestSchedule::move_inACircle_ends() {
    const std::vector plan{task(1, 2, {1}), task(3, 4, {0})};

    QCOMPARE(movesWith(plan, {0, day(10), day(11)}).front(), (Move{0, day(10), day(11)}));
}

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"

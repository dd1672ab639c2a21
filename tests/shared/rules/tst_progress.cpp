#include <QtTest>

#include "shared/rules/progress.h"

using namespace zhixing;
using namespace zhixing::rules;

Q_DECLARE_METATYPE(zhixing::rules::Lateness)
Q_DECLARE_METATYPE(zhixing::rules::TaskStatus)

class TestProgress : public QObject {
    Q_OBJECT

private slots:
    void lateness_dueOnADay_endsAtMidnightInChina_data();
    void lateness_dueOnADay_endsAtMidnightInChina();
    void lateness_dueAtAnHour_endsThen();
    void lateness_hourAndDay_theHourCounts();
    void lateness_doneAfterTheDeadline_isDoneLate();
    void lateness_cancelled_isNeverLate();
    void lateness_withoutADeadline_isInTime();
    void lateness_always_explainsItself();
    void summarise_countsEachStatusAndTheOverdue();
    void summarise_cancelledTasks_areLeftOut();
    void summarise_noTasks_isADash();
};

namespace {

const Date dueDay = *Date::parse("2025-10-15");
const Instant sixInTheEvening = *Instant::parse("2025-10-15T10:00:00.000Z");
const Instant midnight = *Instant::parse("2025-10-15T16:00:00.000Z");

Instant after(Instant instant, std::int64_t ms) { return {instant.ms + ms}; }

TaskTiming task(TaskStatus status, std::optional<Date> dueOn = dueDay) {
    return {.row = {}, .status = status, .dueOn = dueOn, .dueAt = {}, .doneAt = {}};
}

Lateness lateness(const TaskTiming& timing, Instant now) { return judgeLateness(timing, now).result; }

}  // namespace

void TestProgress::lateness_dueOnADay_endsAtMidnightInChina_data() {
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<Lateness>("expected");

    QTest::newRow("last moment") << TaskStatus::inProgress << qint64{midnight.ms - 1} << Lateness::inTime;
    QTest::newRow("midnight") << TaskStatus::inProgress << qint64{midnight.ms} << Lateness::overdue;
    QTest::newRow("not even started") << TaskStatus::notStarted << qint64{midnight.ms} << Lateness::overdue;
}

void TestProgress::lateness_dueOnADay_endsAtMidnightInChina() {
    QFETCH(const TaskStatus, status);
    QFETCH(const qint64, now);

    const Lateness judged = lateness(task(status), Instant{now});

    QTEST(judged, "expected");
}

void TestProgress::lateness_dueAtAnHour_endsThen() {
    TaskTiming timing = task(TaskStatus::inProgress, std::nullopt);
    timing.dueAt = sixInTheEvening;

    QCOMPARE(lateness(timing, sixInTheEvening), Lateness::inTime);
    QCOMPARE(lateness(timing, after(sixInTheEvening, 1)), Lateness::overdue);
}

void TestProgress::lateness_hourAndDay_theHourCounts() {
    TaskTiming timing = task(TaskStatus::inProgress);
    timing.dueAt = sixInTheEvening;

    QCOMPARE(lateness(timing, after(sixInTheEvening, 1)), Lateness::overdue);
}

void TestProgress::lateness_doneAfterTheDeadline_isDoneLate() {
    TaskTiming timing = task(TaskStatus::done);
    const Instant muchLater = after(midnight, 1'000'000'000);

    timing.doneAt = after(midnight, -1);
    QCOMPARE(lateness(timing, muchLater), Lateness::inTime);

    timing.doneAt = midnight;
    QCOMPARE(lateness(timing, muchLater), Lateness::doneLate);

    timing.doneAt = std::nullopt;
    QCOMPARE(lateness(timing, muchLater), Lateness::inTime);
}

void TestProgress::lateness_cancelled_isNeverLate() {
    QCOMPARE(lateness(task(TaskStatus::cancelled), after(midnight, 1)), Lateness::inTime);
}

void TestProgress::lateness_withoutADeadline_isInTime() {
    QCOMPARE(lateness(task(TaskStatus::notStarted, std::nullopt), after(midnight, 1)), Lateness::inTime);
}

void TestProgress::lateness_always_explainsItself() {
    TaskTiming timing = task(TaskStatus::inProgress);
    timing.row = Id::named("posters");

    const Explanation because = judgeLateness(timing, midnight).because;

    QCOMPARE(because.rule, std::string_view{"lateness"});
    QCOMPARE(because.inputs, (std::vector<Input>{{"done_at", Unit::instant, std::nullopt, timing.row},
                                                 {"now", Unit::instant, midnight.ms},
                                                 {"due_on", Unit::date, dueDay.days, timing.row}}));
}

void TestProgress::summarise_countsEachStatusAndTheOverdue() {
    const std::vector<TaskTiming> tasks{task(TaskStatus::done), task(TaskStatus::inProgress),
                                        task(TaskStatus::notStarted), task(TaskStatus::notStarted, std::nullopt)};

    const auto [progress, because] = summariseProgress(tasks, midnight);

    QCOMPARE(progress.total, 4);
    QCOMPARE(progress.done, 1);
    QCOMPARE(progress.inProgress, 1);
    QCOMPARE(progress.notStarted, 2);
    QCOMPARE(progress.overdue, 2);
    QCOMPARE(percentText(progress.share), std::string{"25%"});
    QCOMPARE(because.rule, std::string_view{"progress"});
    QCOMPARE(because.inputs.size(), std::size_t{5});
}

void TestProgress::summarise_cancelledTasks_areLeftOut() {
    const std::vector<TaskTiming> tasks{task(TaskStatus::done), task(TaskStatus::cancelled)};

    const Progress progress = summariseProgress(tasks, midnight).result;

    QCOMPARE(progress.total, 1);
    QCOMPARE(percentText(progress.share), std::string{"100%"});
    QCOMPARE(progress.overdue, 0);
}

void TestProgress::summarise_noTasks_isADash() {
    QCOMPARE(percentText(summariseProgress({}, midnight).result.share), std::string{"-"});
}

QTEST_APPLESS_MAIN(TestProgress)
#include "tst_progress.moc"

#include <QtTest>

#include "shared/rules/working_days.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestWorkingDays : public QObject {
    Q_OBJECT

private slots:
    void evaluationDue_ofTheEvent_isTheDocumentsDay_data();
    void evaluationDue_ofTheEvent_isTheDocumentsDay();
    void isWorkingDay_knowsHolidaysAndMakeUpDays_data();
    void isWorkingDay_knowsHolidaysAndMakeUpDays();
    void after_aHoliday_skipsIt();
    void after_theDayBeforeAMakeUpSaturday_isTheSaturday();
    void after_zeroDays_isTheDayItself();
    void after_aYearOfHolidays_comesToAnEnd();
    void set_twice_theLaterCounts();
    void evaluationDue_otherPolicy_otherDay();
    void evaluationDue_always_explainsItself();
};

namespace {

Date day(const char* text) { return *Date::parse(text); }

/// The autumns of 2024 and 2025 as the State Council announced them.
WorkCalendar autumns() {
    WorkCalendar calendar;
    for (Date date = day("2024-10-01"); date <= day("2024-10-07"); date = date.plusDays(1)) calendar.setHoliday(date);
    for (Date date = day("2025-10-01"); date <= day("2025-10-08"); date = date.plusDays(1)) calendar.setHoliday(date);
    for (const char* makeUp : {"2024-09-29", "2024-10-12", "2025-09-28", "2025-10-11"}) {
        calendar.setMakeUpDay(day(makeUp));
    }
    return calendar;
}

}  // namespace

void TestWorkingDays::evaluationDue_ofTheEvent_isTheDocumentsDay_data() {
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("due");

    QTest::newRow("ends on a Saturday") << QByteArray{"2025-10-18"} << QByteArray{"2025-10-22"};
    QTest::newRow("ends on a Friday") << QByteArray{"2024-10-18"} << QByteArray{"2024-10-23"};
    QTest::newRow("over the National Day holiday") << QByteArray{"2025-09-30"} << QByteArray{"2025-10-11"};
    QTest::newRow("into a make-up Saturday") << QByteArray{"2024-10-09"} << QByteArray{"2024-10-12"};
}

void TestWorkingDays::evaluationDue_ofTheEvent_isTheDocumentsDay() {
    QFETCH(const QByteArray, end);
    QFETCH(const QByteArray, due);

    const Date computed = evaluationDue(day(end.constData()), autumns(), Policy{}).result;

    QCOMPARE(computed.text(), due.toStdString());
}

void TestWorkingDays::isWorkingDay_knowsHolidaysAndMakeUpDays_data() {
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("works");

    QTest::newRow("a Monday") << QByteArray{"2025-10-20"} << true;
    QTest::newRow("a Friday") << QByteArray{"2025-10-24"} << true;
    QTest::newRow("a Saturday") << QByteArray{"2025-10-25"} << false;
    QTest::newRow("a Sunday") << QByteArray{"2025-10-26"} << false;
    QTest::newRow("a Wednesday off") << QByteArray{"2025-10-01"} << false;
    QTest::newRow("a Saturday off") << QByteArray{"2025-10-04"} << false;
    QTest::newRow("a make-up Sunday") << QByteArray{"2025-09-28"} << true;
    QTest::newRow("a make-up Saturday") << QByteArray{"2025-10-11"} << true;
}

void TestWorkingDays::isWorkingDay_knowsHolidaysAndMakeUpDays() {
    QFETCH(const QByteArray, date);

    const bool works = autumns().isWorkingDay(day(date.constData()));

    QTEST(works, "works");
}

void TestWorkingDays::after_aHoliday_skipsIt() { QCOMPARE(autumns().after(day("2025-09-30"), 1), day("2025-10-09")); }

void TestWorkingDays::after_theDayBeforeAMakeUpSaturday_isTheSaturday() {
    QCOMPARE(autumns().after(day("2024-10-11"), 1), day("2024-10-12"));
    QCOMPARE(WorkCalendar{}.after(day("2024-10-11"), 1), day("2024-10-14"));
}

void TestWorkingDays::after_zeroDays_isTheDayItself() {
    QCOMPARE(autumns().after(day("2025-10-18"), 0), day("2025-10-18"));
    QCOMPARE(autumns().after(day("2025-10-18"), -3), day("2025-10-18"));
}

void TestWorkingDays::after_aYearOfHolidays_comesToAnEnd() {
    WorkCalendar calendar;
    for (int i = 0; i < 365; ++i) calendar.setHoliday(day("2025-01-01").plusDays(i));

    QCOMPARE(calendar.after(day("2024-12-31"), 1), day("2026-01-01"));
}

void TestWorkingDays::set_twice_theLaterCounts() {
    WorkCalendar calendar;
    calendar.setHoliday(day("2025-10-20"));
    QVERIFY(!calendar.isWorkingDay(day("2025-10-20")));

    calendar.setMakeUpDay(day("2025-10-20"));

    QVERIFY(calendar.isWorkingDay(day("2025-10-20")));
}

void TestWorkingDays::evaluationDue_otherPolicy_otherDay() {
    const Policy patient{.evaluationWorkingDays = 5};

    QCOMPARE(evaluationDue(day("2025-10-18"), autumns(), patient).result, day("2025-10-24"));
}

void TestWorkingDays::evaluationDue_always_explainsItself() {
    const Explanation because = evaluationDue(day("2025-10-18"), WorkCalendar{}, Policy{.version = 6}).because;

    QCOMPARE(because.rule, std::string_view{"evaluation_due"});
    QCOMPARE(because.policyVersion, 6);
    QCOMPARE(because.inputs,
             (std::vector<Input>{{"end", Unit::date, day("2025-10-18").days}, {"working_days", Unit::count, 3}}));
}

QTEST_APPLESS_MAIN(TestWorkingDays)
#include "tst_working_days.moc"

#include <QtTest>

#include <limits>

#include "shared/base/time.h"

using namespace zhixing;

class TestTime : public QObject {
    Q_OBJECT

private slots:
    void instantText_ofAMoment_isIso_data();
    void instantText_ofAMoment_isIso();
    void instantText_farOutside_isTheNearestMoment();
    void instantParse_ofItsText_isTheSameMoment();
    void instantParse_withoutMilliseconds_isRead();
    void instantParse_refuses_data();
    void instantParse_refuses();
    void dateText_ofADay_isIso_data();
    void dateText_ofADay_isIso();
    void dateText_farOutside_isTheNearestDay();
    void dateParse_everyDayOfFourHundredYears_isTheSameDay();
    void dateParse_refuses_data();
    void dateParse_refuses();
    void isoWeekday_knownDays_isTheirs();
    void isoWeekday_beforeTheEpoch_goesOn();
    void dateAt_turnsAtMidnightInChina();
    void dateAt_westOfGreenwich_isTheDayBefore();
    void dateAt_atTheEndsOfTime_doesNotOverflow();
    void systemClock_isInThisCentury();
};

namespace {

constexpr std::int64_t everMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t everMin = std::numeric_limits<std::int64_t>::min();

}  // namespace

void TestTime::instantText_ofAMoment_isIso_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("the epoch") << qint64{0} << QByteArray{"1970-01-01T00:00:00.000Z"};
    QTest::newRow("a morning in 2026") << qint64{1'767'254'400'000} << QByteArray{"2026-01-01T08:00:00.000Z"};
    QTest::newRow("every part") << qint64{1'761'142'331'042} << QByteArray{"2025-10-22T14:12:11.042Z"};
    QTest::newRow("a leap day") << qint64{1'709'251'199'999} << QByteArray{"2024-02-29T23:59:59.999Z"};
    QTest::newRow("just before the epoch") << qint64{-1} << QByteArray{"1969-12-31T23:59:59.999Z"};
}

void TestTime::instantText_ofAMoment_isIso() {
    QFETCH(const qint64, ms);
    QFETCH(const QByteArray, text);

    QCOMPARE(Instant{ms}.text(), text.toStdString());
}

void TestTime::instantText_farOutside_isTheNearestMoment() {
    QCOMPARE(Instant{everMax}.text(), std::string{"9999-12-31T23:59:59.999Z"});
    QCOMPARE(Instant{everMin}.text(), std::string{"0001-01-01T00:00:00.000Z"});
}

void TestTime::instantParse_ofItsText_isTheSameMoment() {
    for (const std::int64_t ms : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'761'142'331'042}}) {
        QCOMPARE(Instant::parse(Instant{ms}.text()), std::optional{Instant{ms}});
    }
}

void TestTime::instantParse_withoutMilliseconds_isRead() {
    QCOMPARE(Instant::parse("2026-01-01T08:00:00Z"), std::optional{Instant{1'767'254'400'000}});
}

void TestTime::instantParse_refuses_data() {
    QTest::addColumn<QByteArray>("text");

    for (const char* text : {"", "2026-01-01", "2026-01-01T08:00:00", "2026-01-01 08:00:00Z", "2026-01-01T24:00:00Z",
                             "2026-01-01T08:60:00Z", "2026-01-01T08:00:60Z", "2026-13-01T08:00:00Z",
                             "2026-01-01T08:00:00.0Z", "2026-01-01T08:00:00,000Z", "2026-01-01T08:00:00.00-Z",
                             "2026-01-01T08:00:00+08", "2026-01-01T-8:00:00Z", "2026-01-01T08:00:00.000z"}) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray{text};
    }
}

void TestTime::instantParse_refuses() {
    QFETCH(const QByteArray, text);

    QCOMPARE(Instant::parse(text.toStdString()), std::nullopt);
}

void TestTime::dateText_ofADay_isIso_data() {
    QTest::addColumn<qint64>("days");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("the epoch") << qint64{0} << QByteArray{"1970-01-01"};
    QTest::newRow("the day before") << qint64{-1} << QByteArray{"1969-12-31"};
    QTest::newRow("a leap day") << qint64{19'782} << QByteArray{"2024-02-29"};
    QTest::newRow("a century without one") << qint64{-25'509} << QByteArray{"1900-02-28"};
    QTest::newRow("the first day") << qint64{-719'162} << QByteArray{"0001-01-01"};
    QTest::newRow("the last day") << qint64{2'932'896} << QByteArray{"9999-12-31"};
}

void TestTime::dateText_ofADay_isIso() {
    QFETCH(const qint64, days);
    QFETCH(const QByteArray, text);

    QCOMPARE(Date{days}.text(), text.toStdString());
    QCOMPARE(Date::parse(text.toStdString()), std::optional{Date{days}});
}

void TestTime::dateText_farOutside_isTheNearestDay() {
    QCOMPARE(Date{everMax}.text(), std::string{"9999-12-31"});
    QCOMPARE(Date{everMin}.text(), std::string{"0001-01-01"});
}

void TestTime::dateParse_everyDayOfFourHundredYears_isTheSameDay() {
    for (std::int64_t days = 0; days < 146'097; ++days) {
        const Date date{days};
        if (Date::parse(date.text()) != date) {
            QFAIL(date.text().c_str());
        }
    }
    QCOMPARE(Date{146'097}.text(), std::string{"2370-01-01"});
}

void TestTime::dateParse_refuses_data() {
    QTest::addColumn<QByteArray>("text");

    for (const char* text : {"", "2025-10-2", "2025-1-022", "2025/10/22", "20251022", "2025-02-29", "2025-04-31",
                             "2025-00-10", "2025-13-10", "2025-10-00", "2025-10-32", "0000-01-01", "-001-01-01",
                             "2025-10-22 ", "2o25-10-22", "1900-02-29"}) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray{text};
    }
}

void TestTime::dateParse_refuses() {
    QFETCH(const QByteArray, text);

    QCOMPARE(Date::parse(text.toStdString()), std::nullopt);
}

void TestTime::isoWeekday_knownDays_isTheirs() {
    QCOMPARE(Date{0}.isoWeekday(), 4);                                 // 1970-01-01, Thursday
    QCOMPARE(Date::parse("2024-10-18")->isoWeekday(), 5);              // Friday
    QCOMPARE(Date::parse("2025-10-18")->isoWeekday(), 6);              // Saturday
    QCOMPARE(Date::parse("2025-10-19")->isoWeekday(), 7);              // Sunday
    QCOMPARE(Date::parse("2025-10-19")->plusDays(1).isoWeekday(), 1);  // Monday
}

void TestTime::isoWeekday_beforeTheEpoch_goesOn() {
    QCOMPARE(Date{-1}.isoWeekday(), 3);
    QCOMPARE(Date{-3}.isoWeekday(), 1);
    QCOMPARE(Date{-4}.isoWeekday(), 7);
}

void TestTime::dateAt_turnsAtMidnightInChina() {
    const Instant midnight = *Instant::parse("2025-10-21T16:00:00.000Z");

    QCOMPARE(dateAt(midnight).text(), std::string{"2025-10-22"});
    QCOMPARE(dateAt(Instant{midnight.ms - 1}).text(), std::string{"2025-10-21"});
}

void TestTime::dateAt_westOfGreenwich_isTheDayBefore() {
    QCOMPARE(dateAt(Instant{0}, -1).text(), std::string{"1969-12-31"});
    QCOMPARE(dateAt(Instant{0}, 0).text(), std::string{"1970-01-01"});
}

void TestTime::dateAt_atTheEndsOfTime_doesNotOverflow() {
    QVERIFY(dateAt(Instant{everMax}).days > 0);
    QVERIFY(dateAt(Instant{everMin}).days < 0);
}

void TestTime::systemClock_isInThisCentury() {
    const std::string year = SystemClock{}.now().text().substr(0, 2);

    QCOMPARE(year, std::string{"20"});
}

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"

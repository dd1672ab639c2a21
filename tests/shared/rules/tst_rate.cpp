#include <QtTest>

#include <limits>

#include "shared/base/limits.h"
#include "shared/rules/rate.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestRate : public QObject {
    Q_OBJECT

private slots:
    void ratio_ofNothing_isNone();
    void ratio_halves_areRoundedAwayFromZero();
    void ratio_tooLargeToTravel_isHeld();
    void compareRatio_nextToAThreshold_isExact();
    void compareRatio_atTheEndsOfTheRange_doesNotOverflow();
    void product_roundsToWholeUnitsOfThePrice();
    void product_tooLarge_isHeld();
    void heldSum_atTheEndsOfTheRange_stays();
    void percentText_writes_data();
    void percentText_writes();
    void percentText_none_isADash();
};

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

}  // namespace

void TestRate::ratio_ofNothing_isNone() {
    QCOMPARE(ratio(5, 0), std::nullopt);
    QCOMPARE(ratio(0, 0), std::nullopt);
    QCOMPARE(ratio(5, -10), std::nullopt);
    QCOMPARE(ratio(0, 10), std::optional{Rate{0}});
}

void TestRate::ratio_halves_areRoundedAwayFromZero() {
    QCOMPARE(ratio(1, 2'000'000), std::optional{Rate{1}});
    QCOMPARE(ratio(-1, 2'000'000), std::optional{Rate{-1}});
    QCOMPARE(ratio(1, 2'000'001), std::optional{Rate{0}});
    QCOMPARE(ratio(2, 3), std::optional{Rate{666'667}});
}

void TestRate::ratio_tooLargeToTravel_isHeld() {
    QCOMPARE(ratio(most, 1), std::optional{Rate{limits::integerMax}});
    QCOMPARE(ratio(least, 1), std::optional{Rate{-limits::integerMax}});
}

void TestRate::compareRatio_nextToAThreshold_isExact() {
    // Both ratios are shown as 10 %; in a double they are the same number.
    constexpr std::int64_t whole = 9'000'000'000'000'000;

    QVERIFY(compareRatio(whole / 10 - 1, whole, percent(10)) < 0);
    QVERIFY(compareRatio(whole / 10, whole, percent(10)) == 0);
    QVERIFY(compareRatio(whole / 10 + 1, whole, percent(10)) > 0);
    QCOMPARE(ratio(whole / 10 - 1, whole), ratio(whole / 10 + 1, whole));
}

void TestRate::compareRatio_atTheEndsOfTheRange_doesNotOverflow() {
    QVERIFY(compareRatio(most, 1, Rate{most}) > 0);
    QVERIFY(compareRatio(least, 1, Rate{least}) < 0);
    QVERIFY(compareRatio(most, most, times(1)) == 0);
}

void TestRate::product_roundsToWholeUnitsOfThePrice() {
    QCOMPARE(product(50'000'000, 100'00), 5'000'00);
    QCOMPARE(product(1'500'000, 3), 5);
    QCOMPARE(product(-1'500'000, 3), -5);
    QCOMPARE(product(333'333, 3), 1);
}

void TestRate::product_tooLarge_isHeld() {
    QCOMPARE(product(most, most), most);
    QCOMPARE(product(most, least), least);
}

void TestRate::heldSum_atTheEndsOfTheRange_stays() {
    QCOMPARE(heldSum(most, 1), most);
    QCOMPARE(heldSum(least, -1), least);
    QCOMPARE(heldSum(most, least), -1);
    QCOMPARE(heldDifference(least, 1), least);
    QCOMPARE(heldDifference(0, least), most);
    QCOMPARE(heldDifference(7, 10), -3);
}

void TestRate::percentText_writes_data() {
    QTest::addColumn<qint64>("millionths");
    QTest::addColumn<int>("places");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](qint64 millionths, int places, const char* text) {
        QTest::addRow("%s", text) << millionths << places << QByteArray{text};
    };
    row(1'240'000, 0, "124%");
    row(933'333, 0, "93%");
    row(933'333, 1, "93.3%");
    row(108'696, 2, "10.87%");
    row(108'696, 4, "10.8696%");
    row(5'000, 0, "1%");
    row(4'999, 0, "0%");
    row(-5'000, 0, "-1%");
    row(-4'999, 0, "0%");
    row(500, 1, "0.1%");
    row(300, 2, "0.03%");
    row(-125'500, 1, "-12.6%");
    row(0, 2, "0.00%");
}

void TestRate::percentText_writes() {
    QFETCH(const qint64, millionths);
    QFETCH(const int, places);
    QFETCH(const QByteArray, text);

    QCOMPARE(percentText(Rate{millionths}, places), text.toStdString());
}

void TestRate::percentText_none_isADash() { QCOMPARE(percentText(std::nullopt, 2), std::string{"-"}); }

QTEST_APPLESS_MAIN(TestRate)
#include "tst_rate.moc"

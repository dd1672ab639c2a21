#include <QtTest>

#include "shared/rules/returns.h"

using namespace zhixing;
using namespace zhixing::rules;

Q_DECLARE_METATYPE(zhixing::rules::Advice)

class TestReturns : public QObject {
    Q_OBJECT

private slots:
    void measure_givesRatioAndNetReturnAsTwoFigures();
    void measure_atEachThreshold_data();
    void measure_atEachThreshold();
    void measure_nothingSpent_isADash();
    void measure_always_explainsItself();
};

void TestReturns::measure_givesRatioAndNetReturnAsTwoFigures() {
    const Return measured = measureReturn(Money{250'000}, Money{100'000}, Policy{}).result;

    QCOMPARE(measured.ratio, std::optional{Rate{2'500'000}});
    QCOMPARE(measured.netReturn, std::optional{Rate{1'500'000}});
}

void TestReturns::measure_atEachThreshold_data() {
    QTest::addColumn<qint64>("revenue");
    QTest::addColumn<Advice>("advice");

    QTest::newRow("a fen under the cost") << 99'999LL << Advice::stopLoss;
    QTest::newRow("the cost") << 100'000LL << Advice::keep;
    QTest::newRow("a fen under three times") << 299'999LL << Advice::keep;
    QTest::newRow("three times") << 300'000LL << Advice::addBudget;
    QTest::newRow("nothing came back") << 0LL << Advice::stopLoss;
}

void TestReturns::measure_atEachThreshold() {
    QFETCH(const qint64, revenue);

    const Advice advice = measureReturn(Money{revenue}, Money{100'000}, Policy{}).result.advice;

    QTEST(advice, "advice");
}

void TestReturns::measure_nothingSpent_isADash() {
    const Return measured = measureReturn(Money{5'000}, Money{}, Policy{}).result;

    QCOMPARE(percentText(measured.ratio), std::string{"-"});
    QCOMPARE(percentText(measured.netReturn), std::string{"-"});
    QCOMPARE(measured.advice, Advice::none);
}

void TestReturns::measure_always_explainsItself() {
    const Explanation because = measureReturn(Money{300}, Money{100}, Policy{.version = 2}).because;

    QCOMPARE(because, (Explanation{.rule = "return_on_spend",
                                   .formula = "ratio = revenue / cost; net return = (revenue - cost) / cost",
                                   .inputs = {{"revenue", Unit::fen, 300},
                                              {"cost", Unit::fen, 100},
                                              {"return_to_grow", Unit::rate, 3'000'000},
                                              {"return_to_stop", Unit::rate, 1'000'000}},
                                   .policyVersion = 2}));
}

QTEST_APPLESS_MAIN(TestReturns)
#include "tst_returns.moc"

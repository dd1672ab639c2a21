#include <QtTest>

#include "shared/rules/deviation.h"

using namespace zhixing;
using namespace zhixing::rules;

Q_DECLARE_METATYPE(zhixing::rules::Direction)
Q_DECLARE_METATYPE(zhixing::rules::Light)

class TestDeviation : public QObject {
    Q_OBJECT

private slots:
    void judge_salesBeyondTarget_isGreenWithANote();
    void judge_aQuarterShort_isRedForTheDirector();
    void judge_slightlyShort_isGreen();
    void judge_atEachThreshold_data();
    void judge_atEachThreshold();
    void judge_favourableAtThreshold_data();
    void judge_favourableAtThreshold();
    void judge_withoutATarget_isADash_data();
    void judge_withoutATarget_isADash();
    void judge_otherThresholds_otherLight();
    void judge_always_explainsItself();
    void followUp_ofEachLight_namesWhoActs();
    void word_ofEachLight_isItsName();
};

namespace {

Deviation judged(std::int64_t target, std::int64_t actual, Direction direction = Direction::higherIsBetter) {
    return judgeDeviation({.row = {}, .direction = direction, .target = target, .actual = actual}, Policy{}).result;
}

}  // namespace

void TestDeviation::judge_salesBeyondTarget_isGreenWithANote() {
    const Deviation deviation = judged(5'000'000, 6'200'000);

    QCOMPARE(percentText(deviation.achievement), std::string{"124%"});
    QCOMPARE(percentText(deviation.adverse), std::string{"-24%"});
    QCOMPARE(deviation.light, Light::green);
    QVERIFY(!deviation.opensEvaluation);
    QVERIFY(deviation.isBeyondPlan);
}

void TestDeviation::judge_aQuarterShort_isRedForTheDirector() {
    const Deviation deviation = judged(200'000, 150'000);

    QCOMPARE(percentText(deviation.achievement), std::string{"75%"});
    QCOMPARE(percentText(deviation.adverse), std::string{"25%"});
    QCOMPARE(deviation.light, Light::red);
    QCOMPARE(followUp(deviation.light), FollowUp::director);
    QVERIFY(deviation.opensEvaluation);
}

void TestDeviation::judge_slightlyShort_isGreen() {
    const Deviation deviation = judged(3'000, 2'800);

    QCOMPARE(percentText(deviation.achievement), std::string{"93%"});
    QCOMPARE(percentText(deviation.achievement, 1), std::string{"93.3%"});
    QCOMPARE(percentText(deviation.adverse, 1), std::string{"6.7%"});
    QCOMPARE(deviation.light, Light::green);
    QVERIFY(!deviation.opensEvaluation);
    QVERIFY(!deviation.isBeyondPlan);
}

void TestDeviation::judge_atEachThreshold_data() {
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<qint64>("target");
    QTest::addColumn<qint64>("actual");
    QTest::addColumn<Light>("light");
    QTest::addColumn<bool>("opensEvaluation");

    constexpr auto higher = Direction::higherIsBetter;
    constexpr auto lower = Direction::lowerIsBetter;
    QTest::newRow("on target") << higher << 10'000LL << 10'000LL << Light::green << false;
    QTest::newRow("9.99 % short") << higher << 10'000LL << 9'001LL << Light::green << false;
    QTest::newRow("10 % short") << higher << 10'000LL << 9'000LL << Light::yellow << false;
    QTest::newRow("10.01 % short") << higher << 10'000LL << 8'999LL << Light::yellow << true;
    QTest::newRow("20 % short") << higher << 10'000LL << 8'000LL << Light::yellow << true;
    QTest::newRow("20.01 % short") << higher << 10'000LL << 7'999LL << Light::red << true;
    QTest::newRow("nothing at all") << higher << 10'000LL << 0LL << Light::red << true;
    QTest::newRow("9.99 % over cost") << lower << 10'000LL << 10'999LL << Light::green << false;
    QTest::newRow("10 % over cost") << lower << 10'000LL << 11'000LL << Light::yellow << false;
    QTest::newRow("10.01 % over cost") << lower << 10'000LL << 11'001LL << Light::yellow << true;
    QTest::newRow("20 % over cost") << lower << 10'000LL << 12'000LL << Light::yellow << true;
    QTest::newRow("20.01 % over cost") << lower << 10'000LL << 12'001LL << Light::red << true;
    QTest::newRow("cost under target") << lower << 80LL << 64LL << Light::green << false;
    // Where a double would round: the greatest decimals, one millionth beside the line.
    QTest::newRow("a millionth under 10 %")
        << higher << 9'000'000'000'000'000LL << 8'100'000'000'000'001LL << Light::green << false;
    QTest::newRow("exactly 10 %, huge") << higher << 9'000'000'000'000'000LL << 8'100'000'000'000'000LL << Light::yellow
                                        << false;
    QTest::newRow("a millionth over 10 %")
        << higher << 9'000'000'000'000'000LL << 8'099'999'999'999'999LL << Light::yellow << true;
    QTest::newRow("a millionth over 20 %")
        << higher << 9'000'000'000'000'000LL << 7'199'999'999'999'999LL << Light::red << true;
}

void TestDeviation::judge_atEachThreshold() {
    QFETCH(const Direction, direction);
    QFETCH(const qint64, target);
    QFETCH(const qint64, actual);

    const Deviation deviation = judged(target, actual, direction);

    QTEST(deviation.light, "light");
    QTEST(deviation.opensEvaluation, "opensEvaluation");
}

void TestDeviation::judge_favourableAtThreshold_data() {
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<qint64>("actual");
    QTest::addColumn<bool>("isBeyondPlan");

    QTest::newRow("20 % more") << Direction::higherIsBetter << 12'000LL << false;
    QTest::newRow("20.01 % more") << Direction::higherIsBetter << 12'001LL << true;
    QTest::newRow("20 % cheaper") << Direction::lowerIsBetter << 8'000LL << false;
    QTest::newRow("20.01 % cheaper") << Direction::lowerIsBetter << 7'999LL << true;
}

void TestDeviation::judge_favourableAtThreshold() {
    QFETCH(const Direction, direction);
    QFETCH(const qint64, actual);

    const Deviation deviation = judged(10'000, actual, direction);

    QCOMPARE(deviation.light, Light::green);
    QTEST(deviation.isBeyondPlan, "isBeyondPlan");
}

void TestDeviation::judge_withoutATarget_isADash_data() {
    QTest::addColumn<bool>("hasTarget");
    QTest::addColumn<qint64>("target");
    QTest::addColumn<bool>("hasActual");

    QTest::newRow("no target") << false << 0LL << true;
    QTest::newRow("zero target") << true << 0LL << true;
    QTest::newRow("negative target") << true << -100LL << true;
    QTest::newRow("no reading") << true << 100LL << false;
}

void TestDeviation::judge_withoutATarget_isADash() {
    QFETCH(const bool, hasTarget);
    QFETCH(const qint64, target);
    QFETCH(const bool, hasActual);
    Measured measured;
    if (hasTarget) measured.target = target;
    if (hasActual) measured.actual = 50;

    const Deviation deviation = judgeDeviation(measured, Policy{}).result;

    QCOMPARE(percentText(deviation.achievement), std::string{"-"});
    QCOMPARE(percentText(deviation.adverse), std::string{"-"});
    QCOMPARE(deviation.light, Light::none);
    QVERIFY(!deviation.opensEvaluation);
    QVERIFY(!deviation.isBeyondPlan);
}

void TestDeviation::judge_otherThresholds_otherLight() {
    const Measured measured{.row = {}, .target = 100, .actual = 94};
    const Policy strict{.version = 4, .yellowFrom = percent(2), .redAbove = percent(5), .evaluationAbove = percent(5)};

    QCOMPARE(judgeDeviation(measured, Policy{}).result.light, Light::green);
    QCOMPARE(judgeDeviation(measured, strict).result.light, Light::red);
    QVERIFY(judgeDeviation(measured, strict).result.opensEvaluation);
}

void TestDeviation::judge_always_explainsItself() {
    const Id kpi = Id::named("kpi");
    const Measured measured{
        .row = kpi, .direction = Direction::lowerIsBetter, .unit = Unit::fen, .target = 80'00, .actual = 64'00};

    const Explanation because = judgeDeviation(measured, Policy{.version = 7}).because;

    QCOMPARE(because, (Explanation{.rule = "deviation",
                                   .formula = "adverse deviation = (actual - target) / target",
                                   .inputs = {{"target", Unit::fen, 80'00, kpi},
                                              {"actual", Unit::fen, 64'00, kpi},
                                              {"yellow_from", Unit::rate, 100'000},
                                              {"red_above", Unit::rate, 200'000},
                                              {"evaluation_above", Unit::rate, 100'000},
                                              {"beyond_plan_above", Unit::rate, 200'000}},
                                   .policyVersion = 7}));
}

void TestDeviation::followUp_ofEachLight_namesWhoActs() {
    QCOMPARE(followUp(Light::none), FollowUp::nobody);
    QCOMPARE(followUp(Light::green), FollowUp::nobody);
    QCOMPARE(followUp(Light::yellow), FollowUp::projectManager);
    QCOMPARE(followUp(Light::red), FollowUp::director);
}

void TestDeviation::word_ofEachLight_isItsName() {
    QCOMPARE(word(Light::none), std::string_view{"none"});
    QCOMPARE(word(Light::green), std::string_view{"green"});
    QCOMPARE(word(Light::yellow), std::string_view{"yellow"});
    QCOMPARE(word(Light::red), std::string_view{"red"});
}

QTEST_APPLESS_MAIN(TestDeviation)
#include "tst_deviation.moc"

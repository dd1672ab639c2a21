#include <QtTest>

#include "shared/rules/split.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestSplit : public QObject {
    Q_OBJECT

private slots:
    void check_dividedAsPlanned_fits();
    void check_severalLinesOfOnePart_areAdded();
    void check_atTheEdgeOfTheTolerance_isExact();
    void check_lineNobodyAssigned_countsInTheWhole();
    void check_emptyPart_isOff();
    void check_noBudget_isADash();
    void check_otherTemplate_isJustData();
    void check_always_listsItsRows();
};

namespace {

Split checked(std::vector<SplitLine> lines, const SplitTemplate& plan = splits::channelMaturity()) {
    return checkSplit(lines, plan, Policy{}).result;
}

SplitLine line(std::string key, std::int64_t fen) { return {.row = {}, .key = std::move(key), .amount = {fen}}; }

}  // namespace

void TestSplit::check_dividedAsPlanned_fits() {
    const Split split = checked({line("high_conversion", 7'000), line("potential", 2'000), line("innovative", 1'000)});

    QVERIFY(split.fits());
    QCOMPARE(split.parts.size(), std::size_t{3});
    QCOMPARE(split.parts[0].actual, std::optional{percent(70)});
    QCOMPARE(split.parts[1].actual, std::optional{percent(20)});
    QCOMPARE(split.parts[2].actual, std::optional{percent(10)});
}

void TestSplit::check_severalLinesOfOnePart_areAdded() {
    const Split split = checked(
        {line("potential", 500), line("high_conversion", 7'000), line("potential", 1'500), line("innovative", 1'000)});

    QVERIFY(split.fits());
    QCOMPARE(split.parts[1].amount, Money{2'000});
}

void TestSplit::check_atTheEdgeOfTheTolerance_isExact() {
    const Split atTheEdge =
        checked({line("high_conversion", 7'500), line("potential", 1'500), line("innovative", 1'000)});
    const Split beyond = checked({line("high_conversion", 7'501), line("potential", 1'499), line("innovative", 1'000)});

    QVERIFY(atTheEdge.fits());
    QVERIFY(!beyond.fits());
    QVERIFY(beyond.parts[0].isOff);
    QVERIFY(beyond.parts[1].isOff);
    QVERIFY(!beyond.parts[2].isOff);
}

void TestSplit::check_lineNobodyAssigned_countsInTheWhole() {
    const Split split = checked({line("high_conversion", 7'000), line("", 3'000)});

    QCOMPARE(split.unassigned, Money{3'000});
    QCOMPARE(split.parts[0].actual, std::optional{percent(70)});
    QVERIFY(!split.fits());
}

void TestSplit::check_emptyPart_isOff() {
    const Split split = checked({line("high_conversion", 7'000), line("potential", 3'000)});

    QCOMPARE(split.parts[2].actual, std::optional{percent(0)});
    QVERIFY(split.parts[2].isOff);
}

void TestSplit::check_noBudget_isADash() {
    const Split split = checked({});

    QCOMPARE(percentText(split.parts[0].actual), std::string{"-"});
    QVERIFY(split.fits());
}

void TestSplit::check_otherTemplate_isJustData() {
    const std::vector<SplitLine> lines{line("online", 60), line("channel_incentive", 30), line("reserve", 10)};

    QVERIFY(checked(lines, splits::onlineAndChannel()).fits());
    QVERIFY(!checked(lines, splits::baseAndFlexible()).fits());
}

void TestSplit::check_always_listsItsRows() {
    const std::vector<SplitLine> lines{{.row = Id::named("live"), .key = "base", .amount = {80}}};

    const Explanation because = checkSplit(lines, splits::baseAndFlexible(), Policy{.version = 5}).because;

    QCOMPARE(because.policyVersion, 5);
    QCOMPARE(because.inputs, (std::vector<Input>{{"tolerance", Unit::rate, 50'000},
                                                 {"planned", Unit::rate, 800'000},
                                                 {"planned", Unit::rate, 200'000},
                                                 {"amount", Unit::fen, 80, Id::named("live")}}));
}

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"

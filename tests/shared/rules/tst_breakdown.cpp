#include <QtTest>

#include <limits>

#include "shared/rules/breakdown.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestBreakdown : public QObject {
    Q_OBJECT

private slots:
    void check_markets_addUp();
    void check_channels_addUp();
    void check_oneMarketLess_isShortByTheDifference();
    void check_partsPromiseMore_isNegative();
    void check_noParts_missesTheWhole();
    void check_absurdParts_doNotWrapAround();
    void check_always_listsItsRows();
};

namespace {

Breakdown checked(std::int64_t whole, std::initializer_list<std::int64_t> amounts) {
    std::vector<Part> parts;
    for (const std::int64_t amount : amounts) parts.push_back({.row = {}, .amount = amount});
    return checkBreakdown({.row = {}, .amount = whole}, parts).result;
}

}  // namespace

void TestBreakdown::check_markets_addUp() {
    QVERIFY(checked(500, {200, 150, 150}).addsUp());
    QCOMPARE(checked(500, {200, 150, 150}).sum, 500);
}

void TestBreakdown::check_channels_addUp() { QVERIFY(checked(500, {300, 200}).addsUp()); }

void TestBreakdown::check_oneMarketLess_isShortByTheDifference() {
    const Breakdown breakdown = checked(500, {200, 140, 150});

    QVERIFY(!breakdown.addsUp());
    QCOMPARE(breakdown.missing, 10);
}

void TestBreakdown::check_partsPromiseMore_isNegative() { QCOMPARE(checked(500, {300, 201}).missing, -1); }

void TestBreakdown::check_noParts_missesTheWhole() { QCOMPARE(checked(500, {}).missing, 500); }

void TestBreakdown::check_absurdParts_doNotWrapAround() {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

    const Breakdown breakdown = checked(500, {most, most, 502});

    QCOMPARE(breakdown.sum, most);
    QVERIFY(breakdown.missing < 0);
}

void TestBreakdown::check_always_listsItsRows() {
    const Id total = Id::named("total");
    const std::vector<Part> parts{{Id::named("east"), 300}, {Id::named("south"), 200}};

    const Explanation because = checkBreakdown({total, 500}, parts, Unit::fen).because;

    QCOMPARE(because.rule, std::string_view{"breakdown"});
    QCOMPARE(because.inputs, (std::vector<Input>{{"whole", Unit::fen, 500, total},
                                                 {"part", Unit::fen, 300, Id::named("east")},
                                                 {"part", Unit::fen, 200, Id::named("south")}}));
}

QTEST_APPLESS_MAIN(TestBreakdown)
#include "tst_breakdown.moc"

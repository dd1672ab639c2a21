#include <QtTest>

#include "shared/rules/responsibility.h"

using namespace zhixing;
using namespace zhixing::rules;

class TestResponsibility : public QObject {
    Q_OBJECT

private slots:
    void gap_ofCounts_isTheWorst_data();
    void gap_ofCounts_isTheWorst();
    void find_always_listsOnlyGapsWithTheirRows();
};

void TestResponsibility::gap_ofCounts_isTheWorst_data() {
    QTest::addColumn<int>("responsible");
    QTest::addColumn<int>("accountable");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<int>("gap");
    const auto row = [](const char* name, int responsible, int accountable, bool isOpen, ResponsibilityGap gap) {
        QTest::newRow(name) << responsible << accountable << isOpen << static_cast<int>(gap);
    };
    row("one of each", 1, 1, true, ResponsibilityGap::none);
    row("many hands, one head", 4, 1, true, ResponsibilityGap::none);
    row("no A", 1, 0, true, ResponsibilityGap::nobodyDecides);
    row("two A", 1, 2, true, ResponsibilityGap::severalDecide);
    row("no R", 0, 1, true, ResponsibilityGap::nobodyDoes);
    row("nobody at all", 0, 0, true, ResponsibilityGap::nobodyDecides);
    row("no R and two A", 0, 2, true, ResponsibilityGap::severalDecide);
    row("finished", 0, 0, false, ResponsibilityGap::none);
}

void TestResponsibility::gap_ofCounts_isTheWorst() {
    QFETCH(int, responsible);
    QFETCH(int, accountable);
    QFETCH(bool, isOpen);
    QFETCH(int, gap);

    QCOMPARE(static_cast<int>(gapOf({{}, responsible, accountable, isOpen})), gap);
}

void TestResponsibility::find_always_listsOnlyGapsWithTheirRows() {
    const Id good = Id::named("good");
    const Id bad = Id::named("bad");
    const std::vector<Responsibility> tasks{{good, 1, 1, true}, {bad, 1, 2, true}};

    const auto found = findGaps(tasks);

    QCOMPARE(found.result.size(), std::size_t{1});
    QVERIFY(found.result[0].row == bad);
    QCOMPARE(found.because.inputs.size(), std::size_t{2});
    QVERIFY(found.because.inputs[0].row == bad);
}

QTEST_APPLESS_MAIN(TestResponsibility)
#include "tst_responsibility.moc"

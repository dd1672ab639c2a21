#include <QtTest>

#include "tests/simulation/bugs.h"
#include "tests/simulation/world.h"

using namespace zhixing;
using namespace zhixing::simulation;

/// Seeds that once found something. They are run for ever.
constexpr std::array<std::uint64_t, 5> keptSeeds{1, 2, 3, 12, 179};

class TestSimulation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void run_keptSeeds_holdAllInvariants();
    void run_freshSeeds_holdAllInvariants();
    void run_sameSeedTwice_leavesTheSameTrace();
    void run_withPlantedBug_isFound_data();
    void run_withPlantedBug_isFound();

private:
    std::unique_ptr<Ground> ground_;
};

void TestSimulation::initTestCase() { ground_ = std::make_unique<Ground>(defaultGround()); }

void TestSimulation::run_keptSeeds_holdAllInvariants() {
    for (const std::uint64_t seed : keptSeeds) {
        const Report report = World(Plan::draw(seed), *ground_, false).run();
        QVERIFY2(!report.finding, (std::to_string(seed) + ": " + report.finding.value_or("")).c_str());
    }
}

void TestSimulation::run_freshSeeds_holdAllInvariants() {
    constexpr std::uint64_t count = 2'000;
    const std::uint64_t first = QRandomGenerator::global()->generate();
    qInfo("seeds %llu to %llu", static_cast<unsigned long long>(first),
          static_cast<unsigned long long>(first + count - 1));
    Totals totals;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const Report report = World(Plan::draw(seed), *ground_, false).run();
        totals.add(report);
        QVERIFY2(!report.finding,
                 ("zhixing-simulate --seed " + std::to_string(seed) + ": " + report.finding.value_or("")).c_str());
    }
    qInfo("%s", totals.text().c_str());
    QVERIFY(totals.conflicts > 0 && totals.rejected > 0 && totals.crashes > 0);
}

void TestSimulation::run_sameSeedTwice_leavesTheSameTrace() {
    for (std::uint64_t seed = 100; seed < 120; ++seed) {
        const Report once = World(Plan::draw(seed), *ground_, false).run();
        const Report again = World(Plan::draw(seed), *ground_, false).run();
        QCOMPARE(again.traceHash, once.traceHash);
    }
}

void TestSimulation::run_withPlantedBug_isFound_data() {
    QTest::addColumn<int>("bug");
    for (const auto& [name, bug] : bugs) QTest::newRow(std::string(name).c_str()) << static_cast<int>(bug);
}

void TestSimulation::run_withPlantedBug_isFound() {
    QFETCH(int, bug);
    constexpr std::uint64_t seedsMax = 2'000;
    sync::plantedBug = static_cast<sync::Bug>(bug);
    std::optional<std::string> finding;
    std::uint64_t seed = 0;
    while (!finding && ++seed <= seedsMax) finding = World(Plan::draw(seed), *ground_, false).run().finding;
    sync::plantedBug = sync::Bug::none;

    QVERIFY2(finding.has_value(), "no invariant noticed");
    qInfo("found by seed %llu: %s", static_cast<unsigned long long>(seed), finding->c_str());
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"

#include <QtTest>

#include <fstream>

#include "tests/simulation/bugs.h"
#include "tests/simulation/world.h"

using namespace zhixing;
using namespace zhixing::simulation;

namespace {

constexpr std::uint64_t seedsMax = 2'000;
/// From so many starting points each bug is looked for; the median of how long that takes is what is told.
constexpr std::size_t searches = 3;
constexpr std::uint64_t searchApart = 100'000;

/// How many seeds it takes from `first` on; nothing when no invariant notices.
std::optional<std::uint64_t> seedsToFind(Ground& ground, std::uint64_t first, std::string& finding) {
    for (std::uint64_t seed = first; seed < first + seedsMax; ++seed) {
        const Report report = World(Plan::draw(seed), ground).run();
        if (!report.finding) continue;
        finding = *report.finding;
        return seed - first + 1;
    }
    return std::nullopt;
}

}  // namespace

/// A check is worth what it catches: each planted bug must be found. What it took goes into a file beside the build.
class TestPlantedBugs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void run_withPlantedBug_isFound_data();
    void run_withPlantedBug_isFound();
    void cleanup() { sync::plantedBug = sync::Bug::none; }

private:
    std::unique_ptr<Ground> ground_;
    std::ofstream results_;
};

void TestPlantedBugs::initTestCase() {
    ground_ = memoryGround();
    results_.open("planted_bugs.txt");
    results_ << "bug, median seeds until found (at most " << seedsMax << "), by\n";
    QVERIFY(results_.good());
}

void TestPlantedBugs::run_withPlantedBug_isFound_data() {
    QTest::addColumn<int>("bug");
    for (const auto& [name, bug] : bugs) QTest::newRow(std::string(name).c_str()) << static_cast<int>(bug);
}

void TestPlantedBugs::run_withPlantedBug_isFound() {
    QFETCH(int, bug);
    sync::plantedBug = static_cast<sync::Bug>(bug);
    std::array<std::uint64_t, searches> taken{};
    std::string finding;
    for (std::size_t i = 0; i < searches; ++i) {
        const auto seeds = seedsToFind(*ground_, 1 + i * searchApart, finding);
        QVERIFY2(seeds.has_value(), "no invariant noticed");
        taken[i] = *seeds;
    }
    std::sort(taken.begin(), taken.end());
    results_ << QTest::currentDataTag() << ", " << taken[searches / 2] << ", " << finding << std::endl;
}

QTEST_APPLESS_MAIN(TestPlantedBugs)
#include "tst_planted_bugs.moc"

#include <QtTest>

#include "tests/faults/disk_ground.h"
#include "tests/faults/faulty_disk.h"
#include "tests/simulation/shrink.h"
#include "tests/simulation/world.h"
#include "tests/support/seed.h"

using namespace zhixing;
using namespace zhixing::simulation;
using test::FaultyDisk;

namespace {

/// How many power cuts are tried; more for those who have time: ZHIXING_POWER_CUTS=100000.
std::uint64_t powerCutSeeds() {
    const QByteArray wanted = qgetenv("ZHIXING_POWER_CUTS");
    return wanted.isEmpty() ? 150 : wanted.toULongLong();
}

/// A short history without any other misfortune.
Plan shortPlan(std::uint64_t seed, int steps) {
    Plan plan = Plan::draw(seed).withoutMonths();
    plan.replicas = 2;
    plan.steps = steps;
    for (auto doing = static_cast<std::size_t>(Doing::cut); doing < doings.size(); ++doing) plan.weights[doing] = 0;
    return plan;
}

}  // namespace

/// The stores on a disk that fails, lies and forgets (RELIABILITY: D1 to D4).
class TestDisk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aCall_thatFails_losesNothing_data();
    void aCall_thatFails_losesNothing();
    void power_cutAtAnyPoint_losesNothingThatWasConfirmed();
    void power_cutOnAServersDiskThatLies_isNoticedByTheChecks();
    void power_cutOnADiskThatLies_neverClaimsAgreementThatIsNot();

private:
    std::optional<FaultyDisk> disk_;
    std::optional<DiskGround> ground_;
};

void TestDisk::initTestCase() {
    disk_.emplace();
    ground_.emplace(defaultDirectory(), *disk_);
}

void TestDisk::aCall_thatFails_losesNothing_data() {
    QTest::addColumn<bool>("onServer");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("isForEver");
    for (const bool onServer : {true, false}) {
        for (const auto error : {FaultyDisk::Error::io, FaultyDisk::Error::full}) {
            for (const bool isForEver : {false, true}) {
                const std::string name = std::string(onServer ? "server's" : "device's") + " disk, " +
                                         (error == FaultyDisk::Error::io ? "I/O error" : "full") +
                                         (isForEver ? ", for ever" : ", once");
                QTest::newRow(name.c_str()) << onServer << static_cast<int>(error) << isForEver;
            }
        }
    }
}

/// D1 and D2: recording, syncing pages, settling and opening, with each call that reaches the disk failing in turn. Whoever
/// gets the error stops writing and opens the file again; when the disk works again, nothing confirmed may be missing.
void TestDisk::aCall_thatFails_losesNothing() {
    QFETCH(bool, onServer);
    QFETCH(int, error);
    QFETCH(bool, isForEver);
    const Plan plan = shortPlan(7, 30);
    std::size_t call = 0;
    for (bool hasFailed = true; hasFailed;) {
        ++call;
        World world(plan, *ground_);
        disk_->plan({onServer ? ground_->serverFiles() : ground_->deviceFiles(0), call,
                     static_cast<FaultyDisk::Error>(error), isForEver});
        const Report report = world.run();
        hasFailed = disk_->hasCome();
        QVERIFY2(!report.finding, ("call " + std::to_string(call) + ": " + report.finding.value_or("")).c_str());
    }
    disk_->mend();
    qInfo("%zu calls failed, one at a time", call - 1);
    QVERIFY(call > 80);
}

/// D3: every file's unsynced writes may be dropped, torn or overtaken.
void TestDisk::power_cutAtAnyPoint_losesNothingThatWasConfirmed() {
    const std::uint64_t first = test::drawnSeed();
    const std::uint64_t count = powerCutSeeds();
    std::size_t cuts = 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        Plan plan = shortPlan(seed, 80);
        plan.weights[static_cast<std::size_t>(Doing::unplug)] = 12;
        plan.weights[static_cast<std::size_t>(Doing::unplugServer)] = 12;
        const Report report = World(plan, *ground_).run();
        cuts += report.crashes;
        QVERIFY2(!report.finding, ("seed " + std::to_string(seed) + ": " + report.finding.value_or("")).c_str());
    }
    qInfo("seeds %llu to %llu: %zu power cuts", static_cast<unsigned long long>(first),
          static_cast<unsigned long long>(first + count - 1), cuts);
    QVERIFY(cuts > count);
}

/// The model is worth what it catches: a server that acknowledges what is not synced does not get away with it.
void TestDisk::power_cutOnAServersDiskThatLies_isNoticedByTheChecks() {
    disk_->lieAbout(ground_->serverFiles());
    Report report;
    std::uint64_t seed = 0;
    while (!report.finding && ++seed <= 50) {
        Plan plan = shortPlan(seed, 80);
        plan.weights[static_cast<std::size_t>(Doing::unplugServer)] = 12;
        report = World(plan, *ground_).run();
    }
    disk_->lieAbout({});

    QVERIFY(report.finding.has_value());
}

/// D4: what a lying disk lost is lost; but nobody may then say that both ends are equal when they are not.
void TestDisk::power_cutOnADiskThatLies_neverClaimsAgreementThatIsNot() {
    const std::uint64_t first = test::drawnSeed();
    std::size_t refused = 0;
    std::size_t lost = 0;
    for (std::uint64_t seed = first; seed < first + 60; ++seed) {
        Plan plan = shortPlan(seed, 80);
        plan.weights[static_cast<std::size_t>(Doing::unplug)] = 12;
        plan.expectsLosses = true;
        disk_->lieAbout(ground_->allDeviceFiles());
        World world(plan, *ground_);
        const Report report = world.run();
        disk_->lieAbout({});
        QVERIFY2(!report.finding, ("seed " + std::to_string(seed) + ": " + report.finding.value_or("")).c_str());
        refused += report.refusedFiles;
        lost += report.lostEdits;
    }
    qInfo("seeds %llu on: %zu damaged files were refused, %zu edits were lost by the disk",
          static_cast<unsigned long long>(first), refused, lost);
    QVERIFY(refused + lost > 0);
}

QTEST_APPLESS_MAIN(TestDisk)
#include "tst_disk.moc"

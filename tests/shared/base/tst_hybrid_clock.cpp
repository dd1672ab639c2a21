#include <QtTest>

#include "shared/base/hybrid_clock.h"
#include "shared/base/limits.h"

using namespace zhixing;

class TestHybridClock : public QObject {
    Q_OBJECT

private slots:
    void stamp_neverMeasured_isTheDeviceTime();
    void stamp_afterMeasuring_isTheServersTime();
    void stamp_twiceInOneMillisecond_isLaterByOne();
    void stamp_wallClockSetBack_stillMovesForward();
    void stamp_withARestoredState_continuesAfterIt();
    void measure_deviceALittleAhead_keepsTheOrderOfEdits();
    void measure_deviceInTheFarFuture_pullsLaterStampsBack();
    void measure_exactlyAtTheLimit_keepsTheOrderOfEdits();
    void measure_repeated_isHarmless();
};

namespace {

constexpr Instant noon{1'760'000'000'000};

constexpr Instant after(Instant instant, std::int64_t ms) { return Instant{instant.ms + ms}; }

}  // namespace

void TestHybridClock::stamp_neverMeasured_isTheDeviceTime() {
    HybridClock clock;

    QCOMPARE(clock.stamp(noon), noon);
}

void TestHybridClock::stamp_afterMeasuring_isTheServersTime() {
    HybridClock clock;

    clock.measure(noon, after(noon, -90'000));

    QCOMPARE(clock.stamp(after(noon, 1'000)), after(noon, -89'000));
    QCOMPARE(clock.state().offsetMs, -90'000);
}

void TestHybridClock::stamp_twiceInOneMillisecond_isLaterByOne() {
    HybridClock clock;

    const Instant first = clock.stamp(noon);
    const Instant second = clock.stamp(noon);

    QCOMPARE(second, after(first, 1));
}

void TestHybridClock::stamp_wallClockSetBack_stillMovesForward() {
    HybridClock clock;

    const Instant first = clock.stamp(noon);
    const Instant second = clock.stamp(after(noon, -3'600'000));

    QVERIFY(second > first);
}

void TestHybridClock::stamp_withARestoredState_continuesAfterIt() {
    HybridClock clock{{.offsetMs = 500, .last = after(noon, 10'000)}};

    QCOMPARE(clock.stamp(noon), after(noon, 10'001));
    QCOMPARE(clock.stamp(after(noon, 20'000)), after(noon, 20'500));
}

void TestHybridClock::measure_deviceALittleAhead_keepsTheOrderOfEdits() {
    HybridClock clock;
    const Instant early = clock.stamp(after(noon, 60'000));

    clock.measure(after(noon, 60'000), noon);

    QVERIFY(clock.stamp(after(noon, 60'001)) > early);
}

void TestHybridClock::measure_deviceInTheFarFuture_pullsLaterStampsBack() {
    HybridClock clock;
    const Instant wild = after(noon, 74LL * 365 * 24 * 3'600'000);
    QCOMPARE(clock.stamp(wild), wild);

    clock.measure(wild, noon);

    QCOMPARE(clock.stamp(wild), after(noon, 1));
    QCOMPARE(clock.stamp(after(wild, 5'000)), after(noon, 5'000));
}

void TestHybridClock::measure_exactlyAtTheLimit_keepsTheOrderOfEdits() {
    const Instant atLimit = after(noon, limits::clockAheadMsMax);
    HybridClock held{{.last = atLimit}};
    HybridClock pulledBack{{.last = after(atLimit, 1)}};

    held.measure(noon, noon);
    pulledBack.measure(noon, noon);

    QCOMPARE(held.state().last, atLimit);
    QCOMPARE(pulledBack.state().last, noon);
}

void TestHybridClock::measure_repeated_isHarmless() {
    HybridClock clock;
    clock.measure(noon, after(noon, 700));
    const Instant stamped = clock.stamp(noon);

    clock.measure(noon, after(noon, 700));

    QCOMPARE(clock.state().offsetMs, 700);
    QCOMPARE(clock.state().last, stamped);
}

QTEST_APPLESS_MAIN(TestHybridClock)
#include "tst_hybrid_clock.moc"

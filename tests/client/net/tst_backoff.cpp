#include "client/net/backoff.h"

#include <QTest>

using namespace zhixing::client;
using namespace std::chrono_literals;

/// Time and chance are arguments here, so nothing waits.
class TestBackoff : public QObject {
    Q_OBJECT

private slots:
    void next_firstTime_isBetweenHalfAndAllOfTheFirstStep() {
        QCOMPARE(Backoff().next(0), Backoff::first / 2);
        QVERIFY(Backoff().next(0.999) < Backoff::first);
    }

    void next_repeated_doublesUntilTheLongest() {
        Backoff backoff;

        QCOMPARE(backoff.next(0), 500ms);
        QCOMPARE(backoff.next(0), 1'000ms);
        QCOMPARE(backoff.next(0), 2'000ms);
        for (int i = 0; i < 100; ++i) QVERIFY(backoff.next(0.999) <= Backoff::longest);
        QCOMPARE(backoff.next(0), Backoff::longest / 2);
    }

    void next_anyChanceAtAnyStep_staysBetweenHalfAndAllOfFiveMinutesAtMost() {
        Backoff backoff;
        auto step = Backoff::first;
        for (int failure = 0; failure < 20; ++failure) {
            for (const double chance : {0.0, 0.25, 0.5, 0.75, 0.999'999}) {
                Backoff copy = backoff;
                const auto pause = copy.next(chance);
                QVERIFY(pause >= step / 2 && pause <= step);
            }
            QVERIFY(Backoff(backoff).next(0.1) < Backoff(backoff).next(0.9));  // a thousand phones do not come together
            (void)backoff.next(0.5);
            step = std::min(step * 2, Backoff::longest);
        }
        QCOMPARE(step, std::chrono::milliseconds(5min));
    }

    void reset_afterFailures_beginsAgain() {
        Backoff backoff;
        for (int i = 0; i < 10; ++i) (void)backoff.next(0.5);

        backoff.reset();

        QCOMPARE(backoff.next(0), Backoff::first / 2);
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"

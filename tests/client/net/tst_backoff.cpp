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

    void reset_afterFailures_beginsAgain() {
        Backoff backoff;
        for (int i = 0; i < 10; ++i) (void)backoff.next(0.5);

        backoff.reset();

        QCOMPARE(backoff.next(0), Backoff::first / 2);
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"

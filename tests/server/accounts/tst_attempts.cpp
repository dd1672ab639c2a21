#include <QTest>

#include "server/accounts/attempts.h"
#include "server/limits.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using namespace zhixing::server;

class TestAttempts : public QObject {
    Q_OBJECT

private slots:
    void delays_fewFailures_doNotWait();
    void delays_moreFailures_doubleUpToTheLimit();
    void delays_success_clearsTheRecord();
    void delays_otherAccount_isNotSlowed();
    void rates_atTheLimit_admitAndThenRefuse();
    void rates_nextMinute_admitAgain();
    void rates_tooManyAddresses_refuseNewOnes();
};

void TestAttempts::delays_fewFailures_doNotWait() {
    FailureDelays delays;
    const Id account = test::SeededRandom(1).id();
    for (int i = 1; i < server::limits::failuresBeforeDelay; ++i) delays.failed(account, Instant{0});
    QCOMPARE(delays.waitMs(account, Instant{0}), 0);
}

void TestAttempts::delays_moreFailures_doubleUpToTheLimit() {
    FailureDelays delays;
    const Id account = test::SeededRandom(1).id();
    for (int i = 1; i < server::limits::failuresBeforeDelay; ++i) delays.failed(account, Instant{0});

    delays.failed(account, Instant{0});
    QCOMPARE(delays.waitMs(account, Instant{0}), 1'000);
    delays.failed(account, Instant{0});
    QCOMPARE(delays.waitMs(account, Instant{0}), 2'000);
    QCOMPARE(delays.waitMs(account, Instant{1'999}), 1);
    QCOMPARE(delays.waitMs(account, Instant{2'000}), 0);
    for (int i = 0; i < 1'000; ++i) delays.failed(account, Instant{0});
    QCOMPARE(delays.waitMs(account, Instant{0}), 15 * 60 * 1'000);
}

void TestAttempts::delays_success_clearsTheRecord() {
    FailureDelays delays;
    const Id account = test::SeededRandom(1).id();
    for (int i = 0; i < 20; ++i) delays.failed(account, Instant{0});
    delays.succeeded(account);
    QCOMPARE(delays.waitMs(account, Instant{0}), 0);
    delays.failed(account, Instant{0});
    QCOMPARE(delays.waitMs(account, Instant{0}), 0);
}

void TestAttempts::delays_otherAccount_isNotSlowed() {
    FailureDelays delays;
    test::SeededRandom random(1);
    const Id tried = random.id();
    for (int i = 0; i < 20; ++i) delays.failed(tried, Instant{0});
    QCOMPARE(delays.waitMs(random.id(), Instant{0}), 0);
}

void TestAttempts::rates_atTheLimit_admitAndThenRefuse() {
    AddressRates rates;
    for (int i = 0; i < server::limits::attemptsPerAddressPerMinute; ++i) QVERIFY(rates.admit("a", Instant{1}));
    QVERIFY(!rates.admit("a", Instant{1}));
    QVERIFY(rates.admit("b", Instant{1}));
}

void TestAttempts::rates_nextMinute_admitAgain() {
    AddressRates rates;
    for (int i = 0; i < 100; ++i) (void)rates.admit("a", Instant{1});
    QVERIFY(!rates.admit("a", Instant{59'999}));
    QVERIFY(rates.admit("a", Instant{60'000}));
}

void TestAttempts::rates_tooManyAddresses_refuseNewOnes() {
    AddressRates rates;
    for (std::size_t i = 0; i < server::limits::addressesRememberedMax; ++i)
        QVERIFY(rates.admit(std::to_string(i), Instant{1}));
    QVERIFY(!rates.admit("one more", Instant{1}));
    QVERIFY(rates.admit("0", Instant{1}));
}

QTEST_APPLESS_MAIN(TestAttempts)
#include "tst_attempts.moc"

#include "server/housekeeper.h"

#include <QTest>

using namespace zhixing;
using namespace zhixing::server;

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t dayMs = 24 * 60 * minuteMs;

}  // namespace

class TestHousekeeper : public QObject {
    Q_OBJECT

private slots:
    void isTimeForChores_onceADayAtAQuietMoment_data();
    void isTimeForChores_onceADayAtAQuietMoment();
};

void TestHousekeeper::isTimeForChores_onceADayAtAQuietMoment_data() {
    QTest::addColumn<qint64>("sinceDone");
    QTest::addColumn<qint64>("sinceHeard");
    QTest::addColumn<bool>("isTime");
    QTest::newRow("just done, quiet") << minuteMs << dayMs << false;
    QTest::newRow("almost a day ago") << dayMs - 1 << dayMs << false;
    QTest::newRow("a day ago, quiet") << dayMs << minuteMs << true;
    QTest::newRow("a day ago, busy") << dayMs << minuteMs - 1 << false;
    QTest::newRow("two days ago, busy") << 2 * dayMs << qint64{0} << true;
    QTest::newRow("never, quiet") << qint64{1'760'000'000'000} << minuteMs << true;
    QTest::newRow("in the future") << -dayMs << dayMs << false;
}

void TestHousekeeper::isTimeForChores_onceADayAtAQuietMoment() {
    QFETCH(qint64, sinceDone);
    QFETCH(qint64, sinceHeard);
    QFETCH(bool, isTime);
    const Instant now{1'760'000'000'000};

    QCOMPARE(isTimeForChores(now, Instant{now.ms - sinceDone}, Instant{now.ms - sinceHeard}), isTime);
}

QTEST_APPLESS_MAIN(TestHousekeeper)
#include "tst_housekeeper.moc"

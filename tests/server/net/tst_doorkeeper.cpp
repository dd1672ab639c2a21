#include <QTest>

#include "server/limits.h"
#include "server/net/doorkeeper.h"

using namespace zhixing;
using namespace zhixing::server;

class TestDoorkeeper : public QObject {
    Q_OBJECT

private slots:
    void admit_strangersOfOneAddress_endAtTheLimit();
    void admit_knownConnections_doNotCount();
    void admit_strangersOfManyAddresses_endAtTheLimit();
    void leave_everyone_leavesNothing();
    void neighbourhood_ofIpv6_isTheNetwork();
};

void TestDoorkeeper::admit_strangersOfOneAddress_endAtTheLimit() {
    Doorkeeper door;
    for (std::size_t i = 0; i < server::limits::strangersPerAddressMax; ++i) QVERIFY(door.admit("a"));
    QVERIFY(!door.admit("a"));
    QVERIFY(door.admit("b"));
    door.leave("a", false);
    QVERIFY(door.admit("a"));
    QVERIFY(!door.admit("a"));
}

void TestDoorkeeper::admit_knownConnections_doNotCount() {
    Doorkeeper door;
    for (std::size_t i = 0; i < 10 * server::limits::strangersPerAddressMax; ++i) {
        QVERIFY(door.admit("office"));
        door.introduce("office");
    }
    QCOMPARE(door.strangers(), 0U);
    QCOMPARE(door.connections(), 10 * server::limits::strangersPerAddressMax);
}

void TestDoorkeeper::admit_strangersOfManyAddresses_endAtTheLimit() {
    Doorkeeper door;
    for (std::size_t i = 0; i < server::limits::strangersMax; ++i) QVERIFY(door.admit(std::to_string(i)));
    QVERIFY(!door.admit("one more"));
    door.introduce("0");
    QVERIFY(door.admit("one more"));
}

void TestDoorkeeper::leave_everyone_leavesNothing() {
    Doorkeeper door;
    QVERIFY(door.admit("a"));
    QVERIFY(door.admit("a"));
    door.introduce("a");
    door.leave("a", true);
    door.leave("a", false);
    QCOMPARE(door.strangers(), 0U);
    QCOMPARE(door.connections(), 0U);
}

void TestDoorkeeper::neighbourhood_ofIpv6_isTheNetwork() {
    QCOMPARE(Doorkeeper::neighbourhood("2001:db8:1:2:3:4:5:6"), Doorkeeper::neighbourhood("2001:db8:1:2:ffff::1"));
    QVERIFY(Doorkeeper::neighbourhood("2001:db8:1:2::1") != Doorkeeper::neighbourhood("2001:db8:1:3::1"));
    QCOMPARE(Doorkeeper::neighbourhood("192.0.2.7"), std::string("192.0.2.7"));
}

QTEST_APPLESS_MAIN(TestDoorkeeper)
#include "tst_doorkeeper.moc"

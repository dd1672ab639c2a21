#include <QtTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;

/// The line of one change, and what a device refuses to take for one.
class TestHistoryLine : public QObject {
    Q_OBJECT

private slots:
    void encode_thenDecode_isTheSame();
    void decode_ofHeadquartersDesk_hasNoDevice();
    void decode_ofAnotherRecord_isRefused();
    void decode_withAKeyOfANewerServer_passesItOver();

private:
    static HistoryEntry entry() {
        HistoryEntry made;
        made.seq = 12;
        made.type = &test::testCatalog().at("item");
        made.record = Id::named("record");
        made.version = 3;
        made.person = Id::named("person");
        made.device = Id::named("device");
        made.counter = 7;
        made.verb = Verb::edit;
        made.at = Instant{1'000};
        made.receivedAt = Instant{2'000};
        const auto title = made.type->find("title");
        made.changes = {{static_cast<std::uint16_t>(title.value()), std::string("新"), std::string("旧")}};
        return made;
    }
};

void TestHistoryLine::encode_thenDecode_isTheSame() {
    const auto decoded = decodeHistory(test::testCatalog(), encodeHistory(entry()));

    QVERIFY(decoded.ok());
    QCOMPARE(*decoded == entry(), true);
}

void TestHistoryLine::decode_ofHeadquartersDesk_hasNoDevice() {
    HistoryEntry desk = entry();
    desk.device = {};
    desk.counter = 0;

    const auto decoded = decodeHistory(test::testCatalog(), encodeHistory(desk));

    QVERIFY(decoded.ok());
    QVERIFY(decoded->device.isNil());
    QCOMPARE(decoded->counter, Counter{0});
}

void TestHistoryLine::decode_ofAnotherRecord_isRefused() {
    History answer{Id::named("another record"), 3, 0, true, {entry()}};

    const auto decoded = decodeServer(test::testCatalog(), encode(ServerMessage(answer)));

    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().code, Code::bad_reference);
}

void TestHistoryLine::decode_withAKeyOfANewerServer_passesItOver() {
    std::string line = encodeHistory(entry());
    line.insert(line.size() - 1, R"(,"mood":"good")");

    const auto decoded = decodeHistory(test::testCatalog(), line);

    QVERIFY(decoded.ok());
    QVERIFY(*decoded == entry());
}

QTEST_APPLESS_MAIN(TestHistoryLine)
#include "tst_history_line.moc"

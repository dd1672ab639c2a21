#include <QtTest>

#include <unordered_set>

#include "shared/base/id.h"

using namespace zhixing;

class TestId : public QObject {
    Q_OBJECT

private slots:
    void v7_fromTimeAndRandomness_isTheExampleOfTheStandard();
    void v7_madeLater_sortsLater();
    void v7_beforeTheEpoch_countsFromIt();
    void parse_ofItsText_isTheSameId();
    void parse_upperCase_isTheSameId();
    void parse_refuses_data();
    void parse_refuses();
    void writeText_writesExactlyThirtySixCharacters();
    void fromBytes_wrongSize_isNone();
    void fromBytes_sixteen_isTheId();
    void named_sameName_isTheSameId();
    void named_otherName_isAnotherId();
    void isNil_onlyWhenEveryByteIsZero();
    void hash_ofIdsOfOneMillisecond_differs();
};

namespace {

constexpr std::array<std::uint8_t, 10> someRandomness{0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f};

}  // namespace

void TestId::v7_fromTimeAndRandomness_isTheExampleOfTheStandard() {
    // RFC 9562, A.6.
    const Id id = Id::v7(0x017f22e279b0, someRandomness);

    QCOMPARE(id.text(), std::string{"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"});
}

void TestId::v7_madeLater_sortsLater() {
    const std::array<std::uint8_t, 10> least{};
    std::array<std::uint8_t, 10> most{};
    most.fill(0xff);

    QVERIFY(Id::v7(1'760'000'000'000, most) < Id::v7(1'760'000'000'001, least));
    QVERIFY(Id::v7(1'760'000'000'000, most).text() < Id::v7(1'760'000'000'001, least).text());
}

void TestId::v7_beforeTheEpoch_countsFromIt() { QCOMPARE(Id::v7(-5, someRandomness), Id::v7(0, someRandomness)); }

void TestId::parse_ofItsText_isTheSameId() {
    const Id id = Id::v7(1'760'000'000'000, someRandomness);

    QCOMPARE(Id::parse(id.text()), std::optional{id});
}

void TestId::parse_upperCase_isTheSameId() {
    QCOMPARE(Id::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"), Id::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    QVERIFY(Id::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
}

void TestId::parse_refuses_data() {
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray{};
    QTest::newRow("one short") << QByteArray{"017f22e2-79b0-7cc3-98c4-dc0c0c07398"};
    QTest::newRow("one long") << QByteArray{"017f22e2-79b0-7cc3-98c4-dc0c0c07398ff"};
    QTest::newRow("no hyphens") << QByteArray{"017f22e279b07cc398c4dc0c0c07398f"};
    QTest::newRow("misplaced hyphen") << QByteArray{"017f22e-279b0-7cc3-98c4-dc0c0c07398f"};
    QTest::newRow("bad first digit") << QByteArray{"g17f22e2-79b0-7cc3-98c4-dc0c0c07398f"};
    QTest::newRow("bad last digit") << QByteArray{"017f22e2-79b0-7cc3-98c4-dc0c0c07398 "};
    QTest::newRow("bad low digit") << QByteArray{"0/7f22e2-79b0-7cc3-98c4-dc0c0c07398f"};
    QTest::newRow("byte above ASCII") << QByteArray{"\xff\x31\x37\x66\x32\x32\x65\x32-79b0-7cc3-98c4-dc0c0c07398f"};
    QTest::newRow("braces") << QByteArray{"{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}"};
}

void TestId::parse_refuses() {
    QFETCH(const QByteArray, text);

    QCOMPARE(Id::parse(text.toStdString()), std::nullopt);
}

void TestId::writeText_writesExactlyThirtySixCharacters() {
    std::array<char, 38> buffer{};
    buffer.fill('#');

    Id{}.writeText(buffer.data() + 1);

    QCOMPARE(std::string(buffer.data(), buffer.size()), "#" + Id{}.text() + "#");
}

void TestId::fromBytes_wrongSize_isNone() {
    const Bytes16 bytes{1};

    QCOMPARE(Id::fromBytes(bytes.data(), 15), std::nullopt);
    QCOMPARE(Id::fromBytes(bytes.data(), 0), std::nullopt);
    QCOMPARE(Id::fromBytes(nullptr, 16), std::nullopt);
}

void TestId::fromBytes_sixteen_isTheId() {
    const Bytes16 bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    const auto id = Id::fromBytes(bytes.data(), bytes.size());

    QVERIFY(id);
    QCOMPARE(id->bytes(), bytes);
    QCOMPARE(id->text(), std::string{"01020304-0506-0708-090a-0b0c0d0e0f10"});
}

void TestId::named_sameName_isTheSameId() {
    // Fixed for ever: records made on two devices rely on it.
    QCOMPARE(Id::named("calendar_day/2025-10-01").text(), std::string{"d25bf758-1723-817d-8271-3101bef15972"});
}

void TestId::named_otherName_isAnotherId() { QVERIFY(Id::named("a") != Id::named("b")); }

void TestId::isNil_onlyWhenEveryByteIsZero() {
    Bytes16 lastByteSet{};
    lastByteSet[15] = 1;

    QVERIFY(Id{}.isNil());
    QVERIFY(!Id{lastByteSet}.isNil());
}

void TestId::hash_ofIdsOfOneMillisecond_differs() {
    std::unordered_set<std::size_t> hashes;
    std::array<std::uint8_t, 10> random{};

    for (int i = 0; i < 256; ++i) {
        random[9] = static_cast<std::uint8_t>(i);
        hashes.insert(std::hash<Id>{}(Id::v7(1'760'000'000'000, random)));
    }

    QCOMPARE(hashes.size(), std::size_t{256});
}

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"

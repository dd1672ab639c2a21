#include <QTest>

#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/packing.h"

using namespace zhixing;
using namespace zhixing::sync;

namespace {

Result<std::string> unpackHex(const char* digits) { return unpackLines(&catalog(), *fromHex(digits)); }

}  // namespace

class TestUnpack : public QObject {
    Q_OBJECT

private slots:
    void unpack_whatWasPacked_isTheSame_data();
    void unpack_whatWasPacked_isTheSame();
    void unpack_withoutNames_isTheSame();
    void unpack_brokenBytes_isRefused_data();
    void unpack_brokenBytes_isRefused();
    void unpack_nestedToTheLimit_isTaken();
    void unpack_stringsNamedAgainAndAgain_endsAtAMessage();
};

void TestUnpack::unpack_whatWasPacked_isTheSame_data() {
    QTest::addColumn<QByteArray>("json");
    for (const char* json :
         {"null",
          "true",
          "false",
          "0",
          "127",
          "128",
          "9223372036854775807",
          "-1",
          "-9223372036854775808",
          "0.5",
          "-0.05",
          "12.50",
          "31.230416",
          "-0.0",
          "1e5",
          "18446744073709551615",
          R"("")",
          R"("\"\\\n\u0001")",
          R"("1969-12-31")",
          R"("1970-01-01")",
          R"("9999-12-31")",
          R"("2025-02-30")",
          R"("conflict")",
          R"({"type":"conflict","field":"status"})",
          R"({"type":"task","status":"done","remark":"done","set":{"status":"nonsense"}})",
          R"({"answers":{"status":"task","q1":"q1","":""}})",
          R"([[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]])",
          R"({"0190a1b2-c3d4-7000-8000-000000000001":"0190a1b2-c3d4-7000-8000-000000000001","00ff00ff":"00ff00ff"})"}) {
        QTest::newRow(json) << QByteArray(json);
    }
}

void TestUnpack::unpack_whatWasPacked_isTheSame() {
    QFETCH(const QByteArray, json);
    const std::string line = json.toStdString();
    const std::string message = line + '\n' + line;

    const auto packed = packLines(&catalog(), message);

    QVERIFY(packed.ok());
    const auto again = unpackLines(&catalog(), *packed);
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().message.c_str());
    QCOMPARE(*again, message);
}

void TestUnpack::unpack_withoutNames_isTheSame() {
    const std::string message = R"({"type":"task","id":"0190a1b2-c3d4-7000-8000-000000000001","status":"done"})";

    const auto again = unpackLines(nullptr, packLines(nullptr, message).value());

    QVERIFY(again.ok());
    QCOMPARE(*again, message);
}

void TestUnpack::unpack_brokenBytes_isRefused_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* hex, Code code) {
        QTest::newRow(name) << QByteArray(hex) << static_cast<int>(code);
    };
    row("nothing", "", Code::malformed);
    row("no such value", "f0", Code::malformed);
    row("cut string", "85616263", Code::malformed);
    row("cut id", "ea0190", Code::malformed);
    row("cut number", "e380", Code::malformed);
    row("endless number", "e3ffffffffffffffffffff7f", Code::malformed);
    row("number beyond 63 bits", "e3ffffffffffffffff7f", Code::malformed);
    row("more items than bytes", "e9ffffffff0f00", Code::malformed);
    row("more members than bytes", "e8ffffffff0f00", Code::malformed);
    row("string beyond all", "e7ffffffff0f61", Code::too_long);
    row("not said before", "ed00", Code::malformed);
    row("decimal of no places", "e50001", Code::malformed);
    row("decimal of ten places", "e50a01", Code::malformed);
    row("number that ends the line", "e6020a7b", Code::malformed);
    row("no digits", "e600", Code::malformed);
    row("day after the last", "ece181b301", Code::malformed);
    row("no such word", "ee7f", Code::malformed);
    row("no such key", "a1ff00", Code::malformed);
    row("key that is no string", "a10000e0", Code::malformed);
    row("option of no field", "c0", Code::malformed);
    row("no such type", "efff7f", Code::unknown_type);
    row("field of no type", "a10100", Code::unknown_field);
    row("no such field", "a283ef0f7f00", Code::unknown_field);
}

void TestUnpack::unpack_brokenBytes_isRefused() {
    QFETCH(const QByteArray, hex);
    QFETCH(const int, code);

    const auto read = unpackHex(hex.constData());

    QVERIFY(!read.ok());
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void TestUnpack::unpack_nestedToTheLimit_isTaken() {
    const auto nested = [](std::size_t levels) {
        return unpackLines(&catalog(), std::string(levels, '\xb1') + '\x05');
    };

    QVERIFY(nested(limits::jsonDepthMax).ok());
    QCOMPARE(nested(limits::jsonDepthMax + 1).error().code, Code::too_deep);
    QCOMPARE(nested(200'000).error().code, Code::too_deep);
}

void TestUnpack::unpack_stringsNamedAgainAndAgain_endsAtAMessage() {
    std::string bomb = *fromHex("e7e0ff03") + std::string(limits::stringBytesMax, 'x');
    for (int i = 0; i < 100'000; ++i) bomb += *fromHex("ed00");

    const auto read = unpackLines(&catalog(), bomb);

    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Code::too_large);
}

QTEST_APPLESS_MAIN(TestUnpack)
#include "tst_unpack.moc"

#include <QTest>

#include "shared/base/text.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/packing.h"

using namespace zhixing;
using namespace zhixing::sync;

/// What each kind of value becomes, digit by digit: the same examples stand in PROTOCOL.md.
class TestPack : public QObject {
    Q_OBJECT

private slots:
    void pack_eachKind_isWrittenSo_data();
    void pack_eachKind_isWrittenSo();
    void pack_aStringSaidBefore_isItsPlace();
    void pack_withoutNames_writesThemOnceInFull();
    void pack_brokenLine_isRefused();
};

void TestPack::pack_eachKind_isWrittenSo_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char* name, const char* json, const char* hex) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(hex);
    };
    row("null", "null", "e0");
    row("false", "false", "e1");
    row("true", "true", "e2");
    row("zero", "0", "00");
    row("127", "127", "7f");
    row("128", "128", "e300");
    row("300", "300", "e3ac01");
    row("minus one", "-1", "e400");
    row("minus 300", "-300", "e4ab02");
    row("least", "-9223372036854775808", "e4ffffffffffffffff7f");
    row("decimal", "12.5", "e501fa01");
    row("below one", "-0.05", "e50209");
    row("exponent", "1e5", "e603316535");
    row("beyond 64 bits", "18446744073709551615", "e6143138343436373434303733373039353531363135");
    row("text", R"("你好")", "86e4bda0e5a5bd");
    row("empty text", R"("")", "80");
    row("text of 32", R"("abcdefghijklmnopqrstuvwxyz{|}~!!")",
        "e7006162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e2121");
    row("id", R"("0190a1b2-c3d4-7000-8000-000000000001")", "ea0190a1b2c3d470008000000000000001");
    row("id in capitals", R"("0190A1B2-C3D4-7000-8000-000000000001")",
        "e70430313930413142322d433344342d373030302d383030302d303030303030303030303031");
    row("digits", R"("00ff00ff")", "eb0400ff00ff");
    row("an odd count of digits", R"("00ff00ff0")", "89303066663030666630");
    row("day", R"("2025-10-22")", "ec9f9f01");
    row("before the first day", R"("1969-12-31")", "8a313936392d31322d3331");
    row("word", R"("hello")", "ee32");
    row("array", R"([[],[1,2]])", "b2b0b20102");
    row("object", R"({"t":"pull","cursor":870,"credit":4})", "a380ee3492e3e6059504");
    row("field and option", R"({"type":"task","set":{"status":"done","title":"海报"}})",
        "a283ef0f89a222c20686e6b5b7e68aa5");
}

void TestPack::pack_eachKind_isWrittenSo() {
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, hex);

    const auto packed = packLines(&catalog(), json.toStdString());

    QVERIFY(packed.ok());
    QCOMPARE(QByteArray::fromStdString(toHex(packed->data(), packed->size())), hex);
}

void TestPack::pack_aStringSaidBefore_isItsPlace() {
    const auto packed =
        packLines(&catalog(), "[\"first one\",\"abc\",\"abc\"]\n[\"second one\",\"second one\",\"first one\"]");

    QVERIFY(packed.ok());
    QCOMPARE(toHex(packed->data(), packed->size()),
             "b3"
             "896669727374206f6e65"
             "83616263"
             "83616263"
             "b3"
             "8a7365636f6e64206f6e65"
             "ed01"
             "ed00");
}

void TestPack::pack_withoutNames_writesThemOnceInFull() {
    const auto packed =
        packLines(nullptr, "{\"type\":\"task\",\"status\":\"done\"}\n{\"type\":\"task\",\"status\":\"done\"}");

    QVERIFY(packed.ok());
    QCOMPARE(toHex(packed->data(), packed->size()),
             "a2"
             "83"
             "847461736b"
             "00"
             "86737461747573"
             "84646f6e65"
             "a2"
             "83"
             "ed00"
             "00"
             "ed01"
             "ed02");
}

void TestPack::pack_brokenLine_isRefused() {
    const auto packed = packLines(&catalog(), "{\"t\":\"push\"}\n{\"n\":1,");

    QVERIFY(!packed.ok());
    QCOMPARE(packed.error().code, Code::malformed);
}

QTEST_APPLESS_MAIN(TestPack)
#include "tst_pack.moc"

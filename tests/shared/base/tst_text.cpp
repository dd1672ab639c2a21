#include <QtTest>

#include "shared/base/text.h"

using namespace zhixing;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void isCleanUtf8_accepts_data();
    void isCleanUtf8_accepts();
    void isCleanUtf8_refuses_data();
    void isCleanUtf8_refuses();
    void isCleanUtf8_everyCodePoint_exceptSurrogatesAndNul();
    void isCleanUtf8_faultAtAnyPlaceOfALongText_isFound();
    void codePoints_countsCharactersNotBytes();
    void trimmed_takesWhiteSpaceFromBothEnds();
    void trimmed_ofOnlyWhiteSpace_isEmpty();
    void hex_roundTrip_keepsEveryByte();
    void fromHex_refuses_data();
    void fromHex_refuses();
};

namespace {

/// Any number up to 0x1fffff in UTF-8's pattern, well formed or not.
std::string encoded(std::uint32_t codePoint) {
    const auto continuation = [codePoint](int shift) {
        return static_cast<char>(0x80 | ((codePoint >> shift) & 0x3f));
    };
    if (codePoint < 0x80) {
        return {static_cast<char>(codePoint)};
    }
    if (codePoint < 0x800) {
        return {static_cast<char>(0xc0 | (codePoint >> 6)), continuation(0)};
    }
    if (codePoint < 0x10000) {
        return {static_cast<char>(0xe0 | (codePoint >> 12)), continuation(6), continuation(0)};
    }
    return {static_cast<char>(0xf0 | (codePoint >> 18)), continuation(12), continuation(6), continuation(0)};
}

}  // namespace

void TestText::isCleanUtf8_accepts_data() {
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray{};
    QTest::newRow("ASCII") << QByteArray{"a plain sentence of some length\n"};
    QTest::newRow("Chinese") << QByteArray{"知行：计划在总部，行动在现场"};
    QTest::newRow("four bytes") << QByteArray{"\xf0\x9f\x93\xb7"};
    QTest::newRow("last code point") << QByteArray{"\xf4\x8f\xbf\xbf"};
    QTest::newRow("mixed") << QByteArray{"费用 3,000.50元 ok ok ok ok 完"};
}

void TestText::isCleanUtf8_accepts() {
    QFETCH(const QByteArray, text);

    QVERIFY(isCleanUtf8(text.toStdString()));
}

void TestText::isCleanUtf8_refuses_data() {
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("NUL alone") << QByteArray(1, '\0');
    QTest::newRow("NUL in a long text") << QByteArray("0123456789") + '\0' + QByteArray("abcdef");
    QTest::newRow("NUL in a word") << QByteArray("0123") + '\0' + QByteArray("567");
    QTest::newRow("lone continuation") << QByteArray{"\x80"};
    QTest::newRow("overlong slash, two bytes") << QByteArray{"\xc0\xaf"};
    QTest::newRow("overlong, three bytes") << QByteArray{"\xe0\x9f\xbf"};
    QTest::newRow("overlong, four bytes") << QByteArray{"\xf0\x8f\xbf\xbf"};
    QTest::newRow("first surrogate") << QByteArray{"\xed\xa0\x80"};
    QTest::newRow("last surrogate") << QByteArray{"\xed\xbf\xbf"};
    QTest::newRow("past the last code point") << QByteArray{"\xf4\x90\x80\x80"};
    QTest::newRow("no such lead") << QByteArray{"\xf8\x88\x80\x80\x80"};
    QTest::newRow("0xff") << QByteArray{"\xff"};
    QTest::newRow("cut after one of three") << QByteArray{"\xe7"};
    QTest::newRow("cut after two of three") << QByteArray{"\xe7\x9f"};
    QTest::newRow("third byte is ASCII") << QByteArray{"\xe7\x9f\x41"};
    QTest::newRow("latin-1") << QByteArray{"caf\xe9 au lait"};
}

void TestText::isCleanUtf8_refuses() {
    QFETCH(const QByteArray, text);

    QVERIFY(!isCleanUtf8(text.toStdString()));
}

void TestText::isCleanUtf8_everyCodePoint_exceptSurrogatesAndNul() {
    for (std::uint32_t codePoint = 0; codePoint <= 0x1fffff; ++codePoint) {
        const bool isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        const bool expected = codePoint != 0 && codePoint <= 0x10ffff && !isSurrogate;
        if (isCleanUtf8(encoded(codePoint)) != expected) {
            QFAIL(qPrintable(QString::number(codePoint, 16)));
        }
    }
}

void TestText::isCleanUtf8_faultAtAnyPlaceOfALongText_isFound() {
    const std::string clean(40, 'a');

    QVERIFY(isCleanUtf8(clean));
    for (std::size_t at = 0; at < clean.size(); ++at) {
        for (const char fault : {'\0', '\x80', '\xff'}) {
            std::string text = clean;
            text[at] = fault;
            QVERIFY2(!isCleanUtf8(text), qPrintable(QString::number(at)));
        }
    }
}

void TestText::codePoints_countsCharactersNotBytes() {
    QCOMPARE(codePoints(""), std::size_t{0});
    QCOMPARE(codePoints("abc"), std::size_t{3});
    QCOMPARE(codePoints("知行"), std::size_t{2});
    QCOMPARE(codePoints("a\xf0\x9f\x93\xb7行"), std::size_t{3});
}

void TestText::trimmed_takesWhiteSpaceFromBothEnds() {
    QCOMPARE(trimmed(" \t知 行\r\n"), std::string_view{"知 行"});
    QCOMPARE(trimmed("\u3000\u00a0知行\u2003\u3000"), std::string_view{"知行"});
    QCOMPARE(trimmed("知行"), std::string_view{"知行"});
}

void TestText::trimmed_ofOnlyWhiteSpace_isEmpty() {
    QVERIFY(trimmed(" \u3000\n").empty());
    QVERIFY(trimmed("").empty());
}

void TestText::hex_roundTrip_keepsEveryByte() {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(static_cast<char>(i));
    }

    const std::string hex = toHex(bytes.data(), bytes.size());

    QCOMPARE(hex.substr(0, 8), std::string{"00010203"});
    QCOMPARE(hex.substr(508), std::string{"feff"});
    QCOMPARE(fromHex(hex), std::optional{bytes});
    QCOMPARE(fromHex("FEff"), std::optional<std::string>{"\xfe\xff"});
    QCOMPARE(fromHex(""), std::optional<std::string>{""});
}

void TestText::fromHex_refuses_data() {
    QTest::addColumn<QByteArray>("text");

    for (const char* text : {"0", "abc", "0g", "g0", " 0", "0x", "+1"}) {
        QTest::newRow(text) << QByteArray{text};
    }
}

void TestText::fromHex_refuses() {
    QFETCH(const QByteArray, text);

    QCOMPARE(fromHex(text.toStdString()), std::nullopt);
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"

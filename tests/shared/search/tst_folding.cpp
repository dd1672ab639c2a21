#include <QtTest>

#include "shared/base/text.h"
#include "shared/search/folding.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;

class TestFolding : public QObject {
    Q_OBJECT

private slots:
    void folded_otherSpelling_isTheSame_data();
    void folded_otherSpelling_isTheSame();
    void folded_anyText_keepsItsPlacesAndFoldsOnce();
    void takeCodePoint_brokenBytes_takesOneAndGoesOn();
};

void TestFolding::folded_otherSpelling_isTheSame_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("capitals") << "ABC xyz"
                              << "abc xyz";
    QTest::newRow("accents") << "Café ÀÉÎÕÜ"
                             << "cafe aeiou";
    QTest::newRow("full width") << "ＡＢ１２（３）"
                                << "ab12(3)";
    QTest::newRow("blanks") << "a\u3000b\tc\nd"
                            << "a b c d";
    QTest::newRow("traditional") << "重慶銀行總部訊息"
                                 << "重庆银行总部讯息";
    QTest::newRow("one for two") << "頭髮發現後面皇后"
                                 << "头发发现后面皇后";
    QTest::newRow("in Taiwan") << "臺灣裡面 台湾里面"
                               << "台湾里面 台湾里面";
    QTest::newRow("Cyrillic, Greek") << "МОСКВА ΑΩ"
                                     << "москва αω";
    QTest::newRow("others") << "½ 😀 ﷽"
                            << "½ 😀 ﷽";
}

void TestFolding::folded_otherSpelling_isTheSame() {
    QFETCH(QString, text);
    QFETCH(QString, expected);

    QCOMPARE(QString::fromStdString(search::folded(text.toStdString())), expected);
}

void TestFolding::folded_anyText_keepsItsPlacesAndFoldsOnce() {
    constexpr std::uint64_t seed = 20'251'016;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    test::SeededRandom random(seed);
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (std::uint64_t i = random.below(20); i > 0; --i) {
            const bool isHan = random.oneIn(2);
            const auto c = static_cast<char32_t>(isHan ? 0x4e00 + random.below(0x5200) : 1 + random.below(0xd7fe));
            search::appendUtf8(text, c);
        }

        const std::string folded = search::folded(text);

        QCOMPARE(codePoints(folded), codePoints(text));
        QCOMPARE(search::folded(folded), folded);
        QVERIFY(isCleanUtf8(folded));
    }
}

void TestFolding::takeCodePoint_brokenBytes_takesOneAndGoesOn() {
    std::string_view text("\xe9\x87\x8d\xff\xe9\x87", 6);

    QCOMPARE(search::takeCodePoint(text), U'重');
    QCOMPARE(search::takeCodePoint(text), char32_t{0xfffd});
    QCOMPARE(search::takeCodePoint(text), char32_t{0xfffd});
    QCOMPARE(search::takeCodePoint(text), char32_t{0xfffd});
    QVERIFY(text.empty());
}

QTEST_APPLESS_MAIN(TestFolding)
#include "tst_folding.moc"

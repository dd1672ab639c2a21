#include <QtTest>

#include <algorithm>

#include "shared/search/folding.h"
#include "shared/search/readings.h"

using namespace zhixing;

class TestReadings : public QObject {
    Q_OBJECT

private slots:
    void readings_ofACharacter_areAllOfThem_data();
    void readings_ofACharacter_areAllOfThem();
    void readings_everyCharacter_areSyllablesAsTyped();
    void readings_noChineseCharacter_areNone();
};

void TestReadings::readings_ofACharacter_areAllOfThem_data() {
    QTest::addColumn<char32_t>("c");
    QTest::addColumn<QString>("some");

    QTest::newRow("重") << U'重' << "chong zhong";
    QTest::newRow("行") << U'行' << "hang xing";
    QTest::newRow("乐") << U'乐' << "le yue";
    QTest::newRow("长") << U'长' << "chang zhang";
    QTest::newRow("女") << U'女' << "nu nv";
    QTest::newRow("略") << U'略' << "lue lve";
    QTest::newRow("庆") << U'庆' << "qing";
    QTest::newRow("龘, rare") << U'龘' << "da";
}

void TestReadings::readings_ofACharacter_areAllOfThem() {
    QFETCH(char32_t, c);
    QFETCH(QString, some);
    const auto all = search::readings(c);

    for (const QString& reading : some.split(' ')) {
        QVERIFY(std::find(all.begin(), all.end(), reading.toStdString()) != all.end());
    }
}

void TestReadings::readings_everyCharacter_areSyllablesAsTyped() {
    int readable = 0;
    for (char32_t c = 0x4e00; c <= 0x9fff; ++c) {
        const auto all = search::readings(c);
        readable += all.empty() ? 0 : 1;
        for (const std::string_view syllable : all) {
            QVERIFY(!syllable.empty() && syllable.size() <= 6);
            QVERIFY(std::all_of(syllable.begin(), syllable.end(),
                                [](char letter) { return letter >= 'a' && letter <= 'z'; }));
        }
        // A traditional character is searched as its simplified one, which has the readings of both.
        if (search::folded(c) != c) QVERIFY(all.empty());
    }
    QVERIFY2(readable > 15'000, qPrintable(QString::number(readable)));
}

void TestReadings::readings_noChineseCharacter_areNone() {
    for (const char32_t c : {U'a', U'é', U'カ', U'。', char32_t{0x10ffff}}) {
        QVERIFY(search::readings(c).empty());
    }
}

QTEST_APPLESS_MAIN(TestReadings)
#include "tst_readings.moc"

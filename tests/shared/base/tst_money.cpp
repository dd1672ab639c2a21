#include <QtTest>

#include <limits>

#include "shared/base/limits.h"
#include "shared/base/money.h"

using namespace zhixing;

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void parseMoney_reads_data();
    void parseMoney_reads();
    void parseMoney_garbage_isMalformed_data();
    void parseMoney_garbage_isMalformed();
    void parseMoney_finerThanAFen_isOutOfRange_data();
    void parseMoney_finerThanAFen_isOutOfRange();
    void parseMoney_tooLarge_isOutOfRangeAndSaysTheLimit_data();
    void parseMoney_tooLarge_isOutOfRangeAndSaysTheLimit();
    void parseMoney_ofYuanText_isTheSameAmount();
    void yuanText_writes_data();
    void yuanText_writes();
    void wanText_writes_data();
    void wanText_writes();
};

void TestMoney::parseMoney_reads_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("fen");

    const auto row = [](const char* text, qint64 fen) { QTest::newRow(text) << QByteArray{text} << fen; };
    row("0", 0);
    row("-0", 0);
    row("3000", 3000'00);
    row("3,000.50", 3000'50);
    row("3，000．5", 3000'50);
    row("￥3,000.50", 3000'50);
    row("¥12", 12'00);
    row("¥ 12", 12'00);
    row("12元", 12'00);
    row("3000 元", 3000'00);
    row("３０００", 3000'00);
    row("3０0０", 3000'00);
    row("\u30003000\u3000", 3000'00);
    row("5千", 5'000'00);
    row("5万", 50'000'00);
    row("5万元", 50'000'00);
    row("1.2万", 12'000'00);
    row("1.23456万", 12'345'60);
    row("1.234567万", 12'345'67);
    row("0.000001万", 1);
    row("2.5亿", 250'000'000'00);
    row("1,234,567.89", 1'234'567'89);
    row("0.01", 1);
    row("0.010", 1);
    row("0012", 12'00);
    row("-3,000.50", -3000'50);
    row("-￥3", -3'00);
    row("－5万", -50'000'00);
    row("100000000000", limits::moneyFenMax);
    row("1000亿", limits::moneyFenMax);
    row("-100,000,000,000.00", -limits::moneyFenMax);
}

void TestMoney::parseMoney_reads() {
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, fen);

    const Result<Money> money = parseMoney(text.toStdString());

    QVERIFY(money.ok());
    QCOMPARE(money->fen, fen);
}

void TestMoney::parseMoney_garbage_isMalformed_data() {
    QTest::addColumn<QByteArray>("text");

    for (const char* text :
         {"",         " ",        "-",    "￥",       "元",           "万",   "abc",    "1,2,3", "1,2",     "12,34",
          "1234,567", "1,,000",   ",100", "100,",     "1,000,",       "1.",   ".5",     "1.2.3", "1.5,000", "--3",
          "3-",       "￥-3",     "+3",   "¥¥3",      "3 000",        "3元5", "3万5千", "元3",   "5万万",   "1e3",
          "0x10",     "3000美元", "$3",   "\xef\xbc", "\xef\xbc\x9a", "\xff", "NaN",    "inf",   "(3)"}) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray{text};
    }
    QTest::newRow("NUL inside") << QByteArray("3\0000", 3);
}

void TestMoney::parseMoney_garbage_isMalformed() {
    QFETCH(const QByteArray, text);

    const Result<Money> money = parseMoney(text.toStdString());

    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, Code::malformed);
}

void TestMoney::parseMoney_finerThanAFen_isOutOfRange_data() {
    QTest::addColumn<QByteArray>("text");

    for (const char* text : {"0.001", "-0.001", "3.005元", "1.2345678万", "0.00000000001亿", "1.0000000001"}) {
        QTest::newRow(text) << QByteArray{text};
    }
}

void TestMoney::parseMoney_finerThanAFen_isOutOfRange() {
    QFETCH(const QByteArray, text);

    const Result<Money> money = parseMoney(text.toStdString());

    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, Code::out_of_range);
    QCOMPARE(money.error().limit, std::nullopt);
}

void TestMoney::parseMoney_tooLarge_isOutOfRangeAndSaysTheLimit_data() {
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("one fen too many") << QByteArray{"100000000000.01"};
    QTest::newRow("one fen too few") << QByteArray{"-100000000000.01"};
    QTest::newRow("by its unit") << QByteArray{"1000.0000000001亿"};
    QTest::newRow("past 64 bits") << QByteArray{"92233720368547758.08"};
    QTest::newRow("a thousand digits") << QByteArray(1000, '9');
}

void TestMoney::parseMoney_tooLarge_isOutOfRangeAndSaysTheLimit() {
    QFETCH(const QByteArray, text);

    const Result<Money> money = parseMoney(text.toStdString());

    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, Code::out_of_range);
    QCOMPARE(money.error().limit, std::optional{limits::moneyFenMax});
}

void TestMoney::parseMoney_ofYuanText_isTheSameAmount() {
    for (const std::int64_t fen : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{99},
                                   std::int64_t{100'000}, std::int64_t{-123'456'789}, limits::moneyFenMax}) {
        QCOMPARE(parseMoney(yuanText(Money{fen})).value(), Money{fen});
        QCOMPARE(parseMoney(yuanText(Money{fen}, true)).value(), Money{fen});
    }
}

void TestMoney::yuanText_writes_data() {
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("withFen");

    const auto row = [](qint64 fen, const char* text, const char* withFen) {
        QTest::newRow(withFen) << fen << QByteArray{text} << QByteArray{withFen};
    };
    row(0, "0", "0.00");
    row(5, "0.05", "0.05");
    row(-5, "-0.05", "-0.05");
    row(100'00, "100", "100.00");
    row(999'00, "999", "999.00");
    row(1'000'00, "1,000", "1,000.00");
    row(3'000'50, "3,000.50", "3,000.50");
    row(-1'234'567'00, "-1,234,567", "-1,234,567.00");
    row(std::numeric_limits<qint64>::min(), "-92,233,720,368,547,758.08", "-92,233,720,368,547,758.08");
}

void TestMoney::yuanText_writes() {
    QFETCH(const qint64, fen);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, withFen);

    QCOMPARE(yuanText(Money{fen}), text.toStdString());
    QCOMPARE(yuanText(Money{fen}, true), withFen.toStdString());
}

void TestMoney::wanText_writes_data() {
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char* name, qint64 fen, const char* text) {
        QTest::newRow(name) << fen << QByteArray{text};
    };
    row("nothing", 0, "0万");
    row("one place", 12'000'00, "1.2万");
    row("two places", 12'300'00, "1.23万");
    row("whole", 50'000'00, "5万");
    row("zero in the middle", 10'500'00, "1.05万");
    row("half rounds up", 10'050'00, "1.01万");
    row("less than half rounds down", 10'049'99, "1万");
    row("half rounds away from zero", -10'050'00, "-1.01万");
    row("a negative trifle is no minus zero", -49'99, "0万");
    row("carries", 99'999'99, "10万");
    row("large", 12'345'678'00, "1,234.57万");
}

void TestMoney::wanText_writes() {
    QFETCH(const qint64, fen);
    QFETCH(const QByteArray, text);

    QCOMPARE(wanText(Money{fen}), text.toStdString());
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"

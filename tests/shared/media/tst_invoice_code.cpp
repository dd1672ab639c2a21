#include "shared/media/invoice_code.h"

#include <QTest>

using namespace zhixing;
using namespace zhixing::media;

class TestInvoiceCode : public QObject {
    Q_OBJECT

private slots:
    void parse_olderInvoice_givesAllAndSaysThatTaxIsMissing();
    void parse_electronicInvoice_hasNoCode();
    void parse_unreadableAmountOrDate_keepsTheRest_data();
    void parse_unreadableAmountOrDate_keepsTheRest();
    void parse_anythingElse_isNone_data();
    void parse_anythingElse_isNone();
};

void TestInvoiceCode::parse_olderInvoice_givesAllAndSaysThatTaxIsMissing() {
    const auto read = parseInvoiceCode("01,10,031002500204,20938841,3773.58,20251009,68712345678901234567,3F2A,");

    QVERIFY(read.has_value());
    QCOMPARE(read->code, std::string("031002500204"));
    QCOMPARE(read->number, std::string("20938841"));
    QCOMPARE(read->amount->fen, 377'358);
    QVERIFY(read->isBeforeTax);
    QVERIFY(*read->date == *Date::of(2025, 10, 9));
}

void TestInvoiceCode::parse_electronicInvoice_hasNoCode() {
    const auto read = parseInvoiceCode(" 01,32,,25312000000188231745,860.00,20251013,,AB12\n");

    QVERIFY(read.has_value());
    QVERIFY(read->code.empty());
    QCOMPARE(read->number, std::string("25312000000188231745"));
    QCOMPARE(read->amount->fen, 86'000);
    QVERIFY(!read->isBeforeTax);
}

void TestInvoiceCode::parse_unreadableAmountOrDate_keepsTheRest_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no amount") << QByteArray("01,04,3100192130,12345678,,20251345,1,2,");
    QTest::newRow("a word") << QByteArray("01,04,3100192130,12345678,many,2025101,1,2,");
    QTest::newRow("below nothing") << QByteArray("01,04,3100192130,12345678,-5,2025-10-13,1,2,");
}

void TestInvoiceCode::parse_unreadableAmountOrDate_keepsTheRest() {
    QFETCH(QByteArray, text);

    const auto read = parseInvoiceCode(text.toStdString());

    QVERIFY(read.has_value());
    QCOMPARE(read->number, std::string("12345678"));
    QVERIFY(!read->amount.has_value());
    QVERIFY(!read->date.has_value());
}

void TestInvoiceCode::parse_anythingElse_isNone_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an address") << QByteArray("https://inv-veri.chinatax.gov.cn/");
    QTest::newRow("an enrolment link") << QByteArray("zhixing://enrol?server=wss://a.example&code=1");
    QTest::newRow("another version") << QByteArray("02,10,031002500204,20938841,3773.58,20251009,687,3F2A,");
    QTest::newRow("too few fields") << QByteArray("01,10,031002500204,20938841,3773.58");
    QTest::newRow("letters for a number") << QByteArray("01,10,031002500204,2093884x,3773.58,20251009,687,3F2A");
    QTest::newRow("a number of nine digits") << QByteArray("01,10,031002500204,209388411,3773.58,20251009,687,3F2A");
    QTest::newRow("too long") << QByteArray("01,32,,25312000000188231745,860.00,20251013,") + QByteArray(600, '1');
}

void TestInvoiceCode::parse_anythingElse_isNone() {
    QFETCH(QByteArray, text);

    QVERIFY(!parseInvoiceCode(text.toStdString()).has_value());
}

QTEST_GUILESS_MAIN(TestInvoiceCode)
#include "tst_invoice_code.moc"

#include <QTest>

#include "sync/wire/settlement_line.h"

using namespace zhixing;
using namespace zhixing::sync;

class TestSettlementLine : public QObject {
    Q_OBJECT

private slots:
    void readSettlement_ofWhatWasWritten_isTheSame();
    void readSettlement_badLine_saysWhy();
    void standing_afterReopening_isTheNewest();
    void standing_ofTwoAtOnce_isTheFirst();
};

void TestSettlementLine::readSettlement_ofWhatWasWritten_isTheSame() {
    const std::vector<SettlementEntry> entries{
        {Choice::another, "\"第三个\\n值\"", "\"之前\"", {}},
        {},
        {Choice::both, {}, {}, Id::named("comment")},
        {Choice::lost, {}, "null", {}},
    };
    std::string text;
    for (const SettlementEntry& entry : entries) text += settlementLine(entry);

    const auto back = readSettlement(text);

    QVERIFY(back.ok());
    QVERIFY(*back == entries);
}

void TestSettlementLine::readSettlement_badLine_saysWhy() {
    QCOMPARE(readSettlement("{}").error().code, Code::required);
    QCOMPARE(readSettlement("nonsense\n").error().code, Code::malformed);
    QCOMPARE(readSettlement("{\"choice\":\"mine\"}\n").error().code, Code::not_an_option);
}

void TestSettlementLine::standing_afterReopening_isTheNewest() {
    const SettlementEntry first{Choice::lost}, second{Choice::kept};

    QVERIFY(!standing({}).has_value());
    QVERIFY(standing({first}) == first);
    QVERIFY(!standing({first, SettlementEntry{}}).has_value());
    QVERIFY(standing({first, SettlementEntry{}, second}) == second);
}

// The server stamps who settled it when the first arrives; the second changes nothing about that.
void TestSettlementLine::standing_ofTwoAtOnce_isTheFirst() {
    const SettlementEntry first{Choice::lost}, second{Choice::kept};

    QVERIFY(standing({first, second}) == first);
}

QTEST_APPLESS_MAIN(TestSettlementLine)
#include "tst_settlement_line.moc"

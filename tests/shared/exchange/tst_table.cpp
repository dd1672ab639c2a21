#include "shared/exchange/table.h"

#include <sstream>

#include <QTest>

using namespace zhixing;
using namespace zhixing::exchange;

class TestTable : public QObject {
    Q_OBJECT

private slots:
    void writeCsv_form_hasItsWordsAndPlainNumbers() {
        const Table table{"预算",
                          {{"费用类别"}, {"预算金额(元)", TableColumn::Kind::number}},
                          {{"物料制作费", "20000.50"}, {"合计", ""}}};
        std::ostringstream out;

        QVERIFY(writeCsv(out, table).ok());

        QCOMPARE(out.str(),
                 std::string("\xEF\xBB\xBF\"费用类别\",\"预算金额(元)\"\r\n\"物料制作费\",20000.50\r\n\"合计\",\r\n"));
    }

    void writeCsv_textLikeAFormula_staysText() {
        const Table table{"t", {{"a"}}, {{"=1+1"}}};
        std::ostringstream out;

        QVERIFY(writeCsv(out, table).ok());

        QVERIFY(out.str().ends_with("\"'=1+1\"\r\n"));
    }

    void writeCsv_brokenStream_isAFailure() {
        std::ostringstream out;
        out.setstate(std::ios::badbit);

        QCOMPARE(writeCsv(out, {}).error().code, Code::io_failed);
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"

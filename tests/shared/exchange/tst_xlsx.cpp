#include "shared/exchange/xlsx.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace zhixing;
using namespace zhixing::exchange;

/// The workbooks are read by another program, as those who get them do.
class TestXlsx : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    [[nodiscard]] std::filesystem::path file() const {
        return folder_.filePath(QStringLiteral("a.xlsx")).toStdString();
    }

    /// A part of the workbook, unpacked.
    [[nodiscard]] QString part(const char* name) const {
        QProcess python;
        python.start(QStringLiteral(ZHIXING_PYTHON),
                     {QStringLiteral("-c"),
                      QStringLiteral(
                          "import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"),
                      QString::fromStdString(file().string()), QLatin1String(name)});
        return python.waitForFinished() ? QString::fromUtf8(python.readAllStandardOutput()) : QString();
    }

private slots:
    void write_textAndNumbers_standAsSuch() {
        const Table table{
            "预算[1]", {{"科目"}, {"金额", TableColumn::Kind::number}}, {{"=SUM(A1)", "3000.5"}, {"合计", "约三千"}}};

        QVERIFY(writeXlsx(file(), table).ok());

        const QString sheet = part("xl/worksheets/sheet1.xml");
        QVERIFY2(sheet.contains(QStringLiteral("<v>3000.5</v>")), qPrintable(sheet));
        QVERIFY(!sheet.contains(QStringLiteral("<f>")));
        QVERIFY(sheet.contains(QStringLiteral("=SUM(A1)")));
        QVERIFY(sheet.contains(QStringLiteral("约三千")));
        QCOMPARE(sheet.count(QStringLiteral("<row ")), 3);
        QVERIFY(part("xl/workbook.xml").contains(QStringLiteral("预算 1 ")));
    }

    void write_moreTextThanACellHolds_saysWhichColumn() {
        auto writer = XlsxWriter::create(file(), "s", {{"答案"}});
        QVERIFY(writer.ok());

        const auto written = writer->write({std::string(XlsxWriter::cellCharactersMax + 1, 'a')});

        QCOMPARE(written.error().code, Code::too_large);
        QCOMPARE(written.error().field, std::string("答案"));
    }

    void close_whereNothingCanBeWritten_isAFailure() {
        const Table table{"t", {{"a"}}, {{"b"}}};

        QCOMPARE(writeXlsx("/nowhere/at/all.xlsx", table).error().code, Code::io_failed);
    }
};

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"

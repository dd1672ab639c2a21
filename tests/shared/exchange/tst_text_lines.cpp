#include <QTest>
#include <sstream>

#include "shared/exchange/text_lines.h"

using namespace zhixing;
using namespace zhixing::exchange;

namespace {

constexpr std::size_t lineBytesMax = 8;

Result<std::vector<std::string>> linesOf(const std::string& text) {
    std::istringstream in(text);
    LineReader reader(in, lineBytesMax);
    std::vector<std::string> lines;
    for (;;) {
        ZX_ASSIGN(const auto line, reader.next());
        if (!line) return lines;
        lines.emplace_back(*line);
        if (reader.lineNumber() != lines.size()) return Error{Code::internal, "miscounted", {}, {}};
    }
}

}  // namespace

class TestTextLines : public QObject {
    Q_OBJECT

private slots:
    void lines_comeWithoutTheirEnds() {
        using Lines = std::vector<std::string>;
        QCOMPARE(*linesOf("a\nb\r\n\nc"), (Lines{"a", "b", "", "c"}));
        QCOMPARE(*linesOf("a\n"), (Lines{"a"}));
        QCOMPARE(*linesOf("\xEF\xBB\xBF"
                          "a\n"),
                 (Lines{"a"}));
        QCOMPARE(*linesOf(""), Lines{});
    }

    void aLine_atItsLimit_isTaken_andOneByteMoreIsNot() {
        QVERIFY(linesOf("a\n" + std::string(lineBytesMax, 'x') + "\n").ok());

        const auto tooLong = linesOf("a\n" + std::string(lineBytesMax + 1, 'x') + "\n");

        QCOMPARE(tooLong.error().code, Code::too_large);
        QCOMPARE(tooLong.error().limit, std::optional<std::int64_t>(lineBytesMax));
        QVERIFY(tooLong.error().message.starts_with("line 2:"));
    }

    void aLine_thatIsNoCleanText_isRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("GBK") << QByteArray("\xD6\xD0");
        QTest::newRow("cut short") << QByteArray("\xE4\xB8");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
    }

    void aLine_thatIsNoCleanText_isRefused() {
        QFETCH(QByteArray, text);

        QCOMPARE(linesOf(text.toStdString()).error().code, Code::bad_encoding);
    }
};

QTEST_GUILESS_MAIN(TestTextLines)
#include "tst_text_lines.moc"

#include <QTest>

#include "shared/model/document.h"
#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/bad_messages.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;
using namespace std::string_literals;

namespace {

const std::string recordLine =
    R"({"type":"item","id":")" ID R"(","place":")" ID R"(","audience":"everyone","version":3,"title":"a"})";
std::string inPage(const std::string& line) { return R"({"t":"page","from":0,"to":1,"head":1})"s + "\n" + line; }

}  // namespace

/// The lines of a page: records as they are stored, and records that are gone.
class TestPageLine : public QObject {
    Q_OBJECT

private slots:
    void page_headAndStoredLines_equalsEncodedPage();
    void decodePage_badLine_saysWhy_data();
    void decodePage_badLine_saysWhy();
    void decodePage_theUnchangedRecord_works();
    void decodePage_unknownTypeOrField_keepsTheLine();
};

void TestPageLine::page_headAndStoredLines_equalsEncodedPage() {
    RandomMessages random(testCatalog(), 8);
    Page page{10, 20, 30, {}};
    std::string spliced = pageHead(10, 20, 30);
    for (int i = 0; i < 20; ++i) {
        page.records.push_back(random.pageRecord());
        const auto& [record, gone, foreign] = page.records.back();
        QVERIFY(foreign.empty());
        spliced += '\n';
        spliced += gone == Gone::no ? canonicalLine(record) : goneLine(*record.type, record.id, record.version, gone);
    }

    QCOMPARE(spliced, encode(ServerMessage(page)));
}

void TestPageLine::decodePage_badLine_saysWhy_data() {
    addColumns();
    const std::string gone = R"({"type":"item","id":")" ID R"(","version":3,"gone":"left"})";

    row("record without place", inPage(with(recordLine, R"("place":")" ID R"(",)", "")), Code::required);
    row("record without version", inPage(with(recordLine, R"("version":3,)", "")), Code::required);
    row("record of version 0", inPage(with(recordLine, R"("version":3)", R"("version":0)")), Code::out_of_range);
    row("record without type", inPage(with(recordLine, R"("type":"item",)", "")), Code::required);
    row("record of unknown type without place",
        inPage(with(with(recordLine, "item", "ghost"), R"("place":")" ID R"(",)", "")), Code::required);
    row("record with field of another kind", inPage(with(recordLine, R"("a")", "7")), Code::wrong_type);
    row("gone in an unknown way", inPage(with(gone, "left", "no")), Code::not_an_option);
}

void TestPageLine::decodePage_badLine_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);

    const Result<ServerMessage> page = decodeServer(testCatalog(), viewOf(bytes));

    QVERIFY(!page.ok());
    QCOMPARE(word(page.error().code), viewOf(code));
}

void TestPageLine::decodePage_theUnchangedRecord_works() {
    QVERIFY(decodeServer(testCatalog(), inPage(recordLine)).ok());
}
/// A newer server says more than an older catalog knows: the line is kept as it came.
void TestPageLine::decodePage_unknownTypeOrField_keepsTheLine() {
    const std::string ghost = with(recordLine, "item", "ghost");
    const std::string colour = with(recordLine, R"("title":"a")", R"("title":"a","colour":[1,{"x":null}])");
    const std::string gone = R"({"type":"ghost","id":")" ID R"(","version":3,"gone":"left"})";

    for (const std::string& line : {ghost, colour, gone}) {
        const auto message = decodeServer(testCatalog(), inPage(line));
        QVERIFY2(message.ok(), line.c_str());
        const PageRecord& entry = std::get<Page>(*message).records.front();
        QCOMPARE(entry.foreign, line);
        QCOMPARE(entry.record.type == nullptr, line != colour);
        QCOMPARE(entry.record.version, 3);
        QCOMPARE(encode(*message), inPage(line));
    }
}

QTEST_APPLESS_MAIN(TestPageLine)
#include "tst_page_line.moc"

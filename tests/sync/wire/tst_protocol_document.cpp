#include <map>
#include <set>

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "shared/base/error.h"
#include "shared/base/limits.h"
#include "sync/digest.h"
#include "sync/wire/messages.h"
#include "sync/wire/names.h"

using namespace zhixing;

namespace {

/// The text of the section whose heading begins with `number`.
QString section(const QString& number) {
    QFile file(PROTOCOL_DOCUMENT);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype begin = text.indexOf("\n## " + number + ". ");
    const qsizetype end = text.indexOf("\n## ", begin + 1);
    return begin < 0 ? QString() : text.mid(begin, end < 0 ? -1 : end - begin);
}

/// What the page's table of limits must say, by the names that limits.h gives.
const std::map<QString, std::int64_t> limitsOnTheWire = {
    {"messageBytesMax", limits::messageBytesMax},
    {"recordBytesMax", limits::recordBytesMax},
    {"compressionRatioMax", limits::compressionRatioMax},
    {"jsonDepthMax", limits::jsonDepthMax},
    {"jsonMembersMax", limits::jsonMembersMax},
    {"stringBytesMax", limits::stringBytesMax},
    {"arrayItemsMax", limits::arrayItemsMax},
    {"integerMax", limits::integerMax},
    {"decimalUnitsMax", limits::decimalUnitsMax},
    {"batchOperationsMax", limits::batchOperationsMax},
    {"groupOperationsMax", limits::groupOperationsMax},
    {"pushBytesTarget", limits::pushBytesTarget},
    {"operationsInFlightMax", limits::operationsInFlightMax},
    {"pageRecordsMax", limits::pageRecordsMax},
    {"pageBytesTarget", limits::pageBytesTarget},
    {"pageCreditMax", limits::pageCreditMax},
    {"fillBytesTarget", limits::fillBytesTarget},
    {"inspectPrefixesMax", limits::inspectPrefixesMax},
    {"historyLinesMax", limits::historyLinesMax},
    {"devicesListedMax", limits::devicesListedMax},
    {"bucketRecordsMax", limits::bucketRecordsMax},
    {"fetchRecordsMax", limits::fetchRecordsMax},
    {"sessionQueueBytesMax", limits::sessionQueueBytesMax},
    {"clockAheadMsMax", limits::clockAheadMsMax},
    {"httpHeaderBytesMax", limits::httpHeaderBytesMax},
};

}  // namespace

/// PROTOCOL.md says what the code does, where a machine can compare the two.
class TestProtocolDocument : public QObject {
    Q_OBJECT

private slots:
    void limits_ofThePage_areThoseOfTheCode();
    void words_ofThePage_areThoseOfTheCodeInTheirOrder();
    void codes_ofThePage_areThoseOfTheCode();
    void digest_ofThePagesExample_isWhatTheCodeComputes();
    void scopesKey_ofThePagesExample_isWhatTheCodeComputes();
};

void TestProtocolDocument::limits_ofThePage_areThoseOfTheCode() {
    std::map<QString, std::int64_t> said;
    QRegularExpression row(R"(^\| `(\w+)` \| ([\d,]+) \|)", QRegularExpression::MultilineOption);
    for (auto rows = row.globalMatch(section("12")); rows.hasNext();) {
        const QRegularExpressionMatch match = rows.next();
        said[match.captured(1)] = match.captured(2).remove(',').toLongLong();
    }

    for (const auto& [name, value] : limitsOnTheWire) {
        QVERIFY2(said.contains(name), qPrintable(name));
        QVERIFY2(said.at(name) == value, qPrintable(name));
    }
    QCOMPARE(said.size(), limitsOnTheWire.size());
}

void TestProtocolDocument::codes_ofThePage_areThoseOfTheCode() {
    std::set<QString> said;
    QRegularExpression code(R"(`([a-z_]+)`)");
    for (auto codes = code.globalMatch(section("11")); codes.hasNext();) said.insert(codes.next().captured(1));

    for (int i = 0; i <= static_cast<int>(Code::internal); ++i) {
        const std::string_view word = zhixing::word(static_cast<Code>(i));
        QVERIFY2(said.contains(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()))), word.data());
    }
    QRegularExpression row(R"(^\| `([a-z_]+)` \|)", QRegularExpression::MultilineOption);
    for (auto rows = row.globalMatch(section("11")); rows.hasNext();) {
        const QString word = rows.next().captured(1);
        QVERIFY2(codeFromWord(word.toStdString()).has_value(), qPrintable(word));
    }
}

void TestProtocolDocument::digest_ofThePagesExample_isWhatTheCodeComputes() {
    const QString page = section("9");
    const auto says = [&](const sync::Digest& digest) {
        return page.contains(QString::fromStdString(digest.sumText()));
    };
    sync::Digest first;
    sync::Digest second;

    first.add(*Id::parse("0190a1b2-c3d4-7000-8000-000000000001"), 1);
    second.add(*Id::parse("0190a1b2-c3d4-7000-8000-000000000002"), 5);
    sync::Digest sum = first;
    sum.add(second);

    QVERIFY(says(first));
    QVERIFY(says(second));
    QVERIFY(says(sum));
}

void TestProtocolDocument::scopesKey_ofThePagesExample_isWhatTheCodeComputes() {
    const Id node = *Id::parse("0190a1b2-c3d4-7000-8000-000000000010");

    const std::string key = sync::scopesKey({{node, Audience::everyone}, {node, Audience::managers}});

    QVERIFY(section("10").contains(QString::fromStdString(key)));
}

void TestProtocolDocument::words_ofThePage_areThoseOfTheCodeInTheirOrder() {
    const QString text = section("18");
    const qsizetype begin = text.indexOf("\n    ", text.indexOf("**words of the protocol**"));
    const QStringList words = text.mid(begin, text.indexOf("\n\nFor example") - begin).simplified().split(' ');

    QVERIFY(words.size() > 60);
    for (qsizetype number = 0; number <= words.size(); ++number) {
        const std::string_view word = sync::protocolWord(static_cast<std::uint8_t>(number));
        QCOMPARE(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), words.value(number));
    }
}

QTEST_APPLESS_MAIN(TestProtocolDocument)
#include "tst_protocol_document.moc"

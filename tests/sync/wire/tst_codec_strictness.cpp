#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;
using namespace std::string_literals;

namespace {

#define ID "0190a1b2-c3d4-7000-8000-000000000002"

const std::string operationLine =
    R"({"n":7,"do":"edit","type":"item","id":")" ID R"(","base":3,"at":5,"set":{"title":"a"},"was":{"title":"b"}})";
const std::string recordLine =
    R"({"type":"item","id":")" ID R"(","place":")" ID R"(","audience":"everyone","version":3,"title":"a"})";
const std::string hello =
    R"({"t":"hello","protocol":1,"schema":"","token":"","epoch":"","cursor":0,"acked":0,"scopes":""})";

/// `text` with the first `from` in it replaced.
std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    Q_ASSERT(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void row(const char* name, const std::string& bytes, Code code) {
    QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << static_cast<int>(code);
}

std::string inPush(const std::string& line) { return R"({"t":"push","acked":0})"s + "\n" + line; }
std::string inPage(const std::string& line) { return R"({"t":"page","from":0,"to":1,"head":1})"s + "\n" + line; }
std::string inOutcomes(const std::string& line) { return R"({"t":"outcomes"})"s + "\n" + line; }

std::string wordOf(const Error& error) { return std::string(word(error.code)); }

}  // namespace

/// Whatever is not exactly as PROTOCOL.md says is an Error with the code that PROTOCOL.md says.
class TestCodecStrictness : public QObject {
    Q_OBJECT

private slots:
    void decodeClient_badMessage_saysWhy_data();
    void decodeClient_badMessage_saysWhy();
    void decodePush_badOperation_isRejectedAlone_data();
    void decodePush_badOperation_isRejectedAlone();
    void decodeServer_badMessage_saysWhy_data();
    void decodeServer_badMessage_saysWhy();
    void decode_theUnchangedExamples_works();
};

void TestCodecStrictness::decodeClient_badMessage_saysWhy_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");

    row("nothing", "", Code::malformed);
    row("not JSON", "hello", Code::malformed);
    row("an array", "[]", Code::wrong_type);
    row("a number", "1", Code::wrong_type);
    row("no type", R"({"cursor":0,"credit":1})", Code::required);
    row("type is no text", R"({"t":1})", Code::wrong_type);
    row("unknown type", R"({"t":"shout"})", Code::unknown_type);
    row("a server's type", R"({"t":"caught_up","seq":0,"count":0,"sum":""})", Code::unknown_type);
    row("missing key", R"({"t":"pull","cursor":0})", Code::required);
    row("unknown key", R"({"t":"pull","cursor":0,"credit":1,"haste":true})", Code::unknown_field);
    row("key twice", R"({"t":"pull","cursor":0,"credit":1,"credit":1})", Code::duplicate_key);
    row("type twice", R"({"t":"pull","cursor":0,"credit":1,"t":"pull"})", Code::duplicate_key);
    row("text for a number", R"({"t":"pull","cursor":"0","credit":1})", Code::wrong_type);
    row("number for a text", with(hello, R"("token":"")", R"("token":5)"), Code::wrong_type);
    row("null for a text", with(hello, R"("token":"")", R"("token":null)"), Code::wrong_type);
    row("fraction", R"({"t":"pull","cursor":0.5,"credit":1})", Code::wrong_type);
    row("exponent", R"({"t":"pull","cursor":1e2,"credit":1})", Code::wrong_type);
    row("negative", R"({"t":"pull","cursor":-1,"credit":1})", Code::out_of_range);
    row("beyond 2^53", R"({"t":"pull","cursor":9007199254740992,"credit":1})", Code::out_of_range);
    row("no credit", R"({"t":"pull","cursor":0,"credit":0})", Code::out_of_range);
    row("too much credit", R"({"t":"pull","cursor":0,"credit":9})", Code::out_of_range);
    row("NaN", R"({"t":"pull","cursor":NaN,"credit":1})", Code::malformed);
    row("Infinity", R"({"t":"pull","cursor":Infinity,"credit":1})", Code::malformed);
    row("leading zero", R"({"t":"pull","cursor":01,"credit":1})", Code::malformed);
    row("plus sign", R"({"t":"pull","cursor":+1,"credit":1})", Code::malformed);
    row("comment", R"({"t":"pull",/**/"cursor":0,"credit":1})", Code::malformed);
    row("trailing comma", R"({"t":"pull","cursor":0,"credit":1,})", Code::malformed);
    row("single quotes", "{'t':'pull'}", Code::malformed);
    row("something after", R"({"t":"pull","cursor":0,"credit":1}})", Code::malformed);
    row("line after one that has none", R"({"t":"pull","cursor":0,"credit":1})"s + "\n{}", Code::too_many);
    row("line feed at the end", hello + "\n", Code::too_many);
    row("line feed inside", with(hello, ",", ",\n"), Code::malformed);
    row("empty line in a push", inPush("\n" + operationLine), Code::malformed);
    row("blank line in a push", inPush("  \n" + operationLine), Code::malformed);
    row("line feed after a push", inPush(operationLine + "\n"), Code::malformed);
    row("broken UTF-8", with(hello, R"("token":"")", "\"token\":\"\xff\""), Code::bad_encoding);
    row("overlong UTF-8", with(hello, R"("token":"")", "\"token\":\"\xc0\xaf\""), Code::bad_encoding);
    row("surrogate in UTF-8", with(hello, R"("token":"")", "\"token\":\"\xed\xa0\x80\""), Code::bad_encoding);
    row("escaped NUL", with(hello, R"("token":"")", R"("token":"\u0000")"), Code::bad_encoding);
    row("raw NUL", with(hello, R"("token":"")", "\"token\":\"\0\""s), Code::bad_encoding);
    row("lone surrogate", with(hello, R"("token":"")", R"("token":"\ud800")"), Code::bad_encoding);
    row("raw control character", with(hello, R"("token":"")", "\"token\":\"\x01\""), Code::malformed);
    row("unknown escape", with(hello, R"("token":"")", R"("token":"\x")"), Code::malformed);
    row("cut off", hello.substr(0, hello.size() - 1), Code::malformed);
    row("operation that is no object", inPush("[]"), Code::wrong_type);
    row("operation without number", inPush(with(operationLine, R"("n":7,)", "")), Code::required);
    row("operation numbered 0", inPush(with(operationLine, R"("n":7)", R"("n":0)")), Code::out_of_range);
    row("operation numbered by text", inPush(with(operationLine, R"("n":7)", R"("n":"7")")), Code::wrong_type);
}

void TestCodecStrictness::decodeClient_badMessage_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);

    const Result<ClientMessage> message =
        decodeClient(testCatalog(), {bytes.data(), static_cast<std::size_t>(bytes.size())});

    QVERIFY(!message.ok());
    QCOMPARE(wordOf(message.error()), std::string(word(static_cast<Code>(code))));
}

void TestCodecStrictness::decodePush_badOperation_isRejectedAlone_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto changed = [](const std::string& from, const std::string& to) { return with(operationLine, from, to); };
    const std::string set = R"("set":{"title":"a"},"was":{"title":"b"})";

    row("no verb", changed(R"("do":"edit",)", ""), Code::required);
    row("unknown verb", changed(R"("edit")", R"("paint")"), Code::not_an_option);
    row("verb is no text", changed(R"("edit")", "1"), Code::wrong_type);
    row("no type", changed(R"("type":"item",)", ""), Code::required);
    row("unknown type", changed(R"("item")", R"("ghost")"), Code::unknown_type);
    row("no id", changed(R"("id":")" ID R"(",)", ""), Code::required);
    row("bad id", changed(ID, "0190"), Code::bad_reference);
    row("no time", changed(R"("at":5,)", ""), Code::required);
    row("negative base", changed(R"("base":3)", R"("base":-3)"), Code::out_of_range);
    row("unknown key", changed(R"("at":5)", R"("at":5,"by":"me")"), Code::unknown_field);
    row("key twice", changed(R"("at":5)", R"("at":5,"at":5)"), Code::duplicate_key);
    row("number twice", changed(R"("at":5)", R"("at":5,"n":7)"), Code::duplicate_key);
    row("unknown field", changed(R"({"title":"a"})", R"({"colour":"a"})"), Code::unknown_field);
    row("field twice", changed(R"({"title":"a"})", R"({"title":"a","title":"a"})"), Code::duplicate_key);
    row("field of another kind", changed(R"({"title":"a"})", R"({"title":5})"), Code::wrong_type);
    row("money with fraction", changed(set, R"("set":{"price":1.5})"), Code::wrong_type);
    row("money as text", changed(set, R"("set":{"price":"1"})"), Code::wrong_type);
    row("money 1e400", changed(set, R"("set":{"price":1e400})"), Code::out_of_range);
    row("decimal 1e400", changed(set, R"("set":{"ratio":1e400})"), Code::out_of_range);
    row("integer 1e400", changed(R"("at":5)", R"("at":1e400)"), Code::out_of_range);
    row("base without a change", changed(R"("was":{"title")", R"("was":{"plan")"), Code::unknown_field);
    row("set is no object", changed(R"("set":{"title":"a"})", R"("set":[])"), Code::wrong_type);
    row("deletion with values", changed(R"("edit")", R"("delete")"), Code::unknown_field);
    row("more is no boolean", changed(R"("at":5)", R"("at":5,"more":1)"), Code::wrong_type);
    row("unknown audience", changed(R"("at":5)", R"("at":5,"audience":"nobody")"), Code::not_an_option);
    row("bad place", changed(R"("at":5)", R"("at":5,"place":"here")"), Code::bad_reference);
    row("cut off", operationLine.substr(0, 60), Code::malformed);
    row("broken UTF-8", changed(R"("a")", "\"\xff\""), Code::bad_encoding);
    row("NUL", changed(R"("a")", R"("\u0000")"), Code::bad_encoding);
}

void TestCodecStrictness::decodePush_badOperation_isRejectedAlone() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    const std::string line(bytes.data(), static_cast<std::size_t>(bytes.size()));

    const Result<ClientMessage> message = decodeClient(testCatalog(), inPush(line + "\n" + operationLine));
    const Result<Operation> alone = decodeOperation(testCatalog(), line);

    QVERIFY(message.ok());
    const auto& operations = std::get<Push>(*message).operations;
    QCOMPARE(operations.size(), std::size_t{2});
    QVERIFY(std::holds_alternative<Operation>(operations[1]));
    const auto* bad = std::get_if<BadOperation>(&operations[0]);
    QVERIFY(bad != nullptr);
    QCOMPARE(bad->counter, Counter{7});
    QCOMPARE(wordOf(bad->error), std::string(word(static_cast<Code>(code))));
    QVERIFY(!alone.ok());
    QVERIFY(alone.error() == bad->error);
}

void TestCodecStrictness::decodeServer_badMessage_saysWhy_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const std::string outcome = R"({"n":1,"result":"applied","version":1,"seq":1})";
    const std::string rejected = R"({"n":1,"result":"rejected","version":1,"seq":1,"code":"forbidden","message":""})";
    const std::string gone = R"({"type":"item","id":")" ID R"(","version":3,"gone":"left"})";
    const std::string scopes = R"({"t":"scopes_changed","scopes":[[")" ID R"(","everyone"]]})";

    row("a device's type", hello, Code::unknown_type);
    row("unknown verdict", inOutcomes(with(outcome, "applied", "ignored")), Code::not_an_option);
    row("rejection without code", inOutcomes(with(outcome, "applied", "rejected")), Code::required);
    row("rejection with unknown code", inOutcomes(with(rejected, "forbidden", "tired")), Code::not_an_option);
    row("code without rejection", inOutcomes(with(rejected, "rejected", "applied")), Code::unknown_field);
    row("conflicts that are no ids", inOutcomes(with(outcome, R"("seq":1)", R"("seq":1,"conflicts":["x"])")),
        Code::bad_reference);
    row("outcome without number", inOutcomes(with(outcome, R"("n":1,)", "")), Code::required);
    row("record without place", inPage(with(recordLine, R"("place":")" ID R"(",)", "")), Code::required);
    row("record without version", inPage(with(recordLine, R"("version":3,)", "")), Code::required);
    row("record of version 0", inPage(with(recordLine, R"("version":3)", R"("version":0)")), Code::out_of_range);
    row("record of unknown type", inPage(with(recordLine, "item", "ghost")), Code::unknown_type);
    row("record without type", inPage(with(recordLine, R"("type":"item",)", "")), Code::required);
    row("record with unknown field", inPage(with(recordLine, "title", "colour")), Code::unknown_field);
    row("record with field of another kind", inPage(with(recordLine, R"("a")", "7")), Code::wrong_type);
    row("gone in an unknown way", inPage(with(gone, "left", "no")), Code::not_an_option);
    row("gone with fields", inPage(with(gone, R"("version":3)", R"("version":3,"title":"a")")), Code::unknown_field);
    row("page backwards", R"({"t":"page","from":5,"to":4,"head":9})", Code::out_of_range);
    row("page past the head", R"({"t":"page","from":5,"to":10,"head":9})", Code::out_of_range);
    row("scope of an unknown audience", with(scopes, "everyone", "nobody"), Code::not_an_option);
    row("scope of three", with(scopes, R"("everyone")", R"("everyone",1)"), Code::wrong_type);
    row("scope that is no list", with(scopes, R"([")" ID R"(","everyone"])", "5"), Code::wrong_type);
    row("scopes not in order", with(scopes, R"("everyone"])", R"("managers"],[")" ID R"(","everyone"])"),
        Code::malformed);
    row("scope twice", with(scopes, R"("everyone"])", R"("everyone"],[")" ID R"(","everyone"])"), Code::malformed);
    row("sum that is no number", R"({"t":"caught_up","seq":1,"count":1,"sum":"00112233445566778899aabbccddeefg"})",
        Code::malformed);
    row("sum in capitals", R"({"t":"caught_up","seq":1,"count":1,"sum":"00112233445566778899AABBCCDDEEFF"})",
        Code::malformed);
    row("sum too short", R"({"t":"caught_up","seq":1,"count":1,"sum":"00"})", Code::malformed);
    row("refusal with an unknown code",
        R"({"t":"refused","code":"tired","message":"","fatal":true,"retry_after_ms":0})", Code::not_an_option);
    row("refusal without fatal", R"({"t":"refused","code":"busy","message":"","retry_after_ms":0})", Code::required);
}

void TestCodecStrictness::decodeServer_badMessage_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);

    const Result<ServerMessage> message =
        decodeServer(testCatalog(), {bytes.data(), static_cast<std::size_t>(bytes.size())});

    QVERIFY(!message.ok());
    QCOMPARE(wordOf(message.error()), std::string(word(static_cast<Code>(code))));
}

/// The tables above change one thing each in these; without the change they are good.
void TestCodecStrictness::decode_theUnchangedExamples_works() {
    QVERIFY(decodeClient(testCatalog(), hello).ok());
    QVERIFY(decodeClient(testCatalog(), inPush(operationLine)).ok());
    QVERIFY(decodeOperation(testCatalog(), operationLine).ok());
    QVERIFY(decodeServer(testCatalog(), inPage(recordLine)).ok());
}

QTEST_APPLESS_MAIN(TestCodecStrictness)
#include "tst_codec_strictness.moc"

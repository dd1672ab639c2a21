#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/bad_messages.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t seeds = 400;

Operation editOfTitle() {
    const RecordType& item = testCatalog().at("item");
    const auto title = static_cast<std::uint16_t>(*item.find("title"));
    Operation operation;
    operation.counter = 43;
    operation.type = &item;
    operation.record = *Id::parse("0190a1b2-c3d4-7000-8000-000000000002");
    operation.base = 3;
    operation.at = Instant{1'760'000'000'412};
    operation.changes = {{title, std::string("海报上墙"), std::string("海报")}};
    return operation;
}

const std::string operationLine =
    R"({"n":7,"do":"edit","type":"item","id":")" ID R"(","base":3,"at":5,"set":{"title":"a"},"was":{"title":"b"}})";
const std::string hello =
    R"({"t":"hello","protocol":1,"schema":"","token":"","epoch":"","cursor":0,"acked":0,"scopes":""})";

std::string inPush(const std::string& line) { return R"({"t":"push","acked":0})"s + "\n" + line; }

}  // namespace

/// What devices say: what is written can be read and says the same; anything else is refused with its code.
class TestCodecClient : public QObject {
    Q_OBJECT

private slots:
    void encodeThenDecode_anyClientMessage_isTheSame();
    void joinPush_linesOfOperations_equalsEncodedPush();
    void decodePush_oneBadLine_spoilsOnlyItself();
    void decodePush_badLineWithoutNumber_isRefusedWhole();
    void decodeClient_badMessage_saysWhy_data();
    void decodeClient_badMessage_saysWhy();
    void decode_theUnchangedExamples_works();
};

void TestCodecClient::encodeThenDecode_anyClientMessage_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const ClientMessage message = RandomMessages(testCatalog(), seed).client();

        const std::string bytes = encode(message);
        const Result<ClientMessage> back = decodeClient(testCatalog(), bytes);

        QVERIFY2(back.ok(),
                 qPrintable(QString("seed %1: %2").arg(seed).arg(back.ok() ? "" : back.error().message.c_str())));
        QVERIFY2(*back == message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
}

void TestCodecClient::joinPush_linesOfOperations_equalsEncodedPush() {
    RandomMessages random(testCatalog(), 7);
    Push push{12, {}};
    std::vector<std::string> lines;
    for (Counter counter = 1; counter <= 20; ++counter) {
        const Operation operation = random.operation(counter);
        push.operations.emplace_back(operation);
        lines.push_back(encodeOperation(operation));
    }

    QCOMPARE(joinPush(12, lines), encode(ClientMessage(push)));
}

void TestCodecClient::decodePush_oneBadLine_spoilsOnlyItself() {
    Operation first = editOfTitle();
    Operation third = editOfTitle();
    third.counter = 45;
    const std::string bytes = joinPush(0, {encodeOperation(first), R"({"n":44,"do":"paint"})", encodeOperation(third)});

    const Result<ClientMessage> message = decodeClient(testCatalog(), bytes);

    QVERIFY(message.ok());
    const auto& operations = std::get<Push>(*message).operations;
    QCOMPARE(operations.size(), std::size_t{3});
    QVERIFY(std::get<Operation>(operations[0]) == first);
    QVERIFY(std::get<Operation>(operations[2]) == third);
    const auto& bad = std::get<BadOperation>(operations[1]);
    QCOMPARE(bad.counter, Counter{44});
    QCOMPARE(word(bad.error.code), word(Code::not_an_option));
}

void TestCodecClient::decodePush_badLineWithoutNumber_isRefusedWhole() {
    const std::string bytes = joinPush(0, {encodeOperation(editOfTitle()), R"({"do":"paint","n":44})"});

    const Result<ClientMessage> message = decodeClient(testCatalog(), bytes);

    QVERIFY(!message.ok());
}

void TestCodecClient::decodeClient_badMessage_saysWhy_data() {
    addColumns();

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

void TestCodecClient::decodeClient_badMessage_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);

    const Result<ClientMessage> message = decodeClient(testCatalog(), viewOf(bytes));

    QVERIFY(!message.ok());
    QCOMPARE(word(message.error().code), viewOf(code));
}

/// The table above changes one thing each in these; without the change they are good.
void TestCodecClient::decode_theUnchangedExamples_works() {
    QVERIFY(decodeClient(testCatalog(), hello).ok());
    QVERIFY(decodeClient(testCatalog(), inPush(operationLine)).ok());
}

QTEST_APPLESS_MAIN(TestCodecClient)
#include "tst_codec_client.moc"

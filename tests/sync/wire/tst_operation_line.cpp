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
std::string inPush(const std::string& line) { return R"({"t":"push","acked":0})"s + "\n" + line; }

}  // namespace

/// The lines that lie in the outbox and travel in a push.
class TestOperationLine : public QObject {
    Q_OBJECT

private slots:
    void operationLine_anyOperation_isTheSame();
    void encodeOperation_edit_readsAsProtocolSays();
    void decodeOperation_basesLeftOutOrNull_areUnset();
    void decodeOperation_keysInAnotherOrder_isTheSame();
    void decodePush_badOperation_isRejectedAlone_data();
    void decodePush_badOperation_isRejectedAlone();
    void decodeOperation_theUnchangedExample_works();
    void outlineOf_anyOperation_saysWhatItIsAbout();
    void outlineOf_wordsWithinValues_areNotTakenForKeys();
    void outlineOf_unusedNumberOrUnknownType_isAnError();
};

void TestOperationLine::operationLine_anyOperation_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Operation operation = RandomMessages(testCatalog(), seed).operation(static_cast<Counter>(seed));

        const std::string line = encodeOperation(operation);
        const Result<Operation> back = decodeOperation(testCatalog(), line);

        QVERIFY2(back.ok(), qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
        QVERIFY2(*back == operation, qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
    }
}

void TestOperationLine::encodeOperation_edit_readsAsProtocolSays() {
    const std::string expected =
        R"({"n":43,"do":"edit","type":"item","id":"0190a1b2-c3d4-7000-8000-000000000002","base":3,"at":1760000000412,)"
        R"("set":{"title":"海报上墙"},"was":{"title":"海报"}})";

    QCOMPARE(encodeOperation(editOfTitle()), expected);
}

void TestOperationLine::decodeOperation_basesLeftOutOrNull_areUnset() {
    const std::string head =
        R"({"n":1,"do":"edit","type":"item","id":"0190a1b2-c3d4-7000-8000-000000000002","base":3,"at":5,)";

    const Result<Operation> leftOut = decodeOperation(testCatalog(), head + R"("set":{"title":"a"}})");
    const Result<Operation> null =
        decodeOperation(testCatalog(), head + R"("set":{"title":"a"},"was":{"title":null}})");

    QVERIFY(leftOut.ok() && null.ok());
    QCOMPARE(leftOut->changes.size(), std::size_t{1});
    QVERIFY(!isSet(leftOut->changes[0].base));
    QVERIFY(*leftOut == *null);
}

void TestOperationLine::decodeOperation_keysInAnotherOrder_isTheSame() {
    const std::string line =
        R"({"n":43,"at":1760000000412,"base":3,"type":"item","was":{"title":"海报"},"set":{"title":"海报上墙"},)"
        R"( "id":"0190a1b2-c3d4-7000-8000-000000000002" , "do" : "edit" })";

    const Result<Operation> operation = decodeOperation(testCatalog(), line);

    QVERIFY(operation.ok());
    QVERIFY(*operation == editOfTitle());
}

void TestOperationLine::decodePush_badOperation_isRejectedAlone_data() {
    addColumns();
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

void TestOperationLine::decodePush_badOperation_isRejectedAlone() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);
    const std::string line(viewOf(bytes));

    const Result<ClientMessage> message = decodeClient(testCatalog(), inPush(line + "\n" + operationLine));
    const Result<Operation> alone = decodeOperation(testCatalog(), line);

    QVERIFY(message.ok());
    const auto& operations = std::get<Push>(*message).operations;
    QCOMPARE(operations.size(), std::size_t{2});
    QVERIFY(std::holds_alternative<Operation>(operations[1]));
    const auto* bad = std::get_if<BadOperation>(&operations[0]);
    QVERIFY(bad != nullptr);
    QCOMPARE(bad->counter, Counter{7});
    QCOMPARE(word(bad->error.code), viewOf(code));
    QVERIFY(!alone.ok());
    QVERIFY(alone.error() == bad->error);
}

void TestOperationLine::decodeOperation_theUnchangedExample_works() {
    QVERIFY(decodeOperation(testCatalog(), operationLine).ok());
}

void TestOperationLine::outlineOf_anyOperation_saysWhatItIsAbout() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Operation operation = RandomMessages(testCatalog(), seed).operation(static_cast<Counter>(seed));
        for (const bool more : {false, true}) {
            operation.more = more;
            const auto outline = outlineOf(testCatalog(), encodeOperation(operation));
            QVERIFY2(outline.ok(), qPrintable(QString("seed %1").arg(seed)));
            QCOMPARE(outline->type, operation.type);
            QCOMPARE(outline->more, more);
        }
    }
}

void TestOperationLine::outlineOf_wordsWithinValues_areNotTakenForKeys() {
    Operation operation = editOfTitle();
    for (const char* title : {R"(","more":true})", R"("type":"entry")", R"(,"more":true)", "more"}) {
        operation.changes.front().value = std::string(title);
        operation.changes.front().base = std::string(title);
        const auto outline = outlineOf(testCatalog(), encodeOperation(operation));
        QVERIFY(outline.ok());
        QCOMPARE(outline->type, operation.type);
        QVERIFY(!outline->more);
    }
}

void TestOperationLine::outlineOf_unusedNumberOrUnknownType_isAnError() {
    QVERIFY(outlineOf(testCatalog(), unusedNumberLine(7)).error().code == Code::required);
    const auto unknown = outlineOf(testCatalog(), R"({"n":7,"do":"edit","type":"pigeon","id":"…"})");
    QVERIFY(unknown.error().code == Code::unknown_type);
}

QTEST_APPLESS_MAIN(TestOperationLine)
#include "tst_operation_line.moc"

#include <QTest>

#include "shared/model/document.h"
#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

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

}  // namespace

/// What is written can be read, and says the same.
class TestCodec : public QObject {
    Q_OBJECT

private slots:
    void encodeThenDecode_anyClientMessage_isTheSame();
    void encodeThenDecode_anyServerMessage_isTheSame();
    void operationLine_anyOperation_isTheSame();
    void outcomeLine_anyOutcome_isTheSame();
    void encodeOperation_edit_readsAsProtocolSays();
    void decodeOperation_basesLeftOutOrNull_areUnset();
    void decodeOperation_keysInAnotherOrder_isTheSame();
    void joinPush_linesOfOperations_equalsEncodedPush();
    void page_headAndStoredLines_equalsEncodedPage();
    void decodePush_oneBadLine_spoilsOnlyItself();
    void decodePush_badLineWithoutNumber_isRefusedWhole();
    void scopesKey_equalAndDifferentSets_tellsThemApart();
};

void TestCodec::encodeThenDecode_anyClientMessage_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const ClientMessage message = RandomMessages(testCatalog(), seed).client();

        const std::string bytes = encode(message);
        const Result<ClientMessage> back = decodeClient(testCatalog(), bytes);

        QVERIFY2(back.ok(),
                 qPrintable(QString("seed %1: %2").arg(seed).arg(back.ok() ? "" : back.error().message.c_str())));
        QVERIFY2(*back == message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
}

void TestCodec::encodeThenDecode_anyServerMessage_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const ServerMessage message = RandomMessages(testCatalog(), seed).server();

        const std::string bytes = encode(message);
        const Result<ServerMessage> back = decodeServer(testCatalog(), bytes);

        QVERIFY2(back.ok(),
                 qPrintable(QString("seed %1: %2").arg(seed).arg(back.ok() ? "" : back.error().message.c_str())));
        QVERIFY2(*back == message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
}

void TestCodec::operationLine_anyOperation_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Operation operation = RandomMessages(testCatalog(), seed).operation(static_cast<Counter>(seed));

        const std::string line = encodeOperation(operation);
        const Result<Operation> back = decodeOperation(testCatalog(), line);

        QVERIFY2(back.ok(), qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
        QVERIFY2(*back == operation, qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
    }
}

void TestCodec::outcomeLine_anyOutcome_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Outcome outcome = RandomMessages(testCatalog(), seed).outcome(static_cast<Counter>(seed));

        const std::string line = encodeOutcome(outcome);
        const Result<Outcome> back = decodeOutcome(line);

        QVERIFY2(back.ok(), qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
        QVERIFY2(*back == outcome, qPrintable(QString("seed %1: %2").arg(seed).arg(line.c_str())));
    }
}

void TestCodec::encodeOperation_edit_readsAsProtocolSays() {
    const std::string expected =
        R"({"n":43,"do":"edit","type":"item","id":"0190a1b2-c3d4-7000-8000-000000000002","base":3,"at":1760000000412,)"
        R"("set":{"title":"海报上墙"},"was":{"title":"海报"}})";

    QCOMPARE(encodeOperation(editOfTitle()), expected);
}

void TestCodec::decodeOperation_basesLeftOutOrNull_areUnset() {
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

void TestCodec::decodeOperation_keysInAnotherOrder_isTheSame() {
    const std::string line =
        R"({"n":43,"at":1760000000412,"base":3,"type":"item","was":{"title":"海报"},"set":{"title":"海报上墙"},)"
        R"( "id":"0190a1b2-c3d4-7000-8000-000000000002" , "do" : "edit" })";

    const Result<Operation> operation = decodeOperation(testCatalog(), line);

    QVERIFY(operation.ok());
    QVERIFY(*operation == editOfTitle());
}

void TestCodec::joinPush_linesOfOperations_equalsEncodedPush() {
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

void TestCodec::page_headAndStoredLines_equalsEncodedPage() {
    RandomMessages random(testCatalog(), 8);
    Page page{10, 20, 30, {}};
    std::string spliced = pageHead(10, 20, 30);
    for (int i = 0; i < 20; ++i) {
        page.records.push_back(random.pageRecord());
        const auto& [record, gone] = page.records.back();
        spliced += '\n';
        spliced += gone == Gone::no ? canonicalLine(record) : goneLine(*record.type, record.id, record.version, gone);
    }

    QCOMPARE(spliced, encode(ServerMessage(page)));
}

void TestCodec::decodePush_oneBadLine_spoilsOnlyItself() {
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

void TestCodec::decodePush_badLineWithoutNumber_isRefusedWhole() {
    const std::string bytes = joinPush(0, {encodeOperation(editOfTitle()), R"({"do":"paint","n":44})"});

    const Result<ClientMessage> message = decodeClient(testCatalog(), bytes);

    QVERIFY(!message.ok());
}

void TestCodec::scopesKey_equalAndDifferentSets_tellsThemApart() {
    const Id place = *Id::parse("0190a1b2-c3d4-7000-8000-000000000010");
    const ScopeSet one = {{place, Audience::everyone}};
    const ScopeSet two = {{place, Audience::everyone}, {place, Audience::managers}};

    QCOMPARE(scopesKey(one), scopesKey(ScopeSet(one)));
    QVERIFY(scopesKey(one) != scopesKey(two));
    // b2sum -l 128 of "0190a1b2-c3d4-7000-8000-000000000010 everyone\n"
    QCOMPARE(scopesKey(one), std::string("1d4e1fbb9f7999d3064ddb1ee569549b"));
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"

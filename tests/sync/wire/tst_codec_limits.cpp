#include <QTest>

#include "shared/base/limits.h"
#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;
using namespace std::string_literals;

namespace {

#define ID "0190a1b2-c3d4-7000-8000-000000000002"

std::string_view codeOf(const Result<ClientMessage>& message) {
    return message.ok() ? "ok" : word(message.error().code);
}
std::string_view codeOf(const Result<ServerMessage>& message) {
    return message.ok() ? "ok" : word(message.error().code);
}

/// What became of the one operation of a push: "ok", or the code of its or of the whole message's error.
std::string_view fateOf(const std::string& line) {
    const Result<ClientMessage> message = decodeClient(testCatalog(), R"({"t":"push","acked":0})"s + "\n" + line);
    if (!message.ok()) return word(message.error().code);
    const auto* bad = std::get_if<BadOperation>(&std::get<Push>(*message).operations.at(0));
    return bad == nullptr ? "ok" : word(bad->error.code);
}

std::string operation(std::int64_t counter, const std::string& set = R"({"title":"a"})") {
    return R"({"n":)" + std::to_string(counter) + R"(,"do":"add","type":"item","id":")" ID R"(","at":5,"set":)" + set +
           "}";
}

std::string push(std::size_t operations) {
    std::string bytes = R"({"t":"push","acked":0})";
    for (std::size_t i = 1; i <= operations; ++i) bytes += "\n" + operation(static_cast<std::int64_t>(i));
    return bytes;
}

std::string page(std::size_t records) {
    std::string bytes = pageHead(0, 1, 1);
    for (std::size_t i = 0; i < records; ++i) {
        bytes += "\n" + goneLine(testCatalog().at("item"), Id{}, 1, Gone::left);
    }
    return bytes;
}

/// `[[…]]`, as deep as wanted, as the value of a field that takes no such thing: what counts is which error comes first.
std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

/// Every limit of limits.h that the codec keeps: good at the limit, refused one past it.
class TestCodecLimits : public QObject {
    Q_OBJECT

private slots:
    void message_atAndPastItsSize_data();
    void message_atAndPastItsSize();
    void push_atAndPastItsOperations();
    void page_atAndPastItsRecords();
    void outcomes_atAndPastTheirNumber();
    void string_atAndPastItsSize();
    void operation_atAndPastItsSize();
    void depth_atAndPastItsLimit();
    void members_atAndPastTheirNumber();
    void items_atAndPastTheirNumber();
    void numbers_atAndPastTheirRange();
    void credit_atAndPastItsLimit();
};

void TestCodecLimits::message_atAndPastItsSize_data() {
    QTest::addColumn<bool>("isServer");
    QTest::newRow("from a device") << false;
    QTest::newRow("from the server") << true;
}

void TestCodecLimits::message_atAndPastItsSize() {
    QFETCH(const bool, isServer);
    std::string bytes = isServer ? page(2) : R"({"t":"pull","cursor":0,"credit":1})";
    bytes.insert(bytes.size() - 1, limits::messageBytesMax - bytes.size(), ' ');

    const auto decode = [&] {
        return isServer ? codeOf(decodeServer(testCatalog(), bytes)) : codeOf(decodeClient(testCatalog(), bytes));
    };

    QCOMPARE(bytes.size(), limits::messageBytesMax);
    QCOMPARE(decode(), "ok");
    bytes.insert(bytes.size() - 1, 1, ' ');
    QCOMPARE(decode(), "too_large");
}

void TestCodecLimits::push_atAndPastItsOperations() {
    QCOMPARE(codeOf(decodeClient(testCatalog(), push(limits::batchOperationsMax))), "ok");
    QCOMPARE(codeOf(decodeClient(testCatalog(), push(limits::batchOperationsMax + 1))), "too_many");
}

void TestCodecLimits::page_atAndPastItsRecords() {
    QCOMPARE(codeOf(decodeServer(testCatalog(), page(limits::pageRecordsMax))), "ok");
    QCOMPARE(codeOf(decodeServer(testCatalog(), page(limits::pageRecordsMax + 1))), "too_many");
}

void TestCodecLimits::outcomes_atAndPastTheirNumber() {
    const auto outcomes = [](std::size_t count) {
        std::string bytes = R"({"t":"outcomes"})";
        for (std::size_t i = 1; i <= count; ++i)
            bytes +=
                "\n"
                R"({"n":1,"result":"applied","version":1,"seq":1})";
        return bytes;
    };
    QCOMPARE(codeOf(decodeServer(testCatalog(), outcomes(limits::batchOperationsMax))), "ok");
    QCOMPARE(codeOf(decodeServer(testCatalog(), outcomes(limits::batchOperationsMax + 1))), "too_many");
}

void TestCodecLimits::string_atAndPastItsSize() {
    const auto line = [](std::size_t bytes) {
        return operation(1, R"({"plan":")" + std::string(bytes, 'x') + R"("})");
    };

    QCOMPARE(fateOf(line(limits::stringBytesMax)), "ok");
    QCOMPARE(fateOf(line(limits::stringBytesMax + 1)), "too_long");
}

void TestCodecLimits::operation_atAndPastItsSize() {
    const auto line = [](std::size_t bytes) {
        std::string made = operation(1);
        made.insert(made.size() - 1, bytes - made.size(), ' ');
        return made;
    };

    QCOMPARE(fateOf(line(limits::recordBytesMax)), "ok");
    QCOMPARE(fateOf(line(limits::recordBytesMax + 1)), "too_large");
}

void TestCodecLimits::depth_atAndPastItsLimit() {
    // The line and its "set" are two levels already.
    const auto line = [](std::size_t depth) { return operation(1, R"({"title":)" + nested(depth - 2) + "}"); };

    QCOMPARE(fateOf(line(limits::jsonDepthMax)), "wrong_type");
    QCOMPARE(fateOf(line(limits::jsonDepthMax + 1)), "too_deep");
    QCOMPARE(fateOf(line(100'000)), "too_deep");
}

void TestCodecLimits::members_atAndPastTheirNumber() {
    const auto line = [](std::size_t count) {
        std::string answers = R"({"answers":{)";
        for (std::size_t i = 0; i < count; ++i) answers += (i == 0 ? "\"" : ",\"") + std::to_string(i) + R"(":"")";
        return operation(1, answers + "}}");
    };

    QCOMPARE(fateOf(line(limits::jsonMembersMax)), "ok");
    QCOMPARE(fateOf(line(limits::jsonMembersMax + 1)), "too_many");
}

void TestCodecLimits::items_atAndPastTheirNumber() {
    const auto line = [](std::size_t count) {
        std::string labels = R"({"labels":[)";
        for (std::size_t i = 0; i < count; ++i) labels += (i == 0 ? "\"" : ",\"") + std::to_string(100'000 + i) + '"';
        return operation(1, labels + "]}");
    };

    QCOMPARE(fateOf(line(limits::arrayItemsMax)), "ok");
    QCOMPARE(fateOf(line(limits::arrayItemsMax + 1)), "too_many");
}

void TestCodecLimits::numbers_atAndPastTheirRange() {
    const auto size = [](const std::string& number) { return operation(1, R"({"size":)" + number + "}"); };

    QCOMPARE(fateOf(operation(limits::integerMax)), "ok");
    QCOMPARE(fateOf(operation(limits::integerMax + 1)), "out_of_range");
    QCOMPARE(fateOf(size("9007199254740991")), "ok");
    QCOMPARE(fateOf(size("-9007199254740991")), "ok");
    QCOMPARE(fateOf(size("9007199254740992")), "out_of_range");
    QCOMPARE(fateOf(size("-9007199254740992")), "out_of_range");
    QCOMPARE(fateOf(size("99999999999999999999")), "out_of_range");
}

void TestCodecLimits::credit_atAndPastItsLimit() {
    const auto credit = [](std::size_t pages) {
        return codeOf(decodeClient(testCatalog(), R"({"t":"credit","pages":)" + std::to_string(pages) + "}"));
    };

    QCOMPARE(credit(limits::pageCreditMax), "ok");
    QCOMPARE(credit(limits::pageCreditMax + 1), "out_of_range");
    QCOMPARE(credit(0), "out_of_range");
}

QTEST_APPLESS_MAIN(TestCodecLimits)
#include "tst_codec_limits.moc"

#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/bad_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;
using namespace std::string_literals;

namespace {

const std::string zero = R"([0,"00000000000000000000000000000000"])";
std::string sixteen() {
    std::string all = zero;
    for (int i = 1; i < 16; ++i) all += ',' + zero;
    return all;
}
std::string inBuckets(const std::string& line) { return R"({"t":"buckets","from":0,"seq":1})"s + "\n" + line; }
const std::string listed = R"({"prefix":"3af","records":[[")" ID R"(",3]]})";
const std::string split = R"({"prefix":"","children":[)" + sixteen() + "]}";

}  // namespace

/// What lies beneath a prefix. That everything comes back as it went is tst_codec_server's.
class TestBucketLine : public QObject {
    Q_OBJECT

private slots:
    void decode_goodLines_work();
    void decode_badLine_saysWhy_data();
    void decode_badLine_saysWhy();
};

void TestBucketLine::decode_goodLines_work() {
    const auto message = decodeServer(testCatalog(), inBuckets(listed + "\n" + split));

    QVERIFY(message.ok());
    const auto& buckets = std::get<Buckets>(*message).buckets;
    QCOMPARE(buckets.size(), std::size_t{2});
    QCOMPARE(buckets[0].prefix.text(), std::string("3af"));
    QCOMPARE(buckets[0].records.front().second, 3);
    QCOMPARE(buckets[1].children.size(), std::size_t{16});
}

void TestBucketLine::decode_badLine_saysWhy_data() {
    addColumns();

    row("without prefix", inBuckets(with(listed, R"("prefix":"3af",)", "")), Code::required);
    row("a prefix that is none", inBuckets(with(listed, "3af", "xyz")), Code::not_an_option);
    row("neither children nor records", inBuckets(R"({"prefix":""})"), Code::required);
    row("fifteen children", inBuckets(with(split, zero + ",", "")), Code::malformed);
    row("a child that is no pair", inBuckets(with(split, zero, "[0]")), Code::wrong_type);
    row("a child of fewer than none", inBuckets(with(split, "[0,", "[-1,")), Code::out_of_range);
    row("a sum of other digits", inBuckets(with(split, "0000000\"", "000000G\"")), Code::malformed);
    row("a record in version 0", inBuckets(with(listed, ",3]", ",0]")), Code::out_of_range);
    row("a record without id", inBuckets(with(listed, ID, "x")), Code::bad_reference);
    row("both", inBuckets(with(split, "}", R"(,"records":[]})")), Code::malformed);
}

void TestBucketLine::decode_badLine_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);

    const Result<ServerMessage> message = decodeServer(testCatalog(), viewOf(bytes));

    QVERIFY(!message.ok());
    QCOMPARE(word(message.error().code), viewOf(code));
}

QTEST_APPLESS_MAIN(TestBucketLine)
#include "tst_bucket_line.moc"

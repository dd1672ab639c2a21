#include "server/blobs/tus.h"

#include <QTest>

#include "shared/base/blob_receipt.h"
#include "shared/base/limits.h"

using namespace zhixing;
using namespace zhixing::server;
using tus::Call;
using tus::Verb;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

const std::string name = blobName("abc");
const std::string path = "/blobs/" + name;

/// A request that lacks nothing, with these fields in place of its own.
RequestHead request(const std::string& method, const std::string& target, const Fields& fields = {},
                    std::optional<std::uint64_t> bodyBytes = {}) {
    RequestHead head{method, target, {{"tus-resumable", "1.0.0"}, {"authorization", "Bearer secret"}}, bodyBytes};
    for (const auto& [key, value] : fields) {
        std::erase_if(head.fields, [&](const auto& field) { return field.first == key; });
        if (!value.empty()) head.fields.emplace_back(key, value);
    }
    return head;
}

std::string base64(const std::string& text) { return QByteArray::fromStdString(text).toBase64().toStdString(); }

RequestHead creation(const Fields& fields = {}) {
    Fields all{{"upload-length", "3"}, {"upload-metadata", "filename YQ==, sha256 " + base64(name)}};
    all.insert(all.end(), fields.begin(), fields.end());
    return request("POST", "/blobs", all, 0);
}

RequestHead appending(const Fields& fields = {}, std::optional<std::uint64_t> bodyBytes = 3) {
    Fields all{{"upload-offset", "7"}, {"content-type", "application/offset+octet-stream"}};
    all.insert(all.end(), fields.begin(), fields.end());
    return request("PATCH", path, all, bodyBytes);
}

Call called(const RequestHead& head) {
    const auto read = tus::read(head);
    return std::holds_alternative<Call>(read) ? std::get<Call>(read) : Call{};
}

/// 0 when the request is taken.
int statusOf(const RequestHead& head) {
    const auto read = tus::read(head);
    const auto* answer = std::get_if<HttpAnswer>(&read);
    return answer != nullptr ? answer->status : 0;
}

std::string header(const HttpAnswer& answer, std::string_view key) {
    for (const auto& [one, value] : answer.headers) {
        if (one == key) return value;
    }
    return {};
}

}  // namespace

/// Requests as they come from anybody, and what is answered to them.
class TestTus : public QObject {
    Q_OBJECT

private slots:
    void read_eachMethod_isItsVerb_data();
    void read_eachMethod_isItsVerb();
    void read_badRequest_saysWhy_data();
    void read_badRequest_saysWhy();
    void read_creation_takesNameAndLengthAlone();
    void read_append_takesOffsetBodyAndChecksum();
    void read_override_isTheMethod();
    void read_range_isWhatHttpSays_data();
    void read_range_isWhatHttpSays();
    void read_ifRangeOfOtherBytes_givesThemAll();
    void matches_checksum_onlyItsBytes();
    void content_ofARange_saysWhichBytes_data();
    void content_ofARange_saysWhichBytes();
    void content_beyondTheEnd_isRefused();
    void held_saysTheReceipt();
    void progress_saysWhereItGoesOnAndUntilWhen();
};

void TestTus::read_eachMethod_isItsVerb_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("verb");
    const QByteArray blob = QByteArray::fromStdString(path);
    QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/blobs") << int(Verb::describe);
    QTest::newRow("options of a blob") << QByteArray("OPTIONS") << blob << int(Verb::describe);
    QTest::newRow("head") << QByteArray("HEAD") << blob << int(Verb::status);
    QTest::newRow("delete") << QByteArray("DELETE") << blob << int(Verb::terminate);
    QTest::newRow("get") << QByteArray("GET") << blob << int(Verb::download);
}

void TestTus::read_eachMethod_isItsVerb() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, verb);

    const auto read = tus::read(request(method.toStdString(), target.toStdString()));

    QVERIFY(std::holds_alternative<Call>(read));
    QCOMPARE(int(std::get<Call>(read).verb), verb);
}

void TestTus::read_badRequest_saysWhy_data() {
    QTest::addColumn<int>("actual");
    QTest::addColumn<int>("status");
    const auto row = [](const char* label, const RequestHead& head, int status) {
        QTest::newRow(label) << statusOf(head) << status;
    };
    row("no token", request("HEAD", path, {{"authorization", ""}}), 401);
    row("another scheme", request("HEAD", path, {{"authorization", "Basic eDp5"}}), 401);
    row("another tus", creation({{"tus-resumable", "0.2.2"}}), 412);
    row("no tus", creation({{"tus-resumable", ""}}), 412);
    row("no such method", request("PUT", path), 405);
    row("post to a blob", request("POST", path), 405);
    row("get of all", request("GET", "/blobs"), 405);
    row("up", request("GET", "/blobs/../receipt.key"), 404);
    row("up, encoded", request("GET", "/blobs/%2e%2e%2freceipt.key"), 404);
    row("capitals", request("GET", "/blobs/" + std::string(64, 'A')), 404);
    row("too short", request("GET", path.substr(0, path.size() - 1)), 404);
    row("a folder of the same beginning", request("GET", "/blobsx" + name), 404);
    row("a query", request("GET", path + "?x=1"), 404);
    row("no length", creation({{"upload-length", ""}}), 400);
    row("length 0", creation({{"upload-length", "0"}}), 400);
    row("length below 0", creation({{"upload-length", "-3"}}), 400);
    row("length that is none", creation({{"upload-length", "3 "}}), 400);
    row("too long", creation({{"upload-length", std::to_string(limits::blobBytesMax + 1)}}), 413);
    row("far too long", creation({{"upload-length", "99999999999999999999"}}), 400);
    row("no metadata", creation({{"upload-metadata", ""}}), 400);
    row("metadata without the hash", creation({{"upload-metadata", "filename YQ=="}}), 400);
    row("hash that is no base64", creation({{"upload-metadata", "sha256 !!"}}), 400);
    row("hash that is no name", creation({{"upload-metadata", "sha256 " + base64("../../etc")}}), 400);
    row("no offset", appending({{"upload-offset", ""}}), 400);
    row("offset below 0", appending({{"upload-offset", "-1"}}), 400);
    row("another content", appending({{"content-type", "image/jpeg"}}), 415);
    row("no body length", appending({}, std::nullopt), 411);
    row("checksum of another kind", appending({{"upload-checksum", "md5 YQ=="}}), 400);
    row("checksum too short", appending({{"upload-checksum", "sha1 YQ=="}}), 400);
}

void TestTus::read_badRequest_saysWhy() {
    QFETCH(int, actual);
    QFETCH(int, status);

    QCOMPARE(actual, status);
}

void TestTus::read_creation_takesNameAndLengthAlone() {
    const Call call = called(creation());

    QVERIFY(call.verb == Verb::create);
    QCOMPARE(call.name, name);
    QCOMPARE(call.length, std::int64_t{3});
    QCOMPARE(call.token, std::string("secret"));
}

void TestTus::read_append_takesOffsetBodyAndChecksum() {
    const Call plain = called(appending());
    const Call checked = called(appending({{"upload-checksum", "sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0="}}));

    QVERIFY(plain.verb == Verb::append && !plain.checksum);
    QCOMPARE(plain.offset, std::int64_t{7});
    QCOMPARE(plain.bodyBytes, std::int64_t{3});
    QVERIFY(checked.checksum && checked.checksum->isSha1);
}

void TestTus::read_override_isTheMethod() {
    RequestHead head = appending({{"x-http-method-override", "PATCH"}});
    head.method = "POST";

    QVERIFY(called(head).verb == Verb::append);
}

void TestTus::read_range_isWhatHttpSays_data() {
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<bool>("isPart");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");  // -1: to the end
    QTest::newRow("from the first") << QByteArray("bytes=0-9") << true << qint64{0} << qint64{9};
    QTest::newRow("to the end") << QByteArray("bytes=5-") << true << qint64{5} << qint64{-1};
    QTest::newRow("the last") << QByteArray("bytes=-5") << true << qint64{-5} << qint64{-1};
    QTest::newRow("the last none") << QByteArray("bytes=-0") << false << qint64{0} << qint64{-1};
    QTest::newRow("backwards") << QByteArray("bytes=9-5") << false << qint64{0} << qint64{-1};
    QTest::newRow("two") << QByteArray("bytes=0-1,3-4") << false << qint64{0} << qint64{-1};
    QTest::newRow("other unit") << QByteArray("lines=0-1") << false << qint64{0} << qint64{-1};
    QTest::newRow("nothing") << QByteArray("bytes=-") << false << qint64{0} << qint64{-1};
    QTest::newRow("too large a number") << QByteArray("bytes=99999999999999999999-") << false << qint64{0}
                                        << qint64{-1};
}

void TestTus::read_range_isWhatHttpSays() {
    QFETCH(QByteArray, range);
    QFETCH(bool, isPart);
    QFETCH(qint64, first);
    QFETCH(qint64, last);

    const Call call = called(request("GET", path, {{"range", range.toStdString()}}));

    QCOMPARE(call.range.has_value(), isPart);
    if (!isPart) return;
    QCOMPARE(call.range->first, first);
    QCOMPARE(call.range->last.value_or(-1), last);
}

void TestTus::read_ifRangeOfOtherBytes_givesThemAll() {
    const auto asked = [](const std::string& tag) {
        return called(request("GET", path, {{"range", "bytes=1-2"}, {"if-range", tag}})).range.has_value();
    };

    QVERIFY(asked('"' + name + '"'));
    QVERIFY(!asked("\"another\""));
    QVERIFY(called(request("GET", path, {{"if-none-match", '"' + name + '"'}})).isHeldByAsker);
}

void TestTus::matches_checksum_onlyItsBytes() {
    const auto sha1 = called(appending({{"upload-checksum", "sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0="}})).checksum;
    const auto sha256 =
        called(appending({{"upload-checksum", "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="}})).checksum;

    QVERIFY(sha1 && sha256);
    QVERIFY(sha1->matches("abc") && sha256->matches("abc"));
    QVERIFY(!sha1->matches("abd") && !sha256->matches("ab") && !sha256->matches(""));
}

void TestTus::content_ofARange_saysWhichBytes_data() {
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("all") << QByteArray() << 200 << QByteArray() << qint64{0} << qint64{100};
    QTest::newRow("a part") << QByteArray("bytes=10-19") << 206 << QByteArray("bytes 10-19/100") << qint64{10}
                            << qint64{10};
    QTest::newRow("more than there is") << QByteArray("bytes=90-999") << 206 << QByteArray("bytes 90-99/100")
                                        << qint64{90} << qint64{10};
    QTest::newRow("the last") << QByteArray("bytes=-3") << 206 << QByteArray("bytes 97-99/100") << qint64{97}
                              << qint64{3};
    QTest::newRow("the last, and more") << QByteArray("bytes=-300") << 206 << QByteArray("bytes 0-99/100") << qint64{0}
                                        << qint64{100};
}

void TestTus::content_ofARange_saysWhichBytes() {
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    QFETCH(qint64, first);
    QFETCH(qint64, bytes);
    std::int64_t begin = -1;

    const HttpAnswer answer =
        tus::content(called(request("GET", path, {{"range", range.toStdString()}})), "\xFF\xD8\xFF", 100, begin);

    QCOMPARE(answer.status, status);
    QCOMPARE(header(answer, "Content-Range"), said.toStdString());
    QCOMPARE(begin, first);
    QCOMPARE(answer.streamedBytes.value_or(-1), bytes);
    QCOMPARE(answer.contentType, std::string_view("image/jpeg"));
}

void TestTus::content_beyondTheEnd_isRefused() {
    std::int64_t begin = 0;

    const HttpAnswer answer = tus::content(called(request("GET", path, {{"range", "bytes=100-"}})), "%PDF", 100, begin);

    QCOMPARE(answer.status, 416);
    QCOMPARE(header(answer, "Content-Range"), std::string("bytes */100"));
    QVERIFY(!answer.streamedBytes);
}

void TestTus::held_saysTheReceipt() {
    for (const int status : {200, 201, 204}) {
        const HttpAnswer answer = tus::held(status, name, 3, "17.ab");

        QCOMPARE(answer.status, status);
        QCOMPARE(header(answer, "Zhixing-Receipt"), std::string("17.ab"));
        QCOMPARE(header(answer, "Upload-Offset"), std::string("3"));
        QCOMPARE(header(answer, "Location"), status == 201 ? path : std::string());
    }
}

void TestTus::progress_saysWhereItGoesOnAndUntilWhen() {
    const HttpAnswer answer = tus::progress(201, name, 2, 3, Instant{1'795'305'600'000});

    QCOMPARE(header(answer, "Location"), path);
    QCOMPARE(header(answer, "Upload-Offset"), std::string("2"));
    QCOMPARE(header(answer, "Upload-Expires"), std::string("Sun, 22 Nov 2026 00:00:00 GMT"));
    QVERIFY(header(answer, "Zhixing-Receipt").empty());
}

QTEST_APPLESS_MAIN(TestTus)
#include "tst_tus.moc"

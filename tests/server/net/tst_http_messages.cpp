#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "server/net/http_messages.h"

using namespace zhixing;
using namespace zhixing::server;

class TestHttpMessages : public QObject {
    Q_OBJECT

private slots:
    void parse_wholeRequest_isRead();
    void parse_badBody_isRefused_data();
    void parse_badBody_isRefused();
    void parse_longKey_isNotRepeated();
    void bodyOf_answer_isWhatTheProtocolSays();
    void bodyOf_error_isWhatTheProtocolSays();
};

void TestHttpMessages::parse_wholeRequest_isRead() {
    const auto request = parseEnrolRequest(R"({"code":"7KQ2","password":"秘密的话","device":"Li Na's phone"})");
    QVERIFY(request.ok());
    QCOMPARE(request->code, std::string("7KQ2"));
    QCOMPARE(request->password, std::string("秘密的话"));
    QCOMPARE(request->device, std::string("Li Na's phone"));
}

void TestHttpMessages::parse_badBody_isRefused_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Code>("code");
    const QByteArray rest = R"(,"password":"12345678","device":"d"})";
    QTest::newRow("empty") << QByteArray() << Code::malformed;
    QTest::newRow("not JSON") << QByteArray("code=1") << Code::malformed;
    QTest::newRow("not an object") << QByteArray("[]") << Code::malformed;
    QTest::newRow("trailing bytes") << R"({"code":"a")" + rest + "{}" << Code::malformed;
    QTest::newRow("deep") << QByteArray(4'000, '[') << Code::too_deep;
    QTest::newRow("key missing") << QByteArray(R"({"code":"a","device":"d"})") << Code::required;
    QTest::newRow("key unknown") << R"({"code":"a","admin":true)" + rest << Code::unknown_field;
    QTest::newRow("key twice") << R"({"code":"a","code":"b")" + rest << Code::duplicate_key;
    QTest::newRow("number") << R"({"code":7)" + rest << Code::wrong_type;
    QTest::newRow("null") << R"({"code":null)" + rest << Code::wrong_type;
    QTest::newRow("NUL") << R"({"code":"a\u0000b")" + rest << Code::bad_encoding;
    QTest::newRow("not UTF-8") << QByteArray("{\"code\":\"\xff\"") + rest << Code::bad_encoding;
    QTest::newRow("too long") << R"({"code":")" + QByteArray(101, 'x') + '"' + rest << Code::too_long;
}

void TestHttpMessages::parse_badBody_isRefused() {
    QFETCH(QByteArray, body);
    QFETCH(Code, code);
    const auto request = parseEnrolRequest(body.toStdString());
    QVERIFY(!request.ok());
    QCOMPARE(request.error().code, code);
}

/// Cutting it short could cut a character in two, and the answer would not be JSON.
void TestHttpMessages::parse_longKey_isNotRepeated() {
    const QByteArray body = R"({"code":"a","a)" + QByteArray("键").repeated(30) + R"(":1})";

    const auto request = parseEnrolRequest(body.toStdString());

    QVERIFY(!request.ok());
    QCOMPARE(request.error().code, Code::unknown_field);
    QJsonParseError failure;
    QJsonDocument::fromJson(QByteArray::fromStdString(bodyOf(request.error())), &failure);
    QCOMPARE(failure.error, QJsonParseError::NoError);
}

void TestHttpMessages::bodyOf_answer_isWhatTheProtocolSays() {
    const EnrolAnswer answer{Id::named("device"), Id::named("person"), Id::named("home"), "token", "锐进 \"营销\""};
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(bodyOf(answer))).object();
    QCOMPARE(read.keys(), (QStringList{"device", "home", "organisation", "person", "token"}));
    QCOMPARE(read["device"].toString().toStdString(), answer.device.text());
    QCOMPARE(read["home"].toString().toStdString(), answer.home.text());
    QCOMPARE(read["organisation"].toString().toStdString(), answer.organisation);
}

void TestHttpMessages::bodyOf_error_isWhatTheProtocolSays() {
    const QJsonObject read =
        QJsonDocument::fromJson(QByteArray::fromStdString(bodyOf(Error{Code::too_long, "a \"b\"", "code", 100})))
            .object();
    QCOMPARE(read["code"].toString(), QString("too_long"));
    QCOMPARE(read["message"].toString(), QString("a \"b\""));
    QCOMPARE(read["field"].toString(), QString("code"));
    QCOMPARE(read["limit"].toInt(), 100);
    QCOMPARE(httpStatusOf(Code::too_many_attempts), 429);
}

QTEST_APPLESS_MAIN(TestHttpMessages)
#include "tst_http_messages.moc"

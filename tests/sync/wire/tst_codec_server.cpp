#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/bad_messages.h"
#include "tests/sync/wire/random_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

namespace {

constexpr std::uint64_t seeds = 400;

}  // namespace

/// What the server says: what is written can be read and says the same; anything else is an error with its code.
class TestCodecServer : public QObject {
    Q_OBJECT

private slots:
    void encodeThenDecode_anyServerMessage_isTheSame();
    void decodeServer_badMessage_saysWhy_data();
    void decodeServer_badMessage_saysWhy();
    void decodeServer_keysOfANewerServer_passesThemOver();
    void decodeServer_refusalForAReasonUnknown_saysWhetherItIsFatal();
};

void TestCodecServer::encodeThenDecode_anyServerMessage_isTheSame() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const ServerMessage message = RandomMessages(testCatalog(), seed).server();

        const std::string bytes = encode(message);
        const Result<ServerMessage> back = decodeServer(testCatalog(), bytes);

        QVERIFY2(back.ok(),
                 qPrintable(QString("seed %1: %2").arg(seed).arg(back.ok() ? "" : back.error().message.c_str())));
        QVERIFY2(*back == message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
}

void TestCodecServer::decodeServer_badMessage_saysWhy_data() {
    addColumns();
    const std::string scopes = R"({"t":"scopes_changed","scopes":[[")" ID R"(","everyone"]]})";

    row("a device's type", R"({"t":"pull","cursor":0,"credit":1})", Code::unknown_type);
    row("page backwards", R"({"t":"page","from":5,"to":4,"head":9})", Code::out_of_range);
    row("page past the head", R"({"t":"page","from":5,"to":10,"head":9})", Code::out_of_range);
    row("caught up backwards", R"({"t":"caught_up","from":2,"seq":1,"count":1,"sum":""})", Code::out_of_range);
    row("scope of an unknown audience", with(scopes, "everyone", "nobody"), Code::not_an_option);
    row("scope of three", with(scopes, R"("everyone")", R"("everyone",1)"), Code::wrong_type);
    row("scope that is no list", with(scopes, R"([")" ID R"(","everyone"])", "5"), Code::wrong_type);
    row("scopes not in order", with(scopes, R"("everyone"])", R"("managers"],[")" ID R"(","everyone"])"),
        Code::malformed);
    row("scope twice", with(scopes, R"("everyone"])", R"("everyone"],[")" ID R"(","everyone"])"), Code::malformed);
    row("sum that is no number",
        R"({"t":"caught_up","from":0,"seq":1,"count":1,"sum":"00112233445566778899aabbccddeefg"})", Code::malformed);
    row("sum in capitals", R"({"t":"caught_up","from":0,"seq":1,"count":1,"sum":"00112233445566778899AABBCCDDEEFF"})",
        Code::malformed);
    row("sum too short", R"({"t":"caught_up","from":0,"seq":1,"count":1,"sum":"00"})", Code::malformed);
    row("refusal without fatal", R"({"t":"refused","code":"busy","message":"","retry_after_ms":0})", Code::required);
}

void TestCodecServer::decodeServer_badMessage_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);

    const Result<ServerMessage> message = decodeServer(testCatalog(), viewOf(bytes));

    QVERIFY(!message.ok());
    QCOMPARE(word(message.error().code), viewOf(code));
}

/// Records are another matter: what a device does not know of them it keeps.
void TestCodecServer::decodeServer_keysOfANewerServer_passesThemOver() {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const ServerMessage message = RandomMessages(testCatalog(), seed).server();
        std::string bytes = encode(message);
        bytes.insert(1, R"("mood":{"good":[1,"2"]},)");

        const Result<ServerMessage> read = decodeServer(testCatalog(), bytes);

        QVERIFY2(read.ok() && *read == message, qPrintable(QString("seed %1: %2").arg(seed).arg(bytes.c_str())));
    }
}

void TestCodecServer::decodeServer_refusalForAReasonUnknown_saysWhetherItIsFatal() {
    const auto read =
        decodeServer(testCatalog(), R"({"t":"refused","code":"tired","message":"","fatal":true,"retry_after_ms":7})");

    QVERIFY(read.ok());
    const auto& refusal = std::get<Refusal>(*read);
    QVERIFY(refusal.fatal && refusal.retryAfterMs == 7);
    QCOMPARE(refusal.error.code, Code::forbidden);
}

QTEST_APPLESS_MAIN(TestCodecServer)
#include "tst_codec_server.moc"

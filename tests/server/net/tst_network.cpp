#include <signal.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <memory>

#include "server/desk.h"
#include "server/limits.h"
#include "shared/catalog/catalog.h"
#include "tests/server/server_process.h"

using namespace zhixing;
using zhixing::test::exchange;
using zhixing::test::ServerProcess;

namespace {

constexpr int waitMs = 20'000;

/// A device as far as the wire is concerned.
class Wire {
public:
    explicit Wire(const QUrl& server, const QString& subProtocol = "zhixing.sync.1") {
        QObject::connect(&socket_, &QWebSocket::textMessageReceived, &socket_,
                         [this](const QString& text) { received_.append(text.toUtf8()); });
        QObject::connect(&socket_, &QWebSocket::binaryMessageReceived, &socket_,
                         [this](const QByteArray& bytes) { binary_.append(bytes); });
        QWebSocketHandshakeOptions options;
        if (!subProtocol.isEmpty()) options.setSubprotocols({subProtocol});
        QUrl url = server;
        url.setPath("/sync");
        socket_.open(url, options);
    }

    bool isOpen() {
        return QTest::qWaitFor(
                   [this] {
                       return socket_.state() != QAbstractSocket::ConnectingState &&
                              socket_.state() != QAbstractSocket::HostLookupState;
                   },
                   waitMs) &&
               socket_.state() == QAbstractSocket::ConnectedState;
    }
    void send(const QByteArray& message) { socket_.sendTextMessage(QString::fromUtf8(message)); }
    void hello(const QString& token) { send(helloMessage(token)); }
    void helloInBinary(const QString& token) { socket_.sendBinaryMessage(helloMessage(token)); }
    /// The next message of the type; those before it are skipped. Empty when none came.
    QByteArray next(const QByteArray& type) {
        QByteArray found;
        (void)QTest::qWaitFor(
            [&] {
                while (found.isEmpty() && !received_.isEmpty()) {
                    const QByteArray message = received_.takeFirst();
                    if (message.startsWith(R"({"t":")" + type + '"')) found = message;
                }
                return !found.isEmpty() || socket_.state() == QAbstractSocket::UnconnectedState;
            },
            waitMs);
        return found;
    }
    QJsonObject object(const QByteArray& type) {
        return QJsonDocument::fromJson(next(type).split('\n').first()).object();
    }
    bool isClosed() {
        return QTest::qWaitFor([this] { return socket_.state() == QAbstractSocket::UnconnectedState; }, waitMs);
    }
    QWebSocket& socket() { return socket_; }
    /// The first binary message; empty when none came.
    QByteArray binary() {
        (void)QTest::qWaitFor([this] { return !binary_.isEmpty(); }, waitMs);
        return binary_.value(0);
    }

private:
    static QByteArray helloMessage(const QString& token) {
        return QJsonDocument(QJsonObject{{"t", "hello"}}).toJson(QJsonDocument::Compact).chopped(1) +
               R"(,"protocol":1,"schema":")" + QByteArray::fromStdString(catalog().fingerprint()) + R"(","token":")" +
               token.toUtf8() + R"(","epoch":"","cursor":0,"acked":0,"scopes":""})";
    }

    QWebSocket socket_;
    QList<QByteArray> received_;
    QList<QByteArray> binary_;
};

QByteArray addCampaign(int counter, const QByteArray& name) {
    const QByteArray n = QByteArray::number(counter);
    return "{\"t\":\"push\",\"acked\":0}\n{\"n\":" + n +
           R"(,"do":"add","type":"campaign","id":"0190b000-0000-7000-8000-00000000000)" + n +
           R"(","at":1760000000000,"set":{"name":")" + name + R"("}})";
}

}  // namespace

/// The server's sockets, from outside: what the protocol promises, and what strangers may cost.
class TestNetwork : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void health_asked_answers();
    void http_oddRequest_isRefused_data();
    void http_oddRequest_isRefused();
    void enrol_firstTime_setsThePassword();
    void enrol_wrongPasswords_areDelayed();
    void enrol_manyAttempts_areRefused();
    void hello_goodToken_isWelcomed();
    void hello_badToken_isRefusedAndClosed();
    void hello_inBinary_isAnsweredInBinary();
    void handshake_otherSubProtocol_isRefused();
    void handshake_foreignOrigin_isRefused();
    void message_malformed_closesOnlyThatConnection_data();
    void message_malformed_closesOnlyThatConnection();
    void message_atTheLimit_isReadAndBeyondItClosed();
    void push_acknowledged_survivesAKill();
    void push_isSeenLiveByOthers();
    void revoke_connectedDevice_isSentAway();
    void disable_connectedPerson_isSentAway();
    void import_badLineBesideConnections_disturbsNobody();
    void stop_connected_isToldAndClosed();
    void strangers_tooMany_areTurnedAway();
    void pingFrames_areAnswered();

private:
    QString enrolledToken();

    std::unique_ptr<ServerProcess> server_;
};

void TestNetwork::init() {
    server_ = std::make_unique<ServerProcess>();
    QCOMPARE(server_->init().status, 0);
    QVERIFY(server_->serve());
}

void TestNetwork::cleanup() { server_.reset(); }

QString TestNetwork::enrolledToken() {
    return server_->enrol(server_->code("hq"), "a good sentence")["token"].toString();
}

void TestNetwork::health_asked_answers() {
    const QByteArray answer = exchange(server_->url(), "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.endsWith(R"({"status":"ok","protocol":1})"));
}

void TestNetwork::http_oddRequest_isRefused_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    const QByteArray host = " HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02garbage\r\n\r\n") << QByteArray("400");
    QTest::newRow("unknown path") << "GET /admin" + host + "\r\n" << QByteArray("404");
    QTest::newRow("path up") << "GET /../etc/passwd" + host + "\r\n" << QByteArray("404");
    QTest::newRow("TRACE") << "TRACE /health" + host + "\r\n" << QByteArray("405");
    QTest::newRow("GET /enrol") << "GET /enrol" + host + "\r\n" << QByteArray("405");
    QTest::newRow("POST /health") << "POST /health" + host + "Content-Length: 0\r\n\r\n" << QByteArray("405");
    QTest::newRow("sync without upgrade") << "GET /sync" + host + "\r\n" << QByteArray("426");
    QTest::newRow("header too large") << "GET /health" + host + "X: " + QByteArray(9'000, 'x') + "\r\n\r\n"
                                      << QByteArray("431");
    QTest::newRow("body too large") << "POST /enrol" + host + "Content-Length: 5000\r\n\r\n" << QByteArray("413");
    QTest::newRow("body malformed") << "POST /enrol" + host + "Content-Length: 2\r\n\r\n[]" << QByteArray("400");
    QTest::newRow("two lengths") << "POST /enrol" + host + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                                 << QByteArray("400");
    QTest::newRow("length and chunks") << "POST /enrol" + host +
                                              "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"
                                       << QByteArray("400");
    QTest::newRow("bare line feeds") << QByteArray("GET /health HTTP/1.1\nHost: x\n\n") << QByteArray("400");
}

void TestNetwork::http_oddRequest_isRefused() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    const QByteArray answer = exchange(server_->url(), request);
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
    QVERIFY(QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object().contains("code"));
    QVERIFY(exchange(server_->url(), "GET /health HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 200"));
}

void TestNetwork::enrol_firstTime_setsThePassword() {
    QCOMPARE(server_->run({"person", "add"}, {"--login", "li", "--name", "李娜", "--grant", "锐进营销:field"}).status,
             0);
    const QString first = server_->code("li");
    const QJsonObject weak = server_->enrol(first, "short");
    QCOMPARE(weak["status"].toInt(), 400);
    QCOMPARE(weak["field"].toString(), QString("password"));

    const QJsonObject enrolled = server_->enrol(first, "li's own password");

    QCOMPARE(enrolled["status"].toInt(), 200);
    QCOMPARE(enrolled["organisation"].toString(), QString("锐进营销"));
    QCOMPARE(enrolled["home"].toString().toStdString(), server::headquartersId().text());
    QCOMPARE(enrolled["token"].toString().size(), 64);
    QCOMPARE(server_->enrol(first, "li's own password")["code"].toString(), QString("enrolment_used"));
    const QString second = server_->code("li");
    QCOMPARE(server_->enrol(second, "another password")["code"].toString(), QString("bad_credentials"));
    QCOMPARE(server_->enrol(second, "li's own password")["status"].toInt(), 200);
}

void TestNetwork::enrol_wrongPasswords_areDelayed() {
    const QString code = server_->code("hq");
    for (int i = 0; i < server::limits::failuresBeforeDelay; ++i) {
        QCOMPARE(server_->enrol(code, "wrong password")["code"].toString(), QString("bad_credentials"));
    }
    const QJsonObject delayed = server_->enrol(code, "a good sentence");
    QCOMPARE(delayed["code"].toString(), QString("too_many_attempts"));
    QCOMPARE(delayed["status"].toInt(), 429);
}

void TestNetwork::enrol_manyAttempts_areRefused() {
    QSet<QString> codes;
    for (int i = 0; i <= 2 * server::limits::attemptsPerAddressPerMinute; ++i) {
        codes.insert(server_->enrol("unknown", "a good sentence")["code"]
                         .toString());  // twice the limit: a minute may end in between
    }
    QCOMPARE(codes, (QSet<QString>{"bad_enrolment_code", "too_many_attempts"}));
}

void TestNetwork::hello_goodToken_isWelcomed() {
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    QCOMPARE(wire.socket().subprotocol(), QString("zhixing.sync.1"));

    wire.hello(enrolledToken());

    const QJsonObject welcome = wire.object("welcome");
    QCOMPARE(welcome["head"].toInt(), 4);
    QCOMPARE(welcome["last_counter"].toInt(-1), 0);
    QVERIFY(!welcome["epoch"].toString().isEmpty());
    QCOMPARE(welcome["scopes"].toArray().size(), 3);
    wire.send(R"({"t":"pull","cursor":0,"credit":4})");
    QCOMPARE(wire.next("page").count('\n'), 4);
    QCOMPARE(wire.object("caught_up")["count"].toInt(), 4);
}

void TestNetwork::hello_badToken_isRefusedAndClosed() {
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(QString(64, '0'));
    const QJsonObject refused = wire.object("refused");
    QCOMPARE(refused["code"].toString(), QString("not_enrolled"));
    QCOMPARE(refused["fatal"].toBool(), true);
    QVERIFY(wire.isClosed());
}

void TestNetwork::hello_inBinary_isAnsweredInBinary() {
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());

    wire.helloInBinary(enrolledToken());

    QVERIFY(wire.binary().startsWith(R"({"t":"welcome")"));
}

void TestNetwork::handshake_otherSubProtocol_isRefused() {
    for (const char* subProtocol : {"", "zhixing.sync.2"}) {
        Wire wire(server_->url(), subProtocol);
        QVERIFY(!wire.isOpen());
    }
}

void TestNetwork::handshake_foreignOrigin_isRefused() {
    const auto upgrade = [&](const QByteArray& origin) {
        return "GET /sync HTTP/1.1\r\nHost: hq.example\r\nUpgrade: websocket\r\nConnection: "
               "Upgrade\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: zhixing.sync.1\r\nOrigin: " +
               origin + "\r\n\r\n";
    };
    QVERIFY(exchange(server_->url(), upgrade("https://evil.example")).startsWith("HTTP/1.1 403"));
    QTcpSocket socket;
    socket.connectToHost(server_->url().host(), static_cast<quint16>(server_->url().port()));
    socket.write(upgrade("https://hq.example"));
    QVERIFY(socket.waitForReadyRead(waitMs));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 101"));
}

void TestNetwork::message_malformed_closesOnlyThatConnection_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("code");
    QTest::newRow("not JSON") << QByteArray("hello") << "malformed";
    QTest::newRow("unknown message") << QByteArray(R"({"t":"drop_table"})") << "unknown_type";
    QTest::newRow("unknown key") << QByteArray(R"({"t":"pull","cursor":0,"credit":1,"limit":9})") << "unknown_field";
    QTest::newRow("key twice") << QByteArray(R"({"t":"pull","cursor":0,"cursor":1,"credit":1})") << "duplicate_key";
    QTest::newRow("wrong type") << QByteArray(R"({"t":"pull","cursor":"0","credit":1})") << "wrong_type";
    QTest::newRow("hello again") << QByteArray() << "unexpected_message";
}

void TestNetwork::message_malformed_closesOnlyThatConnection() {
    QFETCH(QByteArray, message);
    QFETCH(QString, code);
    const QString token = enrolledToken();
    Wire bad(server_->url());
    Wire good(server_->url());
    QVERIFY(bad.isOpen() && good.isOpen());
    bad.hello(token);
    good.hello(token);
    QVERIFY(!bad.next("welcome").isEmpty() && !good.next("welcome").isEmpty());

    if (message.isEmpty()) {
        bad.hello(token);
    } else {
        bad.send(message);
    }

    QCOMPARE(bad.object("refused")["code"].toString(), code);
    QVERIFY(bad.isClosed());
    good.send(R"({"t":"pull","cursor":0,"credit":1})");
    QVERIFY(!good.next("page").isEmpty());
}

void TestNetwork::message_atTheLimit_isReadAndBeyondItClosed() {
    const QString token = enrolledToken();
    const QByteArray pull = R"({"t":"pull","cursor":0,"credit":1)";
    const auto padded = [&](std::size_t size) {
        return pull + QByteArray(static_cast<qsizetype>(size) - pull.size() - 1, ' ') + '}';
    };
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(token);
    QVERIFY(!wire.next("welcome").isEmpty());
    wire.send(padded(limits::messageBytesMax));
    QVERIFY(!wire.next("page").isEmpty());

    wire.send(padded(limits::messageBytesMax + 1));

    QVERIFY(wire.isClosed());
    QCOMPARE(wire.socket().closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

void TestNetwork::push_acknowledged_survivesAKill() {
    const QString token = enrolledToken();
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(token);
    QVERIFY(!wire.next("welcome").isEmpty());

    wire.send(addCampaign(1, "国庆促销"));
    const QByteArray outcomes = wire.next("outcomes");
    QVERIFY2(outcomes.contains(R"({"n":1,"result":"applied","version":1,"seq":5})"), outcomes.constData());
    server_->kill();
    QVERIFY(server_->serve());

    QVERIFY(server_->run({"dump"}).output.contains("国庆促销"));
    Wire again(server_->url());
    QVERIFY(again.isOpen());
    again.hello(token);
    QCOMPARE(again.object("welcome")["last_counter"].toInt(), 1);
    again.send(addCampaign(1, "国庆促销"));  // the answer was lost, as far as the device knows
    QCOMPARE(again.next("outcomes").mid(outcomes.indexOf('\n')), outcomes.mid(outcomes.indexOf('\n')));
    QCOMPARE(server_->run({"check"}).object()["head"].toInt(), 5);
}

void TestNetwork::push_isSeenLiveByOthers() {
    const QString writerToken = enrolledToken();
    const QString readerToken = enrolledToken();
    Wire writer(server_->url());
    Wire reader(server_->url());
    QVERIFY(writer.isOpen() && reader.isOpen());
    writer.hello(writerToken);
    reader.hello(readerToken);
    QVERIFY(!writer.next("welcome").isEmpty() && !reader.next("welcome").isEmpty());
    reader.send(R"({"t":"pull","cursor":0,"credit":8})");
    QVERIFY(!reader.next("caught_up").isEmpty());

    writer.send(addCampaign(1, "国庆促销"));
    QVERIFY(reader.next("page").contains("国庆促销"));
}

void TestNetwork::revoke_connectedDevice_isSentAway() {
    const QString token = enrolledToken();
    const QString device = server_->run({"device", "list"}).object()["id"].toString();
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(token);
    QVERIFY(!wire.next("welcome").isEmpty());

    QCOMPARE(server_->run({"device", "revoke"}, {device}).status, 0);

    QCOMPARE(wire.object("refused")["code"].toString(), QString("device_revoked"));
    QVERIFY(wire.isClosed());
    Wire again(server_->url());
    QVERIFY(again.isOpen());
    again.hello(token);
    QCOMPARE(again.object("refused")["code"].toString(), QString("device_revoked"));
}

void TestNetwork::disable_connectedPerson_isSentAway() {
    QCOMPARE(server_->run({"person", "add"}, {"--login", "li", "--name", "李娜", "--grant", "锐进营销:field"}).status,
             0);
    const QString token = server_->enrol(server_->code("li"), "li's own password")["token"].toString();
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(token);
    QVERIFY(!wire.next("welcome").isEmpty());

    QCOMPARE(server_->run({"person", "disable"}, {"--login", "li"}).status, 0);

    QCOMPARE(wire.object("refused")["code"].toString(), QString("person_disabled"));
    QVERIFY(wire.isClosed());
}

void TestNetwork::import_badLineBesideConnections_disturbsNobody() {
    const QString token = enrolledToken();
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(token);
    QVERIFY(!wire.next("welcome").isEmpty());
    wire.send(R"({"t":"pull","cursor":0,"credit":8})");
    QVERIFY(!wire.next("caught_up").isEmpty());
    const QString bad =
        server_->write("bad.ndjson", "{\"type\":\"campaign\",\"name\":\"好\"}\n{\"type\":\"task\",\"title\":\"x\"}\n");

    QCOMPARE(server_->run({"import"}, {bad}).status, 1);
    QCOMPARE(
        server_->run({"import"}, {server_->write("good.ndjson", "{\"type\":\"campaign\",\"name\":\"二店\"}\n")}).status,
        0);

    const QByteArray page = wire.next("page");
    QVERIFY(page.contains("二店") && page.contains(R"("from":4,"to":5)"));
}

void TestNetwork::stop_connected_isToldAndClosed() {
    const QString token = enrolledToken();
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    wire.hello(token);
    QVERIFY(!wire.next("welcome").isEmpty());

    ::kill(static_cast<pid_t>(server_->processId()), SIGTERM);

    QCOMPARE(wire.object("refused")["code"].toString(), QString("shutting_down"));
    QVERIFY(wire.isClosed());
    QVERIFY(QTest::qWaitFor([&] { return !server_->isRunning(); }, waitMs));
}

void TestNetwork::strangers_tooMany_areTurnedAway() {
    const QString token = enrolledToken();
    Wire known(server_->url());
    QVERIFY(known.isOpen());
    known.hello(token);
    QVERIFY(!known.next("welcome").isEmpty());
    std::vector<std::unique_ptr<QTcpSocket>> strangers;
    for (std::size_t i = 0; i < server::limits::strangersPerAddressMax; ++i) {
        strangers.push_back(std::make_unique<QTcpSocket>());
        strangers.back()->connectToHost(server_->url().host(), static_cast<quint16>(server_->url().port()));
        QVERIFY(strangers.back()->waitForConnected(waitMs));
    }

    QVERIFY(exchange(server_->url(), "GET /health HTTP/1.1\r\nHost: x\r\n\r\n").isEmpty());
    known.send(R"({"t":"pull","cursor":0,"credit":1})");
    QVERIFY(!known.next("page").isEmpty());
    strangers.clear();
    QVERIFY(QTest::qWaitFor(
        [&] { return !exchange(server_->url(), "GET /health HTTP/1.1\r\nHost: x\r\n\r\n").isEmpty(); }, waitMs));
}

void TestNetwork::pingFrames_areAnswered() {
    Wire wire(server_->url());
    QVERIFY(wire.isOpen());
    QSignalSpy pong(&wire.socket(), &QWebSocket::pong);
    wire.socket().ping("x");
    QVERIFY(pong.wait(waitMs));
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"

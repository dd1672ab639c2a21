#include "client/net/enrolment.h"

#include <optional>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace zhixing;
using namespace zhixing::client;

/// Answers whatever is asked with the same bytes, and remembers what was asked.
class FixedAnswer : public QTcpServer {
    Q_OBJECT

public:
    FixedAnswer(int status, const QByteArray& body) {
        const QByteArray answer =
            "HTTP/1.1 " + QByteArray::number(status) +
            " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\nConnection: close\r\n\r\n" + body;
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, answer] {
                asked_ += socket->readAll();
                if (!asked_.endsWith('}')) return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl address() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/sync").arg(serverPort())); }
    [[nodiscard]] const QByteArray& asked() const { return asked_; }

private:
    QByteArray asked_;
};

class TestEnrolment : public QObject {
    Q_OBJECT

    static Result<Account> enrolAt(const QUrl& server) {
        Enrolment enrolment;
        std::optional<Result<Account>> outcome;
        const Enrolment::Request request{
            {server, QStringLiteral("ABCD")}, QStringLiteral("密码 secret"), QStringLiteral("phone"), {}, {}};
        enrolment.begin(request, [&](const Result<Account>& account) { outcome = account; });
        const bool isAnswered = QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000);
        return isAnswered ? *outcome : Result<Account>(Error{Code::timed_out, "no answer came", {}, {}});
    }

private slots:
    void parse_link_givesServerAndCode() {
        const auto link =
            EnrolmentLink::parse(QStringLiteral(" zhixing://enrol?server=wss%3A%2F%2Fa.example%2Fsync&code=AB-CD\n"));

        QVERIFY(link.ok());
        QCOMPARE(link->server, QUrl(QStringLiteral("wss://a.example/sync")));
        QCOMPARE(link->code, QStringLiteral("AB-CD"));
    }

    void parse_somethingElse_isRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("blank in the path") << QStringLiteral("zhixing://enrol?server=wss%3A%2F%2Fa%2F%20b&code=A");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a web page") << QStringLiteral("https://a.example/enrol?server=wss%3A%2F%2Fa&code=A");
        QTest::newRow("another verb") << QStringLiteral("zhixing://open?server=wss%3A%2F%2Fa&code=A");
        QTest::newRow("no code") << QStringLiteral("zhixing://enrol?server=wss%3A%2F%2Fa");
        QTest::newRow("no server") << QStringLiteral("zhixing://enrol?code=A");
        QTest::newRow("not a socket") << QStringLiteral("zhixing://enrol?server=file%3A%2F%2F%2Fetc&code=A");
    }
    void parse_somethingElse_isRefused() {
        QFETCH(const QString, text);
        const auto link = EnrolmentLink::parse(text);
        QVERIFY(!link.ok());
        QVERIFY(link.error().code == Code::bad_enrolment_code);
    }

    void begin_serverAccepts_givesTheAccount() {
        const QByteArray id = QByteArray::fromStdString(Id::named("x").text());
        const FixedAnswer server(200, R"({"device":")" + id + R"(","person":")" + id + R"(","home":")" + id +
                                          R"(","token":"t","organisation":"知行"})");

        const auto account = enrolAt(server.address());

        QVERIFY(account.ok());
        QCOMPARE(account->token, QStringLiteral("t"));
        QCOMPARE(account->organisation, QStringLiteral("知行"));
        QCOMPARE(account->server, server.address());
        QVERIFY(server.asked().startsWith("POST /enrol HTTP/1.1"));
        QVERIFY(server.asked().contains(R"("code":"ABCD")"));
    }

    void begin_serverRefuses_passesItsCodeOn() {
        const FixedAnswer server(410, R"({"code":"enrolment_used","message":"this code was used"})");
        const auto account = enrolAt(server.address());
        QVERIFY(!account.ok());
        QVERIFY(account.error().code == Code::enrolment_used);
    }

    void begin_anotherServer_isNotBelieved_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a captive portal") << 200 << QByteArray("<html>please sign in</html>");
        QTest::newRow("half an answer") << 200 << QByteArray(R"({"token":"t"})");
        QTest::newRow("not found") << 404 << QByteArray("nothing here");
        QTest::newRow("a redirect") << 302 << QByteArray("elsewhere");
    }
    void begin_anotherServer_isNotBelieved() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const FixedAnswer server(status, body);
        const auto account = enrolAt(server.address());
        QVERIFY(!account.ok());
        QVERIFY(account.error().code == Code::malformed);
    }

    void begin_nobodyListens_isUnreachable() {
        QUrl address;
        {
            const FixedAnswer server(200, {});
            address = server.address();
        }
        const auto account = enrolAt(address);
        QVERIFY(!account.ok());
        QVERIFY(account.error().code == Code::unreachable);
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"

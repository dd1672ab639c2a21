#include "client/net/link.h"

#include <memory>

#include <QSignalSpy>
#include <QTest>
#include <QWebSocketServer>

using namespace zhixing;
using namespace zhixing::client;

class TestLink : public QObject {
    Q_OBJECT

    std::unique_ptr<QWebSocketServer> server_;

    [[nodiscard]] Account account() const {
        Account account;
        account.server = server_->serverUrl();
        return account;
    }

    /// The server's end, once the link is open.
    std::unique_ptr<QWebSocket> connected(Link& link) {
        QSignalSpy opened(&link, &Link::opened);
        link.open(account());
        const bool isThere = QTest::qWaitFor([&] { return opened.count() == 1 && server_->hasPendingConnections(); });
        return std::unique_ptr<QWebSocket>(isThere ? server_->nextPendingConnection() : nullptr);
    }

private slots:
    void init() {
        server_ = std::make_unique<QWebSocketServer>(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
        QVERIFY(server_->listen(QHostAddress::LocalHost));
    }

    void open_serverListens_asksForItsPathAndProtocol() {
        Link link;
        const auto peer = connected(link);

        QVERIFY(peer);
        QVERIFY(link.isOpen());
        QCOMPARE(peer->requestUrl().path(), QStringLiteral("/sync"));
        QCOMPARE(peer->request().rawHeader("Sec-WebSocket-Protocol"), QByteArray("zhixing.sync.1"));
    }

    void send_eitherWay_arrivesUnchanged() {
        Link link;
        const auto peer = connected(link);
        QVERIFY(peer);
        QSignalSpy heardThere(peer.get(), &QWebSocket::binaryMessageReceived);
        QSignalSpy heardHere(&link, &Link::received);

        link.send(std::make_shared<const std::string>("{\"t\":\"知行 🌱\"}"));
        peer->sendBinaryMessage(QStringLiteral("行知").toUtf8());

        QTRY_COMPARE(heardThere.count(), 1);
        QCOMPARE(heardThere.front().front().toByteArray(), QByteArray("{\"t\":\"知行 🌱\"}"));
        QTRY_COMPARE(heardHere.count(), 1);
        QCOMPARE(heardHere.front().front().toByteArray(), QStringLiteral("行知").toUtf8());
    }

    void closed_serverHangsUp_isToldOnce() {
        Link link;
        auto peer = connected(link);
        QVERIFY(peer);
        QSignalSpy closed(&link, &Link::closed);

        peer->close();

        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(closed.front().front().value<Error>().code == Code::unreachable);
        QVERIFY(!link.isOpen());
    }

    void close_byUs_isNotTold() {
        Link link;
        auto peer = connected(link);
        QVERIFY(peer);
        QSignalSpy closed(&link, &Link::closed);
        QSignalSpy gone(peer.get(), &QWebSocket::disconnected);

        link.close();

        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(closed.count(), 0);
    }

    void open_nobodyListens_isUnreachable() {
        const Account nobody = account();
        server_.reset();
        Link link;
        QSignalSpy closed(&link, &Link::closed);

        link.open(nobody);

        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(closed.front().front().value<Error>().code == Code::unreachable);
    }

    void open_authorityFileWithoutCertificate_isUntrusted() {
        Account odd = account();
        odd.authorityFile = QStringLiteral("/dev/null");
        Link link;
        QSignalSpy closed(&link, &Link::closed);

        link.open(odd);

        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(closed.front().front().value<Error>().code == Code::untrusted);
    }
};

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"

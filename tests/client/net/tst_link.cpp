#include "client/net/link.h"

#include <memory>

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocketServer>

#include "shared/catalog/catalog.h"

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

    /// Agrees to a WebSocket, and never says a word on it.
    static void shakeHands(QTcpSocket& peer) {
        static const QRegularExpression key(QStringLiteral("Sec-WebSocket-Key: (\\S+)"));
        const auto found = key.match(QString::fromLatin1(peer.readAll()));
        if (!found.hasMatch()) return;
        const QByteArray secret = found.captured(1).toLatin1() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        peer.write(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Accept: " +
            QCryptographicHash::hash(secret, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
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
        QByteArrayList offered;
        for (const std::string& name : sync::offeredSubProtocols(catalog())) offered << QByteArray::fromStdString(name);
        QCOMPARE(peer->request().rawHeader("Sec-WebSocket-Protocol").replace(" ", "").split(','), offered);
    }

    void send_serverAgreesToPack_arrivesPackedAndIsUnpackedHere() {
        const QString packedName = QString::fromStdString(sync::offeredSubProtocols(catalog()).front());
        server_->setSupportedSubprotocols({packedName});
        sync::Packer packer(catalog(), {sync::Coding::packedNamed, sync::minorNewest});
        const std::string message = R"({"t":"pull","cursor":870,"credit":4})";
        Link link;
        const auto peer = connected(link);
        QVERIFY(peer);
        QSignalSpy heardThere(peer.get(), &QWebSocket::binaryMessageReceived);
        QSignalSpy heardHere(&link, &Link::received);

        link.send(std::make_shared<const std::string>(message));
        peer->sendBinaryMessage(QByteArray::fromStdString(packer.pack(message)));

        QTRY_COMPARE(heardThere.count(), 1);
        const std::string bytes = heardThere.front().front().toByteArray().toStdString();
        QVERIFY(bytes.size() < message.size());
        QCOMPARE(packer.unpack(bytes).value(), message);
        QTRY_COMPARE(heardHere.count(), 1);
        QCOMPARE(heardHere.front().front().toByteArray().toStdString(), message);
    }

    /// Whichever end is updated first, the two meet in what both know.
    void open_ofAnOlderServer_speaksAsItDoes() {
        const auto offered = sync::offeredSubProtocols(catalog());
        for (const std::string& known : offered) {
            server_->setSupportedSubprotocols({QString::fromStdString(known)});
            Link link;
            const auto peer = connected(link);

            QVERIFY(peer);
            QCOMPARE(link.minor(), sync::dialectOf(catalog(), known)->minor);
        }
    }

    void received_packedGarbage_endsTheConnection() {
        server_->setSupportedSubprotocols({QString::fromStdString(sync::offeredSubProtocols(catalog()).front())});
        Link link;
        const auto peer = connected(link);
        QVERIFY(peer);
        QSignalSpy closed(&link, &Link::closed);

        peer->sendBinaryMessage(QByteArray("\x02 no frame", 10));

        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(closed.front().front().value<Error>().code == Code::malformed);
    }

    void probe_nobodyAnswers_endsTheConnectionSoon() {
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        QTcpSocket* peer = nullptr;
        connect(&deaf, &QTcpServer::newConnection, this, [&] {
            peer = deaf.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [&] { shakeHands(*peer); });
        });
        Account account;
        account.server = QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(deaf.serverPort()));
        Link link;
        QSignalSpy opened(&link, &Link::opened);
        QSignalSpy closed(&link, &Link::closed);
        link.open(account);
        QTRY_COMPARE(opened.count(), 1);

        link.probe();

        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 2 * Link::probeMsMax);
        QVERIFY(closed.front().front().value<Error>().code == Code::timed_out);
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

#include <QDir>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include "tests/server/server_process.h"

using zhixing::test::ServerProcess;

namespace {

/// A key and a certificate for `localhost` that signs itself.
bool makeCertificate(const QString& key, const QString& certificate, const QString& name = "localhost") {
    QProcess process;
    process.start("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                              "2", "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name, "-keyout", key,
                              "-out", certificate});
    return process.waitForFinished() && process.exitCode() == 0;
}

}  // namespace

class TestTls : public QObject {
    Q_OBJECT

private slots:
    void serve_withCertificate_speaksTls();
    void serve_oldTls_isRefused();
    void serve_badFiles_areExplained_data();
    void serve_badFiles_areExplained();

private:
    QTemporaryDir files_;
};

void TestTls::serve_withCertificate_speaksTls() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const QString key = files_.filePath("key.pem");
    const QString certificate = files_.filePath("cert.pem");
    QVERIFY(makeCertificate(key, certificate));
    QVERIFY(server.serve({"--tls-cert", certificate, "--tls-key", key}));
    QCOMPARE(server.url().scheme(), QString("wss"));

    QSslSocket socket;
    auto trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(certificate));
    socket.setSslConfiguration(trusting);
    socket.setPeerVerifyName("localhost");
    socket.connectToHostEncrypted(server.url().host(), static_cast<quint16>(server.url().port()));
    QVERIFY2(socket.waitForEncrypted(), qPrintable(socket.errorString()));
    socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    while (socket.waitForReadyRead() && socket.state() == QAbstractSocket::ConnectedState) {
    }
    const QByteArray answer = socket.readAll();

    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY(answer.contains("Strict-Transport-Security"));
    QCOMPARE(server.stop(), 0);
}

void TestTls::serve_oldTls_isRefused() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const QString key = files_.filePath("key2.pem");
    const QString certificate = files_.filePath("cert2.pem");
    QVERIFY(makeCertificate(key, certificate));
    QVERIFY(server.serve({"--tls-cert", certificate, "--tls-key", key}));
    const QString address = QStringLiteral("%1:%2").arg(server.url().host()).arg(server.url().port());

    const auto succeeds = [&](const QStringList& options) {
        QProcess process;
        process.start("openssl", QStringList{"s_client", "-connect", address} + options);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0;
    };

    QVERIFY(succeeds({"-tls1_2"}));
    QVERIFY(succeeds({"-tls1_3"}));
    QVERIFY(!succeeds({"-tls1_1", "-cipher", "ALL:@SECLEVEL=0"}));
    QVERIFY(!succeeds({"-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0"}));
    QCOMPARE(server.stop(), 0);
}

void TestTls::serve_badFiles_areExplained_data() {
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("named");
    const auto path = [this](const char* name) { return files_.filePath(name); };
    QVERIFY(makeCertificate(path("a-key.pem"), path("a-cert.pem")));
    QVERIFY(makeCertificate(path("b-key.pem"), path("b-cert.pem")));
    QTest::newRow("no certificate") << path("none.pem") << path("a-key.pem") << QByteArray("none.pem");
    QTest::newRow("no key") << path("a-cert.pem") << path("none.pem") << QByteArray("none.pem");
    QTest::newRow("not a certificate") << path("a-key.pem") << path("a-key.pem") << QByteArray("a-key.pem");
    QTest::newRow("not a key") << path("a-cert.pem") << path("a-cert.pem") << QByteArray("a-cert.pem");
    QTest::newRow("another's key") << path("a-cert.pem") << path("b-key.pem") << QByteArray("b-key.pem");
}

void TestTls::serve_badFiles_areExplained() {
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, named);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);

    const auto run = server.run({"serve"}, {"--listen", "127.0.0.1:0", "--tls-cert", certificate, "--tls-key", key});

    QCOMPARE(run.status, 1);
    QVERIFY2(run.messages.contains(named), run.messages.constData());
    QVERIFY(run.output.isEmpty());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

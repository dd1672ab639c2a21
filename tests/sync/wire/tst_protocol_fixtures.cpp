#include <QDir>
#include <QFile>
#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;

/// One file for each form of message that was ever sent. Devices in the field keep sending what they were built to send,
/// and outboxes keep lines from before an update: a file is added when a form is added, and never changed or removed.
class TestProtocolFixtures : public QObject {
    Q_OBJECT

private slots:
    void decode_messageEverSent_stillWorks_data();
    void decode_messageEverSent_stillWorks();
};

void TestProtocolFixtures::decode_messageEverSent_stillWorks_data() {
    QTest::addColumn<bool>("isServer");
    QTest::addColumn<QByteArray>("bytes");
    for (const QString& sender : {QString("device"), QString("server")}) {
        const QDir folder(QString(PROTOCOL_FIXTURES "/") + sender);
        const QStringList names = folder.entryList({"*.ndjson"}, QDir::Files, QDir::Name);
        QVERIFY(!names.isEmpty());
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(sender + '/' + name)) << (sender == "server") << file.readAll();
        }
    }
}

void TestProtocolFixtures::decode_messageEverSent_stillWorks() {
    QFETCH(const bool, isServer);
    QFETCH(const QByteArray, bytes);
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));

    if (isServer) {
        const Result<ServerMessage> message = decodeServer(testCatalog(), text);
        QVERIFY2(message.ok(), message.ok() ? "" : message.error().message.c_str());
        QCOMPARE(encode(*message), text);
    } else {
        const Result<ClientMessage> message = decodeClient(testCatalog(), text);
        QVERIFY2(message.ok(), message.ok() ? "" : message.error().message.c_str());
        QCOMPARE(encode(*message), text);
    }
}

QTEST_APPLESS_MAIN(TestProtocolFixtures)
#include "tst_protocol_fixtures.moc"

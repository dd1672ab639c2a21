#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "sync/wire/packer.h"
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
    void unpack_messageEverPacked_isTheSameText_data();
    void unpack_messageEverPacked_isTheSameText();
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

/// With the product's own catalog, whose numbers are permanent.
void TestProtocolFixtures::unpack_messageEverPacked_isTheSameText_data() {
    QTest::addColumn<bool>("names");
    QTest::addColumn<int>("minor");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("packed");
    QFile file(PROTOCOL_FIXTURES "/packed.ndjson");
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
        const QJsonObject vector = QJsonDocument::fromJson(line).object();
        const bool names = vector["names"].toBool();
        QTest::newRow(qPrintable(vector["name"].toString() + (names ? ", names" : "")))
            << names << vector["minor"].toInt() << vector["message"].toString().toUtf8()
            << QByteArray::fromHex(vector["packed"].toString().toLatin1());
    }
}

void TestProtocolFixtures::unpack_messageEverPacked_isTheSameText() {
    QFETCH(const bool, names);
    QFETCH(const int, minor);
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, packed);
    Packer packer(catalog(), Dialect{names ? Coding::packedNamed : Coding::packed, minor});

    const auto read = packer.unpack(packed.toStdString());

    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    QCOMPARE(*read, message.toStdString());
    constexpr char packedLines = 1;  // what a compressor makes may change with its version
    if (packed.front() == packedLines) QCOMPARE(packer.pack(*read), packed.toStdString());
}

QTEST_APPLESS_MAIN(TestProtocolFixtures)
#include "tst_protocol_fixtures.moc"

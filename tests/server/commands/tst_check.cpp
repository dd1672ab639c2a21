#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTest>

#include "tests/server/server_process.h"

using zhixing::test::Run;
using zhixing::test::ServerProcess;

/// What `check` finds beside the database.
class TestCheck : public QObject {
    Q_OBJECT

private slots:
    void check_photos_tellsMissingFromWrongFromUnnamed();
};

void TestCheck::check_photos_tellsMissingFromWrongFromUnnamed() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const auto put = [&](const QByteArray& name, const QByteArray& bytes) {
        QVERIFY(QDir(server.path()).mkpath("blobs/" + name.left(2)));
        QFile file(server.path("blobs/" + name.left(2) + '/' + name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    const auto nameOf = [](const char* bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    };
    const QByteArray named = nameOf("named");
    const QByteArray awaited = nameOf("awaited");
    const QByteArray missing = nameOf("missing");
    const auto photo = [](const QByteArray& name, const char* more) {
        return QByteArray(R"({"type":"photo","hash":")" + name + '"' + more + "}\n");
    };
    QCOMPARE(server.run({"import"}, {server.write("photos.ndjson", photo(named, "") + photo(awaited, ""))}).status, 0);
    put(named, "named");
    put(nameOf("unnamed"), "unnamed");

    const QJsonObject well = server.run({"check"}).object();
    QCOMPARE(well["blobs"].toInt(), 2);
    QCOMPARE(well["unnamed"].toInt(), 1);
    QCOMPARE(well["awaited"].toInt(), 1);

    QCOMPARE(server.run({"import"}, {server.write("held.ndjson", photo(missing, R"(,"held_at":1)"))}).status, 0);
    put(nameOf("wrong"), "something else");
    const Run damaged = server.run({"check"});
    QCOMPARE(damaged.status, 1);
    QVERIFY2(damaged.messages.contains("1 missing: " + missing), damaged.messages);
    QVERIFY2(damaged.messages.contains("1 not what their name says: " + nameOf("wrong")), damaged.messages);
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"

#include <signal.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include "server/desk.h"
#include "tests/server/server_process.h"

using zhixing::test::Run;
using zhixing::test::ServerProcess;

namespace {

QString headquarters() { return QString::fromStdString(zhixing::server::headquartersId().text()); }

const QByteArray twoNodes =
    R"({"type":"node","id":"0190a000-0000-7000-8000-000000000001","name":"华东大区","kind":"region","code":"EAST"})"
    "\n"
    R"({"type":"node","id":"0190a000-0000-7000-8000-000000000002","name":"上海一店","kind":"site","code":"SH1","parent":"0190a000-0000-7000-8000-000000000001"})"
    "\n";

QList<QByteArray> lines(const QByteArray& output) {
    QList<QByteArray> all = output.split('\n');
    all.removeAll({});
    return all;
}

}  // namespace

/// Every command through the program itself; those marked "both" once beside a running server and once without.
class TestCommands : public QObject {
    Q_OBJECT

private slots:
    void help_everywhere_isPrinted_data();
    void help_everywhere_isPrinted();
    void wrongUse_anywhere_exitsWithTwo_data();
    void wrongUse_anywhere_exitsWithTwo();
    void init_newDirectory_foundsTheOrganisation();
    void init_twice_isRefusedAndHarmless();
    void init_withoutGoodPassword_isRefused();
    void serve_withoutInit_explainsItself();
    void serve_portTaken_explainsItself();
    void serve_beyondLoopbackWithoutTls_isRefused();
    void serve_foreignFile_isRefusedAndUntouched();
    void serve_twice_isRefused();
    void serve_terminated_endsWellAndCleansUp();
    void serve_killed_startsAgain();
    void import_both_takesInAndSays_data() { both(); }
    void import_both_takesInAndSays();
    void import_badLine_takesNothingAndNamesIt_data();
    void import_badLine_takesNothingAndNamesIt();
    void person_both_isAddedAndDisabled_data() { both(); }
    void person_both_isAddedAndDisabled();
    void person_existingRecord_getsALogin();
    void person_unknownNode_isRefused();
    void enrol_both_givesALink_data() { both(); }
    void enrol_both_givesALink();
    void device_both_isListedAndRevoked_data() { both(); }
    void device_both_isListedAndRevoked();
    void dump_person_holdsOnlyWhatTheySee();
    void check_damagedHistory_fails();
    void compact_byDaysOrDay_saysWhatItForgot();
    void retire_someCatalogs_replacesThoseBefore();
    void commands_atTheSameTime_allSucceed();

private:
    static void both();
};

void TestCommands::both() {
    QTest::addColumn<bool>("isServing");
    QTest::newRow("without a server") << false;
    QTest::newRow("beside a server") << true;
}

void TestCommands::help_everywhere_isPrinted_data() {
    QTest::addColumn<QStringList>("words");
    for (const char* words : {"", "init", "serve", "import", "person", "person add", "person disable", "enrol",
                              "device", "device list", "device revoke", "dump", "backup", "restore", "check"}) {
        QTest::newRow(words) << QString(words).split(' ', Qt::SkipEmptyParts);
    }
}

void TestCommands::help_everywhere_isPrinted() {
    QFETCH(QStringList, words);
    QProcess process;
    process.start(qEnvironmentVariable("ZHIXING_SERVER"), words + QStringList{"--help"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("Usage"));
}

void TestCommands::wrongUse_anywhere_exitsWithTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{"restart"};
    QTest::newRow("no directory") << QStringList{"dump"};
    QTest::newRow("unknown option") << QStringList{"dump", "--data", "x", "--all"};
    QTest::newRow("no files") << QStringList{"import", "--data", "x"};
    QTest::newRow("no address") << QStringList{"serve", "--data", "x"};
    QTest::newRow("bad address") << QStringList{"serve", "--data", "x", "--listen", "8080"};
    QTest::newRow("bad port") << QStringList{"serve", "--data", "x", "--listen", "127.0.0.1:99999"};
    QTest::newRow("certificate without key")
        << QStringList{"serve", "--data", "x", "--listen", "127.0.0.1:0", "--tls-cert", "c"};
    QTest::newRow("unknown role") << QStringList{"person", "add",    "--data", "x",       "--login",
                                                 "l",      "--name", "n",      "--grant", "EAST:boss"};
    QTest::newRow("grant without role") << QStringList{"person", "add",    "--data", "x",       "--login",
                                                       "l",      "--name", "n",      "--grant", "EAST"};
    QTest::newRow("half a command") << QStringList{"device"};
}

void TestCommands::wrongUse_anywhere_exitsWithTwo() {
    QFETCH(QStringList, arguments);
    QProcess process;
    process.start(qEnvironmentVariable("ZHIXING_SERVER"), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestCommands::init_newDirectory_foundsTheOrganisation() {
    ServerProcess server;

    const Run run = server.init();

    QCOMPARE(run.status, 0);
    QCOMPARE(run.object()["headquarters"].toString(), headquarters());
    const Run dump = server.run({"dump"});
    QCOMPARE(lines(dump.output).size(), 4);
    QVERIFY(dump.output.contains(R"("name":"锐进营销","kind":"headquarters")"));
    QVERIFY(dump.output.contains(R"("role":"administrator")"));
    QVERIFY(dump.output.contains(R"("role":"headquarters")"));
    QCOMPARE(server.run({"check"}).status, 0);
    for (const char* file : {"zhixing.db", "lock"}) {
        QCOMPARE(QFile::permissions(server.path(file)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
}

void TestCommands::init_twice_isRefusedAndHarmless() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const QByteArray before = server.run({"dump"}).output;

    const Run again = server.init();

    QCOMPARE(again.status, 1);
    QVERIFY(again.messages.contains("initialised already"));
    QCOMPARE(server.run({"dump"}).output, before);
}

void TestCommands::init_withoutGoodPassword_isRefused() {
    ServerProcess server;
    const Run run = server.run({"init"}, {"--organisation", "o", "--admin", "hq"}, "short");
    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("too short"));
    QVERIFY(!QFile::exists(server.path("zhixing.db")));
}

void TestCommands::serve_withoutInit_explainsItself() {
    ServerProcess server;
    const Run missing = server.run({"serve"}, {"--listen", "127.0.0.1:0"});
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.messages.contains("there is no directory"));
    QVERIFY(QDir().mkpath(server.path()));
    const Run empty = server.run({"serve"}, {"--listen", "127.0.0.1:0"});
    QCOMPARE(empty.status, 1);
    QVERIFY(empty.messages.contains("not initialised"));
    QVERIFY(empty.output.isEmpty());
}

void TestCommands::serve_portTaken_explainsItself() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));

    const Run run = server.run({"serve"}, {"--listen", QStringLiteral("127.0.0.1:%1").arg(other.serverPort())});

    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("port taken"));
    QVERIFY(run.output.isEmpty());
}

void TestCommands::serve_beyondLoopbackWithoutTls_isRefused() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const Run run = server.run({"serve"}, {"--listen", "0.0.0.0:0"});
    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("loopback"));
    QVERIFY(server.serve({"--listen", "0.0.0.0:0", "--plain"}));
    QCOMPARE(server.stop(), 0);
}

void TestCommands::serve_foreignFile_isRefusedAndUntouched() {
    ServerProcess server;
    QVERIFY(QDir().mkpath(server.path()));
    QFile file(server.path("zhixing.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content(10'000, 'x');
    file.write(content);
    file.close();

    const Run run = server.run({"serve"}, {"--listen", "127.0.0.1:0"});

    QCOMPARE(run.status, 1);
    QVERIFY(!run.messages.isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestCommands::serve_twice_isRefused() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QVERIFY(server.serve());
    const Run second = server.run({"serve"}, {"--listen", "127.0.0.1:0"});
    QCOMPARE(second.status, 1);
    QVERIFY(second.messages.contains("another zhixing-server is at work"));
    QCOMPARE(server.stop(), 0);
}

void TestCommands::serve_terminated_endsWellAndCleansUp() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QVERIFY(server.serve());
    QVERIFY(QFile::exists(server.path("control.sock")));

    QCOMPARE(server.stop(), 0);

    QVERIFY(!QFile::exists(server.path("control.sock")));
    QCOMPARE(QFile(server.path("zhixing.db-wal")).size(), 0);
    QCOMPARE(server.run({"check"}).status, 0);
}

void TestCommands::serve_killed_startsAgain() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QVERIFY(server.serve());
    QCOMPARE(server.run({"import"}, {server.write("nodes.ndjson", twoNodes)}).status, 0);
    server.kill();

    QCOMPARE(server.run({"check"}).status, 0);  // the control socket is still there, and nobody behind it
    QVERIFY(server.serve());
    QVERIFY(server.run({"dump"}).output.contains("上海一店"));
    QCOMPARE(server.stop(), 0);
}

void TestCommands::import_both_takesInAndSays() {
    QFETCH(bool, isServing);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    if (isServing) QVERIFY(server.serve());
    const QString nodes = server.write("nodes.ndjson", twoNodes);
    const QString rename = server.write(
        "rename.ndjson", R"({"type":"node","id":"0190a000-0000-7000-8000-000000000002","name":"上海总店"})");

    const Run run = server.run({"import"}, {nodes, rename});

    QCOMPARE(run.status, 0);
    QCOMPARE(run.object()["imported"].toInt(), 3);
    const QByteArray dump = server.run({"dump"}).output;
    QVERIFY(dump.contains("\"name\":\"华东大区\",\"kind\":\"region\",\"parent\":\"" + headquarters().toUtf8()));
    QVERIFY(dump.contains(R"("version":2,"name":"上海总店")"));
    QVERIFY(!dump.contains("上海一店"));
    QCOMPARE(server.run({"check"}).object()["result"].toString(), QString("ok"));
}

void TestCommands::import_badLine_takesNothingAndNamesIt_data() {
    QTest::addColumn<bool>("isServing");
    QTest::addColumn<QByteArray>("line");
    const QList<std::pair<const char*, QByteArray>> cases{
        {"not JSON", "{"},
        {"no type", R"({"name":"x"})"},
        {"unknown type", R"({"type":"ship","name":"x"})"},
        {"unknown field", R"({"type":"node","name":"x","colour":"red"})"},
        {"wrong type", R"({"type":"node","name":7})"},
        {"key twice", R"({"type":"node","name":"x","name":"y"})"},
        {"required field missing", R"({"type":"task","title":"x"})"},
        {"too long", R"({"type":"node","name":")" + QByteArray(61, 'x') + "\"}"},
        {"no such option", R"({"type":"node","name":"x","kind":"planet"})"},
        {"line too long", R"({"type":"node","name":"x","remark":")" + QByteArray(300'000, 'x') + "\"}"},
    };
    for (const bool isServing : {false, true}) {
        for (const auto& [name, line] : cases) {
            QTest::addRow("%s, %s", name, isServing ? "beside a server" : "without") << isServing << line;
        }
    }
}

void TestCommands::import_badLine_takesNothingAndNamesIt() {
    QFETCH(bool, isServing);
    QFETCH(QByteArray, line);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    if (isServing) QVERIFY(server.serve());
    const QByteArray before = server.run({"dump"}).output;

    const Run run = server.run({"import"}, {server.write("bad.ndjson", twoNodes + "\n" + line + "\n")});

    QCOMPARE(run.status, 1);
    QVERIFY(run.output.isEmpty());
    QVERIFY2(run.messages.contains("bad.ndjson:4: "), run.messages.constData());
    QCOMPARE(server.run({"dump"}).output, before);
    QCOMPARE(server.run({"import"}, {server.write("good.ndjson", twoNodes)}).status, 0);
}

void TestCommands::person_both_isAddedAndDisabled() {
    QFETCH(bool, isServing);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    if (isServing) QVERIFY(server.serve());
    QCOMPARE(server.run({"import"}, {server.write("nodes.ndjson", twoNodes)}).status, 0);

    const Run added = server.run({"person", "add"}, {"--login", "li", "--name", "李娜", "--grant", "SH1:field",
                                                     "--grant", "华东大区:site_manager"});

    QCOMPARE(added.status, 0);
    const QByteArray id = added.object()["id"].toString().toUtf8();
    QByteArray dump = server.run({"dump"}).output;
    QVERIFY(dump.contains("\"person\":\"" + id +
                          "\",\"node\":\"0190a000-0000-7000-8000-000000000002\",\"role\":\"field\""));
    QVERIFY(dump.contains("\"person\":\"" + id +
                          "\",\"node\":\"0190a000-0000-7000-8000-000000000001\",\"role\":\"site_manager\""));
    QCOMPARE(server.run({"person", "add"}, {"--login", "li", "--name", "另一个"}).status, 1);
    QCOMPARE(lines(server.run({"dump"}).output).size(), lines(dump).size());

    QCOMPARE(server.run({"person", "disable"}, {"--login", "li"}).status, 0);
    dump = server.run({"dump"}).output;
    QVERIFY(dump.contains(R"("name":"李娜","active":false)"));
    QCOMPARE(server.run({"enrol"}, {"--person", "li", "--server", "ws://x"}).status, 1);
    QCOMPARE(server.run({"person", "disable"}, {"--login", "nobody"}).status, 1);
}

void TestCommands::person_existingRecord_getsALogin() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const QByteArray people = R"({"type":"person","id":"0190a000-0000-7000-8000-0000000000aa","name":"王强"})"
                              "\n"
                              R"({"type":"grant","person":"0190a000-0000-7000-8000-0000000000aa","node":")" +
                              headquarters().toUtf8() + R"(","role":"finance"})";
    QCOMPARE(server.run({"import"}, {server.write("people.ndjson", people)}).status, 0);
    const auto before = lines(server.run({"dump"}).output).size();

    const Run added =
        server.run({"person", "add"}, {"--login", "wang", "--id", "0190a000-0000-7000-8000-0000000000aa"});

    QCOMPARE(added.status, 0);
    QCOMPARE(added.object()["id"].toString(), QString("0190a000-0000-7000-8000-0000000000aa"));
    QCOMPARE(lines(server.run({"dump"}).output).size(), before);
    QCOMPARE(server.run({"enrol"}, {"--person", "wang", "--server", "ws://x"}).status, 0);
}

void TestCommands::person_unknownNode_isRefused() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    const Run run = server.run({"person", "add"}, {"--login", "li", "--name", "李娜", "--grant", "NOWHERE:field"});
    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("NOWHERE"));
    QCOMPARE(server.run({"enrol"}, {"--person", "li", "--server", "ws://x"}).status, 1);
}

void TestCommands::enrol_both_givesALink() {
    QFETCH(bool, isServing);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    if (isServing) {
        QVERIFY(server.serve());
        const QString link = server.run({"enrol"}, {"--person", "hq"}).object()["link"].toString();
        QVERIFY(link.startsWith(
            QStringLiteral("zhixing://enrol?server=ws%3A%2F%2F127.0.0.1%3A%1%2Fsync&code=").arg(server.url().port())));
    } else {
        QCOMPARE(server.run({"enrol"}, {"--person", "hq"}).status, 1);  // nobody knows the address yet
    }

    const QString link =
        server.run({"enrol"}, {"--person", "hq", "--server", "wss://hq.example/"}).object()["link"].toString();
    QVERIFY2(link.startsWith("zhixing://enrol?server=wss%3A%2F%2Fhq.example%2Fsync&code="), qPrintable(link));
    QVERIFY(link.mid(link.indexOf("&code=") + 6).remove('-').size() >= 32);
    QVERIFY(server.code("hq") != server.code("hq"));
    QCOMPARE(server.run({"enrol"}, {"--person", "nobody", "--server", "ws://x"}).status, 1);
}

void TestCommands::device_both_isListedAndRevoked() {
    QFETCH(bool, isServing);
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QVERIFY(server.serve());
    const QString device = server.enrol(server.code("hq"), "a good sentence", "laptop \"1\"")["device"].toString();
    QVERIFY(!device.isEmpty());
    if (!isServing) QCOMPARE(server.stop(), 0);

    const QJsonObject listed = server.run({"device", "list"}).object();
    QCOMPARE(listed["id"].toString(), device);
    QCOMPARE(listed["name"].toString(), QString("laptop \"1\""));
    QCOMPARE(listed["login"].toString(), QString("hq"));
    QCOMPARE(listed["revoked"].toBool(true), false);
    QCOMPARE(server.run({"device", "revoke"}, {device}).status, 0);
    QCOMPARE(server.run({"device", "list"}).object()["revoked"].toBool(), true);
    QCOMPARE(server.run({"device", "revoke"}, {headquarters()}).status, 1);
    QCOMPARE(server.run({"device", "revoke"}, {"phone"}).status, 1);
}

void TestCommands::dump_person_holdsOnlyWhatTheySee() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QCOMPARE(server.run({"import"}, {server.write("nodes.ndjson", twoNodes)}).status, 0);
    QCOMPARE(server.run({"person", "add"}, {"--login", "li", "--name", "李娜", "--grant", "SH1:field"}).status, 0);
    const QByteArray more =
        R"({"type":"node","id":"0190a000-0000-7000-8000-000000000003","name":"华南大区","kind":"region"})"
        "\n"
        R"({"type":"campaign","id":"0190a000-0000-7000-8000-0000000000c1","name":"国庆","place":"0190a000-0000-7000-8000-000000000001"})"
        "\n"
        R"({"type":"campaign","id":"0190a000-0000-7000-8000-0000000000c2","name":"春节","place":"0190a000-0000-7000-8000-000000000003"})"
        "\n"
        R"({"type":"campaign","id":"0190a000-0000-7000-8000-0000000000c3","name":"内部","audience":"managers","place":"0190a000-0000-7000-8000-000000000001"})";
    QCOMPARE(server.run({"import"}, {server.write("more.ndjson", more)}).status, 0);

    const QByteArray all = server.run({"dump"}).output;
    const QByteArray seen = server.run({"dump"}, {"--person", "li"}).output;

    QVERIFY(all.contains("春节") && all.contains("内部") && all.contains("华南大区"));
    QVERIFY(seen.contains("国庆") && seen.contains("华东大区") && seen.contains("李娜"));
    QVERIFY(!seen.contains("春节") && !seen.contains("内部") && !seen.contains("华南大区"));
    QList<QByteArray> sorted = lines(all);
    std::sort(sorted.begin(), sorted.end());  // type and id come first in a line
    QCOMPARE(lines(all), sorted);
}

void TestCommands::check_damagedHistory_fails() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    QFile file(server.path("zhixing.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    const QByteArray role = R"("role":"headquarters")";
    QVERIFY(content.contains(role));
    content.replace(role, R"("role":"headquarterz")");
    file.seek(0);
    file.write(content);
    file.close();

    const Run run = server.run({"check"});

    QCOMPARE(run.status, 1);
    QVERIFY(!run.messages.isEmpty());
}

void TestCommands::compact_byDaysOrDay_saysWhatItForgot() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);

    QCOMPARE(server.run({"compact"}).status, 2);
    QCOMPARE(server.run({"compact", "--days", "1", "--before", "2026-01-01"}).status, 2);
    QCOMPARE(server.run({"compact", "--before", "yesterday"}).status, 1);
    QCOMPARE(server.run({"compact", "--days", "90"}).object()["horizon"].toInt(), 0);
    const Run compacted = server.run({"compact", "--before", "2200-01-01"});

    QCOMPARE(compacted.object()["horizon"].toInt(), 4);
    QCOMPARE(compacted.object()["history"].toInt(), 0);  // each record is as it was made
    QCOMPARE(server.run({"check"}).object()["horizon"].toInt(), 4);
}

void TestCommands::retire_someCatalogs_replacesThoseBefore() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);

    QCOMPARE(server.run({"retire", "not one"}).status, 1);
    QCOMPARE(server.run({"retire", "ab12", "cd34"}).object()["retired"].toArray().size(), 2);
    QCOMPARE(server.run({"retire"}).object()["retired"].toArray().size(), 0);
}

void TestCommands::commands_atTheSameTime_allSucceed() {
    ServerProcess server;
    QCOMPARE(server.init().status, 0);
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < 8; ++i) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->start(
            qEnvironmentVariable("ZHIXING_SERVER"),
            {"person", "add", "--data", server.path(), "--login", QStringLiteral("p%1").arg(i), "--name", "人"});
    }
    for (const auto& process : processes) {
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
    }
    QCOMPARE(server.run({"check"}).object()["history"].toInt(), 4 + 8);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server/control/control_socket.h"
#include "server/limits.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

/// Answers with what it was asked, or with an error named by its input.
Result<Report> echo(Command command) {
    if (command.name == "fail") return Error{Code::not_unique, command.input, "field", {}};
    Report report{command.input, command.name};
    for (const auto& [key, value] : command.options) report.notes += "|" + key + "=" + value;
    return report;
}

int connectTo(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? socket : -1;
}

}  // namespace

class TestControlSocket : public QObject {
    Q_OBJECT

private slots:
    void init();
    void ask_runningServer_answers();
    void ask_largeInputAndOutput_passWhole();
    void ask_failingCommand_givesItsError();
    void ask_nobody_givesNothing();
    void socket_file_isForItsOwnerOnly();
    void garbage_sent_isHungUpOnAndHarmless_data();
    void garbage_sent_isHungUpOnAndHarmless();
    void listen_overLeftoverSocket_succeeds();
    void listen_pathTooLong_isExplained();

private:
    std::filesystem::path path() const { return directory_->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> directory_;
};

void TestControlSocket::init() { directory_ = std::make_unique<QTemporaryDir>(); }

void TestControlSocket::ask_runningServer_answers() {
    const auto server = ControlServer::listen(path(), &echo);
    QVERIFY(server.ok());

    const auto answer = askServer(path(), Command{"person add", {{"grant", "a:b"}, {"grant", "c:\"\n"}}, "input"});

    QVERIFY(answer.has_value() && answer->ok());
    QCOMPARE((*answer)->output, std::string("input"));
    QCOMPARE((*answer)->notes, std::string("person add|grant=a:b|grant=c:\"\n"));
}

void TestControlSocket::ask_largeInputAndOutput_passWhole() {
    const auto server = ControlServer::listen(path(), &echo);
    QVERIFY(server.ok());
    std::string input(8'000'000, '\0');
    for (std::size_t i = 0; i < input.size(); ++i) input[i] = static_cast<char>(i * 31);

    const auto answer = askServer(path(), Command{"import", {}, input});

    QVERIFY(answer.has_value() && answer->ok());
    QVERIFY((*answer)->output == input);
}

void TestControlSocket::ask_failingCommand_givesItsError() {
    const auto server = ControlServer::listen(path(), &echo);
    QVERIFY(server.ok());

    const auto answer = askServer(path(), Command{"fail", {}, "说不清"});

    QVERIFY(answer.has_value() && !answer->ok());
    QCOMPARE(answer->error(), (Error{Code::not_unique, "说不清", "field", {}}));
}

void TestControlSocket::ask_nobody_givesNothing() {
    QVERIFY(!askServer(path(), Command{"dump", {}, {}}).has_value());
    { QVERIFY(ControlServer::listen(path(), &echo).ok()); }
    QVERIFY(!std::filesystem::exists(controlSocketIn(path())));
    QVERIFY(!askServer(path(), Command{"dump", {}, {}}).has_value());
}

void TestControlSocket::socket_file_isForItsOwnerOnly() {
    const auto server = ControlServer::listen(path(), &echo);
    QVERIFY(server.ok());
    const auto permissions = std::filesystem::status(controlSocketIn(path())).permissions();
    QCOMPARE(static_cast<unsigned>(permissions), 0600U);
}

void TestControlSocket::garbage_sent_isHungUpOnAndHarmless_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a length") << QByteArray(4, '\0');
    QTest::newRow("a length beyond the limit") << QByteArray(8, '\x7f');
    QTest::newRow("not JSON") << QByteArray::fromHex("0000000000000003") + "abc" + QByteArray(8, '\0');
    QTest::newRow("other JSON") << QByteArray::fromHex("0000000000000002") + "[]" + QByteArray(8, '\0');
}

void TestControlSocket::garbage_sent_isHungUpOnAndHarmless() {
    QFETCH(QByteArray, bytes);
    const auto server = ControlServer::listen(path(), &echo);
    QVERIFY(server.ok());
    const int socket = connectTo(controlSocketIn(path()));
    QVERIFY(socket >= 0);
    QCOMPARE(::send(socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL), bytes.size());
    ::shutdown(socket, SHUT_WR);

    char answer = 0;
    const auto received = ::recv(socket, &answer, 1, 0);

    QVERIFY2(received <= 0, "garbage was answered");
    ::close(socket);
    QVERIFY(askServer(path(), Command{"dump", {}, "x"})->ok());
}

void TestControlSocket::listen_overLeftoverSocket_succeeds() {
    QFile leftover(directory_->filePath("control.sock"));
    QVERIFY(leftover.open(QIODevice::WriteOnly));
    const auto server = ControlServer::listen(path(), &echo);
    QVERIFY(server.ok());
    QVERIFY(askServer(path(), Command{"dump", {}, "x"})->ok());
}

void TestControlSocket::listen_pathTooLong_isExplained() {
    const auto deep = path() / std::string(150, 'd');
    std::filesystem::create_directories(deep);
    const auto server = ControlServer::listen(deep, &echo);
    QVERIFY(!server.ok());
    QCOMPARE(server.error().code, Code::too_long);
}

QTEST_APPLESS_MAIN(TestControlSocket)
#include "tst_control_socket.moc"

#include "tests/server/server_process.h"

#include <signal.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>

namespace zhixing::test {

namespace {

constexpr int waitMs = 30'000;

QString program() { return qEnvironmentVariable("ZHIXING_SERVER"); }

}  // namespace

QJsonObject Run::object() const { return QJsonDocument::fromJson(output).object(); }

ServerProcess::ServerProcess() { QDir(directory_.path()).mkpath("."); }

ServerProcess::~ServerProcess() { kill(); }

Run ServerProcess::run(const QStringList& words, const QStringList& arguments, const QByteArray& password) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("ZHIXING_PASSWORD", password);
    process.setProcessEnvironment(environment);
    process.start(program(), words + QStringList{"--data", path()} + arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(waitMs) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool ServerProcess::serve(const QStringList& arguments) {
    server_.start(program(),
                  QStringList{"serve", "--data", path()} +
                      (arguments.contains("--listen") ? QStringList{} : QStringList{"--listen", "127.0.0.1:0"}) +
                      arguments);
    while (!server_.canReadLine()) {
        if (!server_.waitForReadyRead(waitMs)) return false;
    }
    const QByteArray line = server_.readLine().trimmed();
    url_ = QUrl(QString::fromUtf8(line.mid(QByteArray("listening ").size())));
    return line.startsWith("listening ws");
}

int ServerProcess::stop() {
    ::kill(static_cast<pid_t>(server_.processId()), SIGTERM);
    if (!server_.waitForFinished(waitMs) || server_.exitStatus() != QProcess::NormalExit) return -1;
    return server_.exitCode();
}

void ServerProcess::kill() {
    if (!isRunning()) return;
    server_.kill();
    server_.waitForFinished(waitMs);
}

QByteArray ServerProcess::log() {
    log_ += server_.readAllStandardError();
    return log_;
}

QString ServerProcess::write(const QString& name, const QByteArray& content) const {
    const QString path = directory_.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write a test file");
    return path;
}

QString ServerProcess::code(const QString& login) {
    const QString link = run({"enrol"}, {"--person", login, "--server", "ws://x"}).object()["link"].toString();
    return link.mid(link.indexOf("&code=") + 6);
}

QJsonObject ServerProcess::enrol(const QString& code, const QString& password, const QString& device) {
    const QByteArray body = QJsonDocument(QJsonObject{{"code", code}, {"password", password}, {"device", device}})
                                .toJson(QJsonDocument::Compact);
    const QByteArray answer =
        exchange(url_, "POST /enrol HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                           QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QJsonObject object = QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    object["status"] = answer.mid(9, 3).toInt();
    return object;
}

QByteArray exchange(const QUrl& server, const QByteArray& bytes) {
    QTcpSocket socket;
    socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
    if (!socket.waitForConnected(waitMs)) return "not connected";
    socket.write(bytes);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(waitMs)) {
    }
    return socket.readAll();
}

}  // namespace zhixing::test

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace zhixing::test {

/// What one run of the program came to.
struct Run {
    int status = -1;
    QByteArray output;
    QByteArray messages;

    /// The one line of JSON it printed.
    [[nodiscard]] QJsonObject object() const;
};

/// A server's directory, the commands on it, and the server itself when it runs: the real program.
class ServerProcess {
public:
    ServerProcess();
    ~ServerProcess();

    /// Runs a command with `--data` after its words, and waits for it.
    [[nodiscard]] Run run(const QStringList& words, const QStringList& arguments = {},
                          const QByteArray& password = "a good sentence");
    [[nodiscard]] Run init() { return run({"init"}, {"--organisation", "锐进营销", "--admin", "hq"}); }
    /// Starts serving on loopback; false when it did not announce itself.
    [[nodiscard]] bool serve(const QStringList& arguments = {});
    /// SIGTERM; the exit status.
    [[nodiscard]] int stop();
    void kill();
    [[nodiscard]] bool isRunning() const { return server_.state() != QProcess::NotRunning; }
    [[nodiscard]] QByteArray log();

    [[nodiscard]] QUrl url() const { return url_; }
    [[nodiscard]] QString path(const QString& name = {}) const { return directory_.filePath("data/" + name); }
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] qint64 processId() const { return server_.processId(); }

    /// An enrolment code for the person.
    [[nodiscard]] QString code(const QString& login);
    /// Enrols over HTTP; the answer's body, with the status under `status`.
    [[nodiscard]] QJsonObject enrol(const QString& code, const QString& password, const QString& device = "phone");

private:
    QTemporaryDir directory_;
    QProcess server_;
    QUrl url_;
    QByteArray log_;
};

/// Sends bytes to a TCP port and returns everything that comes back until the other side closes.
[[nodiscard]] QByteArray exchange(const QUrl& server, const QByteArray& bytes);

}  // namespace zhixing::test

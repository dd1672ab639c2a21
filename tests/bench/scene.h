#pragma once

#include <QByteArray>
#include <QTemporaryDir>
#include <QUrl>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/net/sync_engine.h"
#include "shared/base/result.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/workload.h"
#include "tests/server/server_process.h"

namespace zhixing::bench {

inline constexpr int waitMsMax = 10 * 60 * 1'000;

/// Runs the event loop until `isDone`; false when `waitMsMax` has passed first.
[[nodiscard]] bool waitUntil(const std::function<bool()>& isDone);

/// Runs the event loop for so long; while a clock runs that nothing else may wait for, await a condition instead.
void pause(int ms);

/// A device as the application runs it: the engine, with its store in a file.
class BenchDevice {
public:
    explicit BenchDevice(const QString& storePath) : engine_(storePath) {}

    [[nodiscard]] client::SyncEngine& engine() { return engine_; }
    /// Waits when the server has enough of enrolments for this minute.
    [[nodiscard]] Result<void> enrol(const QString& link, const QString& password);
    /// Goes online, and waits until this device and the server have agreed on what it holds now.
    [[nodiscard]] Result<void> agree();
    /// Records the workload's tasks on this device, as many in one commit as there may be.
    [[nodiscard]] Result<void> addTasks(const std::vector<SourceRecord>& records);
    /// `damaged` unless this device holds exactly these tasks, as expected.
    [[nodiscard]] Result<void> compare(const std::vector<Record>& expected);
    /// Why the engine does not go on, when it does not.
    [[nodiscard]] Error reason() const;

private:
    client::SyncEngine engine_;
};

/// A real server on loopback with the workload's organisation: headquarters, 400 sites, 20 campaigns.
class Scene {
public:
    static constexpr const char* login = "hq";  ///< who sees everything

    [[nodiscard]] static Result<std::unique_ptr<Scene>> open();

    /// Enrolled as somebody who sees everything; never connected yet.
    [[nodiscard]] Result<std::unique_ptr<BenchDevice>> newDevice(const QString& name);
    /// Somebody who works in the field at one site and sees little beside it.
    [[nodiscard]] Result<void> addFieldWorker(const std::string& login, const std::string& site);
    /// Enrols one more device of that person, and gives its secret.
    [[nodiscard]] Result<QByteArray> newToken(const std::string& login);
    [[nodiscard]] QUrl url() const { return server_.url(); }
    /// The server's memory as it counts when several share it (PSS); 0 when the system does not tell.
    [[nodiscard]] double serverKilobytes() const;
    [[nodiscard]] std::filesystem::path database() const { return server_.path("zhixing.db").toStdString(); }
    /// Stops the server and starts it again, at another port.
    [[nodiscard]] Result<void> restart();
    /// What has been spent since the scene was opened.
    [[nodiscard]] Cost spent() const;
    /// SIGTERM, and whether the server ended well.
    [[nodiscard]] Result<void> close();

private:
    Scene() = default;

    test::ServerProcess server_;
    QTemporaryDir devices_;
    Stopwatch watch_;
};

}  // namespace zhixing::bench

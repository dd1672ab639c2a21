#pragma once

#include <QTemporaryDir>
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
    [[nodiscard]] static Result<std::unique_ptr<Scene>> open();

    /// Enrolled as somebody who sees everything; never connected yet.
    [[nodiscard]] Result<std::unique_ptr<BenchDevice>> newDevice(const QString& name);
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

#include "tests/bench/scene.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QTimer>
#include <span>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "tests/bench/mapping.h"

namespace zhixing::bench {
namespace {

constexpr int enrolPauseMs = 5'000;                  // the server admits an address so and so often in a minute
constexpr const char* password = "a good sentence";  // what ServerProcess founds organisations with

Error commandFailed(const char* command, const test::Run& run) {
    return {Code::io_failed, std::string("zhixing-server ") + command + ": " + run.messages.toStdString(), {}, {}};
}

}  // namespace

bool waitUntil(const std::function<bool()>& isDone) {
    QTimer deadline;
    deadline.setSingleShot(true);
    deadline.start(waitMsMax);
    while (!isDone()) {
        if (!deadline.isActive()) return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void pause(int ms) {
    const Stopwatch watch;
    QTimer wake;
    wake.start(ms);
    while (watch.ms() < ms) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

// ---- a device

Result<void> BenchDevice::enrol(const QString& link, const QString& word) {
    ZX_TRY(engine_.open());
    while (true) {
        std::optional<Result<void>> outcome;
        engine_.enrol(link, word, {}, [&](const Result<void>& done) { outcome = done; });
        if (!waitUntil([&] { return outcome.has_value(); }))
            return Error{Code::timed_out, "enrolling takes too long", {}, {}};
        if (*outcome || outcome->error().code != Code::too_many_attempts) return *outcome;
        pause(enrolPauseMs);
    }
}

Result<void> BenchDevice::agree() {
    bool hasAgreed = false;
    QObject context;
    QObject::connect(&engine_, &client::SyncEngine::stepped, &context,
                     [&] { hasAgreed = engine_.status().agreed && engine_.isQuiet(); });
    engine_.setOnline(true);
    const bool isOver =
        waitUntil([&] { return hasAgreed || engine_.status().link == client::SyncStatus::Link::refused; });
    if (!isOver || !hasAgreed) return reason();
    return {};
}

Result<void> BenchDevice::addTasks(const std::vector<SourceRecord>& records) {
    SystemClock clock;
    sync::Replica& replica = engine_.device().replica();
    for (std::size_t first = 0; first < records.size(); first += limits::batchOperationsMax) {
        const std::size_t end = std::min(records.size(), first + limits::batchOperationsMax);
        std::vector<sync::Edit> edits;
        for (std::size_t i = first; i < end; ++i) {
            sync::Edit& add = edits.emplace_back();
            add.verb = sync::Verb::add;
            add.type = &catalog().at("task");
            add.record = idOf(records[i].id);
            add.values = taskValues(records[i]);
        }
        sync::ReplicaActions actions;
        ZX_TRY(replica.record(edits, clock.now(), actions, sync::Together::inOneCommit));
    }
    return {};
}

Result<void> BenchDevice::compare(const std::vector<Record>& expected) {
    client::SqliteReplicaStore& store = engine_.device().store();
    ZX_ASSIGN(const std::int64_t count, store.database().number("SELECT count(*) FROM task"));
    if (count != static_cast<std::int64_t>(expected.size())) {
        return Error{Code::damaged, "a device holds " + std::to_string(count) + " tasks", {}, {}};
    }
    for (const Record& task : expected) {
        ZX_ASSIGN(const auto found, store.find(*task.type, task.id));
        if (!found || !isAsExpected(*found, task)) {
            return Error{Code::damaged, "a device does not hold task " + task.id.text() + " as it was made", {}, {}};
        }
    }
    return {};
}

Error BenchDevice::reason() const {
    return engine_.lastError().value_or(Error{Code::timed_out, "a device and the server do not agree in time", {}, {}});
}

// ---- the server

Result<std::unique_ptr<Scene>> Scene::open() {
    std::unique_ptr<Scene> scene(new Scene);
    test::ServerProcess& server = scene->server_;
    if (const auto made = server.init(); made.status != 0) return commandFailed("init", made);
    const QString ground = server.write("ground.ndjson", QByteArray::fromStdString(groundLines()));
    if (const auto made = server.run({"import"}, {ground}); made.status != 0) return commandFailed("import", made);
    if (!server.serve())
        return Error{Code::io_failed, "the server does not start: " + server.log().toStdString(), {}, {}};
    return scene;
}

Result<std::unique_ptr<BenchDevice>> Scene::newDevice(const QString& name) {
    const auto made = server_.run({"enrol"}, {"--person", login, "--server", server_.url().toString()});
    if (made.status != 0) return commandFailed("enrol", made);
    auto device = std::make_unique<BenchDevice>(devices_.filePath(name + ".zhixing"));
    ZX_TRY(device->enrol(made.object()["link"].toString(), password));
    return device;
}

Result<void> Scene::addFieldWorker(const std::string& name, const std::string& site) {
    const QString who = QString::fromStdString(name);
    const QString grant = QString::fromStdString(site) + ":field";
    const auto made = server_.run({"person", "add"}, {"--login", who, "--name", who, "--grant", grant});
    if (made.status != 0) return commandFailed("person add", made);
    return {};
}

Result<QByteArray> Scene::newToken(const std::string& name) {
    const QJsonObject answer = server_.enrol(server_.code(QString::fromStdString(name)), password);
    const QByteArray token = answer["token"].toString().toUtf8();
    if (token.isEmpty()) return Error{Code::io_failed, "a device is not enrolled", {}, {}};
    return token;
}

double Scene::serverKilobytes() const {
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(server_.processId()));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:")) return line.mid(4).trimmed().split(' ').value(0).toDouble();
    }
    return 0;
}

Result<void> Scene::restart() {
    ZX_TRY(close());
    if (!server_.serve()) return Error{Code::io_failed, "the server does not start again", {}, {}};
    return {};
}

Cost Scene::spent() const {
    QFile file(QStringLiteral("/proc/%1/stat").arg(server_.processId()));
    if (!file.open(QIODevice::ReadOnly)) return {watch_.ms(), processorMs(), 0};
    const QByteArray stat = file.readAll();
    // After the name, which is in brackets: state is field 3, utime 14 and stime 15, in ticks.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    return {watch_.ms(), processorMs(), ticks * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK))};
}

Result<void> Scene::close() {
    if (server_.stop() != 0) return Error{Code::io_failed, "the server did not end well", {}, {}};
    return {};
}

}  // namespace zhixing::bench

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>

#include "tests/bench/costs.h"
#include "tests/bench/idle.h"
#include "tests/bench/mapping.h"
#include "tests/bench/merge.h"
#include "tests/bench/phases.h"
#include "tests/bench/raw_limits.h"
#include "tests/bench/report.h"

using namespace zhixing;
using namespace zhixing::bench;

namespace {

constexpr std::size_t someRecords = 2'000;  // where many devices hold them all
constexpr std::size_t editBytes = 256;      // an edit's operation on the wire, roughly

struct Options {
    std::size_t records = recordsInAll;
    FanOutSize fanOut;
    MergeSize merge;
    std::vector<std::size_t> connections{1'000, 5'000};
    std::size_t liveEdits = 20;
    std::size_t deltaRecords = 100'000, missed = 1'000;
    std::string server, directory, json;
    std::vector<std::string> phases{"upload", "fan-out", "merge", "idle", "delta", "costs"};

    [[nodiscard]] bool wants(const char* phase) const {
        return std::find(phases.begin(), phases.end(), phase) != phases.end();
    }
};

std::filesystem::path pathOf(const QTemporaryDir& directory) { return directory.path().toStdString(); }

Result<void> uploadAndBootstrap(const Options& options, Report& report) {
    const auto records = sourceRecords(options.records);
    const QTemporaryDir raw;
    ZX_ASSIGN(const double inserted, plainInsert(pathOf(raw), records));
    std::vector<Record> tasks;
    for (const SourceRecord& record : records) tasks.push_back(expectedTask(record));
    ZX_ASSIGN(const double filled, plainFill(pathOf(raw), tasks));

    ZX_ASSIGN(const auto scene, Scene::open());
    ZX_ASSIGN(const Upload upload, measureUpload(*scene, records));
    ZX_ASSIGN(const Cost bootstrap, measureBootstrap(*scene, records));
    ZX_TRY(scene->close());
    const std::string count = std::to_string(records.size());
    report.figures.push_back(
        {"upload", "A upload " + count + ", durably acked", upload.acknowledged, inserted, 0.35, 0});
    report.figures.push_back({"upload_agreed", "A upload, both ends agree", upload.agreed, inserted, 0, 0});
    report.figures.push_back({"bootstrap", "B bootstrap " + count + ", agreed", bootstrap, filled, 0.8, 0});
    return {};
}

Result<void> fanOut(const Options& options, Report& report) {
    const QTemporaryDir raw;
    ZX_ASSIGN(const auto rounds, roundTrips(pathOf(raw), options.fanOut.edits, editBytes));
    ZX_ASSIGN(const auto scene, Scene::open());
    ZX_ASSIGN(const FanOut fanned,
              measureFanOut(*scene, sourceRecords(std::min(options.records, someRecords)), options.fanOut));
    ZX_TRY(scene->close());
    const std::string name = "C edit seen by " + std::to_string(options.fanOut.readers) + " readers, ";
    const auto at = [&](double share) { return Cost{percentile(fanned.timesMs, share), 0, 0}; };
    report.figures.push_back({"fan_out_p50", name + "p50", at(0.5), percentile(rounds, 0.5), 0, 1.5});
    report.figures.push_back({"fan_out_p95", name + "p95", at(0.95), percentile(rounds, 0.95), 0, 0});
    report.figures.push_back({"fan_out_p99", name + "p99", at(0.99), percentile(rounds, 0.99), 0, 8});
    const double allRounds = std::accumulate(rounds.begin(), rounds.end(), 0.0);
    const std::string all = "C all " + std::to_string(options.fanOut.edits) + " edits";
    report.figures.push_back({"fan_out_all", all, fanned.cost, allRounds, 0, 0});
    return {};
}

Result<void> merge(const Options& options, Report& report) {
    const QTemporaryDir raw;
    const auto records = sourceRecords(std::min(options.records, someRecords));
    const MergeSize& size = options.merge;
    ZX_ASSIGN(const double updated, plainUpdates(pathOf(raw), records, mergeEdits(records, size.devices, size.edits)));
    ZX_ASSIGN(const auto scene, Scene::open());
    ZX_ASSIGN(const Reunion merged, measureMerge(*scene, records, size));
    ZX_TRY(scene->close());
    const std::string name = "D merge " + std::to_string(size.devices) + " x " + std::to_string(size.edits) + ", ";
    report.figures.push_back({"merge", name + "last change anywhere", merged.converged, updated, 0, 2'000});
    report.figures.push_back({"merge_agreed", name + "all agree", merged.agreed, updated, 0, 2'000});
    const auto count = [&](const char* phase, const char* where, std::size_t edits, double most) {
        report.quantities.push_back({phase, std::string("D edits ") + where, static_cast<double>(edits), "", most});
    };
    count("merge_in_state", "in the final state", merged.fates.inState, -1);
    count("merge_in_conflicts", "kept in conflict records", merged.fates.inConflicts, -1);
    count("merge_in_trays", "in trays", merged.fates.inTrays, -1);
    count("merge_lost", "lost silently", merged.fates.lost, 0);
    return {};
}

void reportHeld(const char* who, const std::vector<Held>& all, Report& report) {
    for (const Held& held : all) {
        const std::string name = "E " + std::to_string(held.connections) + " connections of somebody who sees " + who;
        report.figures.push_back(
            {"idle_opening", "E open " + std::to_string(held.connections) + ", sees " + who, held.opening, 0, 0, 0});
        report.quantities.push_back({"idle_kb", name, held.kilobytesEach, "KB each", 12});
        if (held.connections < held.wanted)
            report.quantities.push_back(
                {"idle_fewer", "E fewer: not enough open files for", static_cast<double>(held.wanted), "", -1});
    }
}

Result<void> idle(const Options& options, Report& report) {
    constexpr const char* worker = "worker";
    const std::string site = siteIds().front();
    ZX_ASSIGN(const auto scene, Scene::open());
    ZX_TRY(scene->addFieldWorker(worker, site));
    ZX_ASSIGN(const auto ofOneSite, measureIdle(*scene, worker, options.connections));
    reportHeld("one site", ofOneSite, report);
    ZX_TRY(scene->restart());
    ZX_ASSIGN(const auto ofAll, measureIdle(*scene, Scene::login, {options.connections.front()}));
    reportHeld("everything", ofAll, report);
    ZX_TRY(scene->restart());

    std::vector<SourceRecord> records = sourceRecords(someRecords);
    std::erase_if(records, [&](const SourceRecord& record) { return record.siteId != site; });
    const LiveSize size{options.connections.front(), options.liveEdits};
    ZX_ASSIGN(const Live live, measureLive(*scene, worker, records, size));
    ZX_TRY(scene->close());
    const std::string name = "E edit reaches " + std::to_string(size.readers) + " sockets, ";
    const auto at = [&](double share) { return Cost{percentile(live.timesMs, share), 0, 0}; };
    report.figures.push_back({"live_p50", name + "p50", at(0.5), 0, 0, 0});
    report.figures.push_back({"live_p99", name + "p99", at(0.99), 0, 0, 20});
    report.figures.push_back(
        {"storm", "F " + std::to_string(size.readers) + " come back at once", live.storm, 0, 0, 0});
    report.quantities.push_back(
        {"storm_turned_away", "F attempts turned away", static_cast<double>(live.turnedAway), "", -1});
    return {};
}

Result<void> delta(const Options& options, Report& report) {
    const QTemporaryDir raw;
    const auto records = sourceRecords(options.deltaRecords);
    std::vector<Record> tasks;
    for (const SourceRecord& record : records) tasks.push_back(expectedTask(record));
    ZX_ASSIGN(const double copied, plainCatchUp(pathOf(raw), tasks, options.missed));
    ZX_ASSIGN(const auto scene, Scene::open());
    ZX_ASSIGN(const Cost cost, measureDelta(*scene, records, options.missed));
    ZX_TRY(scene->close());
    report.figures.push_back(
        {"delta", "G " + std::to_string(options.missed) + " edits behind of " + std::to_string(records.size()), cost,
         copied, 0, 0});
    return {};
}

/// What versions, digests and the outbox add to the same rows in plain tables.
Result<void> costs(const Options& options, Report& report) {
    const QTemporaryDir raw;
    const auto records = sourceRecords(std::min(options.records, someRecords));
    std::vector<SourceEdit> edits = fanOutEdits(records, options.fanOut.edits);
    for (std::size_t i = 0; i < edits.size(); ++i) edits[i].client = static_cast<int>(i);  // a transaction each
    ZX_ASSIGN(const double inserted, plainInsert(pathOf(raw), records));
    static_cast<void>(inserted);
    ZX_ASSIGN(const double updated, plainUpdates(pathOf(raw), records, edits));
    ZX_ASSIGN(const auto scene, Scene::open());
    ZX_ASSIGN(const Cost written, measureLocalWrites(*scene, records, edits));
    ZX_TRY(scene->close());
    ZX_ASSIGN(const Storage storage,
              measureStorage(scene->database(), pathOf(raw) / "plain_insert.db", records.size()));
    const double each = updated / static_cast<double>(edits.size());
    report.figures.push_back({"local_write", "H local write of one edit, durable", written, each, 1 / 1.3, 0});
    const auto bytes = [&](const char* phase, const char* name, double value) {
        report.quantities.push_back({phase, name, value, "bytes", -1});
    };
    bytes("plain_bytes", "H a record in the plain table, with its index", storage.plainBytes);
    bytes("record_bytes", "H a record on the server, with its indices", storage.recordBytes);
    bytes("history_bytes", "H its history there", storage.historyBytes);
    bytes("version_bytes", "H of these: versions of fields, and digests", storage.versionBytes);
    const double share = 100 * storage.versionBytes / (storage.recordBytes - storage.versionBytes);
    report.quantities.push_back({"version_share", "H what versions and digests add to a record", share, "%", 15});
    return {};
}

/// Where every edit was is printed first; then a lost one is a failure.
Result<void> nothingIsLost(const Report& report) {
    for (const Quantity& quantity : report.quantities) {
        if (quantity.phase == "merge_lost" && quantity.value > 0)
            return Error{Code::damaged, "edits were lost silently", {}, {}};
    }
    return {};
}

Result<void> measure(const Options& options) {
    const Surroundings surroundings;
    Report report;
    if (options.wants("upload")) ZX_TRY(uploadAndBootstrap(options, report));
    if (options.wants("fan-out")) ZX_TRY(fanOut(options, report));
    if (options.wants("merge")) ZX_TRY(merge(options, report));
    if (options.wants("idle")) ZX_TRY(idle(options, report));
    if (options.wants("delta")) ZX_TRY(delta(options, report));
    if (options.wants("costs")) ZX_TRY(costs(options, report));
    printTable(report, surroundings);
    if (!options.json.empty()) ZX_TRY(appendLines(QString::fromStdString(options.json), report, surroundings));
    return nothingIsLost(report);
}

}  // namespace

/// Measures the server that lies beside this program. Slowness is a figure, not a failure: the exit status is 1 only
/// when something was lost, changed or could not be run.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    Options options;
    options.server = (QCoreApplication::applicationDirPath() + QStringLiteral("/zhixing-server")).toStdString();

    CLI::App arguments{"Measures a real zhixing-server over loopback, beside the raw limits of the same run."};
    arguments.add_option("--server", options.server, "the server to measure; the one beside this program by default");
    arguments.add_option("--records", options.records, "how many records are uploaded and fetched")
        ->check(CLI::Range(std::size_t{1}, recordsInAll));
    arguments.add_option("--edits", options.fanOut.edits, "how many edits are fanned out")->check(CLI::PositiveNumber);
    arguments.add_option("--readers", options.fanOut.readers, "how many devices watch")->check(CLI::Range(1, 25));
    arguments.add_option("--devices", options.merge.devices, "how many devices merge")->check(CLI::Range(1, 200));
    arguments.add_option("--device-edits", options.merge.edits, "how many edits each of them records")
        ->check(CLI::PositiveNumber);
    arguments.add_option("--connections", options.connections, "how many wait; edits and the storm are for the first")
        ->check(CLI::Range(std::size_t{1}, std::size_t{20'000}));
    arguments.add_option("--live-edits", options.liveEdits, "how many edits reach those")->check(CLI::PositiveNumber);
    arguments.add_option("--delta-records", options.deltaRecords, "how many records a device holds that is behind")
        ->check(CLI::PositiveNumber);
    arguments.add_option("--missed", options.missed, "how many edits it is behind")->check(CLI::PositiveNumber);
    arguments
        .add_option("--phases", options.phases,
                    "which are run: upload (with bootstrap), fan-out, merge, idle (with the storm), delta, costs")
        ->check(CLI::IsMember({"upload", "fan-out", "merge", "idle", "delta", "costs"}));
    arguments
        .add_option("--directory", options.directory,
                    "on which disk; the system's place for temporary files by default")
        ->check(CLI::ExistingDirectory);
    arguments.add_option("--json", options.json, "a file to append the figures to, as lines of JSON");
    CLI11_PARSE(arguments, argc, argv);

    qputenv("ZHIXING_SERVER", QByteArray::fromStdString(options.server));
    if (!options.directory.empty()) qputenv("TMPDIR", QByteArray::fromStdString(options.directory));
    if (const auto measured = measure(options); !measured) {
        std::cerr << "zhixing-bench: " << measured.error().message << '\n';
        return 1;
    }
    return 0;
}

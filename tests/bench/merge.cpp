#include "tests/bench/merge.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "shared/model/json_values.h"
#include "tests/bench/crew.h"
#include "tests/bench/mapping.h"

namespace zhixing::bench {
namespace {

using client::SyncEngine;

/// An edit as it was recorded: on which device, under which number, with which value.
struct Recorded {
    std::size_t device = 0;
    sync::Counter counter = 0;
    Id record;
    FieldValue value;
};

const RecordType& task() { return catalog().at("task"); }

/// One device's edits, in one commit or as few as there may be. `tasks` are as the device holds them.
Result<void> recordOffline(BenchDevice& device, std::size_t number, std::span<const SourceEdit> sources,
                           std::vector<Record> tasks, std::vector<Recorded>& all) {
    SystemClock clock;
    sync::Replica& replica = device.engine().device().replica();
    sync::Counter counter = replica.state().lastCounter;
    std::vector<sync::Edit> edits;
    for (const SourceEdit& source : sources) {
        Record& now = tasks[source.record];
        const FieldValue value = editedValue(source, now);
        now.fields[value.field] = value.value;
        all.push_back({number, ++counter, now.id, value});
        sync::Edit edit;
        edit.type = &task();
        edit.record = now.id;
        edit.values = {value};
        edits.push_back(std::move(edit));
    }
    std::span<const sync::Edit> rest(edits);
    while (!rest.empty()) {
        const std::size_t count = std::min(rest.size(), limits::batchOperationsMax);
        sync::ReplicaActions actions;
        ZX_TRY(replica.record(rest.first(count), clock.now(), actions, sync::Together::inOneCommit));
        rest = rest.subspan(count);
    }
    return {};
}

// ---- coming back

/// Looks at the devices again and again, which are at work meanwhile; false when that takes too long.
bool lookUntil(const std::function<bool()>& isDone) {
    constexpr int betweenMs = 10;
    const Stopwatch watch;
    while (!isDone()) {
        if (watch.ms() > waitMsMax) return false;
        pause(betweenMs);
    }
    return true;
}

/// Everything of everyone is decided, and everyone has all of it.
bool areTogether(Crew& crew) {
    std::set<sync::Seq> cursors;
    bool haveAll = true;
    crew.each([&](BenchDevice& device) {
        client::Device& own = device.engine().device();
        const auto pending = own.store().pendingCount();
        const sync::ReplicaState& state = own.replica().state();
        const bool hasAll = own.replica().serverHead() <= state.cursor && state.fills.empty();
        haveAll = haveAll && hasAll && pending && *pending == 0;
        cursors.insert(state.cursor);
    });
    return haveAll && cursors.size() == 1;
}

bool haveAgreed(Crew& crew) {
    bool have = true;
    crew.each([&](BenchDevice& device) {
        have = have && device.engine().isQuiet() && device.engine().device().replica().state().agreed;
    });
    return have;
}

Result<void> comeBack(Scene& scene, Devices& devices, Reunion& reunion) {
    Crew crew(devices);
    std::mutex noting;
    const Cost before = scene.spent();
    const auto changed = [&] {
        const Cost cost = scene.spent() - before;
        const std::lock_guard lock(noting);
        reunion.converged = cost;
    };
    const QObject listening;  // no longer when the crew takes the devices offline
    for (const auto& device : devices) {
        QObject::connect(&device->engine(), &SyncEngine::rowsChanged, &listening, changed, Qt::DirectConnection);
        QObject::connect(&device->engine(), &SyncEngine::outboxChanged, &listening, changed, Qt::DirectConnection);
    }
    crew.each([](BenchDevice& device) { device.engine().setOnline(true); });
    if (!lookUntil([&] { return areTogether(crew); })) return Error{Code::timed_out, "devices do not converge", {}, {}};
    // Rather than when they ask by themselves.
    crew.each([](BenchDevice& device) { device.engine().syncNow(); });
    if (!lookUntil([&] { return haveAgreed(crew); })) return Error{Code::timed_out, "devices do not agree", {}, {}};
    reunion.agreed = scene.spent() - before;
    return {};
}

/// The server has agreed with each of them; so they must agree with each other.
Result<void> holdTheSame(Devices& devices) {
    ZX_ASSIGN(const sync::Digest first, devices.front()->engine().device().store().totalDigest());
    for (const auto& device : devices) {
        ZX_ASSIGN(const sync::Digest other, device->engine().device().store().totalDigest());
        if (other != first) return Error{Code::damaged, "two devices ended in different states", {}, {}};
    }
    return {};
}

// ---- looking for every edit

/// Record, field and value of everything that lost and was kept.
using Losers = std::set<std::tuple<std::string, std::string, std::string>>;

Result<Losers> losersOn(BenchDevice& device) {
    Losers losers;
    const auto keep = [&](const Record& conflict) {
        losers.emplace(conflict.string("record_id"), conflict.string("field"), conflict.string("lost_value"));
    };
    ZX_TRY(device.engine().device().store().forEach(catalog().at("conflict"), keep));
    return losers;
}

std::string jsonOf(const FieldValue& value) {
    std::string json;
    appendJson(json, task().fields[value.field].kind, value.value);
    return json;
}

bool shows(const Value& now, const Value& edited) {
    if (now == edited) return true;
    const auto* tags = std::get_if<TagSet>(&now);
    const auto* added = std::get_if<TagSet>(&edited);
    return tags != nullptr && added != nullptr &&
           std::includes(tags->begin(), tags->end(), added->begin(), added->end());
}

Result<Fates> lookForAll(Devices& devices, const std::vector<Recorded>& edits) {
    std::set<std::pair<std::size_t, sync::Counter>> refused;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        ZX_ASSIGN(const auto tray, devices[i]->engine().device().store().tray());
        for (const sync::TrayItem& item : tray) refused.emplace(i, item.counter);
    }
    ZX_ASSIGN(const Losers losers, losersOn(*devices.front()));
    client::SqliteReplicaStore& store = devices.front()->engine().device().store();
    Fates fates;
    for (const Recorded& edit : edits) {
        ZX_ASSIGN(const auto found, store.find(task(), edit.record));
        const std::string field(task().fields[edit.value.field].name);
        if (refused.contains({edit.device, edit.counter})) {
            ++fates.inTrays;
        } else if (found && shows(found->fields[edit.value.field], edit.value.value)) {
            ++fates.inState;
        } else if (losers.contains({edit.record.text(), field, jsonOf(edit.value)})) {
            ++fates.inConflicts;
        } else {
            ++fates.lost;
        }
    }
    return fates;
}

}  // namespace

Result<Reunion> measureMerge(Scene& scene, const std::vector<SourceRecord>& records, const MergeSize& size) {
    ZX_ASSIGN(const auto writer, scene.newDevice("writer"));
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);
    ZX_TRY(writer->addTasks(records));
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);

    Devices devices;
    std::vector<Recorded> edits;
    const auto sources = mergeEdits(records, size.devices, size.edits);
    std::vector<Record> tasks;
    for (const SourceRecord& record : records) tasks.push_back(expectedTask(record));
    for (int i = 0; i < size.devices; ++i) {
        ZX_ASSIGN(auto device, scene.newDevice("device" + QString::number(i)));
        ZX_TRY(device->agree());
        device->engine().setOnline(false);
        const auto number = static_cast<std::size_t>(i);
        const auto own = std::span(sources).subspan(number * size.edits, size.edits);
        ZX_TRY(recordOffline(*device, number, own, tasks, edits));
        devices.push_back(std::move(device));
    }
    Reunion reunion;
    ZX_TRY(comeBack(scene, devices, reunion));
    ZX_TRY(holdTheSame(devices));
    ZX_ASSIGN(reunion.fates, lookForAll(devices, edits));
    return reunion;
}

}  // namespace zhixing::bench

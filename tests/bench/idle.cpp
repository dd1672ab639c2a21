#include "tests/bench/idle.h"

#include <algorithm>

#include "tests/bench/bare_readers.h"
#include "tests/bench/mapping.h"

namespace zhixing::bench {
namespace {

constexpr std::size_t strangersAtOnce = 40;  // so that the server turns nobody away
constexpr int settlingMs = 3'000;

Result<void> holdAll(Scene& scene, BareReaders& readers, const QByteArray& token, std::size_t count,
                     std::size_t together) {
    readers.connectAll(scene.url(), token, count, together);
    if (waitUntil([&] { return readers.ready() == count; })) return {};
    return Error{Code::timed_out, std::to_string(readers.ready()) + " connections only", {}, {}};
}

Result<void> editLive(BenchDevice& writer, const std::vector<SourceRecord>& records, std::size_t count,
                      BareReaders& readers) {
    std::vector<Record> tasks;
    for (const SourceRecord& record : records) tasks.push_back(expectedTask(record));
    for (const SourceEdit& source : fanOutEdits(records, count)) {
        Record& task = tasks[source.record];
        const FieldValue value = editedValue(source, task);
        task.fields[value.field] = value.value;
        sync::Edit edit;
        edit.type = task.type;
        edit.record = task.id;
        edit.values = {value};
        Result<void> recorded;
        readers.awaitPage();
        writer.engine().record({edit}, [&](const Result<std::vector<Id>>& ids) {
            if (!ids) recorded = ids.error();
        });
        ZX_TRY(recorded);
        if (!waitUntil([&] { return readers.haveAllPages(); }))
            return Error{Code::damaged, "a live change did not reach everybody", {}, {}};
    }
    return {};
}

}  // namespace

Result<std::vector<Held>> measureIdle(Scene& scene, const std::string& login, const std::vector<std::size_t>& counts) {
    ZX_ASSIGN(const QByteArray token, scene.newToken(login));
    const std::size_t possible = BareReaders::possible();
    BareReaders readers;
    pause(settlingMs);
    const double before = scene.serverKilobytes();
    std::vector<Held> all;
    for (const std::size_t wanted : counts) {
        Held held;
        held.wanted = wanted;
        held.connections = std::min(wanted, possible);
        const Cost start = scene.spent();
        ZX_TRY(holdAll(scene, readers, token, held.connections, strangersAtOnce));
        held.opening = scene.spent() - start;
        pause(settlingMs);
        held.kilobytesEach = (scene.serverKilobytes() - before) / static_cast<double>(held.connections);
        all.push_back(held);
    }
    return all;
}

Result<Live> measureLive(Scene& scene, const std::string& login, const std::vector<SourceRecord>& ofSite,
                         const LiveSize& size) {
    ZX_ASSIGN(const QByteArray token, scene.newToken(login));
    ZX_ASSIGN(const auto writer, scene.newDevice("writer"));
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);
    ZX_TRY(writer->addTasks(ofSite));
    ZX_TRY(writer->agree());

    const std::size_t count = std::min(size.readers, BareReaders::possible());
    BareReaders readers;
    ZX_TRY(holdAll(scene, readers, token, count, strangersAtOnce));
    ZX_TRY(editLive(*writer, ofSite, size.edits, readers));
    Live live;
    live.timesMs = readers.pageTimes();

    writer->engine().setOnline(false);
    ZX_TRY(scene.restart());
    if (!waitUntil([&] { return readers.ready() == 0; }))
        return Error{Code::timed_out, "connections outlive their server", {}, {}};
    const std::size_t before = readers.turnedAway();
    const Cost start = scene.spent();
    ZX_TRY(holdAll(scene, readers, token, count, count));
    live.storm = scene.spent() - start;
    live.turnedAway = readers.turnedAway() - before;
    return live;
}

}  // namespace zhixing::bench

#include "tests/bench/phases.h"

#include <optional>

#include "shared/catalog/catalog.h"
#include "tests/bench/mapping.h"
#include "tests/bench/stopwatch.h"

namespace zhixing::bench {
namespace {

using client::SyncEngine;

std::vector<Record> expectedTasks(const std::vector<SourceRecord>& records) {
    std::vector<Record> tasks;
    tasks.reserve(records.size());
    for (const SourceRecord& record : records) tasks.push_back(expectedTask(record));
    return tasks;
}

Error lost(const std::string& what) { return {Code::damaged, what, {}, {}}; }

/// Everyone who watches, and when each of them saw the edit at hand.
class Audience {
public:
    void add(std::unique_ptr<BenchDevice> reader) {
        SyncEngine& engine = reader->engine();
        const std::size_t position = readers_.size();
        readers_.push_back(std::move(reader));
        seen_.push_back(true);
        QObject::connect(&engine, &SyncEngine::rowsChanged, &engine, [this, position](const QSet<QString>& types) {
            if (seen_[position] || !types.contains(QStringLiteral("task"))) return;
            seen_[position] = true;
            ++seenCount_;
            times_.push_back(watch_->ms());
        });
    }
    void begin() {
        seen_.assign(seen_.size(), false);
        seenCount_ = 0;
        watch_.emplace();
    }
    [[nodiscard]] bool haveSeen() const { return seenCount_ == seen_.size(); }
    [[nodiscard]] std::vector<std::unique_ptr<BenchDevice>>& readers() { return readers_; }
    [[nodiscard]] const std::vector<double>& times() const { return times_; }

private:
    std::vector<std::unique_ptr<BenchDevice>> readers_;
    std::vector<bool> seen_;
    std::size_t seenCount_ = 0;
    std::vector<double> times_;
    std::optional<Stopwatch> watch_;
};

/// What a reader was told about must be there to be read.
Result<void> showsEdit(BenchDevice& reader, const Record& expected) {
    ZX_ASSIGN(const auto shown, reader.engine().device().store().find(*expected.type, expected.id));
    if (!shown || !isAsExpected(*shown, expected)) return lost("a reader was told of an edit that it does not show");
    return {};
}

Result<void> recordAndWatch(BenchDevice& writer, Audience& audience, const SourceEdit& source, Record& task) {
    const FieldValue value = editedValue(source, task);
    sync::Edit edit;
    edit.type = task.type;
    edit.record = task.id;
    edit.values = {value};
    task.fields[value.field] = value.value;

    Result<void> recorded;
    audience.begin();
    writer.engine().record({edit}, [&](const Result<std::vector<Id>>& ids) {
        if (!ids) recorded = ids.error();
    });
    ZX_TRY(recorded);
    if (!waitUntil([&] { return audience.haveSeen(); })) return lost("an edit did not arrive everywhere");
    for (const auto& reader : audience.readers()) ZX_TRY(showsEdit(*reader, task));
    return {};
}

}  // namespace

Result<Upload> measureUpload(Scene& scene, const std::vector<SourceRecord>& records) {
    ZX_ASSIGN(const auto device, scene.newDevice("writer"));
    SyncEngine& engine = device->engine();
    ZX_TRY(device->agree());  // it knows the organisation, as a device that was in use does
    engine.setOnline(false);
    ZX_TRY(device->addTasks(records));

    Upload upload;
    const auto total = static_cast<int>(records.size());
    QObject context;
    const Cost before = scene.spent();
    QObject::connect(&engine, &SyncEngine::stepped, &context, [&] {
        const bool isAcknowledged = engine.counts().pushed + engine.counts().rejected >= total;
        if (upload.acknowledged.ms == 0 && isAcknowledged) upload.acknowledged = scene.spent() - before;
    });
    ZX_TRY(device->agree());
    upload.agreed = scene.spent() - before;
    if (engine.counts().pushed != total) return lost(std::to_string(engine.counts().rejected) + " tasks were refused");
    ZX_TRY(device->compare(expectedTasks(records)));
    engine.setOnline(false);
    return upload;
}

Result<Cost> measureBootstrap(Scene& scene, const std::vector<SourceRecord>& records) {
    ZX_ASSIGN(const auto device, scene.newDevice("newcomer"));
    const Cost before = scene.spent();
    ZX_TRY(device->agree());
    const Cost cost = scene.spent() - before;
    ZX_TRY(device->compare(expectedTasks(records)));
    return cost;
}

Result<FanOut> measureFanOut(Scene& scene, const std::vector<SourceRecord>& records, const FanOutSize& size) {
    ZX_ASSIGN(const auto writer, scene.newDevice("writer"));
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);
    ZX_TRY(writer->addTasks(records));
    ZX_TRY(writer->agree());
    Audience audience;
    for (int i = 0; i < size.readers; ++i) {
        ZX_ASSIGN(auto reader, scene.newDevice("reader" + QString::number(i)));
        ZX_TRY(reader->agree());
        audience.add(std::move(reader));
    }
    std::vector<Record> tasks = expectedTasks(records);
    const Cost before = scene.spent();
    for (const SourceEdit& edit : fanOutEdits(records, size.edits)) {
        ZX_TRY(recordAndWatch(*writer, audience, edit, tasks[edit.record]));
    }
    const Cost cost = scene.spent() - before;
    for (const auto& reader : audience.readers()) {
        ZX_TRY(reader->agree());
        ZX_TRY(reader->compare(tasks));
    }
    ZX_TRY(writer->agree());
    ZX_TRY(writer->compare(tasks));
    return FanOut{audience.times(), cost};
}

}  // namespace zhixing::bench

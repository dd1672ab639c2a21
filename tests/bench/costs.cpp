#include "tests/bench/costs.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <string>

#include "shared/base/limits.h"
#include "shared/sqlite/failure.h"
#include "tests/bench/mapping.h"

namespace zhixing::bench {
namespace {

sync::Edit editOf(const SourceEdit& source, Record& task) {
    const FieldValue value = editedValue(source, task);
    task.fields[value.field] = value.value;
    sync::Edit edit;
    edit.type = task.type;
    edit.record = task.id;
    edit.values = {value};
    return edit;
}

std::vector<Record> tasksOf(const std::vector<SourceRecord>& records) {
    std::vector<Record> tasks;
    tasks.reserve(records.size());
    for (const SourceRecord& record : records) tasks.push_back(expectedTask(record));
    return tasks;
}

/// A device that knows the organisation, and on it the tasks, agreed with the server.
Result<std::unique_ptr<BenchDevice>> writerWith(Scene& scene, const std::vector<SourceRecord>& records) {
    ZX_ASSIGN(auto writer, scene.newDevice("writer"));
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);
    ZX_TRY(writer->addTasks(records));
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);
    return writer;
}

double number(SQLite::Database& database, const std::string& query) {
    SQLite::Statement statement(database, query);
    return statement.executeStep() ? statement.getColumn(0).getDouble() : 0;
}

/// Pages of a table and its indices.
double bytesOf(SQLite::Database& database, const std::string& table) {
    return number(database,
                  "SELECT sum(pgsize) FROM dbstat WHERE name IN "
                  "(SELECT name FROM sqlite_master WHERE tbl_name = '" +
                      table + "')");
}

}  // namespace

Result<Cost> measureDelta(Scene& scene, const std::vector<SourceRecord>& records, std::size_t edits) {
    ZX_ASSIGN(const auto writer, writerWith(scene, records));
    ZX_ASSIGN(const auto reader, scene.newDevice("reader"));
    ZX_TRY(reader->agree());
    reader->engine().setOnline(false);

    std::vector<Record> tasks = tasksOf(records);
    std::vector<sync::Edit> missed;
    for (const SourceEdit& source : fanOutEdits(records, edits)) missed.push_back(editOf(source, tasks[source.record]));
    std::span<const sync::Edit> rest(missed);
    SystemClock clock;
    while (!rest.empty()) {
        const std::size_t count = std::min(rest.size(), limits::batchOperationsMax);
        sync::ReplicaActions actions;
        ZX_TRY(writer->engine().device().replica().record(rest.first(count), clock.now(), actions,
                                                          sync::Together::inOneCommit));
        rest = rest.subspan(count);
    }
    ZX_TRY(writer->agree());
    writer->engine().setOnline(false);

    const Cost before = scene.spent();
    ZX_TRY(reader->agree());
    const Cost cost = scene.spent() - before;
    ZX_TRY(reader->compare(tasks));
    return cost;
}

Result<Cost> measureLocalWrites(Scene& scene, const std::vector<SourceRecord>& records,
                                const std::vector<SourceEdit>& edits) {
    ZX_ASSIGN(const auto writer, writerWith(scene, records));
    std::vector<Record> tasks = tasksOf(records);
    Result<void> recorded;
    const Cost before = scene.spent();
    for (const SourceEdit& source : edits) {
        writer->engine().record({editOf(source, tasks[source.record])}, [&](const Result<std::vector<Id>>& ids) {
            if (!ids) recorded = ids.error();
        });
    }
    const Cost all = scene.spent() - before;
    ZX_TRY(recorded);
    ZX_TRY(writer->agree());
    ZX_TRY(writer->compare(tasks));
    const auto count = static_cast<double>(edits.size());
    return Cost{all.ms / count, all.devicesCpuMs / count, 0};
}

Result<Storage> measureStorage(const std::filesystem::path& server, const std::filesystem::path& plain,
                               std::size_t plainRecords) {
    return sqlite::guarded([&] {
        SQLite::Database ours(server.string(), SQLite::OPEN_READONLY);
        SQLite::Database theirs(plain.string(), SQLite::OPEN_READONLY);
        const double count = number(ours, "SELECT count(*) FROM record");
        const double versions = number(ours, "SELECT sum(length(field_versions)) FROM record");
        return Storage{bytesOf(ours, "record") / count, bytesOf(ours, "zx_history") / count,
                       (versions + bytesOf(ours, "zx_digest")) / count,
                       bytesOf(theirs, "task") / static_cast<double>(plainRecords)};
    });
}

}  // namespace zhixing::bench

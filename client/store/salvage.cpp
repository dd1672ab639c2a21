#include "client/store/salvage.h"

#include <fstream>
#include <functional>
#include <map>

#include "client/store/blob_queue.h"
#include "client/store/device.h"
#include "client/store/own_rows.h"
#include "client/store/schema.h"
#include "shared/model/document.h"
#include "sync/wire/codec.h"

namespace zhixing::client {
namespace {

using sqlite::Use;
using sync::Counter;

/// Visits rows until one cannot be read; whether the end was reached.
bool readUntilDamage(sqlite::Database& database, const std::string& select,
                     const std::function<bool(const SQLite::Statement&)>& visit) {
    bool isWhole = true;
    const auto read = sqlite::guarded([&] {
        Use row(database.prepared(select));
        while (row->executeStep()) isWhole = visit(*row) && isWhole;
    });
    return read.ok() && isWhole;
}

/// From the front and, where that did not reach the end, from the back.
bool readBothWays(sqlite::Database& database, const std::string& select, const std::string& key,
                  const std::function<bool(const SQLite::Statement&)>& visit) {
    if (readUntilDamage(database, select + " ORDER BY " + key, visit)) return true;
    (void)readUntilDamage(database, select + " ORDER BY " + key + " DESC", visit);
    return false;
}

/// The condition that a row of the table is as it was written. A store may have come to harm before it knew sums.
std::string checkIn(sqlite::Database& database, const std::string& table, const std::string& condition) {
    const auto columns =
        database.number("SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = 'row_sum'");
    return columns.ok() && *columns > 0 ? condition : "1";
}

/// The state says it; where that cannot be read, the numbers that were given do, as far as they are here.
Counter readLastCounter(sqlite::Database& database) {
    Counter last = 0;
    for (const char* select : {"SELECT last_counter FROM zx_state", "SELECT max(counter) FROM zx_outbox",
                               "SELECT max(counter) FROM zx_tray", "SELECT max(counter) FROM zx_sent"}) {
        const auto found = database.number(select);
        if (found.ok()) last = std::max(last, *found);
    }
    return last;
}

bool readUnsent(const Catalog& catalog, sqlite::Database& database, Salvage& work) {
    std::map<Counter, sync::PendingOperation> found;
    const std::string select = "SELECT line, " + checkIn(database, "zx_outbox", outboxIsWhole()) + " FROM zx_outbox";
    const bool isWhole = readBothWays(database, select, "counter", [&](const auto& row) {
        sync::PendingOperation pending;
        pending.line = row.getColumn(0).getString();
        if (row.getColumn(1).getInt() == 0) return work.changed.insert(pending.line), false;
        auto operation = sync::decodeOperation(catalog, pending.line);
        if (!operation.ok()) return false;
        pending.operation = std::move(operation).value();
        found[pending.operation.counter] = std::move(pending);
        return true;
    });
    for (auto& [counter, pending] : found) work.unsent.push_back(std::move(pending));
    return isWhole;
}

bool readRefused(const Catalog& catalog, sqlite::Database& database, Salvage& work) {
    std::map<Counter, sync::TrayItem> found;
    const std::string select = "SELECT counter, line, code, message, field, rejected_at, " +
                               checkIn(database, "zx_tray", trayIsWhole()) + " FROM zx_tray";
    const bool isWhole = readBothWays(database, select, "counter", [&](const auto& row) {
        if (row.getColumn(6).getInt() == 0) return work.changed.insert(row.getColumn(1).getString()), false;
        auto operation = sync::decodeOperation(catalog, row.getColumn(1).getString());
        const auto code = codeFromWord(row.getColumn(2).getString());
        if (!operation.ok() || !code) return false;
        const Error error{*code, row.getColumn(3).getString(), row.getColumn(4).getString(), {}};
        const Counter counter = row.getColumn(0).getInt64();
        found[counter] = {counter, std::move(operation).value(), error, Instant{row.getColumn(5).getInt64()}};
        return true;
    });
    for (auto& [counter, item] : found) work.refused.push_back(std::move(item));
    return isWhole;
}

bool readDrafts(sqlite::Database& database, Salvage& work) {
    std::map<std::string, DraftStore::Draft> found;
    const bool isWhole =
        readBothWays(database, "SELECT key, body, saved_at FROM zx_draft", "key", [&](const auto& row) {
            const std::string key = row.getColumn(0).getString();
            found[key] = {key, row.getColumn(1).getString(), Instant{row.getColumn(2).getInt64()}};
            return true;
        });
    for (auto& [key, draft] : found) work.drafts.push_back(std::move(draft));
    return isWhole;
}

Result<void> writeList(const std::filesystem::path& file, const Salvage& work) {
    std::string lines;
    for (const auto& pending : work.unsent) lines += R"({"unsent":)" + pending.line + "}\n";
    for (const auto& item : work.refused) lines += R"({"refused":)" + sync::encodeOperation(item.operation) + "}\n";
    for (const std::string& line : work.changed) {
        lines += R"({"changed":)";
        appendJsonString(lines, line);
        lines += "}\n";
    }
    for (const auto& draft : work.drafts) {
        lines += R"({"draft":)";
        appendJsonString(lines, draft.key);
        lines += R"(,"body":)";
        appendJsonString(lines, draft.body);
        lines += "}\n";
    }
    std::ofstream out(file, std::ios::binary);
    out << lines;
    out.close();
    if (!out) return Error{Code::io_failed, "cannot write " + file.string(), {}, {}};
    return {};
}

}  // namespace

Salvage salvage(const Catalog& catalog, const std::filesystem::path& store) {
    Salvage work;
    auto database = sqlite::Database::openReader(store, storeFormat());
    if (!database.ok()) {
        work.isComplete = false;
        return work;
    }
    const bool hasUnsent = readUnsent(catalog, *database, work);
    const bool hasRefused = readRefused(catalog, *database, work);
    const bool hasDrafts = readDrafts(*database, work);
    work.lastCounter = readLastCounter(*database);
    work.isComplete = hasUnsent && hasRefused && hasDrafts;
    return work;
}

Result<Rebuilt> rebuild(const Catalog& catalog, const std::filesystem::path& store, const DeviceIdentity& identity,
                        Instant now) {
    Rebuilt rebuilt{salvage(catalog, store), store.string() + ".damaged-" + std::to_string(now.ms), {}};
    rebuilt.list = rebuilt.aside.string() + ".ndjson";
    ZX_TRY(writeList(rebuilt.list, rebuilt.work));
    std::error_code failed;
    for (const char* part : {"-wal", "-shm", ""}) {
        if (!std::filesystem::exists(store.string() + part, failed)) continue;
        std::filesystem::rename(store.string() + part, rebuilt.aside.string() + part, failed);
        if (failed) return Error{Code::io_failed, store.string() + part + ": " + failed.message(), {}, {}};
    }
    ZX_ASSIGN(const auto device, Device::open(catalog, store));
    ZX_TRY(device->replica().enrolled(identity.device, identity.person, identity.home));
    ZX_TRY(device->replica().takeOver(rebuilt.work.unsent, rebuilt.work.refused, rebuilt.work.lastCounter));
    DraftStore drafts(device->store().database());
    for (const auto& draft : rebuilt.work.drafts) ZX_TRY(drafts.save(draft));
    ZX_ASSIGN(rebuilt.photos, BlobQueue(device->store().database()).requeueFiles(now));
    return rebuilt;
}

}  // namespace zhixing::client

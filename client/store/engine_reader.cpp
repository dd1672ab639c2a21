#include "client/store/engine_reader.h"

#include <fstream>
#include <map>

#include "client/store/digest_table.h"
#include "client/store/held_rows.h"
#include "client/store/incident_table.h"
#include "shared/model/organisation.h"
#include "shared/sqlite/columns.h"
#include "shared/sqlite/typed_tables.h"
#include "sync/digest.h"
#include "sync/wire/line_writer.h"

namespace zhixing::client {

using sqlite::guarded;
using sqlite::Use;

namespace {

using Digests = std::map<Scope, sync::Digest>;

/// Several questions, one moment: the writer may commit in between.
class Snapshot {
public:
    explicit Snapshot(sqlite::Database& database) : database_(&database) { database.raw().exec("BEGIN"); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot() { database_->raw().tryExec("ROLLBACK"); }

private:
    sqlite::Database* database_;
};

Result<Digests> countedDigests(sqlite::Database& database, const Catalog& catalog) {
    Digests digests;
    ZX_TRY(forEachHeld(database, catalog, {},
                       [&](const sync::Held& held) { digests[held.scope].add(held.record, held.version); }));
    return digests;
}

}  // namespace

Result<std::vector<EngineReader::Waiting>> EngineReader::waiting(std::optional<Id> record) {
    return guarded([&]() -> Result<std::vector<Waiting>> {
        const std::string select =
            "SELECT line, settled_seq, tries - tries_before, code, message, at FROM zx_outbox, zx_failure";
        Use found(database_->prepared(select + (record ? " WHERE record = ?1" : "") + " ORDER BY counter"));
        if (record) sqlite::bindId(*found, 1, *record);
        std::vector<Waiting> operations;
        while (found->executeStep()) {
            Waiting waiting{
                found->getColumn(0).getString(), found->getColumn(1).getInt64() > 0, found->getColumn(2).getInt(), {}};
            if (waiting.tries > 0) {
                const auto code = codeFromWord(found->getColumn(3).getString());
                if (!code) return Error{Code::damaged, "a failure whose code is not known", {}, {}};
                waiting.failure = sync::Failure{Error{*code, found->getColumn(4).getString(), {}, {}},
                                                Instant{found->getColumn(5).getInt64()}};
            }
            operations.push_back(std::move(waiting));
        }
        return operations;
    });
}

Result<std::vector<EngineReader::Refused>> EngineReader::refused() { return refusedIn("zx_tray", "0"); }

Result<std::vector<EngineReader::Refused>> EngineReader::discarded() {
    return refusedIn("zx_discarded", "discarded_at");
}

Result<std::vector<EngineReader::Refused>> EngineReader::refusedIn(const std::string& table,
                                                                   const std::string& discardedAt) {
    return guarded([&]() -> Result<std::vector<Refused>> {
        Use found(database_->prepared("SELECT line, code, message, field, exceeded, rejected_at, " + discardedAt +
                                      " FROM " + table + " ORDER BY counter"));
        std::vector<Refused> operations;
        while (found->executeStep()) {
            const auto code = codeFromWord(found->getColumn(1).getString());
            if (!code) return Error{Code::damaged, "a rejection whose code is not known", {}, {}};
            Refused refused{found->getColumn(0).getString(),
                            {*code, found->getColumn(2).getString(), found->getColumn(3).getString(), {}},
                            Instant{found->getColumn(5).getInt64()},
                            Instant{found->getColumn(6).getInt64()}};
            if (!found->isColumnNull(4)) refused.error.limit = found->getColumn(4).getInt64();
            operations.push_back(std::move(refused));
        }
        return operations;
    });
}

std::string EngineReader::Refused::json() const {
    std::string text;
    sync::LineWriter more(text);
    more.word("code", word(error.code)).text("message", error.message);
    if (!error.field.empty()) more.text("field", error.field);
    if (error.limit) more.number("limit", *error.limit);
    more.number("rejected_at", rejectedAt.ms);
    if (discardedAt.ms != 0) more.number("discarded_at", discardedAt.ms);
    more.end();
    return line.substr(0, line.size() - 1) + ',' + text.substr(1);
}

Result<void> EngineReader::exportTray(const std::filesystem::path& file) {
    ZX_ASSIGN(const auto items, refused());
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        return Error{Code::already_exists, file.string() + " exists and stays as it is", {}, {}};
    }
    std::ofstream out(file, std::ios::binary);
    for (const Refused& item : items) out << item.json() << '\n';
    out.flush();
    if (!out) return Error{Code::io_failed, "cannot write " + file.string(), {}, {}};
    return {};
}

Result<std::optional<EngineReader::ServerState>> EngineReader::serverState(const Id& record) {
    return guarded([&]() -> Result<std::optional<ServerState>> {
        Use found(database_->prepared("SELECT version, is_deleted, fields FROM zx_shadow WHERE record = ?1"));
        sqlite::bindId(*found, 1, record);
        if (!found->executeStep()) return std::optional<ServerState>{};
        return std::optional<ServerState>(ServerState{found->getColumn(0).getInt64(), found->getColumn(1).getInt() != 0,
                                                      found->getColumn(2).getString()});
    });
}

Result<Id> EngineReader::person() {
    return guarded([&]() -> Result<Id> {
        Use state(database_->prepared("SELECT person FROM zx_state"));
        if (!state->executeStep()) return Id{};
        return sqlite::readId(state->getColumn(0));
    });
}

Result<std::vector<sync::Incident>> EngineReader::incidents() { return readIncidents(*database_); }

Result<EngineReader::Verified> EngineReader::verify() {
    ZX_TRY(database_->verify());
    return guarded([&]() -> Result<Verified> {
        const Snapshot snapshot(*database_);
        ZX_ASSIGN(const DigestTable kept, DigestTable::read(*database_));
        ZX_ASSIGN(const Digests counted, countedDigests(*database_, *catalog_));
        sync::Digest total;
        bool isSame = true;
        for (const auto& [scope, digest] : counted) {
            isSame = isSame && kept.find(scope) == digest;
            total.add(digest);
        }
        if (!isSame || kept.total() != total) {
            return Error{Code::damaged, "the records held here are not those that were counted as they came", {}, {}};
        }
        return Verified{total.count, static_cast<std::int64_t>(counted.size())};
    });
}

}  // namespace zhixing::client

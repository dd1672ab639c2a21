#include "server/store/audit.h"

#include <map>

#include "server/store/checkpoint.h"
#include "server/store/columns.h"
#include "server/store/history_chain.h"

namespace zhixing::server {

namespace {

using sqlite::guarded;
using sqlite::Use;
using sync::Digest;

Error damaged(std::string what) { return Error{Code::damaged, std::move(what), {}, {}}; }

Result<void> inspectChain(sqlite::Database& database, const Catalog& catalog, Inspection& seen) {
    return guarded([&]() -> Result<void> {
        ZX_ASSIGN(const Checkpoint sealed, newestCheckpoint(database));
        ZX_ASSIGN(const Hash256 kept, keptHash(database, catalog, sealed.horizon));
        if (kept != sealed.kept) return damaged("what is left of the compacted history is not what was sealed");
        seen.horizon = sealed.horizon;
        sync::Seq reached = sealed.horizon;
        Hash256 previous = sealed.chain;
        Use row(database.prepared("SELECT " + std::string(historyColumns) +
                                  ", hash FROM zx_history WHERE seq > ? ORDER BY seq"));
        row->bind(1, sealed.horizon);
        while (row->executeStep()) {
            const auto where = "history row " + std::to_string(++reached);
            ZX_ASSIGN(const HistoryRow read, readHistoryRow(*row, catalog));
            if (read.entry.seq != reached) return damaged(where + " is missing");
            const Hash256 hash = chainHash(previous, read.entry, read.texts, read.content);
            if (hash != hashAt(*row, 13)) return damaged(where + " does not fit its hash: the audit chain is broken");
            previous = hash;
        }
        if (reached != seen.head) {
            return damaged("the history ends at " + std::to_string(reached) + ", the head is " +
                           std::to_string(seen.head));
        }
        ZX_ASSIGN(seen.history, database.number("SELECT count(*) FROM zx_history"));
        return {};
    });
}

Result<void> inspectRecords(sqlite::Database& database, std::map<Scope, Digest>& digests, Inspection& seen) {
    return guarded([&]() -> Result<void> {
        Use row(
            database.prepared("SELECT r.id, r.place, r.audience, r.version, r.deleted, r.document, "
                              "h.record IS r.id AND h.version IS r.version, h.content "
                              "FROM record r LEFT JOIN zx_history h ON h.seq = r.seq"));
        while (row->executeStep()) {
            const Id id = idAt(*row, 0);
            const Scope scope{idAt(*row, 1), static_cast<Audience>(row->getColumn(2).getInt())};
            const bool isDeleted = row->getColumn(4).getInt() != 0;
            const bool isInHistory = row->getColumn(6).getInt() != 0;
            if (!isInHistory || contentHash(scope, isDeleted, textAt(*row, 5)) != idAt(*row, 7).bytes()) {
                return damaged("record " + id.text() + " is not what its history says");
            }
            if (isDeleted) {
                ++seen.deleted;
                continue;
            }
            ++seen.records;
            digests[scope].add(id, row->getColumn(3).getInt64());
        }
        return {};
    });
}

Result<void> compareDigests(SqliteAuthorityStore& store, std::map<Scope, Digest> computed) {
    ZX_ASSIGN(const auto stored, store.digests());
    for (const auto& [scope, digest] : stored) {
        if (computed[scope] != digest)
            return damaged("the digest of node " + scope.place.text() + " does not fit its records");
        computed.erase(scope);
    }
    for (const auto& [scope, digest] : computed) {
        if (digest != Digest{}) return damaged("node " + scope.place.text() + " has no digest");
    }
    return {};
}

}  // namespace

Result<Inspection> inspectStore(sqlite::Database& database, SqliteAuthorityStore& store, const Catalog& catalog) {
    ZX_TRY(database.verify());
    Inspection seen;
    ZX_ASSIGN(seen.head, store.head());
    ZX_TRY(inspectChain(database, catalog, seen));
    std::map<Scope, Digest> digests;
    ZX_TRY(inspectRecords(database, digests, seen));
    ZX_TRY(compareDigests(store, std::move(digests)));
    return seen;
}

}  // namespace zhixing::server

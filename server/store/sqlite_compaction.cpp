#include "server/store/checkpoint.h"
#include "server/store/columns.h"
#include "server/store/field_versions.h"
#include "server/store/sqlite_authority_store.h"

/// The part of the store that forgets: what nobody needs to decide, feed or check anything by.
namespace zhixing::server {

using sqlite::guarded;
using sqlite::Use;
using sync::Compaction;
using sync::Keeping;
using sync::Seq;

namespace {

/// Lines of the history looked at between two times of deleting, so that a long history need not fit into memory.
constexpr int stretch = 10'000;

struct Tombstone {
    Id record;
    const RecordType* type = nullptr;
};

Result<std::vector<Tombstone>> tombstonesUpTo(sqlite::Database& database, const Catalog& catalog, Seq horizon) {
    return guarded([&]() -> Result<std::vector<Tombstone>> {
        std::vector<Tombstone> found;
        Use row(database.prepared("SELECT id, type FROM record WHERE deleted = 1 AND seq <= ?"));
        row->bind(1, horizon);
        while (row->executeStep()) {
            const RecordType* type = catalog.find(static_cast<std::uint16_t>(row->getColumn(1).getInt()));
            if (type == nullptr) return Error{Code::damaged, "a record is of an unknown type", {}, {}};
            found.push_back({idAt(*row, 0), type});
        }
        return found;
    });
}

Result<std::int64_t> forgetDeleted(sqlite::Database& database, const Catalog& catalog, Seq horizon,
                                   const Keeping& keeps) {
    ZX_ASSIGN(const auto tombstones, tombstonesUpTo(database, catalog, horizon));
    return guarded([&] {
        std::int64_t count = 0;
        for (const Tombstone& tombstone : tombstones) {
            if (keeps(*tombstone.type, tombstone.record)) continue;
            Use erased(database.prepared("DELETE FROM record WHERE id = ?"));
            bindId(*erased, 1, tombstone.record);
            erased->exec();
            ++count;
        }
        return count;
    });
}

/// Whether the line made something that its record still is: its newest version, or the value of a field.
bool isNeeded(const SQLite::Statement& row) {
    if (row.getColumn(2).isNull()) return false;  // the record itself is forgotten
    const Version version = row.getColumn(1).getInt64();
    if (row.getColumn(2).getInt64() == version) return true;
    const auto packed = row.getColumn(3);
    const std::string_view bytes(static_cast<const char*>(packed.getBlob()),
                                 static_cast<std::size_t>(packed.getBytes()));
    const auto versions = unpackVersions(bytes, bytes.size());  // at least a byte each
    return std::find(versions.begin(), versions.end(), version) != versions.end();
}

Result<std::int64_t> forgetHistory(sqlite::Database& database, Seq horizon) {
    return guarded([&] {
        std::int64_t count = 0;
        Seq reached = 0;
        for (bool isMore = true; isMore;) {
            std::vector<Seq> doomed;
            int looked = 0;
            {
                Use row(
                    database.prepared("SELECT h.seq, h.version, r.version, r.field_versions FROM zx_history h "
                                      "LEFT JOIN record r ON r.id = h.record WHERE h.seq > ? AND h.seq <= ? "
                                      "ORDER BY h.seq LIMIT ?"));
                row->bind(1, reached);
                row->bind(2, horizon);
                row->bind(3, stretch);
                for (; row->executeStep(); ++looked) {
                    reached = row->getColumn(0).getInt64();
                    if (!isNeeded(*row)) doomed.push_back(reached);
                }
            }
            for (const Seq seq : doomed) {
                Use erased(database.prepared("DELETE FROM zx_history WHERE seq = ?"));
                erased->bind(1, seq);
                erased->exec();
            }
            count += static_cast<std::int64_t>(doomed.size());
            isMore = looked == stretch;
        }
        return count;
    });
}

Result<std::int64_t> forgetDepartures(sqlite::Database& database, Seq horizon) {
    return guarded([&] {
        Use erased(database.prepared("DELETE FROM zx_departure WHERE seq <= ?"));
        erased->bind(1, horizon);
        return static_cast<std::int64_t>(erased->exec());
    });
}

}  // namespace

Result<Seq> SqliteAuthorityStore::horizon() {
    return database_->number("SELECT coalesce(max(horizon), 0) FROM zx_checkpoint");
}

Result<Seq> SqliteAuthorityStore::lastBefore(Instant instant) {
    ZX_ASSIGN(const Seq known, horizon());
    return guarded([&] {
        Use row(database_->prepared("SELECT min(seq) - 1 FROM zx_history WHERE received_at >= ? AND seq > ?"));
        row->bind(1, instant.ms);
        row->bind(2, known);
        row->executeStep();
        return row->getColumn(0).isNull() ? newest_ : row->getColumn(0).getInt64();
    });
}

Result<Compaction> SqliteAuthorityStore::compact(Seq horizon, Instant now, const Keeping& keeps) {
    ZX_ASSIGN(const Checkpoint before, newestCheckpoint(*database_));
    if (horizon <= before.horizon) return Compaction{before.horizon, 0, 0, 0};
    Checkpoint made;
    made.number = before.number + 1;
    made.horizon = horizon;
    made.at = now;
    ZX_TRY(guarded([&] {
        Use row(database_->prepared("SELECT hash FROM zx_history WHERE seq = ?"));
        row->bind(1, horizon);
        if (!row->executeStep()) throw SQLite::Exception("the history is not as long as it should be", SQLITE_CORRUPT);
        made.chain = hashAt(*row, 0);
    }));
    forgetRecent();
    ZX_ASSIGN(made.deleted, forgetDeleted(*database_, *catalog_, horizon, keeps));
    ZX_ASSIGN(made.history, forgetHistory(*database_, horizon));
    ZX_ASSIGN(made.departures, forgetDepartures(*database_, horizon));
    ZX_ASSIGN(made.kept, keptHash(*database_, *catalog_, horizon));
    made.hash = checkpointHash(before.hash, made);
    ZX_TRY(addCheckpoint(*database_, made));
    return Compaction{made.horizon, made.history, made.deleted, made.departures};
}

}  // namespace zhixing::server

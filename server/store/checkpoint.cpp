#include "server/store/checkpoint.h"

#include "server/store/columns.h"

namespace zhixing::server {

using sqlite::guarded;
using sqlite::Use;

Result<Checkpoint> newestCheckpoint(sqlite::Database& database) {
    return guarded([&]() -> Result<Checkpoint> {
        Checkpoint newest;
        Use row(
            database.prepared("SELECT number, horizon, at, history, deleted, departures, chain, kept, hash "
                              "FROM zx_checkpoint ORDER BY number"));
        while (row->executeStep()) {
            Checkpoint read;
            read.number = row->getColumn(0).getInt64();
            read.horizon = row->getColumn(1).getInt64();
            read.at.ms = row->getColumn(2).getInt64();
            read.history = row->getColumn(3).getInt64();
            read.deleted = row->getColumn(4).getInt64();
            read.departures = row->getColumn(5).getInt64();
            read.chain = hashAt(*row, 6);
            read.kept = hashAt(*row, 7);
            read.hash = hashAt(*row, 8);
            if (read.number != newest.number + 1 || read.hash != checkpointHash(newest.hash, read)) {
                return Error{
                    Code::damaged,
                    "checkpoint " + std::to_string(newest.number + 1) + " of the audit chain does not fit its hash",
                    {},
                    {}};
            }
            newest = read;
        }
        return newest;
    });
}

Result<void> addCheckpoint(sqlite::Database& database, const Checkpoint& checkpoint) {
    return guarded([&] {
        Use row(
            database.prepared("INSERT INTO zx_checkpoint (number, horizon, at, history, deleted, departures, chain, "
                              "kept, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        row->bind(1, checkpoint.number);
        row->bind(2, checkpoint.horizon);
        row->bind(3, checkpoint.at.ms);
        row->bind(4, checkpoint.history);
        row->bind(5, checkpoint.deleted);
        row->bind(6, checkpoint.departures);
        bindBlob(*row, 7, checkpoint.chain.data(), checkpoint.chain.size());
        bindBlob(*row, 8, checkpoint.kept.data(), checkpoint.kept.size());
        bindBlob(*row, 9, checkpoint.hash.data(), checkpoint.hash.size());
        row->exec();
    });
}

Result<Hash256> keptHash(sqlite::Database& database, const Catalog& catalog, sync::Seq horizon) {
    return guarded([&]() -> Result<Hash256> {
        Hash256 hash{};
        Use row(database.prepared("SELECT " + std::string(historyColumns) +
                                  " FROM zx_history WHERE seq <= ? ORDER BY seq"));
        row->bind(1, horizon);
        while (row->executeStep()) {
            ZX_ASSIGN(const HistoryRow read, readHistoryRow(*row, catalog));
            hash = chainHash(hash, read.entry, read.texts, read.content);
        }
        return hash;
    });
}

}  // namespace zhixing::server

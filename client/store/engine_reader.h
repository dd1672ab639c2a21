#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/error.h"
#include "shared/model/record.h"
#include "shared/sqlite/database.h"
#include "sync/replica/store.h"

namespace zhixing::client {

/// What the engine keeps beside the rows, for those who only look: the command line, support. Lines are JSON as they
/// stand in the file. Use from the thread of its connection, which may be openReader()'s.
class EngineReader {
public:
    EngineReader(const Catalog& catalog, sqlite::Database& database) : catalog_(&catalog), database_(&database) {}

    /// An operation that the server's state held here does not include yet.
    struct Waiting {
        std::string line;  ///< as it is sent
        bool isDecided = false;
        int tries = 0;                         ///< connections that ended or failed since it was recorded, in vain
        std::optional<sync::Failure> failure;  ///< of the last of them
    };
    /// Oldest first; of one record when it is named.
    [[nodiscard]] Result<std::vector<Waiting>> waiting(std::optional<Id> record = {});

    struct Refused {
        std::string line;
        Error error;
        Instant rejectedAt;
        Instant discardedAt;  ///< of one that was thrown away
        /// The operation with the reason, as a JSON object.
        [[nodiscard]] std::string json() const;
    };
    [[nodiscard]] Result<std::vector<Refused>> refused();
    /// What was thrown away from the tray and can still be had back.
    [[nodiscard]] Result<std::vector<Refused>> discarded();
    /// Writes the tray into a new file, a JSON object a line. `already_exists` leaves the file there as it is.
    [[nodiscard]] Result<void> exportTray(const std::filesystem::path& file);

    /// The server's last word on a record with edits on top of it.
    struct ServerState {
        Version version = 0;
        bool isDeleted = false;
        std::string fields;  ///< a JSON object
    };
    [[nodiscard]] Result<std::optional<ServerState>> serverState(const Id& record);

    /// What went wrong and was put right, oldest first.
    [[nodiscard]] Result<std::vector<sync::Incident>> incidents();

    /// Whose device this is; nil before enrolment.
    [[nodiscard]] Result<Id> person();

    struct Verified {
        std::int64_t records = 0;  ///< server states held here
        std::int64_t scopes = 0;
    };
    /// Reads the whole file and compares it with itself, then counts every scope's digest again from the rows and compares
    /// it with the one that was kept step by step. `damaged` says what differs.
    [[nodiscard]] Result<Verified> verify();

private:
    [[nodiscard]] Result<std::vector<Refused>> refusedIn(const std::string& table, const std::string& discardedAt);

    const Catalog* catalog_;
    sqlite::Database* database_;
};

}  // namespace zhixing::client

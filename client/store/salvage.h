#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "client/store/draft_store.h"
#include "sync/replica/replica.h"

namespace zhixing::client {

/// A person's own work, as far as it can still be read from a damaged store: everything else comes again from the server.
struct Salvage {
    std::vector<sync::PendingOperation> unsent;  ///< oldest first
    std::vector<sync::TrayItem> refused;
    std::vector<DraftStore::Draft> drafts;
    /// What stands in rows that are not as they were written: nobody sends it, people may look at it.
    std::set<std::string> changed;
    sync::Counter lastCounter = 0;  ///< given to an operation: a number is never given twice
    bool isComplete = true;         ///< each of these could be read to its end, and nothing was changed
};

/// Reads from both ends of each table towards the damage. Never fails: what cannot be read is not there.
[[nodiscard]] Salvage salvage(const Catalog& catalog, const std::filesystem::path& store);

/// Who the device is, from its account.
struct DeviceIdentity {
    Id device;
    Id person;
    Id home;
};

struct Rebuilt {
    Salvage work;
    std::filesystem::path aside;  ///< the damaged store, as it was
    std::filesystem::path list;   ///< the work as lines of JSON, for people
    int photos = 0;               ///< whose files were queued again
};

/// Puts a new store for the same device in the damaged one's place, with its work in it, and queues the photos
/// that lie beside it again. The damaged files are kept beside it, and the work is written to a list before anything is moved. Call it only when nobody has the store open.
[[nodiscard]] Result<Rebuilt> rebuild(const Catalog& catalog, const std::filesystem::path& store,
                                      const DeviceIdentity& identity, Instant now);

}  // namespace zhixing::client

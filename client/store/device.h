#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "client/store/sqlite_replica_store.h"
#include "shared/base/random.h"
#include "sync/replica/replica.h"

namespace zhixing::client {

/// A store file and the replica that works on it, put together for whoever owns the writing connection: the app's
/// store thread or one run of the command line.
class Device {
public:
    [[nodiscard]] static Result<std::unique_ptr<Device>> open(const Catalog& catalog,
                                                              const std::filesystem::path& path);

    [[nodiscard]] sync::Replica& replica() { return *replica_; }
    [[nodiscard]] SqliteReplicaStore& store() { return *store_; }
    /// After a failure of storage: forgets what is in memory and reads the file again.
    [[nodiscard]] Result<void> reload();

private:
    Device(const Catalog& catalog, std::unique_ptr<SqliteReplicaStore> store)
        : catalog_(&catalog), store_(std::move(store)) {}

    const Catalog* catalog_;
    std::unique_ptr<SqliteReplicaStore> store_;
    SystemRandom random_;
    std::optional<sync::Replica> replica_;
};

}  // namespace zhixing::client

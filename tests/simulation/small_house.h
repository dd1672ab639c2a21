#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "client/store/sqlite_replica_store.h"
#include "server/store/audit.h"
#include "server/store/server_schema.h"
#include "server/store/sqlite_authority_store.h"
#include "sync/authority/authority.h"
#include "sync/replica/replica.h"
#include "sync/wire/codec.h"
#include "tests/simulation/people.h"
#include "tests/support/seeded_random.h"
#include "tests/support/test_catalog.h"

/// A server and a few devices in one process, joined by nothing but the bytes they say, on real stores: what a test of the
/// engine needs to tell a story line by line. The organisation is the simulator's (people.h).
namespace zhixing::test {

/// A Result that the test cannot do without.
template <typename T>
T need(Result<T> result) {
    if (!result.ok()) qFatal("%s", result.error().message.c_str());
    return std::move(result).value();
}
inline void need(Result<void> result) {
    if (!result.ok()) qFatal("%s", result.error().message.c_str());
}

class SmallHouse {
public:
    SmallHouse();

    struct Device {
        simulation::Inhabitant who{};
        Id id;
        std::filesystem::path file;
        const Catalog* catalog = nullptr;
        std::unique_ptr<client::SqliteReplicaStore> store;
        std::optional<sync::Replica> replica;
        sync::ConnectionId connection = 0;
        std::vector<std::string> up;    ///< said and not yet heard by the server
        std::vector<std::string> down;  ///< for this device and not yet heard
        sync::ReplicaActions last;      ///< of the newest step
    };

    Device& device(int inhabitant, const Catalog& catalog = testCatalog());
    /// The device gets another program; the catalog outlives the house.
    void install(Device& device, const Catalog& catalog);
    void connect(Device& device, int minor = sync::minorNewest);
    void disconnect(Device& device);
    /// As after a crash: the replica is loaded anew from its store.
    void restart(Device& device);
    /// The server hears everything that was said, in one transaction; its answers wait in `down`.
    void serve();
    /// The device hears everything that waits for it.
    void hear(Device& device);
    /// The device asks whether both ends agree; the answer comes with settle().
    void ask(Device& device);
    /// Back and forth until nobody has anything to say.
    void settle();

    /// Changes made at headquarters' own desk, and what follows for whoever is connected.
    std::vector<Id> change(const std::vector<sync::DirectChange>& changes);
    /// So many items at site 3, in one commit.
    std::vector<Id> stock(int count);
    /// How many of them the device shows.
    [[nodiscard]] std::size_t stocked(Device& device);
    /// Lets someone see one node more, or takes it back.
    Id grant(int person, int node, std::string_view role);
    void withdraw(const Id& grant);

    /// Forgets what the server received before `before`.
    sync::Compaction compact(Instant before, sync::Seq linesMax = std::numeric_limits<sync::Seq>::max());
    /// What the server's file is like; it is a fault of the test when it does not fit together.
    [[nodiscard]] server::Inspection inspect();
    /// How large it is, in pages, with those that wait to be used again.
    [[nodiscard]] std::int64_t pages() { return need(database_->number("PRAGMA page_count")); }

    /// The server's state now, and going back to it later as another history. Everybody is cut off by it.
    void keepBackup();
    void restoreBackup();

    Id record(Device& device, sync::Edit edit);
    [[nodiscard]] sync::Edit add(std::string_view type, std::vector<std::pair<std::string_view, Value>> values);
    [[nodiscard]] sync::Edit edit(std::string_view type, const Id& record,
                                  std::vector<std::pair<std::string_view, Value>> values);
    [[nodiscard]] std::optional<Record> row(Device& device, std::string_view type, const Id& record);
    [[nodiscard]] std::optional<sync::StoredRecord> held(const Id& record);
    [[nodiscard]] std::vector<Record> all(Device& device, std::string_view type);

    sync::Authority& authority() { return *authority_; }
    server::SqliteAuthorityStore& store() { return *store_; }
    Instant now{1'760'000'000'000};

private:
    void load();
    void deliver(const std::vector<sync::Delivery>& deliveries);

    QTemporaryDir directory_;
    SeededRandom random_{42};
    std::optional<sqlite::Database> database_;
    std::unique_ptr<server::SqliteAuthorityStore> store_;
    std::optional<sync::Authority> authority_;
    std::vector<std::unique_ptr<Device>> devices_;
    sync::ConnectionId nextConnection_ = 1;
};

}  // namespace zhixing::test

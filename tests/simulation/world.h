#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/store/sqlite_replica_store.h"
#include "server/store/server_schema.h"
#include "server/store/sqlite_authority_store.h"
#include "sync/authority/authority.h"
#include "sync/replica/replica.h"
#include "tests/support/crashing_stores.h"
#include "tests/support/ledger.h"
#include "tests/support/seeded_random.h"

namespace zhixing::simulation {

/// What one run may do to itself. A run draws its own subset of the faults, so that some runs are calm in every way but one.
struct Plan {
    std::uint64_t seed = 0;
    int replicas = 3;
    int steps = 200;
    bool cuts = true;        ///< connections end in the middle of anything
    bool duplicates = true;  ///< a message arrives twice
    bool reorders = true;    ///< two neighbouring messages change places
    bool deviceCrashes = true;
    bool serverCrashes = true;
    bool clockJumps = true;

    [[nodiscard]] static Plan draw(std::uint64_t seed);
};

struct Report {
    test::Finding finding;  ///< the invariant that did not hold
    std::string traceHash;  ///< of everything that happened, in order
    std::size_t edits = 0;  ///< confirmed to people
    std::size_t crashes = 0;
    std::size_t conflicts = 0;
    std::size_t rejected = 0;
};

/// Where a run keeps its files, and the empty stores it copies instead of making them anew.
class Ground {
public:
    explicit Ground(std::filesystem::path directory);
    ~Ground();
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
    void lay();  ///< fresh copies for the next run
    [[nodiscard]] std::filesystem::path deviceFile(std::size_t device) const;
    [[nodiscard]] std::filesystem::path serverDirectory() const;

private:
    std::filesystem::path directory_;
};

/// One organisation under seeded misfortune: the product's authority and replicas on the product's SQLite stores, with the
/// network, the clocks, the people and the power supply played by a random generator. First things go wrong, then
/// everything heals, then all must agree within a bound (I10).
class World {
public:
    World(const Plan& plan, Ground& ground, bool keepsTrace);
    ~World();

    [[nodiscard]] Report run();
    [[nodiscard]] const std::vector<std::string>& trace() const { return trace_; }

private:
    struct Host;   ///< the server's machine
    struct Phone;  ///< a device's machine
    struct Wire;   ///< what is under way between a phone and the server

    void note(const std::string& line);
    void found(test::Finding finding);
    [[nodiscard]] Instant deviceNow(const Phone& phone) const;
    [[nodiscard]] Instant serverNow() const;

    void bootServer();
    void crashServer();
    void bootPhone(Phone& phone);
    void crashPhone(Phone& phone);

    void connect(Phone& phone);
    void cut(Phone& phone);
    void serveSome();
    void hearSome(Phone& phone);
    void disturb(std::deque<std::string>& queue, std::size_t untouched);
    void carry(const std::vector<sync::Delivery>& deliveries);
    void inspect(Phone& phone, const std::string& frame);
    void act(Phone& phone);
    void carryOut(Phone& phone, const sync::ReplicaActions& actions);
    [[nodiscard]] static Version seenBy(const Phone& phone, const sync::Operation& operation);
    void stepOnce();
    void heal();
    void judge();

    Plan plan_;
    Ground* ground_;
    bool keepsTrace_;
    test::SeededRandom random_;
    std::int64_t nowMs_ = 1'760'000'000'000;
    std::unique_ptr<Host> host_;
    std::vector<std::unique_ptr<Phone>> phones_;
    test::Ledger ledger_;
    Report report_;
    std::vector<std::string> trace_;
    Hash128 hash_{};
    sync::ConnectionId nextConnection_ = 1;
};

}  // namespace zhixing::simulation

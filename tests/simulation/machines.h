#pragma once

#include <deque>

#include "tests/simulation/people.h"
#include "tests/simulation/world.h"
#include "tests/support/test_catalog.h"

/// What stands in a simulated world. Only world*.cpp include this.
namespace zhixing::simulation {

[[nodiscard]] inline std::string shortly(const std::string& frame) { return frame.substr(0, 160); }

struct World::Host {
    sync::AuthorityStore* store = nullptr;  ///< the ground's
    std::unique_ptr<sync::AuthorityStore> fragile;
    test::CrashPlan plan;
    std::optional<sync::Authority> authority;  ///< nothing while the server is down
};

struct World::Mail {
    sync::Frame frame;
    std::shared_ptr<const sync::ServerMessage> message;
};

struct World::Phone {
    std::size_t number = 0;
    Inhabitant who{};
    Id device;
    sync::ReplicaStore* store = nullptr;  ///< the ground's
    std::unique_ptr<sync::ReplicaStore> fragile;
    test::CrashPlan plan;
    std::optional<sync::Replica> replica;  ///< nothing while the device is down
    int versionsAgo = 0;                   ///< how old its program is
    std::int64_t skewMs = 0;
    bool isBroken = false;                 ///< its file is damaged and was refused
    bool wasDamaged = false;               ///< a row of it was, which has to be noticed and repaired
    sync::ConnectionId connection = 0;     ///< 0: offline
    std::deque<std::string> up;            ///< on their way to the server
    std::deque<Mail> down;                 ///< on their way to the phone
    test::Flow flow;                       ///< of this connection
    std::vector<sync::Counter> wasInTray;  ///< while its person works on it; a crash may come before or after that

    [[nodiscard]] const Catalog& catalog() const {
        return versionsAgo == 0 ? test::testCatalog() : test::olderCatalog(versionsAgo);
    }
    [[nodiscard]] std::string name() const { return "phone " + std::to_string(number); }
    /// Nothing waits on either end, and what is here was compared with the server's.
    [[nodiscard]] bool isQuiet(const Host& host) const {
        if (isBroken) return true;
        if (!replica || !host.authority || !up.empty() || !down.empty()) return false;
        const auto quiet = replica->isQuiet();
        return quiet && *quiet && replica->state().cursor == host.authority->head();
    }
};

}  // namespace zhixing::simulation

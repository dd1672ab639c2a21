#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/authority/authority.h"
#include "sync/replica/replica.h"
#include "tests/simulation/ground.h"
#include "tests/simulation/plan.h"
#include "tests/support/crashing_stores.h"
#include "tests/support/ledger.h"
#include "tests/support/seeded_random.h"

namespace zhixing::simulation {

struct Report {
    test::Finding finding;        ///< the invariant that did not hold
    std::uint64_t traceHash = 0;  ///< of everything that happened, in order
    std::size_t edits = 0;        ///< confirmed to people
    std::size_t crashes = 0;
    std::size_t conflicts = 0;
    std::size_t rejected = 0;
    std::size_t refusedFiles = 0;  ///< with expectsLosses: a damaged store was noticed
    std::size_t lostEdits = 0;     ///< with expectsLosses: runs in which a confirmed edit is nowhere
    bool hasFailed = false;        ///< the single failure of the plan came
};

/// One organisation under seeded misfortune: the product's authority and replicas, with the network, the clocks, the
/// people, the disks and the power supply played by chance. First things go wrong as the script says, then everything heals,
/// then all must agree within a bound (I10).
class World {
public:
    World(const Plan& plan, Script script, Ground& ground, bool keepsTrace = false);
    World(const Plan& plan, Ground& ground, bool keepsTrace = false) : World(plan, write(plan), ground, keepsTrace) {}
    ~World();

    [[nodiscard]] Report run();
    [[nodiscard]] const std::vector<std::string>& trace() const { return trace_; }

private:
    struct Host;   ///< the server's machine
    struct Phone;  ///< a device's machine
    struct Mail;   ///< a message on its way to a device

    void note(std::string_view line);
    void found(test::Finding finding);
    [[nodiscard]] Instant deviceNow(const Phone& phone) const;
    [[nodiscard]] Instant serverNow() const;

    bool bootServer();
    void stopServer(Stop how);
    bool bootPhone(Phone& phone);
    void stopPhone(Phone& phone, Stop how);
    void install(Phone& phone, int versionsAgo);
    void damage(Phone& phone);

    void connect(Phone& phone);
    void cut(Phone& phone);
    void serveSome();
    [[nodiscard]] bool serve(Phone& phone, const std::string& bytes);
    void hearSome(Phone& phone);
    [[nodiscard]] bool hear(Phone& phone, const Mail& mail);
    void noteLeaving(const Phone& phone, const sync::ServerMessage& message, const std::set<Id>& heldBefore);
    [[nodiscard]] std::set<Id> heldBy(const Phone& phone) const;
    [[nodiscard]] sync::JoinedPages together(Phone& phone, sync::Page first);
    void repeat(Phone& phone);
    void carry(const std::vector<sync::Delivery>& deliveries);
    void tell(Phone& phone, const sync::Frame& frame);
    void act(Phone& phone);
    [[nodiscard]] bool record(Phone& phone);
    [[nodiscard]] bool workOnTray(Phone& phone, const std::vector<sync::TrayItem>& tray);
    [[nodiscard]] bool resolve(Phone& phone, const Record& conflict);
    void confirm(Phone& phone, sync::Counter before);
    void rememberTray(Phone& phone);
    void decideAtDesk();
    void compactHistory(Instant before);
    void backUp();
    void restore();
    void finishAtDesk(const Result<void>& done);
    void carryOut(Phone& phone, const sync::ReplicaActions& actions);
    [[nodiscard]] static Version seenBy(const Phone& phone, const sync::Operation& operation);
    void stepOnce(const Step& step);
    void heal();
    [[nodiscard]] bool isQuiet();
    void judge();
    void judgeClaims();

    Plan plan_;
    Script script_;
    Ground* ground_;
    bool keepsTrace_;
    test::SeededRandom random_;
    std::int64_t nowMs_ = 1'760'000'000'000;
    std::unique_ptr<Host> host_;
    std::vector<std::unique_ptr<Phone>> phones_;
    int backups_ = 0;
    int restores_ = 0;
    std::vector<Id> removed_;  ///< what somebody might want back
    test::Ledger ledger_;
    Report report_;
    std::vector<std::string> trace_;
    std::uint64_t hash_ = 0xcbf29ce484222325U;  // FNV-1a
    sync::ConnectionId nextConnection_ = 1;
};

}  // namespace zhixing::simulation

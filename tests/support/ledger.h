#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/model/organisation.h"
#include "sync/authority/store.h"
#include "sync/replica/store.h"

/// The invariants of sync, checked from outside the engine against what people were told. Every kind of test uses this
/// one library: the simulator, the integration tests and the torture runs.
///
/// I1 no confirmed edit is lost · I2 every operation takes effect once · I3 when quiet, a device's rows equal the
/// server's view for it · I4 no silent overwrite · I5 only legal transitions, two people for approval · I6 nothing is sent to
/// whom it is not for · I7 what a device holds at the head is the server's, and numbers have no gaps · I9 what is in flight
/// is bounded.
namespace zhixing::test {

/// Which operation of which device.
using OperationKey = std::pair<Id, sync::Counter>;
/// What is wrong, in a sentence that names the invariant; nothing when all is well.
using Finding = std::optional<std::string>;

class Ledger {
public:
    explicit Ledger(const Catalog& catalog) : catalog_(&catalog) {}

    /// The person was told "saved"; `seen` is the version of the server's record that lay beneath what they saw.
    void confirmed(const Id& device, const sync::Operation& operation, Version seen);
    /// The server's answer, each time one is sent. A repeat must be the same answer.
    [[nodiscard]] Finding decided(const Id& device, const sync::Outcome& outcome);
    /// The server is about to forget some of its history: what people did is remembered here.
    void archive(sync::AuthorityStore& server);
    /// The server was set back to an older state. What it had decided since is open again, and must be decided again or be
    /// in the tray; not that nothing is overwritten by it, since people had seen what this history does not tell.
    void wentBack(sync::AuthorityStore& server);
    /// A device may no longer see the record, and forgets what it had sent about it: a server that goes back does not get
    /// that again.
    void left(const Id& device, const Id& record) { left_.emplace(device, record); }
    /// The person threw a refused edit away, or took it back.
    void discarded(const Id& device, sync::Counter counter);

    /// With the devices quiet: where each confirmed edit is. `trays` are the numbers in each device's tray.
    [[nodiscard]] Finding checkEdits(sync::AuthorityStore& server,
                                     const std::map<Id, std::set<sync::Counter>>& trays) const;
    /// The server's history on its own: gap-free numbers, once per operation, legal steps.
    [[nodiscard]] Finding checkHistory(sync::AuthorityStore& server, sync::Seq head) const;

    [[nodiscard]] std::size_t confirmedCount() const { return operations_.size(); }

private:
    struct Told {
        sync::Operation operation;
        Version seen = 0;
        bool isDiscarded = false;
        bool isOpenAgain = false;
    };
    struct Timeline;

    [[nodiscard]] Timeline timelineOf(sync::AuthorityStore& server, const Id& record) const;
    [[nodiscard]] Finding checkOne(sync::AuthorityStore& server, const OperationKey& key, const Told& told,
                                   const std::map<Id, std::set<sync::Counter>>& trays) const;
    [[nodiscard]] Finding checkField(sync::AuthorityStore& server, const OperationKey& key, const Told& told,
                                     const sync::FieldChange& change, const Timeline& timeline) const;

    const Catalog* catalog_;
    std::map<OperationKey, Told> operations_;
    std::map<OperationKey, sync::Outcome> answers_;
    std::set<std::pair<Id, Id>> left_;                       ///< device and record
    std::map<Id, std::vector<sync::HistoryEntry>> archive_;  ///< by version, from the first
};

/// I3 and I7: line by line, the visible rows of a quiet device against the server's feed for its scopes.
[[nodiscard]] Finding compareRows(sync::ReplicaStore& device, sync::AuthorityStore& server, const ScopeSet& scopes);

/// I4, law 9: of live records with the same unique key, at most one is not marked.
[[nodiscard]] Finding checkUniqueKeys(sync::AuthorityStore& server, const Catalog& catalog);

/// Law 19: what an open conflict is about is there, deleted or not.
[[nodiscard]] Finding checkDisputes(sync::AuthorityStore& server, const Catalog& catalog);

/// I12: what a device shows of records with own unsettled work is the server's state with that work on top.
[[nodiscard]] Finding checkOnTop(sync::ReplicaStore& device);

/// I6: what is sent is for the eyes of this person at this moment.
[[nodiscard]] Finding checkAudience(const sync::ServerMessage& message, const Organisation& organisation,
                                    const Id& person);

/// I9: on one connection the server sends no more pages than the device gave credit for.
class Flow {
public:
    /// What the server hears from the device, before it acts on it.
    void heard(const sync::ClientMessage& message);
    /// What the server tells the device.
    [[nodiscard]] Finding told(const sync::ServerMessage& message);

private:
    std::int64_t credit_ = 0;
};

}  // namespace zhixing::test

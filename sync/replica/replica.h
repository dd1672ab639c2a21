#pragma once

#include <string>
#include <vector>

#include "shared/base/hybrid_clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "sync/replica/store.h"
#include "sync/wire/messages.h"

namespace zhixing::sync {

/// A person's edit as the app or the command line states it.
struct Edit {
    Verb verb = Verb::edit;
    const RecordType* type = nullptr;
    Id record;                               ///< adding: nil for a new id
    std::optional<Id> place;
    std::optional<Audience> audience;
    std::vector<FieldValue> values;          ///< monostate clears
};

/// What changed for those who look at the store.
struct Changed {
    const RecordType* type = nullptr;
    Id record;
};

/// What the replica wants done after a step.
struct ReplicaActions {
    std::vector<Frame> send;
    std::vector<Changed> changed;    ///< visible rows that may look different now
    bool outboxChanged = false;      ///< outbox or tray differ
    bool caughtUp = false;           ///< a CaughtUp was taken in; see ReplicaState::agreed
    std::optional<Refusal> refused;  ///< the server refused; fatal ones end the connection
    int pushed = 0, pulled = 0, conflicts = 0, rejected = 0;    ///< counts of this step
};

/// The device's side of sync as a step machine: it records edits, and turns messages into changes of its store and
/// messages to send. It has no clock, socket or thread; every step is one transaction, so that a crash between any two
/// instructions leaves the store as before or as after. Pull never waits for push: a page is put beneath the pending
/// edits, and a decided operation stays on top until the cursor has passed its seq.
class Replica {
public:
    /// The catalog, store and random outlive the replica. Loads what it needs from the store.
    [[nodiscard]] static Result<Replica> load(const Catalog& catalog, ReplicaStore& store, Random& random);

    /// Sets who this device is, once, after enrolment.
    [[nodiscard]] Result<void> enrolled(const Id& device, const Id& person, const Id& home);

    /// Records edits, all or nothing on the server as well when there are several. Checks catalog and access first, for early
    /// feedback. When it returns the ids, the edits are on disk (`full`). While connected, `actions.send` carries them.
    [[nodiscard]] Result<std::vector<Id>> record(std::span<const Edit> edits, Instant deviceNow, ReplicaActions& actions);

    /// A connection is there: says hello with `token`.
    [[nodiscard]] Result<ReplicaActions> connected(const std::string& token);
    [[nodiscard]] Result<ReplicaActions> receive(const ServerMessage& message, Instant deviceNow);
    /// The connection is gone; what was sent and not answered will be sent again.
    void disconnected();

    /// Takes a rejected operation back as new edits (with `values` instead where given), or forgets it.
    [[nodiscard]] Result<ReplicaActions> resend(Counter counter, const std::vector<FieldValue>& values, Instant deviceNow);
    [[nodiscard]] Result<ReplicaActions> discard(Counter counter);

    /// Settles a conflict record: the record's field becomes `chosen`, the conflict is closed, in one group.
    [[nodiscard]] Result<ReplicaActions> resolve(const Id& conflict, const Value& chosen, Instant deviceNow);

    [[nodiscard]] const ReplicaState& state() const { return state_; }
    [[nodiscard]] const Organisation& organisation() const { return organisation_; }
    /// Nothing is waiting to be sent or to be answered, and everything up to the server's head is here.
    [[nodiscard]] Result<bool> isQuiet() const;

private:
    Replica(const Catalog& catalog, ReplicaStore& store, Random& random);

    const Catalog* catalog_;
    ReplicaStore* store_;
    Random* random_;
    ReplicaState state_;
    Organisation organisation_;
    bool isWelcome_ = false;       ///< between Welcome and disconnected()
    bool isCaughtUp_ = false;
    Counter sentUpTo_ = 0;         ///< of this connection
    Seq serverHead_ = 0;
};

}  // namespace zhixing::sync

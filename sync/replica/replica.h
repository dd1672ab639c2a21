#pragma once

#include <deque>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "shared/base/hybrid_clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "sync/replica/comparison.h"
#include "sync/replica/edit.h"
#include "sync/replica/joined_pages.h"
#include "sync/replica/settling.h"
#include "sync/replica/store.h"
#include "sync/wire/messages.h"
#include "sync/wire/names.h"

namespace zhixing::sync {

/// What edits that are recorded in one call have in common.
enum class Together : std::uint8_t {
    asGroup,      ///< on the server as well, all of them or none
    inOneCommit,  ///< on this device they are safe at the same moment; the server decides each by itself
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
    std::vector<Counter> takenBack;  ///< left the tray, because their values are recorded anew
    bool learned = false;            ///< the answer to a question about history or devices came
    bool caughtUp = false;           ///< a CaughtUp was taken in; see ReplicaState::agreed
    std::optional<Refusal> refused;  ///< the server refused; fatal ones end the connection
    int pushed = 0, pulled = 0, conflicts = 0, rejected = 0;  ///< counts of this step

    void say(const ClientMessage& message);
};

/// The device's side of sync as a step machine: it records edits, and turns messages into changes of its store and
/// messages to send. It has no clock, socket or thread; every step is one transaction, so that a crash between any two
/// instructions leaves the store as before or as after. Pull never waits for push: a page is put beneath the pending
/// edits, and a decided operation stays on top until the server's state held here includes it.
/// If a step fails with an error of storage, load the replica anew: what is in memory may be ahead of what is on disk.
class Replica {
public:
    /// The catalog, store and random outlive the replica. Loads what it needs from the store.
    [[nodiscard]] static Result<Replica> load(const Catalog& catalog, ReplicaStore& store, Random& random);

    /// Sets who this device is, once, after enrolment.
    [[nodiscard]] Result<void> enrolled(const Id& device, const Id& person, const Id& home);

    /// Takes over the unsent and refused work of a damaged store of the same device, under its old numbers, and gives no
    /// number again that was given there: the server may have decided what could not be read. Only for a new store.
    [[nodiscard]] Result<void> takeOver(std::span<const PendingOperation> unsent, std::span<const TrayItem> refused,
                                        Counter lastCounter);

    /// Records edits, all or nothing; a group at most groupOperationsMax, others batchOperationsMax. Checks catalog and
    /// access first, for early feedback. When it returns the ids, the edits are on disk (`full`). While connected,
    /// `actions.send` carries them.
    [[nodiscard]] Result<std::vector<Id>> record(std::span<const Edit> edits, Instant deviceNow,
                                                 ReplicaActions& actions, Together together = Together::asGroup);

    /// A connection is there: says hello with `token`. A server of an older `minor` version is not said what it would not
    /// understand.
    [[nodiscard]] Result<ReplicaActions> connected(const std::string& token, int minor = minorNewest);
    [[nodiscard]] Result<ReplicaActions> receive(const ServerMessage& message, Instant deviceNow);
    /// The same of pages that arrived together.
    [[nodiscard]] Result<ReplicaActions> receive(const JoinedPages& pages);
    /// The connection is gone; what was sent and not answered will be sent again.
    void disconnected();
    /// A connection ended for this reason, or did not come about: notes it for those who wonder what keeps the outbox.
    [[nodiscard]] Result<void> failed(const Error& reason, Instant deviceNow);

    /// Takes a refused operation back: records it anew, with `values` in place of its own where given, and in the same
    /// commit removes it from the tray. What was refused only for its sake goes with it: the rest of its group, or what
    /// depends on it.
    [[nodiscard]] Result<ReplicaActions> resend(Counter counter, const std::vector<FieldValue>& values,
                                                Instant deviceNow);
    /// Throws a refused operation away; for limits::discardedDaysMax it can be put back into the tray.
    [[nodiscard]] Result<ReplicaActions> discard(Counter counter, Instant deviceNow);
    [[nodiscard]] Result<ReplicaActions> restore(Counter counter);

    /// Settles a conflict, and undoes that (settling.h); each is one group and travels like any other change.
    [[nodiscard]] Result<ReplicaActions> settle(const Id& conflict, const Decision& decision, Instant deviceNow);
    [[nodiscard]] Result<ReplicaActions> reopen(const Id& conflict, Instant deviceNow);

    /// Asks the server to confirm that both ends are equal; the answer comes as CaughtUp. Nothing when not connected.
    [[nodiscard]] ReplicaActions askAgreement() const;

    /// Asks who changed a record, before version `before` or (0) from the newest; who answers for others, when their
    /// devices agreed. Answers are kept in the store, for when there is no connection. Nothing when not connected, or to a
    /// server that does not know such questions.
    [[nodiscard]] ReplicaActions askHistory(const Id& record, Version before) const;
    [[nodiscard]] ReplicaActions askDevices() const;
    /// Asks who changed those records that people are likely to open, so that it can be read without a connection: what
    /// changed since they were asked about, newest first, then the youngest. It is a burst: answers bring the next
    /// questions, until all is here, ahead::burstMax or ahead::burstBytesMax are reached, or there is work. Call it
    /// now and then; nothing unless quiet and agreed.
    [[nodiscard]] Result<ReplicaActions> askHistoriesAhead();
    /// Tells the server that this device is equal to it, for those who answer for it. Nothing unless it just was.
    [[nodiscard]] Result<ReplicaActions> tellAgreement();

    [[nodiscard]] const ReplicaState& state() const { return state_; }
    /// The server tells this program nothing new any more, because it is too old; what is recorded is still sent.
    [[nodiscard]] bool isOutdated() const { return isOutdated_; }
    [[nodiscard]] const Organisation& organisation() const { return organisation_; }
    /// How far the server is, as last heard.
    [[nodiscard]] Seq serverHead() const { return serverHead_; }
    /// How many records this person sees in all, as the server said while filling; 0: not said yet. For progress.
    [[nodiscard]] std::int64_t expectedCount() const { return expectedCount_; }
    /// Nothing waits to be sent, answered or fetched: what is shown is what the server has for this device.
    [[nodiscard]] Result<bool> isQuiet() const;

private:
    /// What is under way to make this device's rows equal to the server's.
    struct Repair {
        Comparison comparison;
        std::vector<Id> wanted;    ///< to be fetched
        std::vector<Id> fetching;  ///< asked for and not come yet
        std::vector<Held> extra;   ///< to be removed
        Incident incident;
    };

    /// Histories asked for before anybody opens the record.
    struct Ahead {
        std::deque<ReplicaStore::Named>
            changed;                ///< since their history was asked for, oldest first; not across restarts
        std::deque<Id> wanted;      ///< in this burst
        std::set<Id> asked;         ///< and not answered yet
        std::size_t bytesLeft = 0;  ///< of this burst
    };

    Replica(const Catalog& catalog, ReplicaStore& store, Random& random);

    /// record(), which also removes from the tray what the edits take back.
    [[nodiscard]] Result<std::vector<Id>> recordAll(std::span<const Edit> edits, Instant deviceNow,
                                                    ReplicaActions& actions, Together together,
                                                    std::span<const Counter> takenBack);
    [[nodiscard]] Result<Dispute> disputeOf(const Id& conflict);
    [[nodiscard]] Result<Operation> operationFor(const Edit& edit, Instant deviceNow);
    [[nodiscard]] Result<void> applyLocally(const Operation& operation);

    [[nodiscard]] Result<void> take(const Welcome& welcome, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Outcomes& outcomes, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Page& page, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const CaughtUp& caughtUp, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Filled& filled, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Buckets& buckets, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Fetched& fetched, Instant deviceNow, ReplicaActions& actions);
    /// Whether the server knows questions about history and devices, and may be asked now.
    [[nodiscard]] bool isAnswered() const { return isWelcome_ && minor_ >= 1; }
    [[nodiscard]] Result<void> take(const History& history, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Devices& devices, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const ScopesChanged& changed, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> take(const Refusal& refusal, Instant deviceNow, ReplicaActions& actions);

    [[nodiscard]] Result<void> takePages(const Page& page, int count, ReplicaActions& actions);
    [[nodiscard]] Result<void> takeRecord(const PageRecord& entry, ReplicaActions& actions, bool takesAny = false);
    [[nodiscard]] Result<void> takeUnknown(const PageRecord& entry, ReplicaActions& actions, bool takesAny);
    [[nodiscard]] Result<void> keepForeign(const PageRecord& entry, const std::optional<Foreign>& before);
    [[nodiscard]] Result<void> understandAnew();
    [[nodiscard]] Result<void> understand(const Foreign& foreign);
    [[nodiscard]] Result<void> completeOwnAdds();
    /// Records whose add was refused, read from the tray when somebody first asks.
    using RefusedAdds = std::optional<std::set<Id>>;
    [[nodiscard]] Result<void> takeRejection(const Outcome& outcome, Instant deviceNow, RefusedAdds& refusedAdds,
                                             ReplicaActions& actions);
    [[nodiscard]] Result<void> settleOne(const Outcome& outcome, Instant deviceNow, RefusedAdds& refusedAdds,
                                         ReplicaActions& actions);
    [[nodiscard]] Result<bool> dependsOnRefused(const Operation& operation, const Error& error,
                                                RefusedAdds& refusedAdds);
    [[nodiscard]] Result<void> dropIncluded(const Id& record, Version version, ReplicaActions& actions);
    [[nodiscard]] Result<void> dropSettled(bool isComplete, ReplicaActions& actions);
    [[nodiscard]] Result<void> adoptScopes(const ScopeSet& scopes, ReplicaActions& actions);
    [[nodiscard]] Result<void> beginHistory(const Welcome& welcome, Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> setBrokenGroupsAside(Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> setAside(std::span<const OutboxEntry> entries, Instant deviceNow,
                                        ReplicaActions& actions);
    [[nodiscard]] Result<void> forget(const Held& held, ReplicaActions& actions);
    void askFill(ReplicaActions& actions);
    [[nodiscard]] Result<bool> agreesWith(const Digest& theirs, Instant deviceNow);
    [[nodiscard]] Result<void> beginComparing(Instant deviceNow);
    [[nodiscard]] Result<void> goOnComparing(Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<std::string> lineOf(const Held& held);
    void noteChanged(const Record& record);
    void forgetChanged(const Id& record);
    [[nodiscard]] Result<void> goOnAhead(const History& answer, ReplicaActions& actions);
    void askAhead(ReplicaActions& actions);
    [[nodiscard]] Result<bool> isHeld(const History& history);
    [[nodiscard]] Result<void> finishRepair(Instant deviceNow, ReplicaActions& actions);
    [[nodiscard]] Result<void> compareAnew(ReplicaActions& actions);
    [[nodiscard]] Instant corrected(Instant deviceNow) const;
    [[nodiscard]] Result<void> rebase(const RecordType& type, const Id& record, ReplicaActions& actions);
    [[nodiscard]] Result<void> show(const Record* server, std::span<const PendingOperation> pending,
                                    const Changed& what, ReplicaActions& actions);
    [[nodiscard]] Result<std::optional<Record>> serverRecord(const RecordType& type, const Id& record);
    [[nodiscard]] static Held heldOf(const Record& record);
    [[nodiscard]] Result<void> count(const Held& held, bool isAdded);
    [[nodiscard]] Result<std::optional<RecordHead>> serverHead(const RecordType& type, const Id& record);
    [[nodiscard]] Result<void> pump(ReplicaActions& actions);
    void passUnused(Counter from, Counter to, ReplicaActions& actions) const;
    void pull(ReplicaActions& actions) const;

    const Catalog* catalog_;
    ReplicaStore* store_;
    Random* random_;
    ReplicaState state_;
    Organisation organisation_;
    bool isWelcome_ = false;    ///< between Welcome and disconnected()
    int minor_ = 0;             ///< of the protocol, on this connection
    Counter sentUpTo_ = 0;      ///< on this connection
    Counter answeredUpTo_ = 0;  ///< on this connection
    Seq serverHead_ = 0;
    Seq confirmedAt_ = -1;  ///< the cursor at which both digests were last compared
    std::int64_t expectedCount_ = 0;
    Counter serverCounter_ = 0;     ///< the last of this device's operations that the server had decided at Welcome
    std::int64_t fillNumber_ = 0;   ///< of the Fill that was asked for last
    bool isFilling_ = false;        ///< the front Fill was asked for and has not been answered
    std::optional<Repair> repair_;  ///< while both ends are being compared
    Ahead ahead_;
    bool isOutdated_ = false;   ///< as the server said on this connection
    int repairsTried_ = 0;      ///< on this connection
    bool isRecounted_ = false;  ///< since the replica was loaded
    bool mustScrub_ = true;     ///< rows were removed that this person may no longer see
};

}  // namespace zhixing::sync

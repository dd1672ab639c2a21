#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/hybrid_clock.h"
#include "shared/base/result.h"
#include "sync/digest.h"
#include "sync/wire/messages.h"

namespace zhixing::sync {

/// What a device remembers about its conversation with the server, in one row.
struct ReplicaState {
    Id device;
    Id person;
    Id home;  ///< the person's own node: where new records belong by default
    std::string epoch;
    Seq cursor = 0;
    Counter lastCounter = 0;  ///< given to an operation
    Counter acked = 0;        ///< outcomes up to here are stored
    HybridClock::State clock;
    ScopeSet scopes;
    /// What lies behind the cursor and has still to come, in the order it is asked for.
    std::vector<Fill> fills;
    /// Everything comes anew, from a history that counts versions otherwise than the rows held here.
    bool isRereading = false;
    /// The server has forgotten deletions that this device had not heard of: rows may be here that are gone there, until
    /// both ends have been compared.
    bool missedDeletions = false;
    std::string schema;   ///< fingerprint of the catalog by which the rows here were read
    bool agreed = false;  ///< at `agreedAt` this device's digest equalled the server's
    Instant agreedAt;
};

/// An operation that is not yet part of the server's state as this device knows it.
struct PendingOperation {
    Operation operation;
    std::string line;  ///< encodeOperation: the bytes that are sent
    /// Decided with this seq, making this version; 0: not decided yet. A decided operation stays on top of the server's
    /// state until that state is known to hold it, so that a person never sees their own older value again.
    Seq settledSeq = 0;
    Version settledVersion = 0;
};

/// The same, as far as it is known without reading what the line says: enough for sending it and for letting go of it.
struct OutboxEntry {
    Counter counter = 0;
    const RecordType* type = nullptr;
    Id record;
    bool more = false;  ///< the next one belongs to the same group
    Seq settledSeq = 0;
    Version settledVersion = 0;
    std::string line;
};

/// As much of a record as decides whether another state of it is news.
struct RecordHead {
    Version version = 0;
    bool isDeleted = false;
    Scope scope;
    friend bool operator==(const RecordHead&, const RecordHead&) = default;
};

/// Why the outbox did not get through, as last seen.
struct Failure {
    Error error;
    Instant at;
};

/// An operation the server refused, kept with its values until the person edits and sends it again or discards it.
struct TrayItem {
    Counter counter = 0;
    Operation operation;
    Error error;
    Instant rejectedAt;
};

/// A tray item that its person threw away, kept for discardedDaysMax in case they want it back after all.
struct DiscardedItem {
    TrayItem item;
    Instant discardedAt;
};

/// Something that should not have happened and was put right: kept so that people can see and export it.
struct Incident {
    enum class Kind : std::uint8_t {
        recounted,   ///< the digest kept here did not fit the rows kept here; it was made anew
        repaired,    ///< rows differed from the server's; they were fetched or removed
        unrepaired,  ///< they differ still, after trying
        restored,    ///< the server went back to an older state; what it lost was sent to it again
    };
    Kind kind = Kind::repaired;
    Instant at;
    std::int64_t missing = 0;   ///< rows that the server had and this device had not
    std::int64_t outdated = 0;  ///< rows in another version
    std::int64_t extra = 0;     ///< rows that the server had not
    std::int64_t resent = 0;    ///< own operations sent again
    std::string kept{};         ///< canonical lines of rows that were removed here and may exist nowhere else
};
[[nodiscard]] std::string_view word(Incident::Kind kind);
[[nodiscard]] std::optional<Incident::Kind> incidentKindFromWord(std::string_view word);

/// What the server said about a record and this program's catalog does not know, as it came: it is counted and kept,
/// shown nowhere, and understood as soon as the program is. Beside it lies a row with what is known of the record, unless
/// the catalog does not even know the type: then `held` has none.
struct Foreign {
    Held held;
    std::string line;
};

/// Storage as the replica needs it: typed rows that hold the visible state (server state with pending edits on top),
/// and beside them what makes syncing safe. Use from the store's thread.
class ReplicaStore {
public:
    /// What a commit must survive. A person's edit survives the power cord (`full`); a pulled page may be pulled again,
    /// so it need only be atomic (`atomic`): after a power cut the store is simply a little older.
    enum class Durability : std::uint8_t { full, atomic };

    virtual ~ReplicaStore() = default;

    [[nodiscard]] virtual Result<void> begin(Durability durability) = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    [[nodiscard]] virtual Result<ReplicaState> state() = 0;
    [[nodiscard]] virtual Result<void> setState(const ReplicaState& state) = 0;

    // ---- visible rows
    [[nodiscard]] virtual Result<std::optional<Record>> find(const RecordType& type, const Id& record) = 0;
    /// Of the visible row.
    [[nodiscard]] virtual Result<std::optional<RecordHead>> head(const RecordType& type, const Id& record) = 0;
    [[nodiscard]] virtual Result<void> put(const Record& record, bool isPending) = 0;
    [[nodiscard]] virtual Result<void> erase(const RecordType& type, const Id& record) = 0;
    /// Every visible row of the type, for loading the organisation.
    [[nodiscard]] virtual Result<void> forEach(const RecordType& type,
                                               const std::function<void(const Record&)>& visit) = 0;
    /// Visible rows of one scope, as (type, id).
    [[nodiscard]] virtual Result<std::vector<std::pair<const RecordType*, Id>>> rowsIn(const Scope& scope) = 0;
    /// What the server is known to have: every visible row without pending operations, the live shadows of the others, and
    /// what is foreign without a row.
    /// A row that is not as it was written has version 0 and no scope here; from then on head() does not find it either,
    /// as find() never does, until it is put or erased.
    [[nodiscard]] virtual Result<void> forEachHeld(const std::function<void(const Held&)>& visit) = 0;
    /// The same of one scope: what to purge when it is lost.
    [[nodiscard]] virtual Result<std::vector<Held>> heldIn(const Scope& scope) = 0;
    /// `damaged` when the store does not fit together: a disk that lied about a write may leave it so.
    [[nodiscard]] virtual Result<void> verify() = 0;
    /// Leaves no byte of erased rows in any file. Outside of transactions.
    [[nodiscard]] virtual Result<void> scrub() = 0;

    // ---- last server state of rows that have pending operations
    [[nodiscard]] virtual Result<std::optional<Record>> shadow(const Id& record) = 0;
    [[nodiscard]] virtual Result<std::optional<RecordHead>> shadowHead(const Id& record) = 0;
    [[nodiscard]] virtual Result<void> putShadow(const Record& record) = 0;
    [[nodiscard]] virtual Result<void> eraseShadow(const Id& record) = 0;

    // ---- what is not understood
    [[nodiscard]] virtual Result<std::optional<Foreign>> foreign(const Id& record) = 0;
    [[nodiscard]] virtual Result<void> putForeign(const Foreign& foreign) = 0;
    [[nodiscard]] virtual Result<void> eraseForeign(const Id& record) = 0;
    /// In the order of the ids.
    [[nodiscard]] virtual Result<std::vector<Foreign>> foreignAfter(const Id& record, std::size_t countMax) = 0;

    // ---- outbox, oldest first
    [[nodiscard]] virtual Result<void> append(const PendingOperation& pending) = 0;
    [[nodiscard]] virtual Result<std::vector<PendingOperation>> pendingOf(const Id& record) = 0;
    /// Which operations of one record were decided and made a version up to `version`, oldest first: such a state of it
    /// includes them.
    [[nodiscard]] virtual Result<std::vector<Counter>> settledOf(const Id& record, Version version) = 0;
    /// Not yet decided operations with a counter above `after`, at most `countMax`, cut after `bytesMax` of lines.
    [[nodiscard]] virtual Result<std::vector<OutboxEntry>> unsent(Counter after, std::size_t countMax,
                                                                  std::size_t bytesMax) = 0;
    /// Decided operations whose seq is at or below `cursor`.
    [[nodiscard]] virtual Result<std::vector<OutboxEntry>> settledUpTo(Seq cursor) = 0;
    [[nodiscard]] virtual Result<std::optional<OutboxEntry>> entry(Counter counter) = 0;
    [[nodiscard]] virtual Result<std::optional<PendingOperation>> pending(Counter counter) = 0;
    [[nodiscard]] virtual Result<void> settle(Counter counter, Seq seq, Version version) = 0;
    /// Takes an operation out of the outbox.
    [[nodiscard]] virtual Result<void> drop(Counter counter) = 0;
    /// The same of one that the server has taken, and remembers it: the last operationsRememberedMax are, for reopen().
    [[nodiscard]] virtual Result<void> retire(Counter counter) = 0;
    /// Forgets the remembered ones about a record that may no longer be seen.
    [[nodiscard]] virtual Result<void> forgetRetired(const Id& record) = 0;
    /// Makes every operation above `decided` undecided that is taken or remembered, and returns the records they are
    /// about: the server has gone back to a state before them. Photos it had signed for are offered to it again.
    [[nodiscard]] virtual Result<std::vector<std::pair<const RecordType*, Id>>> reopen(Counter decided) = 0;
    /// A connection ended, or did not come about: whatever waits was tried once more in vain. One small write, however
    /// much waits.
    [[nodiscard]] virtual Result<void> noteFailure(const Failure& failure) = 0;
    [[nodiscard]] virtual Result<std::size_t> pendingCount() = 0;

    // ---- tray
    [[nodiscard]] virtual Result<void> putTray(const TrayItem& item) = 0;
    [[nodiscard]] virtual Result<std::vector<TrayItem>> tray() = 0;
    [[nodiscard]] virtual Result<void> eraseTray(Counter counter) = 0;

    // ---- what was thrown away from it
    [[nodiscard]] virtual Result<void> putDiscarded(const DiscardedItem& discarded) = 0;
    [[nodiscard]] virtual Result<std::vector<DiscardedItem>> discarded() = 0;
    [[nodiscard]] virtual Result<void> eraseDiscarded(Counter counter) = 0;
    [[nodiscard]] virtual Result<void> eraseDiscardedBefore(Instant instant) = 0;

    // ---- incidents
    [[nodiscard]] virtual Result<void> addIncident(const Incident& incident) = 0;
    [[nodiscard]] virtual Result<std::vector<Incident>> incidents() = 0;  ///< oldest first

    // ---- what was learned by asking
    /// An answer from the newest version takes the place of what was kept of that record; one about older versions is added.
    /// Kept of the records asked about last, historiesKeptMax and ahead::keptBytesMax; forgetRetired() forgets it as well.
    [[nodiscard]] virtual Result<void> keepHistory(const History& history, Instant at) = 0;
    using Named = std::pair<const RecordType*, Id>;
    /// Records held here whose history is not kept up to their version, at most `countMax` and each once: of `changed`
    /// first, in their order; then those that it is kept of up to an older version; then, while ahead::filledMax and
    /// ahead::filledBytesMax leave room, the youngest of the types that have a workflow.
    [[nodiscard]] virtual Result<std::vector<Id>> withoutHistory(std::span<const Named> changed,
                                                                 std::size_t countMax) = 0;
    /// Of all records: the server tells another past now.
    [[nodiscard]] virtual Result<void> forgetHistories() = 0;
    /// Takes the place of the answer before.
    [[nodiscard]] virtual Result<void> keepDevices(const Devices& devices) = 0;

    // ---- digests of the server state held here
    [[nodiscard]] virtual Result<Digest> digest(const Scope& scope) = 0;
    [[nodiscard]] virtual Result<void> putDigest(const Scope& scope, const Digest& digest) = 0;
    [[nodiscard]] virtual Result<Digest> totalDigest() = 0;
};

}  // namespace zhixing::sync

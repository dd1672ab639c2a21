#pragma once

#include <functional>
#include <optional>
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
    [[nodiscard]] virtual Result<void> put(const Record& record, bool isPending) = 0;
    [[nodiscard]] virtual Result<void> erase(const RecordType& type, const Id& record) = 0;
    /// Every visible row of the type, for loading the organisation.
    [[nodiscard]] virtual Result<void> forEach(const RecordType& type,
                                               const std::function<void(const Record&)>& visit) = 0;
    /// Live rows of one scope, as (type, id): what to purge when the scope is lost.
    [[nodiscard]] virtual Result<std::vector<std::pair<const RecordType*, Id>>> rowsIn(const Scope& scope) = 0;

    // ---- last server state of rows that have pending operations
    [[nodiscard]] virtual Result<std::optional<Record>> shadow(const Id& record) = 0;
    [[nodiscard]] virtual Result<void> putShadow(const Record& record) = 0;
    [[nodiscard]] virtual Result<void> eraseShadow(const Id& record) = 0;

    // ---- outbox, oldest first
    [[nodiscard]] virtual Result<void> append(const PendingOperation& pending) = 0;
    [[nodiscard]] virtual Result<std::vector<PendingOperation>> pendingOf(const Id& record) = 0;
    /// Not yet decided operations with a counter above `after`, at most `countMax`, cut after `bytesMax` of lines.
    [[nodiscard]] virtual Result<std::vector<PendingOperation>> unsent(Counter after, std::size_t countMax,
                                                                       std::size_t bytesMax) = 0;
    /// Decided operations whose seq is at or below `cursor`.
    [[nodiscard]] virtual Result<std::vector<PendingOperation>> settledUpTo(Seq cursor) = 0;
    [[nodiscard]] virtual Result<std::optional<PendingOperation>> pending(Counter counter) = 0;
    [[nodiscard]] virtual Result<void> settle(Counter counter, Seq seq, Version version) = 0;
    [[nodiscard]] virtual Result<void> drop(Counter counter) = 0;
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

    // ---- digests of the server state held here
    [[nodiscard]] virtual Result<Digest> digest(const Scope& scope) = 0;
    [[nodiscard]] virtual Result<void> putDigest(const Scope& scope, const Digest& digest) = 0;
    [[nodiscard]] virtual Result<Digest> totalDigest() = 0;
};

}  // namespace zhixing::sync

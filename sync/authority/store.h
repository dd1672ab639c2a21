#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "sync/digest.h"
#include "sync/wire/messages.h"

namespace zhixing::sync {

/// A record as the authority keeps it: with the version at which each field last changed, and its place in the feed.
struct StoredRecord {
    Record record;
    std::vector<Version> fieldVersions;  ///< as many as the type has fields
    Seq seq = 0;                         ///< of its last change

    /// Whether it would not be as it is without that version of it.
    [[nodiscard]] bool isMadeBy(Version version) const {
        return record.version == version || std::ranges::find(fieldVersions, version) != fieldVersions.end();
    }
};

/// One line of the feed, ready to be sent.
struct FeedEntry {
    Seq seq = 0;
    std::string line;  ///< canonicalLine or goneLine
};

/// What a compaction forgot.
struct Compaction {
    Seq horizon =
        0;  ///< of what was deleted or moved away at or before it nothing may be known any more; 0: never compacted
    std::int64_t history = 0;     ///< lines of the history
    std::int64_t deleted = 0;     ///< records that were deleted
    std::int64_t departures = 0;  ///< records that left a scope
    bool isMore = false;          ///< what is older than was asked for was not all looked at
};
/// Of which deleted record the tombstone must stay.
using Keeping = std::function<bool(const RecordType&, const Id&)>;

/// Storage as the authority needs it. One implementation per engine; the same tests run against each.
/// Everything between begin() and commit() becomes durable together or not at all; commit() returns only after it is.
/// Calls come from one thread. An error of any call makes the transaction worthless: roll back and load the authority anew.
class AuthorityStore {
public:
    virtual ~AuthorityStore() = default;

    [[nodiscard]] virtual Result<void> begin() = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    [[nodiscard]] virtual Result<std::string> epoch() = 0;
    [[nodiscard]] virtual Result<Seq> head() = 0;
    [[nodiscard]] virtual Result<void> setHead(Seq seq) = 0;

    [[nodiscard]] virtual Result<std::optional<StoredRecord>> find(const Id& record) = 0;
    /// What kind of record this is, deleted or not; null when there is none.
    [[nodiscard]] virtual Result<const RecordType*> typeOf(const Id& record) = 0;
    [[nodiscard]] virtual Result<void> put(const StoredRecord& record) = 0;
    /// The live record of `type`, other than `besides`, that has had these values in the unique key's fields for longest.
    [[nodiscard]] virtual Result<std::optional<Id>> holderOf(const RecordType& type, const UniqueKey& key,
                                                             std::span<const Value> values, const Id& besides) = 0;
    /// Remembers that `record` left `from` with commit `seq`, for devices that see `from` but not where it went.
    [[nodiscard]] virtual Result<void> depart(Seq seq, const RecordType& type, const Id& record, Version version,
                                              const Scope& from) = 0;

    /// Appends to the hash chain.
    [[nodiscard]] virtual Result<void> append(const HistoryEntry& entry) = 0;
    /// Who made this version, and when; nothing when it was compacted away.
    [[nodiscard]] virtual Result<std::optional<HistoryEntry>> historyAt(const Id& record, Version version) = 0;

    /// The horizon of the newest compaction; 0: there was none.
    [[nodiscard]] virtual Result<Seq> horizon() = 0;
    /// Up to which seq everything was received before `instant`; at least the horizon.
    [[nodiscard]] virtual Result<Seq> lastBefore(Instant instant) = 0;
    /// Forgets, up to `horizon`, deleted records but those to keep, departures, and every line of the history that made
    /// no value which a record still has; seals in the chain what was before. A horizon that is none changes nothing.
    [[nodiscard]] virtual Result<Compaction> compact(Seq horizon, Instant now, const Keeping& keeps) = 0;

    [[nodiscard]] virtual Result<Counter> lastCounter(const Id& device) = 0;
    [[nodiscard]] virtual Result<void> setLastCounter(const Id& device, Counter counter) = 0;
    /// Outcome lines of one push, from counter `first`.
    [[nodiscard]] virtual Result<void> keepOutcomes(const Id& device, Counter first,
                                                    std::span<const Outcome> outcomes) = 0;
    [[nodiscard]] virtual Result<std::optional<Outcome>> outcome(const Id& device, Counter counter) = 0;
    [[nodiscard]] virtual Result<void> forgetOutcomes(const Id& device, Counter upTo) = 0;

    /// Remembers that the device, this person's, agreed; the latest time of each device is kept.
    [[nodiscard]] virtual Result<void> noteAgreement(const DeviceAgreement& agreement) = 0;
    [[nodiscard]] virtual Result<std::vector<DeviceAgreement>> agreements() = 0;  ///< by device

    [[nodiscard]] virtual Result<std::vector<std::pair<Scope, Digest>>> digests() = 0;
    [[nodiscard]] virtual Result<void> putDigest(const Scope& scope, const Digest& digest) = 0;

    /// Feed entries for these scopes after `cursor`, oldest first, at most `recordsMax` and about `bytesMax`.
    /// `to` is set to the seq up to which the answer is complete (the head when there is no more).
    [[nodiscard]] virtual Result<std::vector<FeedEntry>> feed(const ScopeSet& scopes, Seq cursor,
                                                              std::size_t recordsMax, std::size_t bytesMax,
                                                              Seq& to) = 0;
    /// Live records of these scopes whose last change is in (after, until], for a device that has none of them yet;
    /// `part` chooses types. `to` is set to the seq up to which the answer is complete (`until` when there is no more).
    [[nodiscard]] virtual Result<std::vector<FeedEntry>> fill(const ScopeSet& scopes, Part part, Seq after, Seq until,
                                                              std::size_t recordsMax, std::size_t bytesMax,
                                                              Seq& to) = 0;
    /// Every live record, as far as comparing needs it.
    [[nodiscard]] virtual Result<void> forEachHeld(const std::function<void(const Held&)>& visit) = 0;
    /// Every live record of the type, for loading the organisation and for administration.
    [[nodiscard]] virtual Result<void> forEach(const RecordType& type,
                                               const std::function<void(const Record&)>& visit) = 0;
};

}  // namespace zhixing::sync

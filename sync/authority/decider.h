#pragma once

#include <map>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "sync/authority/store.h"
#include "sync/merge/settle.h"

namespace zhixing::sync {

/// One record as it was and as it is to be, with what the history will say about it.
struct StagedChange {
    std::optional<StoredRecord> before;
    StoredRecord after;  ///< its seq is given when it is written
    HistoryEntry history;
    std::size_t operation = 0;  ///< which of the group's operations made it
};

/// Decides operations against the store without writing to it: what would change is staged, so that a group can still be
/// dropped as a whole. An Error from here is a failure of storage; a refused operation is an Outcome.
class Decider {
public:
    struct Author {
        Id person;
        Id device;  ///< nil for the server itself
        Id home;
    };

    Decider(const Catalog& catalog, AuthorityStore& store, const Organisation& organisation, Author author,
            Instant now);

    /// The outcome, without its seq. Later operations see the staged changes of earlier ones.
    [[nodiscard]] Result<Outcome> decide(const Operation& operation);
    /// The same for the server's own desk: validated, but not subject to access and never contested.
    [[nodiscard]] Result<Outcome> force(const Operation& operation);

    [[nodiscard]] std::vector<StagedChange>& staged() { return staged_; }

private:
    [[nodiscard]] Result<Outcome> add(const Operation& operation, bool isForced);
    [[nodiscard]] Result<Outcome> edit(const Operation& operation, bool isForced);
    [[nodiscard]] Result<Outcome> remove(const Operation& operation, bool isForced);
    [[nodiscard]] Result<Outcome> revive(const Operation& operation, bool isForced);
    [[nodiscard]] Result<Outcome> amend(const Operation& operation, StoredRecord current, bool isForced);
    [[nodiscard]] Result<std::optional<Error>> refusalOf(const Operation& operation, const StoredRecord& current);
    void take(const FieldChange& change, Value value, StoredRecord& next, std::vector<std::uint16_t>& written);
    [[nodiscard]] Result<void> stageChange(const Operation& operation, StoredRecord current, StoredRecord next,
                                           const std::vector<std::uint16_t>& written);

    /// The record as the person may know it: nothing when it does not exist, is of another type, or is out of sight.
    [[nodiscard]] Result<std::optional<StoredRecord>> known(const Operation& operation, bool isForced);
    [[nodiscard]] Result<std::optional<StoredRecord>> find(const Id& record);
    [[nodiscard]] Result<std::optional<Error>> missingReference(const Operation& operation);
    [[nodiscard]] Result<bool> changedByOthersSince(const Operation& operation, const StoredRecord& current);
    [[nodiscard]] Result<bool> isLater(const Operation& operation, const StoredRecord& current, Version version);
    [[nodiscard]] Result<std::optional<HistoryEntry>> historyOf(const Id& record, Version version);
    [[nodiscard]] Result<void> markUniqueKeys(Record& record);
    [[nodiscard]] bool isStagedWith(const Record& other, const UniqueKey& key, const std::vector<Value>& values) const;
    [[nodiscard]] Result<void> settleFields(const Operation& operation, StoredRecord& next, Outcome& outcome,
                                            std::vector<std::uint16_t>& written);
    /// Keeps a losing value for people; `field` is null when the whole operation lost. Sets unkept_ where that cannot be.
    [[nodiscard]] Result<Id> keepLoser(const Operation& operation, const StoredRecord& current, const Field* field,
                                       const Value& base, const Settlement& settlement);
    void stage(const Operation& operation, std::optional<StoredRecord> before, StoredRecord after);
    [[nodiscard]] Instant heldBack(Instant at) const;
    [[nodiscard]] Outcome rejected(const Operation& operation, Error error) const;

    const Catalog& catalog_;
    AuthorityStore& store_;
    const Organisation& organisation_;
    Author author_;
    Instant now_;
    std::vector<StagedChange> staged_;
    std::map<Id, std::size_t> latest_;  ///< record -> its newest staged change
    std::size_t decided_ = 0;
    std::optional<Error> unkept_;  ///< why a loser of the operation at hand fits into no conflict record
};

}  // namespace zhixing::sync

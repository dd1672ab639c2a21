#include "sync/authority/decider.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/model/access.h"
#include "shared/model/document.h"
#include "shared/model/validation.h"
#include "sync/merge/admit.h"
#include "sync/planted.h"

namespace zhixing::sync {
namespace {

using How = Settlement::How;

std::vector<FieldChange> differences(const Record* before, const Record& after) {
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < after.fields.size(); ++i) {
        Value base = before != nullptr ? before->fields[i] : Value();
        if (base == after.fields[i]) continue;
        changes.push_back({static_cast<std::uint16_t>(i), after.fields[i], std::move(base)});
    }
    return changes;
}

/// A step that needs a second person is a judgement on what that person saw: it holds for that version only.
bool isDecision(const Operation& operation, const Record& current) {
    const auto& workflow = current.type->workflow;
    if (!workflow) return false;
    return std::any_of(operation.changes.begin(), operation.changes.end(), [&](const FieldChange& change) {
        if (current.type->fields[change.field].name != workflow->field || current.fields[change.field] == change.value)
            return false;
        return std::any_of(workflow->transitions.begin(), workflow->transitions.end(), [&](const Transition& step) {
            return step.notByAuthor && Value(std::string(step.from)) == current.fields[change.field] &&
                   Value(std::string(step.to)) == change.value;
        });
    });
}

std::string jsonOf(Kind kind, const Value& value) {
    std::string json;
    appendJson(json, kind, value);
    return json;
}

std::string jsonOf(const Operation& operation) {
    if (operation.verb == Verb::remove) return R"({"deleted":true})";
    std::vector<FieldValue> values;
    for (const FieldChange& change : operation.changes) values.push_back({change.field, change.value});
    std::string json;
    appendFieldValues(json, *operation.type, values);
    return json;
}

bool hasValues(const Record& record, const UniqueKey& key, const std::vector<Value>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (record.value(key.fields[i]) != values[i]) return false;
    }
    return true;
}

}  // namespace

Decider::Decider(const Catalog& catalog, AuthorityStore& store, const Organisation& organisation, Author author,
                 Instant now)
    : catalog_(catalog), store_(store), organisation_(organisation), author_(author), now_(now) {}

Result<Outcome> Decider::decide(const Operation& operation) {
    ZX_ASSIGN(auto missing, missingReference(operation));
    auto outcome = missing                          ? Result<Outcome>(rejected(operation, std::move(*missing)))
                   : operation.verb == Verb::add    ? add(operation, false)
                   : operation.verb == Verb::edit   ? edit(operation, false)
                   : operation.verb == Verb::remove ? remove(operation, false)
                                                    : revive(operation, false);
    // What cannot be kept may not lose: refused, the values stay with both who wrote them.
    if (unkept_) outcome = rejected(operation, std::move(*std::exchange(unkept_, std::nullopt)));
    ++decided_;
    return outcome;
}

Result<Outcome> Decider::force(const Operation& operation) {
    ZX_ASSIGN(auto existing, find(operation.record));
    auto outcome = !existing                        ? add(operation, true)
                   : operation.verb == Verb::remove ? remove(operation, true)
                   : existing->record.isDeleted     ? revive(operation, true)
                                                    : edit(operation, true);
    ++decided_;
    return outcome;
}

Result<Outcome> Decider::add(const Operation& operation, bool isForced) {
    ZX_ASSIGN(auto existing, find(operation.record));
    if (existing) return rejected(operation, {Code::already_exists, "a record with this id exists", {}, {}});

    StoredRecord next;
    next.record = newRecord(operation, author_.person, author_.home, heldBack(operation.at));
    if (isForced) {  // headquarters' desk may bring in what others recorded elsewhere, in their name
        for (const FieldChange& change : operation.changes) next.record.fields[change.field] = change.value;
        if (auto valid = validateRecord(next.record); !valid) return rejected(operation, valid.error());
    } else {
        const Actor actor = actorFor(organisation_, author_.person, next.record);
        if (auto admitted = admitAdd(actor, organisation_, operation, next.record); !admitted) {
            return rejected(operation, admitted.error());
        }
    }
    ZX_TRY(markUniqueKeys(next.record));
    next.record.version = 1;
    next.fieldVersions.assign(next.record.fields.size(), 1);

    Outcome outcome{operation.counter, Verdict::applied, 1, 0, {}, {}};
    stage(operation, std::nullopt, std::move(next));
    return outcome;
}

Result<Outcome> Decider::edit(const Operation& operation, bool isForced) {
    ZX_ASSIGN(auto current, known(operation, isForced));
    if (!current) return rejected(operation, {Code::not_found, "no such record", {}, {}});

    if (current->record.isDeleted && planted(Bug::editOfDeletedForgotten))
        return Outcome{operation.counter, Verdict::applied, current->record.version, 0, {}, {}};
    if (current->record.isDeleted) {  // law 7: the edit is kept for whoever wants to revive the record
        ZX_ASSIGN(const Id kept, keepLoser(operation, *current, nullptr, {}, {}));
        return Outcome{operation.counter, Verdict::conflict, current->record.version, 0, {kept}, {}};
    }
    return amend(operation, std::move(*current), isForced);
}

/// An edit, or a revival, of a record that is there.
Result<Outcome> Decider::amend(const Operation& operation, StoredRecord current, bool isForced) {
    if (!isForced) {
        ZX_ASSIGN(auto refusal, refusalOf(operation, current));
        if (refusal) return rejected(operation, std::move(*refusal));
    }
    Outcome outcome{operation.counter, Verdict::applied, current.record.version, 0, {}, {}};
    StoredRecord next = current;
    std::vector<std::uint16_t> written;
    if (isForced) {
        for (const FieldChange& change : operation.changes) {
            if (next.record.fields[change.field] == change.value) continue;
            next.record.fields[change.field] = change.value;
            written.push_back(change.field);
        }
        if (auto valid = validateRecord(next.record); !valid) return rejected(operation, valid.error());
    } else {
        ZX_TRY(settleFields(operation, next, outcome, written));
    }
    replace(next.record, operation);
    const bool isMoved = next.record.place != current.record.place || next.record.audience != current.record.audience;
    if (written.empty() && !isMoved) return outcome;
    if (auto fits = validateSize(next.record); !fits) return rejected(operation, fits.error());

    ++outcome.version;
    ZX_TRY(stageChange(operation, std::move(current), std::move(next), written));
    return outcome;
}

Result<Outcome> Decider::remove(const Operation& operation, bool isForced) {
    ZX_ASSIGN(auto current, known(operation, isForced));
    if (!current) return rejected(operation, {Code::not_found, "no such record", {}, {}});

    Outcome outcome{operation.counter, Verdict::applied, current->record.version, 0, {}, {}};
    if (current->record.isDeleted) return outcome;
    if (!isForced) {
        const Actor actor = actorFor(organisation_, author_.person, current->record);
        if (auto allowed = mayDelete(actor, current->record); !allowed) return rejected(operation, allowed.error());
        ZX_ASSIGN(const bool isOutlived, changedByOthersSince(operation, *current));
        if (isOutlived && !planted(Bug::deleteIgnoresEdits)) {  // law 7: the edit outlives the deletion
            ZX_ASSIGN(const Id kept, keepLoser(operation, *current, nullptr, {}, {}));
            outcome.verdict = Verdict::conflict;
            outcome.conflicts.push_back(kept);
            return outcome;
        }
    }
    StoredRecord next = *current;
    next.record.isDeleted = true;
    outcome.version = ++next.record.version;
    stage(operation, std::move(current), std::move(next));
    return outcome;
}

Result<Outcome> Decider::revive(const Operation& operation, bool isForced) {
    ZX_ASSIGN(auto current, known(operation, isForced));
    if (!current) return rejected(operation, {Code::not_found, "no such record", {}, {}});
    if (!isForced) {
        const Actor actor = actorFor(organisation_, author_.person, current->record);
        if (auto allowed = mayDelete(actor, current->record); !allowed) return rejected(operation, allowed.error());
    }
    // Somebody else revived it before: what this person wants to say about it meets what was said since.
    if (!current->record.isDeleted) return amend(operation, std::move(*current), isForced);
    if (!isForced) {
        ZX_ASSIGN(auto refusal, refusalOf(operation, *current));
        if (refusal) return rejected(operation, std::move(*refusal));
    }
    StoredRecord next = *current;
    next.record.isDeleted = false;
    std::vector<std::uint16_t> written;
    for (const FieldChange& change : operation.changes) {
        if (change.value != current->record.fields[change.field]) take(change, change.value, next, written);
    }
    replace(next.record, operation);
    if (auto valid = validateRecord(next.record); !valid) return rejected(operation, valid.error());
    const Outcome outcome{operation.counter, Verdict::applied, current->record.version + 1, 0, {}, {}};
    ZX_TRY(stageChange(operation, std::move(*current), std::move(next), written));
    return outcome;
}

/// Why the person may not make this change to the record as it is now.
Result<std::optional<Error>> Decider::refusalOf(const Operation& operation, const StoredRecord& current) {
    const Actor actor = actorFor(organisation_, author_.person, current.record);
    if (auto admitted = admitEdit(actor, organisation_, operation, current.record); !admitted) {
        return std::optional<Error>(admitted.error());
    }
    if (!isDecision(operation, current.record)) return std::optional<Error>();
    ZX_ASSIGN(const bool isOutdated, changedByOthersSince(operation, current));
    if (!isOutdated) return std::optional<Error>();
    return std::optional<Error>(Error{Code::outdated,
                                      "the record has changed since it was looked at",
                                      std::string(operation.type->workflow->field),
                                      {}});
}

/// Puts a value where the change is about, and notes who took the step where it is one.
void Decider::take(const FieldChange& change, Value value, StoredRecord& next, std::vector<std::uint16_t>& written) {
    next.record.fields[change.field] = std::move(value);
    written.push_back(change.field);
    if (next.record.type->fields[change.field].merge != Merge::workflow) return;
    for (const std::uint16_t stamped : stampStep(next.record, author_.person, now_)) written.push_back(stamped);
}

/// The next version of a record in which these fields are new.
Result<void> Decider::stageChange(const Operation& operation, StoredRecord current, StoredRecord next,
                                  const std::vector<std::uint16_t>& written) {
    ZX_TRY(markUniqueKeys(next.record));
    ++next.record.version;
    for (const std::uint16_t position : written) next.fieldVersions[position] = next.record.version;
    stage(operation, std::move(current), std::move(next));
    return {};
}

Result<void> Decider::settleFields(const Operation& operation, StoredRecord& next, Outcome& outcome,
                                   std::vector<std::uint16_t>& written) {
    const StoredRecord current = next;
    for (const FieldChange& change : operation.changes) {
        const Field& field = operation.type->fields[change.field];
        Contest contest{change.base, current.record.fields[change.field], change.value, false};
        Settlement settlement;
        if (field.merge == Merge::workflow) {  // whether the step is legal was decided by admitEdit
            settlement = {contest.server == contest.mine ? How::same : How::taken, contest.mine, {}, false};
        } else {
            if (field.merge == Merge::laterEdit) {
                ZX_ASSIGN(contest.mineIsLater, isLater(operation, current, current.fieldVersions[change.field]));
            }
            settlement = settle(field, contest);
        }
        if (settlement.how == How::contested && !planted(Bug::dropTheLoser)) {
            ZX_ASSIGN(const Id kept, keepLoser(operation, current, &field, change.base, settlement));
            outcome.conflicts.push_back(kept);
        }
        if (settlement.how == How::merged && outcome.verdict == Verdict::applied) outcome.verdict = Verdict::merged;
        if (settlement.value != contest.server) take(change, std::move(settlement.value), next, written);
    }
    if (!outcome.conflicts.empty()) outcome.verdict = Verdict::conflict;
    return {};
}

Result<std::optional<StoredRecord>> Decider::find(const Id& record) {
    if (const auto staged = latest_.find(record); staged != latest_.end()) {
        return std::optional<StoredRecord>(staged_[staged->second].after);
    }
    return store_.find(record);
}

Result<std::optional<StoredRecord>> Decider::known(const Operation& operation, bool isForced) {
    ZX_ASSIGN(auto found, find(operation.record));
    if (!found || found->record.type != operation.type) return std::optional<StoredRecord>();
    if (!isForced && !organisation_.sees(author_.person, scopeOf(found->record))) return std::optional<StoredRecord>();
    return found;
}

Result<std::optional<Error>> Decider::missingReference(const Operation& operation) {
    const auto exists = [&](const Field& field, const Id& target) -> Result<bool> {
        const auto staged = latest_.find(target);
        if (staged != latest_.end()) return staged_[staged->second].after.record.type->name == field.target;
        ZX_ASSIGN(const RecordType* type, store_.typeOf(target));
        return type != nullptr && type->name == field.target;
    };
    for (const FieldChange& change : operation.changes) {
        const Field& field = operation.type->fields[change.field];
        std::vector<Id> targets;
        if (const auto* one = std::get_if<Id>(&change.value)) targets.push_back(*one);
        if (const auto* several = std::get_if<IdSet>(&change.value)) targets = *several;
        for (const Id& target : targets) {
            ZX_ASSIGN(const bool isThere, exists(field, target));
            if (!isThere) {
                return std::optional<Error>(
                    Error{Code::bad_reference, "refers to a record that does not exist", std::string(field.name), {}});
            }
        }
    }
    return std::optional<Error>();
}

Result<bool> Decider::changedByOthersSince(const Operation& operation, const StoredRecord& current) {
    for (Version version = operation.base + 1; version <= current.record.version; ++version) {
        ZX_ASSIGN(const auto entry, historyOf(current.record.id, version));
        if (!entry || entry->device != author_.device) return true;
    }
    return false;
}

Result<bool> Decider::isLater(const Operation& operation, const StoredRecord& current, Version version) {
    ZX_ASSIGN(const auto entry, historyOf(current.record.id, version));
    return !entry || heldBack(operation.at) > entry->at;
}

Result<void> Decider::markUniqueKeys(Record& record) {
    for (const UniqueKey& key : record.type->uniqueKeys) {
        std::vector<Value> values;
        for (const std::string_view name : key.fields) values.push_back(record.value(name));
        bool isTaken = false;
        if (std::all_of(values.begin(), values.end(), isSet)) {
            // Whoever has the values already keeps its place among the holders; whoever takes them, or takes them back
            // after giving them up in this very group, comes last.
            ZX_ASSIGN(const auto current, find(record.id));
            const bool hasThem = current && !current->record.isDeleted && hasValues(current->record, key, values);
            ZX_ASSIGN(const auto holder, store_.holderOf(*record.type, key, values, hasThem ? Id{} : record.id));
            isTaken = holder ? *holder != record.id : isStagedWith(record, key, values);
        }
        record.set(key.mark, isTaken && !planted(Bug::uniqueKeyNotMarked));
    }
    return {};
}

bool Decider::isStagedWith(const Record& other, const UniqueKey& key, const std::vector<Value>& values) const {
    return std::any_of(latest_.begin(), latest_.end(), [&](const auto& entry) {
        const Record& record = staged_[entry.second].after.record;
        return record.type == other.type && record.id != other.id && !record.isDeleted &&
               hasValues(record, key, values);
    });
}

/// As the store's, with what this group has staged.
Result<std::optional<HistoryEntry>> Decider::historyOf(const Id& record, Version version) {
    for (const StagedChange& change : staged_) {
        if (change.history.record == record && change.history.version == version) {
            return std::optional<HistoryEntry>(change.history);
        }
    }
    return store_.historyAt(record, version);
}

Result<Id> Decider::keepLoser(const Operation& operation, const StoredRecord& current, const Field* field,
                              const Value& base, const Settlement& settlement) {
    const Version keptVersion =
        field != nullptr ? current.fieldVersions[*operation.type->find(field->name)] : current.record.version;
    ZX_ASSIGN(const auto rival, historyOf(current.record.id, keptVersion));
    const Id rivalPerson = rival ? rival->person : Id{};
    const Id rivalDevice = rival ? rival->device : Id{};
    const Instant rivalAt = rival ? rival->at : Instant{};
    const Instant at = heldBack(operation.at);
    const bool mineLost = !settlement.lostIsServers;

    const std::string name = author_.device.text() + '/' + std::to_string(operation.counter) + '/' +
                             (field != nullptr ? std::string(field->name) : std::string());
    const RecordType& type = catalog_.at("conflict");
    StoredRecord kept;
    kept.record = blankRecord(type, Id::named(name), current.record.place);
    kept.record.audience = current.record.audience;
    kept.record.version = 1;
    kept.fieldVersions.assign(type.fields.size(), 1);
    Record& conflict = kept.record;
    conflict.set("record_type", std::string(operation.type->name));
    conflict.set("record_id", current.record.id.text());
    if (field != nullptr) {
        conflict.set("field", std::string(field->name));
        conflict.set("base_value", jsonOf(field->kind, base));
        conflict.set("kept_value", jsonOf(field->kind, settlement.value));
        conflict.set("lost_value", jsonOf(field->kind, settlement.lost));
    } else {
        conflict.set("lost_value", jsonOf(operation));
    }
    const auto person = [](const Id& id) { return id.isNil() ? Value() : Value(id); };
    conflict.set("kept_by", person(mineLost ? rivalPerson : author_.person));
    conflict.set("lost_by", person(mineLost ? author_.person : rivalPerson));
    const auto device = [](const Id& id) { return id.isNil() ? Value() : Value(id.text()); };
    conflict.set("kept_device", device(mineLost ? rivalDevice : author_.device));
    conflict.set("lost_device", device(mineLost ? author_.device : rivalDevice));
    conflict.set("kept_at", (mineLost ? rivalAt : at).ms);
    conflict.set("lost_at", (mineLost ? at : rivalAt).ms);

    if (auto valid = validateRecord(conflict); !valid) {
        unkept_ = valid.error();
        unkept_->field = field != nullptr ? std::string(field->name) : std::string();
    }
    const Id id = conflict.id;
    Operation keeping;
    keeping.counter = operation.counter;
    keeping.verb = Verb::add;
    keeping.type = &type;
    keeping.record = id;
    keeping.at = operation.at;
    stage(keeping, std::nullopt, std::move(kept));
    return id;
}

void Decider::stage(const Operation& operation, std::optional<StoredRecord> before, StoredRecord after) {
    HistoryEntry history;
    history.type = operation.type;
    history.record = operation.record;
    history.version = after.record.version;
    history.person = author_.person;
    history.device = author_.device;
    history.counter = operation.counter;
    history.verb = operation.verb;
    history.at = heldBack(operation.at);
    history.receivedAt = now_;
    history.changes = differences(before ? &before->record : nullptr, after.record);
    latest_[operation.record] = staged_.size();
    staged_.push_back({std::move(before), std::move(after), std::move(history), decided_});
}

/// A clock far ahead would win every "later edit" for years: such stamps are held to the server's time.
Instant Decider::heldBack(Instant at) const { return at.ms > now_.ms + limits::clockAheadMsMax ? now_ : at; }

Outcome Decider::rejected(const Operation& operation, Error error) const {
    return Outcome{operation.counter, Verdict::rejected, 0, 0, {}, std::move(error)};
}

}  // namespace zhixing::sync

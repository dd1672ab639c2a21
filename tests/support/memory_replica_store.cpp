#include "tests/support/memory_replica_store.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "sync/wire/codec.h"

namespace zhixing::test {

using namespace sync;

namespace {

Held heldOf(const Record& record) { return {record.type, record.id, record.version, scopeOf(record)}; }

RecordHead headOf(const Record& record) { return {record.version, record.isDeleted, scopeOf(record)}; }

OutboxEntry entryOf(const PendingOperation& item) {
    const Operation& operation = item.operation;
    return {operation.counter, operation.type,      operation.record, operation.more,
            item.settledSeq,   item.settledVersion, item.line};
}

}  // namespace

template <typename Map, typename T>
void MemoryReplicaStore::set(Map& map, const typename Map::key_type& key, T&& value) {
    undo_.entryChanges(map, key);
    map.insert_or_assign(key, std::forward<T>(value));
}

template <typename Map>
void MemoryReplicaStore::unset(Map& map, const typename Map::key_type& key) {
    if (!map.contains(key)) return;
    undo_.entryChanges(map, key);
    map.erase(key);
}

MemoryReplicaStore::RowKey MemoryReplicaStore::keyOf(const RecordType& type, const Id& record) const {
    return {static_cast<std::size_t>(&type - catalog_->types().data()), record};
}

// ---- another program

namespace {

/// As a table reads that was brought to the catalog: columns keep their names, new ones are unset.
void bring(Record& record, const Catalog& catalog) {
    const RecordType& before = *record.type;
    const RecordType& type = catalog.at(before.name);
    Fields fields(type.fields.size());
    for (std::size_t i = 0; i < record.fields.size(); ++i)
        fields[*type.find(before.fields[i].name)] = std::move(record.fields[i]);
    if (!record.fields.empty()) record.fields = std::move(fields);
    record.type = &type;
}

void bring(Operation& operation, const Catalog& catalog) {
    operation = decodeOperation(catalog, encodeOperation(operation)).value();
}

}  // namespace

void MemoryReplicaStore::bringTo(const Catalog& catalog) {
    if (catalog_ == &catalog) return;
    undo_.forget();
    loose_.clear();
    begun_ = 0;
    catalog_ = &catalog;
    std::map<RowKey, Record> rows;
    for (auto& [key, record] : rows_) {
        bring(record, catalog);
        rows.emplace(keyOf(*record.type, record.id), std::move(record));
    }
    rows_ = std::move(rows);
    for (auto& [id, record] : shadows_) bring(record, catalog);
    for (auto& [id, foreign] : foreign_) {
        if (foreign.held.type != nullptr) foreign.held.type = &catalog.at(foreign.held.type->name);
    }
    for (auto& [counter, item] : outbox_) bring(item.operation, catalog);
    for (auto& [counter, item] : retired_) bring(item.operation, catalog);
    for (auto& [counter, item] : tray_) bring(item.operation, catalog);
    for (auto& [counter, item] : discarded_) bring(item.item.operation, catalog);
}

// ---- transactions

Result<void> MemoryReplicaStore::begin(Durability durability) {
    durability_ = durability;
    begun_ = undo_.size();
    return {};
}

Result<void> MemoryReplicaStore::commit() {
    if (durability_ == Durability::full) {
        undo_.forget();
        loose_.clear();
    } else {
        loose_.push_back(begun_);
    }
    begun_ = undo_.size();
    return {};
}

void MemoryReplicaStore::rollback() {
    undo_.backTo(begun_);
    seenDamaged_.clear();
}

void MemoryReplicaStore::cutPower(std::size_t kept) {
    rollback();
    if (kept >= loose_.size()) return;
    undo_.backTo(loose_[kept]);
    loose_.resize(kept);
    begun_ = undo_.size();
}

void MemoryReplicaStore::damage(const Id& record) {
    (void)begin(Durability::full);
    set(damaged_, record, true);
    (void)commit();
}

void MemoryReplicaStore::isAsWritten(const Id& record) {
    unset(damaged_, record);
    seenDamaged_.erase(record);
}

Result<void> MemoryReplicaStore::setState(const ReplicaState& state) {
    undo_.valueChanges(state_);
    state_ = state;
    return {};
}

// ---- visible rows

Result<std::optional<Record>> MemoryReplicaStore::find(const RecordType& type, const Id& record) {
    const auto found = rows_.find(keyOf(type, record));
    const bool isThere = found != rows_.end() && !damaged_.contains(record);
    return isThere ? std::optional(found->second) : std::optional<Record>();
}

Result<std::optional<RecordHead>> MemoryReplicaStore::head(const RecordType& type, const Id& record) {
    if (seenDamaged_.contains(record)) return std::optional<RecordHead>();
    const auto found = rows_.find(keyOf(type, record));
    return found == rows_.end() ? std::optional<RecordHead>() : std::optional(headOf(found->second));
}

Result<void> MemoryReplicaStore::put(const Record& record, bool /*isPending*/) {
    isAsWritten(record.id);
    set(rows_, keyOf(*record.type, record.id), record);
    return {};
}

Result<void> MemoryReplicaStore::erase(const RecordType& type, const Id& record) {
    isAsWritten(record);
    unset(rows_, keyOf(type, record));
    return {};
}

Result<void> MemoryReplicaStore::forEach(const RecordType& type, const std::function<void(const Record&)>& visit) {
    const std::size_t position = keyOf(type, Id{}).first;
    for (auto row = rows_.lower_bound({position, Id{}}); row != rows_.end() && row->first.first == position; ++row) {
        visit(row->second);
    }
    return {};
}

Result<std::vector<std::pair<const RecordType*, Id>>> MemoryReplicaStore::rowsIn(const Scope& scope) {
    std::vector<std::pair<const RecordType*, Id>> rows;
    for (const auto& [key, record] : rows_) {
        if (record.place == scope.place && record.audience == scope.audience)
            rows.emplace_back(record.type, key.second);
    }
    return rows;
}

Result<void> MemoryReplicaStore::forEachHeld(const std::function<void(const Held&)>& visit) {
    seenDamaged_.clear();
    for (const auto& [key, record] : rows_) {
        if (record.version == 0 || shadows_.contains(key.second)) continue;
        const bool isDamaged = damaged_.contains(key.second);
        if (isDamaged) seenDamaged_.insert(key.second);
        visit(isDamaged ? Held{record.type, record.id, 0, {}} : heldOf(record));
    }
    for (const auto& [id, record] : shadows_) {
        if (!record.isDeleted) visit(heldOf(record));
    }
    for (const auto& [id, foreign] : foreign_) {
        if (foreign.held.type == nullptr) visit(foreign.held);
    }
    return {};
}

Result<std::vector<Held>> MemoryReplicaStore::heldIn(const Scope& scope) {
    std::vector<Held> held;
    for (const auto& [key, record] : rows_) {
        if (record.version > 0 && !shadows_.contains(key.second) && scopeOf(record) == scope)
            held.push_back(heldOf(record));
    }
    for (const auto& [id, record] : shadows_) {
        if (!record.isDeleted && scopeOf(record) == scope) held.push_back(heldOf(record));
    }
    for (const auto& [id, foreign] : foreign_) {
        if (foreign.held.type == nullptr && foreign.held.scope == scope) held.push_back(foreign.held);
    }
    return held;
}

// ---- shadows

Result<std::optional<RecordHead>> MemoryReplicaStore::shadowHead(const Id& record) {
    const auto found = shadows_.find(record);
    return found == shadows_.end() ? std::optional<RecordHead>() : std::optional(headOf(found->second));
}

Result<std::optional<Record>> MemoryReplicaStore::shadow(const Id& record) {
    const auto found = shadows_.find(record);
    return found == shadows_.end() ? std::optional<Record>() : std::optional(found->second);
}

Result<void> MemoryReplicaStore::putShadow(const Record& record) {
    set(shadows_, record.id, record);
    return {};
}

Result<void> MemoryReplicaStore::eraseShadow(const Id& record) {
    unset(shadows_, record);
    return {};
}

// ---- what is not understood

Result<std::optional<Foreign>> MemoryReplicaStore::foreign(const Id& record) {
    const auto found = foreign_.find(record);
    return found == foreign_.end() ? std::optional<Foreign>() : std::optional(found->second);
}

Result<void> MemoryReplicaStore::putForeign(const Foreign& foreign) {
    set(foreign_, foreign.held.record, foreign);
    return {};
}

Result<void> MemoryReplicaStore::eraseForeign(const Id& record) {
    unset(foreign_, record);
    return {};
}

Result<std::vector<Foreign>> MemoryReplicaStore::foreignAfter(const Id& record, std::size_t countMax) {
    std::vector<Foreign> some;
    for (auto next = foreign_.upper_bound(record); next != foreign_.end() && some.size() < countMax; ++next)
        some.push_back(next->second);
    return some;
}

// ---- outbox

Result<void> MemoryReplicaStore::append(const PendingOperation& pending) {
    const Counter counter = pending.operation.counter;
    if (outbox_.contains(counter)) return Error{Code::already_exists, "this number is given", {}, {}};
    set(outbox_, counter, pending);
    return {};
}

Result<std::vector<PendingOperation>> MemoryReplicaStore::pendingOf(const Id& record) {
    std::vector<PendingOperation> found;
    for (const auto& [counter, item] : outbox_) {
        if (item.operation.record == record) found.push_back(item);
    }
    return found;
}

Result<std::vector<Counter>> MemoryReplicaStore::settledOf(const Id& record, Version version) {
    std::vector<Counter> found;
    for (const auto& [counter, item] : outbox_) {
        const bool isIncluded = item.settledSeq > 0 && item.settledVersion > 0 && item.settledVersion <= version;
        if (item.operation.record == record && isIncluded) found.push_back(counter);
    }
    return found;
}

Result<std::vector<OutboxEntry>> MemoryReplicaStore::unsent(Counter after, std::size_t countMax, std::size_t bytesMax) {
    std::vector<OutboxEntry> found;
    std::size_t bytes = 0;
    for (auto item = outbox_.upper_bound(after); item != outbox_.end(); ++item) {
        if (found.size() == countMax || bytes >= bytesMax) break;
        if (item->second.settledSeq > 0) continue;
        bytes += item->second.line.size() + 1;
        found.push_back(entryOf(item->second));
    }
    return found;
}

Result<std::vector<OutboxEntry>> MemoryReplicaStore::settledUpTo(Seq cursor) {
    std::vector<OutboxEntry> found;
    for (const auto& [counter, item] : outbox_) {
        if (item.settledSeq > 0 && item.settledSeq <= cursor) found.push_back(entryOf(item));
    }
    return found;
}

Result<std::optional<OutboxEntry>> MemoryReplicaStore::entry(Counter counter) {
    const auto found = outbox_.find(counter);
    return found == outbox_.end() ? std::optional<OutboxEntry>() : std::optional(entryOf(found->second));
}

Result<std::optional<PendingOperation>> MemoryReplicaStore::pending(Counter counter) {
    const auto found = outbox_.find(counter);
    return found == outbox_.end() ? std::optional<PendingOperation>() : std::optional(found->second);
}

Result<void> MemoryReplicaStore::settle(Counter counter, Seq seq, Version version) {
    const auto found = outbox_.find(counter);
    if (found == outbox_.end()) return {};
    undo_.entryChanges(outbox_, counter);
    found->second.settledSeq = seq;
    found->second.settledVersion = version;
    return {};
}

Result<void> MemoryReplicaStore::drop(Counter counter) {
    unset(outbox_, counter);
    return {};
}

Result<void> MemoryReplicaStore::retire(Counter counter) {
    if (const auto found = outbox_.find(counter); found != outbox_.end()) set(retired_, counter, found->second);
    unset(retired_, counter - limits::operationsRememberedMax);
    return drop(counter);
}

Result<void> MemoryReplicaStore::forgetRetired(const Id& record) {
    std::vector<Counter> about;
    for (const auto& [counter, item] : retired_) {
        if (item.operation.record == record) about.push_back(counter);
    }
    for (const Counter counter : about) unset(retired_, counter);
    unset(histories_, record);
    return {};
}

Result<std::vector<std::pair<const RecordType*, Id>>> MemoryReplicaStore::reopen(Counter decided) {
    std::vector<Counter> taken;
    for (const auto& [counter, item] : retired_) {
        if (counter > decided) taken.push_back(counter);
    }
    for (const Counter counter : taken) {
        set(outbox_, counter, PendingOperation(retired_.at(counter)));
        unset(retired_, counter);
    }
    std::vector<std::pair<const RecordType*, Id>> reopened;
    for (auto& [counter, item] : outbox_) {
        undo_.entryChanges(outbox_, counter);
        if (counter > decided) {
            item.settledSeq = item.settledVersion = 0;
            reopened.emplace_back(item.operation.type, item.operation.record);
        } else if (item.settledSeq > 0) {
            item.settledSeq = 1;
            item.settledVersion = 0;
        }
    }
    return reopened;
}

Result<void> MemoryReplicaStore::noteFailure(const Failure& /*failure*/) {
    return {};  // for people to see, not for the engine
}

// ---- tray

Result<void> MemoryReplicaStore::putTray(const TrayItem& item) {
    set(tray_, item.counter, item);
    return {};
}

Result<std::vector<TrayItem>> MemoryReplicaStore::tray() {
    std::vector<TrayItem> items;
    for (const auto& [counter, item] : tray_) items.push_back(item);
    return items;
}

Result<void> MemoryReplicaStore::eraseTray(Counter counter) {
    unset(tray_, counter);
    return {};
}

Result<void> MemoryReplicaStore::putDiscarded(const DiscardedItem& discarded) {
    set(discarded_, discarded.item.counter, discarded);
    return {};
}

Result<std::vector<DiscardedItem>> MemoryReplicaStore::discarded() {
    std::vector<DiscardedItem> items;
    for (const auto& [counter, item] : discarded_) items.push_back(item);
    return items;
}

Result<void> MemoryReplicaStore::eraseDiscarded(Counter counter) {
    unset(discarded_, counter);
    return {};
}

Result<void> MemoryReplicaStore::eraseDiscardedBefore(Instant instant) {
    for (auto item = discarded_.begin(); item != discarded_.end();) {
        const Counter counter = item->first;
        const bool isOld = item->second.discardedAt < instant;
        ++item;
        if (isOld) unset(discarded_, counter);
    }
    return {};
}

// ---- incidents

Result<void> MemoryReplicaStore::addIncident(const Incident& incident) {
    undo_.valueChanges(incidents_);
    incidents_.push_back(incident);
    return {};
}

// ---- what was learned by asking

Result<void> MemoryReplicaStore::keepHistory(const History& history, Instant /*at*/) {
    History kept = history;
    const auto before = histories_.find(history.record);
    if (history.before != 0 && before != histories_.end()) {
        kept = before->second;
        kept.entries.insert(kept.entries.end(), history.entries.begin(), history.entries.end());
        kept.isLast = history.isLast;
    }
    set(histories_, history.record, std::move(kept));
    return {};
}

Result<std::vector<Id>> MemoryReplicaStore::withoutHistory(std::span<const Named> changed, std::size_t countMax) {
    std::vector<Id> wanted;
    for (const auto& [type, record] : changed) {
        const auto row = rows_.find(keyOf(*type, record));
        const auto kept = histories_.find(record);
        const Version known = kept == histories_.end() ? 0 : kept->second.newest;
        if (row != rows_.end() && row->second.version > known && wanted.size() < countMax) wanted.push_back(record);
    }
    return wanted;
}

Result<void> MemoryReplicaStore::forgetHistories() {
    while (!histories_.empty()) unset(histories_, histories_.begin()->first);
    return {};
}

Result<void> MemoryReplicaStore::keepDevices(const Devices& devices) {
    undo_.valueChanges(devices_);
    devices_ = devices;
    return {};
}

// ---- digests

Result<Digest> MemoryReplicaStore::digest(const Scope& scope) {
    const auto found = digests_.find(scope);
    return found == digests_.end() ? Digest{} : found->second;
}

Result<void> MemoryReplicaStore::putDigest(const Scope& scope, const Digest& digest) {
    set(digests_, scope, digest);
    return {};
}

Result<Digest> MemoryReplicaStore::totalDigest() {
    Digest total;
    for (const auto& [scope, digest] : digests_) total.add(digest);
    return total;
}

}  // namespace zhixing::test

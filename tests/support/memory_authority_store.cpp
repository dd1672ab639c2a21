#include "tests/support/memory_authority_store.h"

#include <algorithm>

#include "shared/model/document.h"
#include "sync/wire/codec.h"

namespace zhixing::test {

using namespace sync;

namespace {

/// What all holders of the same unique values share.
std::string holderKey(const RecordType& type, const UniqueKey& key, std::span<const Value> values) {
    std::string text(type.name);
    for (std::size_t i = 0; i < key.fields.size(); ++i) {
        text += '\n';
        text += key.fields[i];
        text += '=';
        appendJson(text, type.fields[*type.find(key.fields[i])].kind, values[i]);
    }
    return text;
}

}  // namespace

template <typename Map, typename T>
void MemoryAuthorityStore::set(Map& map, const typename Map::key_type& key, T&& value) {
    undo_.entryChanges(map, key);
    map.insert_or_assign(key, std::forward<T>(value));
}

template <typename Map>
void MemoryAuthorityStore::unset(Map& map, const typename Map::key_type& key) {
    undo_.entryChanges(map, key);
    map.erase(key);
}

Result<void> MemoryAuthorityStore::begin() {
    undo_.forget();
    newest_ = is_.head;
    return {};
}

Result<void> MemoryAuthorityStore::commit() {
    undo_.forget();
    return {};
}

void MemoryAuthorityStore::rollback() {
    undo_.backTo(0);
    newest_ = is_.head;
}

Result<void> MemoryAuthorityStore::setHead(Seq seq) {
    undo_.valueChanges(is_.head);
    is_.head = seq;
    return {};
}

// ---- records

Result<const RecordType*> MemoryAuthorityStore::typeOf(const Id& record) {
    const auto found = is_.records.find(record);
    return found == is_.records.end() ? nullptr : found->second.stored.record.type;
}

Result<std::optional<StoredRecord>> MemoryAuthorityStore::find(const Id& record) {
    const auto found = is_.records.find(record);
    return found == is_.records.end() ? std::optional<StoredRecord>() : std::optional(found->second.stored);
}

template <typename Visit>
void MemoryAuthorityStore::forEachKey(const Record& record, Visit&& visit) {
    if (record.isDeleted) return;
    for (const UniqueKey& key : record.type->uniqueKeys) {
        std::vector<Value> values;
        for (const std::string_view field : key.fields) values.push_back(record.value(field));
        if (std::all_of(values.begin(), values.end(), isSet)) visit(holderKey(*record.type, key, values));
    }
}

Result<void> MemoryAuthorityStore::put(const StoredRecord& stored) {
    const Record& record = stored.record;
    std::vector<std::string> keys;
    forEachKey(record, [&](const std::string& key) { keys.push_back(key); });
    if (const auto before = is_.records.find(record.id); before != is_.records.end()) {
        unset(is_.feed, before->second.stored.seq);
        forEachKey(before->second.stored.record, [&](const std::string& key) {
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
            std::vector<Id> holders = is_.holders[key];
            std::erase(holders, record.id);
            set(is_.holders, key, std::move(holders));
        });
    }
    for (const std::string& key : keys) {  // who goes on holding a key keeps its place among the holders
        std::vector<Id> holders = is_.holders[key];
        if (std::find(holders.begin(), holders.end(), record.id) != holders.end()) continue;
        holders.push_back(record.id);
        set(is_.holders, key, std::move(holders));
    }
    set(is_.feed, stored.seq, record.id);
    std::string line =
        record.isDeleted ? goneLine(*record.type, record.id, record.version, Gone::deleted) : canonicalLine(record);
    set(is_.records, record.id, Content::Document{stored, std::move(line)});
    newest_ = std::max(newest_, stored.seq);
    return {};
}

Result<std::optional<Id>> MemoryAuthorityStore::holderOf(const RecordType& type, const UniqueKey& key,
                                                         std::span<const Value> values, const Id& besides) {
    const auto found = is_.holders.find(holderKey(type, key, values));
    if (found == is_.holders.end()) return std::optional<Id>();
    const auto other = std::ranges::find_if(found->second, [&](const Id& holder) { return holder != besides; });
    return other == found->second.end() ? std::optional<Id>() : std::optional(*other);
}

Result<void> MemoryAuthorityStore::depart(Seq seq, const RecordType& type, const Id& record, Version version,
                                          const Scope& from) {
    set(is_.departures, seq, Content::Departure{from, &type, record, version});
    return {};
}

// ---- history

Result<void> MemoryAuthorityStore::append(const HistoryEntry& entry) {
    set(is_.history, {entry.record, entry.version}, entry);
    return {};
}

Result<std::optional<HistoryEntry>> MemoryAuthorityStore::historyAt(const Id& record, Version version) {
    const auto found = is_.history.find({record, version});
    return found == is_.history.end() ? std::optional<HistoryEntry>() : std::optional(found->second);
}

Result<Seq> MemoryAuthorityStore::lastBefore(Instant instant) {
    Seq last = newest_;
    for (const auto& [key, entry] : is_.history) {
        if (entry.seq > is_.horizon && !(entry.receivedAt < instant)) last = std::min(last, entry.seq - 1);
    }
    return last;
}

Result<Compaction> MemoryAuthorityStore::compact(Seq horizon, Instant /*now*/, const Keeping& keeps) {
    Compaction done{is_.horizon, 0, 0, 0};
    if (horizon <= is_.horizon) return done;
    undo_.valueChanges(is_.horizon);
    done.horizon = is_.horizon = horizon;
    std::vector<Id> records;
    for (const auto& [id, document] : is_.records) {
        const Record& record = document.stored.record;
        if (record.isDeleted && document.stored.seq <= horizon && !keeps(*record.type, id)) records.push_back(id);
    }
    for (const Id& id : records) {
        unset(is_.feed, is_.records.at(id).stored.seq);
        unset(is_.records, id);
    }
    std::vector<std::pair<Id, Version>> entries;
    for (const auto& [key, entry] : is_.history) {
        const auto record = is_.records.find(key.first);
        const bool isNeeded = record != is_.records.end() && record->second.stored.isMadeBy(key.second);
        if (entry.seq <= horizon && !isNeeded) entries.push_back(key);
    }
    for (const auto& key : entries) unset(is_.history, key);
    std::vector<Seq> departures;
    for (const auto& [seq, departure] : is_.departures) {
        if (seq <= horizon) departures.push_back(seq);
    }
    for (const Seq seq : departures) unset(is_.departures, seq);
    done.deleted = static_cast<std::int64_t>(records.size());
    done.history = static_cast<std::int64_t>(entries.size());
    done.departures = static_cast<std::int64_t>(departures.size());
    return done;
}

// ---- devices

Result<Counter> MemoryAuthorityStore::lastCounter(const Id& device) {
    const auto found = is_.counters.find(device);
    return found == is_.counters.end() ? Counter{0} : found->second;
}

Result<void> MemoryAuthorityStore::setLastCounter(const Id& device, Counter counter) {
    set(is_.counters, device, counter);
    return {};
}

Result<void> MemoryAuthorityStore::keepOutcomes(const Id& device, Counter first, std::span<const Outcome> outcomes) {
    const Counter last = first + static_cast<Counter>(outcomes.size()) - 1;
    if (is_.outcomes.contains({device, last})) return Error{Code::already_exists, "outcomes are kept once", {}, {}};
    set(is_.outcomes, {device, last}, Content::Batch{first, {outcomes.begin(), outcomes.end()}});
    return {};
}

Result<std::optional<Outcome>> MemoryAuthorityStore::outcome(const Id& device, Counter counter) {
    const auto batch = is_.outcomes.lower_bound({device, counter});
    if (batch == is_.outcomes.end() || batch->first.first != device || batch->second.first > counter) {
        return std::optional<Outcome>();
    }
    return std::optional(batch->second.outcomes[static_cast<std::size_t>(counter - batch->second.first)]);
}

Result<void> MemoryAuthorityStore::forgetOutcomes(const Id& device, Counter upTo) {
    for (auto batch = is_.outcomes.lower_bound({device, 0}); batch != is_.outcomes.end();) {
        const auto key = batch->first;
        if (key.first != device || key.second > upTo) break;
        ++batch;
        unset(is_.outcomes, key);
    }
    return {};
}

Result<void> MemoryAuthorityStore::noteAgreement(const DeviceAgreement& agreement) {
    set(is_.agreements, agreement.device, agreement);
    return {};
}

Result<std::vector<DeviceAgreement>> MemoryAuthorityStore::agreements() {
    std::vector<DeviceAgreement> all;
    for (const auto& [device, agreement] : is_.agreements) all.push_back(agreement);
    return all;
}

// ---- digests

Result<std::vector<std::pair<Scope, Digest>>> MemoryAuthorityStore::digests() {
    return std::vector<std::pair<Scope, Digest>>(is_.digests.begin(), is_.digests.end());
}

Result<void> MemoryAuthorityStore::putDigest(const Scope& scope, const Digest& digest) {
    set(is_.digests, scope, digest);
    return {};
}

// ---- reading much

/// What the feed says at `seq` to whoever sees these scopes; nothing when it is not for them.
std::optional<std::string> MemoryAuthorityStore::lineOf(const ScopeSet& scopes, Seq seq) const {
    if (const auto placed = is_.feed.find(seq); placed != is_.feed.end()) {
        const Content::Document& document = is_.records.at(placed->second);
        if (sees(scopes, scopeOf(document.stored.record))) return document.line;
    }
    if (const auto left = is_.departures.find(seq); left != is_.departures.end()) {
        const Content::Departure& departure = left->second;
        const Record& now = is_.records.at(departure.record).stored.record;
        if (sees(scopes, departure.from) && !sees(scopes, scopeOf(now)))
            return goneLine(*departure.type, departure.record, departure.version, Gone::left);
    }
    return std::nullopt;
}

Result<std::vector<FeedEntry>> MemoryAuthorityStore::feed(const ScopeSet& scopes, Seq cursor, std::size_t recordsMax,
                                                          std::size_t bytesMax, Seq& to) {
    std::vector<FeedEntry> entries;
    std::size_t bytes = 0;
    to = cursor;
    auto placed = is_.feed.upper_bound(cursor);
    auto left = is_.departures.upper_bound(cursor);
    while (placed != is_.feed.end() || left != is_.departures.end()) {
        const bool isPlaced =
            left == is_.departures.end() || (placed != is_.feed.end() && placed->first <= left->first);
        const Seq seq = isPlaced ? placed->first : left->first;
        if (placed != is_.feed.end() && placed->first == seq) ++placed;
        if (left != is_.departures.end() && left->first == seq) ++left;
        std::optional<std::string> line = lineOf(scopes, seq);
        if (!line) continue;
        if (entries.size() >= recordsMax || bytes >= bytesMax) return entries;
        to = seq;
        bytes += line->size();
        entries.push_back({seq, std::move(*line)});
    }
    to = newest_;
    return entries;
}

Result<std::vector<FeedEntry>> MemoryAuthorityStore::fill(const ScopeSet& scopes, Part part, Seq after, Seq until,
                                                          std::size_t recordsMax, std::size_t bytesMax, Seq& to) {
    std::vector<FeedEntry> entries;
    std::size_t bytes = 0;
    to = after;
    for (auto placed = is_.feed.upper_bound(after); placed != is_.feed.end() && placed->first <= until; ++placed) {
        const Content::Document& document = is_.records.at(placed->second);
        const Record& record = document.stored.record;
        const bool isAsked = part == Part::all || record.type->comesFirst == (part == Part::first);
        if (!isAsked || record.isDeleted || !sees(scopes, scopeOf(record))) continue;
        if (entries.size() >= recordsMax || bytes >= bytesMax) return entries;
        to = placed->first;
        bytes += document.line.size();
        entries.push_back({placed->first, document.line});
    }
    to = until;
    return entries;
}

Result<void> MemoryAuthorityStore::forEachHeld(const std::function<void(const Held&)>& visit) {
    for (const auto& [id, document] : is_.records) {
        const Record& record = document.stored.record;
        if (!record.isDeleted) visit({record.type, record.id, record.version, scopeOf(record)});
    }
    return {};
}

Result<void> MemoryAuthorityStore::forEach(const RecordType& type, const std::function<void(const Record&)>& visit) {
    for (const auto& [id, document] : is_.records) {
        const Record& record = document.stored.record;
        if (record.type == &type && !record.isDeleted) visit(record);
    }
    return {};
}

}  // namespace zhixing::test

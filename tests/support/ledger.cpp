#include "tests/support/ledger.h"

#include <algorithm>
#include <unordered_set>

#include "shared/model/document.h"
#include "sync/merge/settle.h"
#include "sync/replica/overlay.h"

namespace zhixing::test {

using namespace sync;

namespace {

std::string name(const OperationKey& key, const Operation& operation) {
    return std::string(operation.type->name) + ' ' + operation.record.text() + ", operation " +
           std::to_string(key.second) + " of device " + key.first.text();
}

std::string json(Kind kind, const Value& value) {
    std::string text;
    appendJson(text, kind, value);
    return text;
}

/// The conflict record the server keeps for a losing field; an empty field for a whole operation that lost.
Result<std::optional<StoredRecord>> conflictOf(AuthorityStore& server, const OperationKey& key,
                                               std::string_view field) {
    return server.find(Id::named(key.first.text() + '/' + std::to_string(key.second) + '/' + std::string(field)));
}

bool overwrites(Merge merge) { return merge == Merge::review || merge == Merge::firstWins; }

}  // namespace

/// Everything that ever happened to one record, oldest first.
struct Ledger::Timeline {
    std::vector<HistoryEntry> entries;

    [[nodiscard]] Value valueAt(Version version, std::uint16_t field) const {
        Value value;
        for (const HistoryEntry& entry : entries) {
            if (entry.version > version) break;
            for (const FieldChange& change : entry.changes) {
                if (change.field == field) value = change.value;
            }
        }
        return value;
    }
    [[nodiscard]] const HistoryEntry* by(const OperationKey& key) const {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const HistoryEntry& entry) {
            return entry.device == key.first && entry.counter == key.second;
        });
        return found == entries.end() ? nullptr : &*found;
    }
};

Ledger::Timeline Ledger::timelineOf(AuthorityStore& server, const Id& record) const {
    Timeline timeline;
    if (const auto archived = archive_.find(record); archived != archive_.end()) timeline.entries = archived->second;
    for (auto version = static_cast<Version>(timeline.entries.size()) + 1;; ++version) {
        auto entry = server.historyAt(record, version);
        if (!entry || !*entry) return timeline;
        timeline.entries.push_back(std::move(**entry));
    }
}

void Ledger::archive(AuthorityStore& server) {
    std::set<Id> records;
    const auto held = server.forEachHeld([&](const Held& one) { records.insert(one.record); });
    if (!held) return;  // then it cannot forget anything either
    for (const auto& [key, told] : operations_) records.insert(told.operation.record);
    for (const auto& [key, outcome] : answers_) records.insert(outcome.conflicts.begin(), outcome.conflicts.end());
    for (const Id& record : records) archive_[record] = timelineOf(server, record).entries;
}

void Ledger::confirmed(const Id& device, const Operation& operation, Version seen) {
    Told& told = operations_[{device, operation.counter}];
    told.operation = operation;
    told.seen = seen;
}

Finding Ledger::decided(const Id& device, const Outcome& outcome) {
    const OperationKey key{device, outcome.counter};
    if (outcome.verdict == Verdict::duplicate) return std::nullopt;
    const auto [before, isFirst] = answers_.emplace(key, outcome);
    if (!isFirst && !(before->second == outcome)) {
        return "I2: operation " + std::to_string(outcome.counter) + " of device " + device.text() +
               " was decided twice, differently";
    }
    return std::nullopt;
}

void Ledger::wentBack(AuthorityStore& server) {
    const auto head = server.head();
    if (!head) return;
    for (auto& [record, entries] : archive_)
        std::erase_if(entries, [&](const HistoryEntry& entry) { return entry.seq > *head; });
    for (auto& [key, told] : operations_) {
        const auto last = server.lastCounter(key.first);
        if (last && key.second <= *last) continue;
        told.isOpenAgain = true;
        answers_.erase(key);
    }
    std::erase_if(answers_, [&](const auto& answer) {
        const auto last = server.lastCounter(answer.first.first);
        return last && answer.first.second > *last;
    });
}

void Ledger::discarded(const Id& device, Counter counter) { operations_[{device, counter}].isDiscarded = true; }

Finding Ledger::checkEdits(AuthorityStore& server, const std::map<Id, std::set<Counter>>& trays) const {
    for (const auto& [key, told] : operations_) {
        if (told.operation.type == nullptr) continue;  // discarded without having been confirmed to us
        const bool isForgotten = told.isOpenAgain && left_.contains({key.first, told.operation.record});
        if (isForgotten) continue;
        if (auto finding = checkOne(server, key, told, trays)) return finding;
    }
    return std::nullopt;
}

Finding Ledger::checkOne(AuthorityStore& server, const OperationKey& key, const Told& told,
                         const std::map<Id, std::set<Counter>>& trays) const {
    const auto answer = answers_.find(key);
    const auto tray = trays.find(key.first);
    const bool isInTray = tray != trays.end() && tray->second.contains(key.second);
    const bool isAside = told.isOpenAgain && isInTray != told.isDiscarded;  // or refused by a server that is no more
    if (answer == answers_.end() && isAside) return std::nullopt;
    if (answer == answers_.end()) return "I1: never decided: " + name(key, told.operation);
    const Outcome& outcome = answer->second;
    if (outcome.verdict == Verdict::rejected) {
        if (timelineOf(server, told.operation.record).by(key) != nullptr)
            return "I2: refused, and took effect: " + name(key, told.operation);
        if (isInTray != told.isDiscarded) return std::nullopt;
        return "I1: rejected, and not in exactly one of tray and discarded: " + name(key, told.operation);
    }
    if (isInTray) return "I1: accepted and yet in the tray: " + name(key, told.operation);

    const Operation& operation = told.operation;
    const Timeline timeline = timelineOf(server, operation.record);
    if (timeline.entries.empty()) return "I1: accepted, but the server has no such record: " + name(key, operation);
    const auto whole = conflictOf(server, key, {});
    if (!whole) return "the server's store failed";
    if (*whole) return std::nullopt;  // the operation as a whole lost, and is kept
    if (told.isOpenAgain) return std::nullopt;
    if (operation.verb == Verb::remove) {
        const HistoryEntry* removal = timeline.by(key);
        for (const HistoryEntry& entry : timeline.entries) {
            const bool isUnseen = removal != nullptr && entry.version > told.seen && entry.version < removal->version;
            if (isUnseen && entry.device != key.first)
                return "I4: an edit nobody saw was deleted: " + name(key, operation);
        }
        return std::nullopt;
    }
    for (const FieldChange& change : operation.changes) {
        if (auto finding = checkField(server, key, told, change, timeline)) return finding;
    }
    return std::nullopt;
}

Finding Ledger::checkField(AuthorityStore& server, const OperationKey& key, const Told& told, const FieldChange& change,
                           const Timeline& timeline) const {
    const Operation& operation = told.operation;
    const Field& field = operation.type->fields[change.field];
    const std::string where = std::string(field.name) + " of " + name(key, operation);
    const auto conflict = conflictOf(server, key, field.name);
    if (!conflict) return "the server's store failed";
    const std::string lost = *conflict ? std::string((*conflict)->record.string("lost_value")) : std::string();

    const HistoryEntry* entry = timeline.by(key);
    const FieldChange* effect = nullptr;
    if (entry != nullptr) {
        for (const FieldChange& one : entry->changes) {
            if (one.field == change.field) effect = &one;
        }
    }
    if (effect == nullptr) {  // no effect: the server had this very value, or the value was kept as the loser
        const Version decidedAt = entry != nullptr ? entry->version : answers_.at(key).version;
        if (lost == json(field.kind, change.value)) return std::nullopt;
        if (timeline.valueAt(decidedAt, change.field) == change.value) return std::nullopt;
        if (field.merge == Merge::set || field.merge == Merge::counter || field.merge == Merge::text) {
            const Value held = timeline.valueAt(decidedAt, change.field);  // a merge may add nothing new
            if (settle(field, {change.base, held, change.value, false}).value == held && !*conflict)
                return std::nullopt;
        }
        return "I1: neither applied nor kept: " + where;
    }
    if (operation.verb == Verb::add) return std::nullopt;
    const Value& replaced = effect->base;
    if (effect->value == change.value) {
        if (replaced == change.base || field.merge == Merge::workflow) return std::nullopt;
        if (field.merge == Merge::laterEdit && lost == json(field.kind, replaced)) return std::nullopt;
        if (overwrites(field.merge) || field.merge == Merge::laterEdit)
            return "I4: somebody's value was silently overwritten: " + where;
    }
    const Settlement expected = settle(field, {change.base, replaced, change.value, false});
    if (expected.value != effect->value) return "I4: not what the policy gives: " + where;
    const bool isLost = expected.how == Settlement::How::contested && field.merge != Merge::laterEdit;
    if (isLost && lost != json(field.kind, expected.lost)) return "I4: the loser is not kept: " + where;
    return std::nullopt;
}

Finding Ledger::checkHistory(AuthorityStore& server, Seq head) const {
    std::set<Id> records;
    for (const auto& [key, told] : operations_) {
        if (told.operation.type != nullptr) records.insert(told.operation.record);
    }
    for (const auto& [key, outcome] : answers_) records.insert(outcome.conflicts.begin(), outcome.conflicts.end());
    std::set<Seq> seqs;
    for (const Id& record : records) {
        std::set<OperationKey> seen;
        for (const HistoryEntry& entry : timelineOf(server, record).entries) {
            if (entry.seq < 1 || entry.seq > head) return "I7: a number beyond the head";
            if (!seqs.insert(entry.seq).second) return "I7: one number given twice";
            if (entry.counter > 0 && !seen.insert({entry.device, entry.counter}).second) {
                return "I2: took effect twice: operation " + std::to_string(entry.counter) + " of device " +
                       entry.device.text();
            }
            const auto& workflow = entry.type->workflow;
            if (!workflow || entry.verb == Verb::add) continue;
            for (const FieldChange& change : entry.changes) {
                if (entry.type->fields[change.field].name != workflow->field) continue;
                const bool isLegal = std::any_of(workflow->transitions.begin(), workflow->transitions.end(),
                                                 [&](const Transition& step) {
                                                     return change.base == Value(std::string(step.from)) &&
                                                            change.value == Value(std::string(step.to));
                                                 });
                if (!isLegal) return "I5: an illegal step of " + record.text();
                const auto now = server.find(record);
                if (now && *now && change.value == Value(std::string("approved")) && !entry.type->author.empty() &&
                    (*now)->record.reference(entry.type->author) == entry.person) {
                    return "I5: approved by its own author: " + record.text();
                }
            }
        }
    }
    return std::nullopt;
}

Finding compareRows(ReplicaStore& device, AuthorityStore& server, const ScopeSet& scopes) {
    std::unordered_set<std::string> theirs;  // as the server would tell a new device
    Seq cursor = 0;
    const auto head = server.head();
    if (!head) return "the server's store failed";
    while (cursor < *head) {
        Seq to = cursor;
        const auto entries = server.feed(scopes, cursor, 500, 1 << 20, to);
        if (!entries) return "the server's store failed";
        for (const FeedEntry& entry : *entries) {
            if (entry.line.find("\"gone\":") == std::string::npos) theirs.insert(entry.line);
        }
        cursor = to;
    }
    std::unordered_set<std::string> mine;
    for (const Scope& scope : scopes) {
        const auto rows = device.rowsIn(scope);
        if (!rows) return "the device's store failed";
        for (const auto& [type, id] : *rows) {
            const auto record = device.find(*type, id);
            if (!record || !*record) return "I3: a row that is listed cannot be read: " + id.text();
            mine.insert(canonicalLine(**record));
        }
    }
    for (const std::string& line : theirs) {
        if (!mine.contains(line)) return "I3: the device lacks " + line;
    }
    for (const std::string& line : mine) {
        if (!theirs.contains(line)) return "I3: the device has, and should not, " + line;
    }
    return std::nullopt;
}

Finding checkUniqueKeys(AuthorityStore& server, const Catalog& catalog) {
    for (const RecordType& type : catalog.types()) {
        for (const UniqueKey& key : type.uniqueKeys) {
            std::map<std::string, Id> unmarked;
            Finding finding;
            const auto visit = [&](const Record& record) {
                std::string values;
                for (const std::string_view field : key.fields) {
                    if (!isSet(record.value(field))) return;
                    values += json(type.fields[*type.find(field)].kind, record.value(field)) + ' ';
                }
                if (record.value(key.mark) == Value(true)) return;
                if (const auto [first, isFirst] = unmarked.emplace(values, record.id); !isFirst)
                    finding =
                        "I4: the same key twice and not marked: " + first->second.text() + ", " + record.id.text();
            };
            if (!server.forEach(type, visit)) return "the server's store failed";
            if (finding) return finding;
        }
    }
    return std::nullopt;
}

Finding checkDisputes(AuthorityStore& server, const Catalog& catalog) {
    std::vector<Id> disputed;
    const auto note = [&](const Record& conflict) {
        const auto record = Id::parse(conflict.string("record_id"));
        if (record && conflict.string("state") != "settled") disputed.push_back(*record);
    };
    if (!server.forEach(catalog.at("conflict"), note)) return "the server's store failed";
    for (const Id& record : disputed) {
        const auto found = server.find(record);
        if (!found) return "the server's store failed";
        if (!*found) return "I4: what an open conflict is about is forgotten: " + record.text();
    }
    return std::nullopt;
}

Finding checkOnTop(ReplicaStore& device) {
    const auto state = device.state();
    const auto unsent = device.unsent(0, 10'000, 100 << 20);
    if (!state || !unsent) return "the device's store failed";
    std::set<Id> records;
    for (const OutboxEntry& entry : *unsent) {
        if (!records.insert(entry.record).second) continue;
        const auto server = device.shadow(entry.record);
        const auto pending = device.pendingOf(entry.record);
        const auto row = device.find(*entry.type, entry.record);
        if (!server || !pending || !row) return "the device's store failed";
        if (*row != overlay(*server ? &**server : nullptr, *pending, state->person, state->home))
            return "I12: own work is not on top: " + entry.record.text();
    }
    return std::nullopt;
}

Finding checkAudience(const ServerMessage& message, const Organisation& organisation, const Id& person) {
    const std::vector<PageRecord>* records = nullptr;
    if (const auto* page = std::get_if<Page>(&message)) records = &page->records;
    if (const auto* filled = std::get_if<Filled>(&message)) records = &filled->records;
    if (const auto* fetched = std::get_if<Fetched>(&message)) records = &fetched->records;
    if (records == nullptr) return std::nullopt;
    for (const PageRecord& entry : *records) {
        const Scope scope = scopeOf(entry.record);
        if (entry.gone == Gone::no && !organisation.sees(person, scope))
            return "I6: sent to one who may not see it: " + entry.record.id.text();
    }
    return std::nullopt;
}

void Flow::heard(const ClientMessage& message) {
    if (const auto* pull = std::get_if<Pull>(&message)) credit_ += pull->credit;
    if (const auto* credit = std::get_if<Credit>(&message)) credit_ += credit->pages;
}

Finding Flow::told(const ServerMessage& message) {
    if (!std::holds_alternative<Page>(message) || --credit_ >= 0) return std::nullopt;
    return "I9: more pages than the device gave credit for";
}

}  // namespace zhixing::test

#include "tests/simulation/people.h"

#include <algorithm>
#include <array>

#include "tests/support/test_catalog.h"

namespace zhixing::simulation {

using namespace sync;

namespace {

constexpr std::array<int, 7> parents{-1, 0, 0, 1, 1, 2, 2};
constexpr std::array<std::string_view, 8> editable{"title", "plan",  "log",    "priority",
                                                   "size",  "price", "labels", "visits"};

Id numbered(std::uint8_t kind, int number) {
    Bytes16 bytes{};
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    bytes[0] = kind;
    bytes[15] = static_cast<std::uint8_t>(number);
    return Id(bytes);
}

FieldValue of(const RecordType& type, std::string_view field, Value value) {
    return {static_cast<std::uint16_t>(*type.find(field)), std::move(value)};
}

DirectChange founded(std::string_view typeName, Id id, Id place,
                     std::vector<std::pair<std::string_view, Value>> values) {
    const RecordType& type = test::testCatalog().at(typeName);
    DirectChange change;
    change.type = &type;
    change.record = id;
    change.place = place;
    for (auto& [name, value] : values) change.values.push_back(of(type, name, std::move(value)));
    return change;
}

std::vector<Record> visible(ReplicaStore& store, const ScopeSet& scopes, std::string_view typeName) {
    std::vector<Record> records;
    for (const Scope& scope : scopes) {
        const auto rows = store.rowsIn(scope);
        if (!rows) return {};
        for (const auto& [type, id] : *rows) {
            if (type->name != typeName) continue;
            if (auto record = store.find(*type, id); record && *record) records.push_back(std::move(**record));
        }
    }
    return records;
}

std::string phrase(test::SeededRandom& random) {
    static const std::array<const char*, 6> words{"到货", "陈列", "补货", "拍照", "，", " ok "};
    std::string text = "早会";
    for (int i = 0; i < 4; ++i) text += words[random.below(words.size())];
    return text;
}

Edit newItem(const Inhabitant& person, test::SeededRandom& random) {
    const RecordType& type = test::testCatalog().at("item");
    Edit edit;
    edit.verb = Verb::add;
    edit.type = &type;
    edit.place = nodeId(person.node);
    edit.values.push_back(of(type, "title", phrase(random)));
    if (random.oneIn(2)) edit.values.push_back(of(type, "plan", phrase(random)));
    if (random.oneIn(3))
        edit.values.push_back(of(type, "number", std::string(1, static_cast<char>('a' + random.below(3)))));
    if (random.oneIn(8)) edit.audience = Audience::managers;
    return edit;
}

Edit changedItem(const Record& item, test::SeededRandom& random) {
    Edit edit;
    edit.type = item.type;
    edit.record = item.id;
    const auto fields = 1 + random.below(3);
    for (std::uint64_t i = 0; i < fields; ++i) {
        const auto position = *item.type->find(editable[random.below(editable.size())]);
        const auto isSame = [&](const FieldValue& other) { return other.field == position; };
        if (std::any_of(edit.values.begin(), edit.values.end(), isSame)) continue;
        const Field& field = item.type->fields[position];
        Value value = anyValue(field, random);
        if (field.merge == Merge::text || field.merge == Merge::append) {  // people change a little of what is there
            const auto* before = std::get_if<std::string>(&item.fields[position]);
            value = (before != nullptr && before->size() < 400 ? *before : std::string()) + phrase(random);
        }
        edit.values.push_back({static_cast<std::uint16_t>(position), std::move(value)});
    }
    return edit;
}

Edit newEntry(const Record* item, const Inhabitant& person, test::SeededRandom& random) {
    const RecordType& type = test::testCatalog().at("entry");
    Edit edit;
    edit.verb = Verb::add;
    edit.type = &type;
    edit.place = nodeId(person.node);
    // Sometimes about an item that does not exist: only the server can know, and will refuse.
    edit.values.push_back(of(type, "item", item != nullptr ? item->id : numbered(9, 9)));
    edit.values.push_back(of(type, "amount", random.between(1, 100'000)));
    return edit;
}

Edit changedEntry(const Record& entry, test::SeededRandom& random) {
    Edit edit;
    edit.type = entry.type;
    edit.record = entry.id;
    if (random.oneIn(3)) {
        edit.values.push_back(of(*entry.type, "amount", random.between(1, 100'000)));
        return edit;
    }
    static const std::array<const char*, 5> states{"draft", "submitted", "approved", "refused", "reversed"};
    edit.values.push_back(of(*entry.type, "status", std::string(states[random.below(states.size())])));
    return edit;
}

}  // namespace

Id nodeId(int index) { return numbered(1, index + 1); }
Id personId(int number) { return numbered(2, number + 1); }
Id deviceId(int number) { return numbered(3, number + 1); }

std::vector<DirectChange> founding() {
    std::vector<DirectChange> changes;
    for (int i = 0; i < static_cast<int>(parents.size()); ++i) {
        const int parent = parents[static_cast<std::size_t>(i)];
        changes.push_back(founded("node", nodeId(i), nodeId(i),
                                  {{"name", std::string("node") + std::to_string(i)},
                                   {"parent", parent < 0 ? Value() : Value(nodeId(parent))}}));
    }
    for (const Inhabitant& one : inhabitants) {
        changes.push_back(founded("person", personId(one.number), nodeId(one.node), {{"name", std::string("person")}}));
        changes.push_back(founded(
            "grant", numbered(4, one.number + 1), nodeId(one.node),
            {{"person", personId(one.number)}, {"node", nodeId(one.node)}, {"role", std::string(word(one.role))}}));
    }
    for (int i = 0; i < 3; ++i) {
        changes.push_back(
            founded("item", numbered(5, i + 1), nodeId(i == 0 ? 1 : 3), {{"title", std::string("开业活动")}}));
    }
    return changes;
}

Value anyValue(const Field& field, test::SeededRandom& random) {
    switch (field.kind) {
        case Kind::option:
            return std::string(field.options[random.below(field.options.size())]);
        case Kind::tags: {
            TagSet tags;
            for (const char* tag : {"促销", "夜间", "重点"}) {
                if (random.oneIn(2)) tags.emplace_back(tag);
            }
            std::sort(tags.begin(), tags.end());
            return tags.empty() ? Value() : Value(tags);
        }
        case Kind::integer:
        case Kind::money:
        case Kind::counter:
            return random.between(0, 50);
        default:
            return phrase(random);
    }
}

std::vector<Edit> anythingBy(const Inhabitant& person, ReplicaStore& store, const ScopeSet& scopes,
                             test::SeededRandom& random) {
    const auto items = visible(store, scopes, "item");
    const auto entries = visible(store, scopes, "entry");
    const auto drawn = random.below(20);
    if (items.empty() || drawn < 3) return {newItem(person, random)};
    if (drawn < 10) return {changedItem(random.pick(items), random)};
    if (drawn < 12) return {newEntry(random.oneIn(4) ? nullptr : &random.pick(items), person, random)};
    if (drawn < 16 && !entries.empty()) return {changedEntry(random.pick(entries), random)};
    if (drawn == 16) return {changedItem(random.pick(items), random), newEntry(&random.pick(items), person, random)};
    if (drawn == 17) {
        Edit move;
        move.type = &test::testCatalog().at("item");
        move.record = random.pick(items).id;
        move.place = nodeId(static_cast<int>(random.below(parents.size())));
        return {move};
    }
    if (drawn == 18) {
        Edit removal;
        removal.verb = Verb::remove;
        removal.type = items.front().type;
        removal.record = random.pick(items).id;
        return {removal};
    }
    return {changedItem(random.pick(items), random), changedItem(random.pick(items), random)};
}

}  // namespace zhixing::simulation

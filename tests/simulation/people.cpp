#include "tests/simulation/people.h"

#include <algorithm>
#include <array>

#include "tests/support/test_catalog.h"

namespace zhixing::simulation {

using namespace sync;

namespace {

constexpr int deskKinds = 4;
constexpr std::array<int, 7> parents{-1, 0, 0, 1, 1, 2, 2};
constexpr std::array<std::string_view, 10> editable{"visits", "labels",   "title", "plan",  "log",
                                                    "steps",  "priority", "size",  "price", "number"};

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

/// A little more at the end, or a word less in the middle.
std::string changedText(const std::string& before, test::SeededRandom& random) {
    const auto comma = before.find("，");
    if (comma != std::string::npos && random.oneIn(3))
        return before.substr(0, comma) + phrase(random) + before.substr(comma);
    return before + phrase(random);
}

/// Mostly the first one, for those who like one record.
const Record& preferred(const std::vector<Record>& records, const Taste& taste, test::SeededRandom& random) {
    return taste.oneRecord && !random.oneIn(4) ? records.front() : random.pick(records);
}

std::int64_t anyNumber(const Field& field, const Taste& taste, test::SeededRandom& random) {
    if (!taste.extremes || random.oneIn(3)) return random.between(0, 50);
    return random.oneIn(2) ? field.most - random.between(0, 1) : field.least + random.between(0, 1);
}

/// One member more or less, or done: people tick off what is there.
Value changedSteps(const Value& before, test::SeededRandom& random) {
    static const std::array<const char*, 3> names{"到货", "陈列", "拍照"};
    const auto* held = std::get_if<Entries>(&before);
    Entries steps = held != nullptr ? *held : Entries{};
    const std::string key = names[random.below(names.size())];
    const auto step = std::find_if(steps.begin(), steps.end(), [&](const Entry& one) { return one.key == key; });
    if (step == steps.end()) {
        steps.push_back({key, ""});
    } else if (random.oneIn(3)) {
        steps.erase(step);
    } else {
        step->value = step->value.empty() ? "done" : "";
    }
    return steps.empty() ? Value() : Value(steps);
}

Edit changedItem(const Record& item, const Taste& taste, test::SeededRandom& random) {
    Edit edit;
    edit.type = item.type;
    edit.record = item.id;
    const auto fields = 1 + random.below(3);
    for (std::uint64_t i = 0; i < fields; ++i) {
        const bool isUsual = taste.oneField && !random.oneIn(4);
        const auto found =
            item.type->find(editable[isUsual ? item.id.bytes()[15] % editable.size() : random.below(editable.size())]);
        if (!found) continue;  // an older program knows no such field
        const std::size_t position = *found;
        const auto isSame = [&](const FieldValue& other) { return other.field == position; };
        if (std::any_of(edit.values.begin(), edit.values.end(), isSame)) continue;
        const Field& field = item.type->fields[position];
        Value value = anyValue(field, taste, random);
        if (field.kind == Kind::checklist) value = changedSteps(item.fields[position], random);
        if (field.kind == Kind::text && field.name == "number")
            value = std::string(1, static_cast<char>('a' + random.below(3)));
        if (field.merge == Merge::text || field.merge == Merge::append) {  // people change a little of what is there
            const auto* before = std::get_if<std::string>(&item.fields[position]);
            value = changedText(before != nullptr && before->size() < 400 ? *before : std::string(), random);
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

Result<void> found(AuthorityStore& store) {
    test::SeededRandom random(1);
    const Instant then{1'759'000'000'000};
    ZX_ASSIGN(auto authority, Authority::load(test::testCatalog(), store, random));
    ZX_TRY(authority.begin());
    ZX_ASSIGN(const auto ids, authority.change(personId(3), founding(), then));
    ZX_ASSIGN(const auto deliveries, authority.commit());
    return {};
}

Value anyValue(const Field& field, const Taste& taste, test::SeededRandom& random) {
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
            return anyNumber(field, taste, random);
        default:
            return phrase(random);
    }
}

Edit revived(const Id& item) {
    Edit edit;
    edit.verb = Verb::revive;
    edit.type = &test::testCatalog().at("item");
    edit.record = item;
    return edit;
}

std::vector<Edit> anythingBy(const Inhabitant& person, ReplicaStore& store, const ScopeSet& scopes, const Taste& taste,
                             test::SeededRandom& random) {
    const auto items = visible(store, scopes, "item");
    const auto entries = visible(store, scopes, "entry");
    const auto drawn = random.below(20);
    if (items.empty() || drawn < 2) return {newItem(person, random)};
    const Record& item = preferred(items, taste, random);
    if (drawn < 10) return {changedItem(item, taste, random)};
    if (drawn < 12) return {newEntry(random.oneIn(4) ? nullptr : &item, person, random)};
    if (drawn < 16 && !entries.empty()) return {changedEntry(preferred(entries, taste, random), random)};
    if (drawn == 16) return {changedItem(item, taste, random), newEntry(&random.pick(items), person, random)};
    if (drawn == 17) {
        Edit move;
        move.type = item.type;
        move.record = item.id;
        move.place = nodeId(static_cast<int>(random.below(parents.size())));
        if (random.oneIn(4)) move.audience = random.oneIn(2) ? Audience::managers : Audience::everyone;
        return {move};
    }
    if (drawn == 18) {
        Edit removal;
        removal.verb = Verb::remove;
        removal.type = item.type;
        removal.record = item.id;
        return {removal};
    }
    return {changedItem(item, taste, random), changedItem(random.pick(items), taste, random)};
}

std::optional<DirectChange> anythingAtDesk(AuthorityStore& store, const Taste& taste, test::SeededRandom& random) {
    const auto all = [&](std::string_view type) {
        std::vector<Record> records;
        const auto keep = [&](const Record& record) { records.push_back(record); };
        return store.forEach(test::testCatalog().at(type), keep).ok() ? records : std::vector<Record>();
    };
    const auto edited = [](const Record& record) {
        DirectChange change;
        change.verb = Verb::edit;
        change.type = record.type;
        change.record = record.id;
        return change;
    };
    const auto anyNode = [&] { return nodeId(static_cast<int>(random.below(parents.size()))); };
    const int usual = taste.desk % deskKinds;
    switch (random.oneIn(2) ? usual : static_cast<int>(random.below(deskKinds))) {
        case 1: {  // a grant is taken away, or given back
            const auto grants = all("grant");
            if (grants.empty()) return std::nullopt;
            const Record& grant = random.pick(grants);
            DirectChange change = edited(grant);
            change.values.push_back(of(*grant.type, "revoked", grant.value("revoked") != Value(true)));
            return change;
        }
        case 2: {
            static const std::array<Role, 4> roles{Role::field, Role::siteManager, Role::regionalManager,
                                                   Role::finance};
            const Id node = anyNode();
            const Id person = personId(static_cast<int>(random.below(inhabitants.size())));
            return founded(
                "grant", random.id(), node,
                {{"person", person}, {"node", node}, {"role", std::string(word(roles[random.below(roles.size())]))}});
        }
        case 3: {  // a site gets another region
            const auto nodes = all("node");
            const auto site = std::find_if(nodes.begin(), nodes.end(),
                                           [&, wanted = nodeId(static_cast<int>(random.between(3, 6)))](
                                               const Record& node) { return node.id == wanted; });
            if (site == nodes.end()) return std::nullopt;
            DirectChange change = edited(*site);
            change.values.push_back(of(*site->type, "parent", nodeId(static_cast<int>(random.between(1, 2)))));
            return change;
        }
        default: {
            const auto items = all("item");
            if (items.empty()) return std::nullopt;
            const Record& item = random.pick(items);
            DirectChange change = edited(item);
            if (random.oneIn(2)) {
                change.place = anyNode();
            } else {
                change.values.push_back(of(*item.type, "title", phrase(random)));
            }
            return change;
        }
    }
}

}  // namespace zhixing::simulation

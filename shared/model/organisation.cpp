#include "shared/model/organisation.h"

#include <algorithm>

namespace zhixing {
namespace {

/// The value of a field that the type may or may not have.
const Value* optionalField(const Record& record, std::string_view name) {
    const auto position = record.type->find(name);
    return position ? &record.fields[*position] : nullptr;
}

bool flag(const Record& record, std::string_view name, bool otherwise) {
    const Value* value = optionalField(record, name);
    const bool* set = value != nullptr ? std::get_if<bool>(value) : nullptr;
    return set != nullptr ? *set : otherwise;
}

template <typename Key, typename T>
bool assign(std::unordered_map<Key, T>& map, const Key& key, const T& value) {
    const auto [position, isNew] = map.try_emplace(key, value);
    const bool changes = isNew || position->second != value;
    position->second = value;
    return changes;
}

}  // namespace

bool sees(const ScopeSet& scopes, const Scope& scope) {
    return std::binary_search(scopes.begin(), scopes.end(), scope);
}

bool Organisation::apply(const Record& record) {
    const std::string_view type = record.type->name;
    if (type == "policy") {
        applyPolicy(record);
        return false;
    }
    if (type != "node" && type != "person" && type != "grant") {
        return false;
    }
    if (record.isDeleted) {
        return erase(record.id);
    }
    if (type == "node") {
        return assign(nodes_, record.id, record.reference("parent"));
    }
    if (type == "person") {
        return assign(people_, record.id, Person{flag(record, "active", true), record.place});
    }
    return applyGrant(record);
}

void Organisation::forget(const Id& recordId) {
    erase(recordId);
    sums_.erase(recordId);
}

void Organisation::applyPolicy(const Record& record) {
    const Value* value = optionalField(record, "value");
    const auto* millionths = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
    const Value* campaign = optionalField(record, "campaign");
    const bool isForAll = campaign == nullptr || !isSet(*campaign);
    if (record.isDeleted || millionths == nullptr || !isForAll || !flag(record, "active", true)) {
        sums_.erase(record.id);
        return;
    }
    constexpr std::int64_t millionthsPerFen = 10'000;
    sums_[record.id] = {std::string(record.string("name")), record.place, *millionths / millionthsPerFen};
}

bool Organisation::applyGrant(const Record& record) {
    const auto role = roleFromWord(record.string("role"));
    if (!role.has_value() || flag(record, "revoked", false)) {
        return eraseGrant(record.id);
    }
    const Id person = record.reference("person");
    const Id node = record.reference("node");
    const Grant grant{node.isNil() ? record.place : node, *role};
    const auto holder = holders_.find(record.id);
    if (holder != holders_.end() && holder->second == person && grants_[person][record.id] == grant) {
        return false;
    }
    eraseGrant(record.id);
    holders_[record.id] = person;
    grants_[person][record.id] = grant;
    return true;
}

bool Organisation::erase(const Id& recordId) {
    const bool hadGrant = eraseGrant(recordId);
    return nodes_.erase(recordId) + people_.erase(recordId) > 0 || hadGrant;
}

bool Organisation::eraseGrant(const Id& grantId) {
    const auto holder = holders_.find(grantId);
    if (holder == holders_.end()) {
        return false;
    }
    grants_[holder->second].erase(grantId);
    holders_.erase(holder);
    return true;
}

const Organisation::GrantsById& Organisation::grantsOf(const Id& person) const {
    static const GrantsById none;
    const auto found = grants_.find(person);
    return found != grants_.end() && isActive(person) ? found->second : none;
}

bool Organisation::admitsPlace(const Grant& grant, const Id& place) const {
    return isWithin(place, grant.node) || isWithin(grant.node, place);
}

ScopeSet Organisation::scopesOf(const Id& person) const {
    ScopeSet scopes;
    for (const auto& [id, grant] : grantsOf(person)) {
        for (const auto& [node, parent] : nodes_) {
            if (!admitsPlace(grant, node)) {
                continue;
            }
            for (const Audience audience : {Audience::everyone, Audience::managers, Audience::headquarters}) {
                if (admits(audience, grant.role)) {
                    scopes.push_back({node, audience});
                }
            }
        }
    }
    std::sort(scopes.begin(), scopes.end());
    scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
    return scopes;
}

std::vector<Role> Organisation::rolesAt(const Id& person, const Id& place) const {
    std::vector<Role> roles;
    for (const auto& [id, grant] : grantsOf(person)) {
        const bool isKnown = std::find(roles.begin(), roles.end(), grant.role) != roles.end();
        if (!isKnown && isWithin(place, grant.node)) {
            roles.push_back(grant.role);
        }
    }
    std::sort(roles.begin(), roles.end());
    return roles;
}

bool Organisation::sees(const Id& person, const Scope& scope) const {
    const GrantsById& grants = grantsOf(person);
    return std::any_of(grants.begin(), grants.end(), [&](const auto& entry) {
        return admits(scope.audience, entry.second.role) && admitsPlace(entry.second, scope.place);
    });
}

std::optional<Id> Organisation::homeOf(const Id& person) const {
    if (const auto found = grants_.find(person); found != grants_.end() && !found->second.empty()) {
        return found->second.begin()->second.node;
    }
    const auto found = people_.find(person);
    return found != people_.end() ? std::optional(found->second.place) : std::nullopt;
}

bool Organisation::isActive(const Id& person) const {
    const auto found = people_.find(person);
    return found != people_.end() && found->second.isActive;
}

std::optional<Id> Organisation::parentOf(const Id& node) const {
    const auto found = nodes_.find(node);
    if (found == nodes_.end() || found->second.isNil()) {
        return std::nullopt;
    }
    return found->second;
}

bool Organisation::isWithin(const Id& node, const Id& ancestor) const {
    // Two edits that cross can make a ring of nodes; no path is longer than there are nodes.
    auto at = nodes_.find(node);
    for (std::size_t steps = 0; at != nodes_.end() && steps < nodes_.size(); ++steps) {
        if (at->first == ancestor) {
            return true;
        }
        at = nodes_.find(at->second);
    }
    return false;
}

std::optional<std::int64_t> Organisation::policySumFen(std::string_view policy, const Id& place) const {
    auto at = nodes_.find(place);
    for (std::size_t steps = 0; at != nodes_.end() && steps < nodes_.size(); ++steps) {
        const auto holds = [&](const auto& entry) {
            return entry.second.place == at->first && entry.second.name == policy;
        };
        const auto found = std::find_if(sums_.begin(), sums_.end(), holds);
        if (found != sums_.end()) {
            return found->second.fen;
        }
        at = nodes_.find(at->second);
    }
    return std::nullopt;
}

}  // namespace zhixing

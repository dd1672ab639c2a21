#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/model/record.h"

namespace zhixing {

/// A part of what can be seen: the records at one node meant for one audience. Feeds, digests and purges work by scope.
struct Scope {
    Id place;
    Audience audience = Audience::everyone;
    friend auto operator<=>(const Scope&, const Scope&) = default;
};
using ScopeSet = std::vector<Scope>;  ///< sorted, without repetition
[[nodiscard]] bool sees(const ScopeSet& scopes, const Scope& scope);
[[nodiscard]] inline Scope scopeOf(const Record& record) { return {record.place, record.audience}; }

/// The tree of nodes and who has which role where, in memory, fed from `node`, `person` and `grant` records; and the sums
/// that `policy` records set for a place.
/// It answers the questions of access: what may someone see, which roles do they have at a place, and up to which sum.
/// A person sees every record placed in the subtree of a granted node, or on the path from there to the root, whose
/// audience admits the role; and acts in a role in the subtree of the node where it was granted. Someone who is not
/// known or not active sees nothing and has no role.
class Organisation {
public:
    /// The types whose records make it up: what access follows from.
    static constexpr std::array<std::string_view, 3> types{"node", "person", "grant"};
    /// All it is fed from; a catalog need not have the last.
    static constexpr std::array<std::string_view, 4> sources{"node", "person", "grant", "policy"};

    /// Takes in the newest state of a record; other types are ignored. Returns whether anyone's scopes or roles may differ.
    bool apply(const Record& record);
    void forget(const Id& recordId);

    [[nodiscard]] ScopeSet scopesOf(const Id& person) const;
    [[nodiscard]] std::vector<Role> rolesAt(const Id& person, const Id& place) const;
    [[nodiscard]] bool sees(const Id& person, const Scope& scope) const;
    /// Where the person's first grant is: where their new records belong.
    [[nodiscard]] std::optional<Id> homeOf(const Id& person) const;
    [[nodiscard]] bool isActive(const Id& person) const;
    [[nodiscard]] bool hasNode(const Id& node) const { return nodes_.contains(node); }
    [[nodiscard]] std::optional<Id> parentOf(const Id& node) const;
    /// True when `node` is `ancestor` or below it.
    [[nodiscard]] bool isWithin(const Id& node, const Id& ancestor) const;
    /// The `value` of the policy of that name, in fen, which is taken for yuan: the nearest on the way from `place` to the
    /// root holds, at one node the earliest id. What is set for one campaign, or not active, does not count here.
    [[nodiscard]] std::optional<std::int64_t> policySumFen(std::string_view policy, const Id& place) const;

private:
    struct Person {
        bool isActive = true;
        Id place;
        friend bool operator==(const Person&, const Person&) = default;
    };
    struct Grant {
        Id node;
        Role role = Role::field;
        friend bool operator==(const Grant&, const Grant&) = default;
    };
    using GrantsById = std::map<Id, Grant>;  ///< the earliest first
    struct PolicySum {
        std::string name;
        Id place;
        std::int64_t fen = 0;
    };

    bool applyGrant(const Record& record);
    void applyPolicy(const Record& record);
    bool erase(const Id& recordId);
    bool eraseGrant(const Id& grantId);
    /// None for someone who is not active.
    [[nodiscard]] const GrantsById& grantsOf(const Id& person) const;
    [[nodiscard]] bool admitsPlace(const Grant& grant, const Id& place) const;

    std::unordered_map<Id, Id> nodes_;  ///< node -> parent, nil at the root
    std::unordered_map<Id, Person> people_;
    std::unordered_map<Id, GrantsById> grants_;  ///< by person
    std::unordered_map<Id, Id> holders_;         ///< grant -> person, to find a grant by its id alone
    std::map<Id, PolicySum> sums_;               ///< by policy, the earliest first
};

}  // namespace zhixing

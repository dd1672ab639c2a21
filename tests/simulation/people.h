#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "sync/authority/authority.h"
#include "sync/replica/replica.h"
#include "tests/simulation/plan.h"
#include "tests/support/seeded_random.h"

/// Who lives in the simulated organisation, and what they do all day.
namespace zhixing::simulation {

struct Inhabitant {
    int number;
    int node;  ///< index into nodes: 0 headquarters, 1-2 regions, 3-6 sites
    Role role;
};
inline constexpr std::array<Inhabitant, 8> inhabitants{{
    {0, 3, Role::field},
    {1, 1, Role::regionalManager},
    {2, 3, Role::field},
    {3, 0, Role::headquarters},
    {4, 4, Role::field},
    {5, 3, Role::siteManager},
    {6, 0, Role::finance},
    {7, 5, Role::field},
}};

[[nodiscard]] Id nodeId(int index);
[[nodiscard]] Id personId(int number);
[[nodiscard]] Id deviceId(int number);

/// Founds the organisation in an empty store: the tree, the people and their grants, and a few records to begin with.
[[nodiscard]] Result<void> found(sync::AuthorityStore& store);
[[nodiscard]] std::vector<sync::DirectChange> founding();

/// The rows of a type that a device shows.
[[nodiscard]] std::vector<Record> visible(sync::ReplicaStore& store, const ScopeSet& scopes, std::string_view typeName);

/// Something this person might do now. Edits are correlated on purpose: few records, few fields.
[[nodiscard]] std::vector<sync::Edit> anythingBy(const Inhabitant& person, sync::ReplicaStore& store,
                                                 const ScopeSet& scopes, const Taste& taste,
                                                 test::SeededRandom& random);
[[nodiscard]] Value anyValue(const Field& field, const Taste& taste, test::SeededRandom& random);
[[nodiscard]] sync::Edit revived(const Id& item);

/// Something headquarters might decide: who may see what, where a site belongs, what a record says.
[[nodiscard]] std::optional<sync::DirectChange> anythingAtDesk(sync::AuthorityStore& store, const Taste& taste,
                                                               test::SeededRandom& random);

}  // namespace zhixing::simulation

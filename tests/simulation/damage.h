#pragma once

#include <optional>

#include "sync/replica/store.h"
#include "tests/support/seeded_random.h"

namespace zhixing::simulation {

/// One row that no own work is on is lost, or older than it was (as when a disk never wrote what it said it had), or one
/// is there that the server has not. Or its content has changed: that is the ground's to do, to the row returned.
[[nodiscard]] std::optional<sync::Held> damageOne(sync::ReplicaStore& store, test::SeededRandom& random);

}  // namespace zhixing::simulation

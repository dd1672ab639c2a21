#pragma once

#include <cstddef>
#include <vector>

#include "shared/base/result.h"
#include "tests/bench/scene.h"

namespace zhixing::bench {

struct MergeSize {
    int devices = 50;
    std::size_t edits = 200;  ///< of each device
};

/// Where each edit was found, looked for in this order.
struct Fates {
    std::size_t inTrays = 0;      ///< refused, and with the person who made it
    std::size_t inState = 0;      ///< visible in the record, as a member of a set too
    std::size_t inConflicts = 0;  ///< the losing value of a conflict record
    std::size_t lost = 0;         ///< nowhere
};

struct Reunion {
    Cost converged;  ///< from going online until the last change at any device
    Cost agreed;     ///< until every device had compared digests with the server at that same state
    Fates fates;
};

/// Devices that hold the same records edit them offline, knowing nothing of each other, and come back all at once.
/// `damaged` when they do not end in the same state.
[[nodiscard]] Result<Reunion> measureMerge(Scene& scene, const std::vector<SourceRecord>& records,
                                           const MergeSize& size);

}  // namespace zhixing::bench

#pragma once

#include "shared/model/value.h"

/// Three-way merging of collections: what one side added or removed is added to or removed from the other.
namespace zhixing::sync {

[[nodiscard]] IdSet mergeSets(const IdSet& base, const IdSet& server, const IdSet& mine);
[[nodiscard]] TagSet mergeSets(const TagSet& base, const TagSet& server, const TagSet& mine);

struct MergedEntries {
    Entries entries;           ///< in the server's order, mine's new ones last
    bool isContested = false;  ///< both sides changed one member differently; the server's stays in `entries`
};
[[nodiscard]] MergedEntries mergeEntries(const Entries& base, const Entries& server, const Entries& mine);

}  // namespace zhixing::sync

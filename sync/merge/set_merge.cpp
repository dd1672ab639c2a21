#include "sync/merge/set_merge.h"

#include <algorithm>
#include <iterator>

#include "sync/planted.h"

namespace zhixing::sync {
namespace {

template <typename Set>
Set mergeSorted(const Set& base, const Set& server, const Set& mine) {
    if (planted(Bug::setDropsMembers)) return mine;
    Set added, removed, kept, merged;
    std::set_difference(mine.begin(), mine.end(), base.begin(), base.end(), std::back_inserter(added));
    std::set_difference(base.begin(), base.end(), mine.begin(), mine.end(), std::back_inserter(removed));
    std::set_difference(server.begin(), server.end(), removed.begin(), removed.end(), std::back_inserter(kept));
    std::set_union(kept.begin(), kept.end(), added.begin(), added.end(), std::back_inserter(merged));
    return merged;
}

const std::string* find(const Entries& entries, const std::string& key) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

bool same(const std::string* a, const std::string* b) { return a == nullptr || b == nullptr ? a == b : *a == *b; }

}  // namespace

IdSet mergeSets(const IdSet& base, const IdSet& server, const IdSet& mine) { return mergeSorted(base, server, mine); }
TagSet mergeSets(const TagSet& base, const TagSet& server, const TagSet& mine) {
    return mergeSorted(base, server, mine);
}

MergedEntries mergeEntries(const Entries& base, const Entries& server, const Entries& mine) {
    MergedEntries merged;
    for (const Entry& theirs : server) {
        const std::string* before = find(base, theirs.key);
        const std::string* now = find(mine, theirs.key);
        if (same(before, now) || same(&theirs.value, now)) {
            merged.entries.push_back(theirs);
        } else if (same(before, &theirs.value)) {
            if (now != nullptr) merged.entries.push_back({theirs.key, *now});
        } else {
            merged.isContested = true;
            merged.entries.push_back(theirs);
        }
    }
    for (const Entry& entry : mine) {
        if (find(server, entry.key) != nullptr) continue;
        const std::string* before = find(base, entry.key);
        if (before == nullptr) {
            merged.entries.push_back(entry);
        } else if (*before != entry.value) {
            merged.isContested = true;  // they removed what I changed
        }
    }
    return merged;
}

}  // namespace zhixing::sync

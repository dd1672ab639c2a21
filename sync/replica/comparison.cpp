#include "sync/replica/comparison.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace zhixing::sync {
namespace {

bool isAll(const Scope& /*scope*/) { return true; }

}  // namespace

std::optional<Inspect> Comparison::next() {
    if (open_.empty()) return std::nullopt;
    const std::size_t count = std::min(open_.size(), limits::inspectPrefixesMax);
    asked_.assign(open_.end() - static_cast<std::ptrdiff_t>(count), open_.end());
    open_.resize(open_.size() - count);
    return Inspect{asked_};
}

Comparison::Differences Comparison::take(const Buckets& answer) {
    Differences found;
    for (const Bucket& theirs : answer.buckets) {
        if (std::erase(asked_, theirs.prefix) == 0) continue;
        if (theirs.children.empty() || theirs.prefix.digits == Prefix::digitsMax) {
            list(theirs, found);
        } else {
            descend(theirs);
        }
    }
    return found;
}

void Comparison::descend(const Bucket& theirs) {
    const std::vector<Digest> mine = mine_.children(theirs.prefix, isAll);
    for (unsigned digit = 0; digit < mine.size() && digit < theirs.children.size(); ++digit) {
        if (mine[digit] != theirs.children[digit]) open_.push_back(theirs.prefix.child(digit));
    }
}

void Comparison::list(const Bucket& theirs, Differences& found) const {
    std::map<Id, Held> mine;
    for (const Held& held : mine_.records(theirs.prefix, isAll)) mine.emplace(held.record, held);
    for (const auto& [id, version] : theirs.records) {
        const auto here = mine.find(id);
        if (here == mine.end()) {
            ++found.missing;
            found.wanted.push_back(id);
            continue;
        }
        if (here->second.version != version) {
            ++found.outdated;
            found.wanted.push_back(id);
        }
        mine.erase(here);
    }
    for (const auto& [id, held] : mine) found.extra.push_back(held);
}

}  // namespace zhixing::sync

#include "sync/replica/joined_pages.h"

#include <algorithm>
#include <utility>

namespace zhixing::sync {

JoinedPages::JoinedPages(Page first, Seq held) : page_(std::move(first)), held_(held) {
    put(std::exchange(page_.records, {}));
}

bool JoinedPages::add(Page& next) {
    const bool goesOn = page_.to > held_ && next.from <= page_.to && next.to >= page_.to;
    const bool fits =
        count_ < static_cast<int>(limits::pageCreditMax) && page_.records.size() + next.records.size() <= recordsMax;
    if (!goesOn || !fits) return false;
    put(std::move(next.records));
    page_.to = next.to;
    page_.head = std::max(page_.head, next.head);
    ++count_;
    return true;
}

void JoinedPages::put(std::vector<PageRecord> records) {
    page_.records.reserve(page_.records.size() + records.size());
    for (PageRecord& entry : records) {
        const auto [position, isNew] = positions_.try_emplace(entry.record.id, page_.records.size());
        if (isNew) {
            page_.records.push_back(std::move(entry));
        } else {
            page_.records[position->second] = std::move(entry);
        }
    }
}

}  // namespace zhixing::sync

#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "shared/base/limits.h"
#include "sync/wire/messages.h"

namespace zhixing::sync {

/// Pages that arrived one right behind the other, as one: taken in by one transaction, and of a record that they tell
/// about several times only the newest state. Whoever is behind where many people work hears of the same records again
/// and again.
class JoinedPages {
public:
    /// Joined records are one step of the replica, and whoever records something meanwhile waits for its end.
    static constexpr std::size_t recordsMax = 2 * limits::pageRecordsMax;

    /// The replica's cursor is at `held`. A page that brings nothing beyond it stays alone: joined with one that does, it
    /// would be taken in a second time, with records that may have left since.
    JoinedPages(Page first, Seq held);

    /// Takes `next` out of the caller's hands. False, and nothing is changed, when `next` does not go on where these end,
    /// or would be too much for one step.
    [[nodiscard]] bool add(Page& next);

    [[nodiscard]] const Page& page() const { return page_; }
    /// How many pages these were: so much credit is free again when they have been taken in.
    [[nodiscard]] int count() const { return count_; }

private:
    void put(std::vector<PageRecord> records);

    Page page_;
    Seq held_;
    int count_ = 1;
    std::unordered_map<Id, std::size_t> positions_;  ///< of records in the page
};

}  // namespace zhixing::sync

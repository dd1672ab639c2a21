#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sync/held_index.h"
#include "sync/wire/messages.h"

namespace zhixing::sync {

/// Finds the records in which this device differs from the server, by asking for digests beneath ever longer prefixes
/// where they differ: with n records and d differences in about log16(n) questions and d * log16(n) answers.
class Comparison {
public:
    /// What differs, as far as it was found; each list is taken by whoever repairs it.
    struct Differences {
        std::vector<Id> wanted;   ///< missing here, or here in another version
        std::vector<Held> extra;  ///< here, and not there
        std::int64_t missing = 0;
        std::int64_t outdated = 0;
    };

    explicit Comparison(HeldIndex mine) : mine_(std::move(mine)), open_{Prefix{}} {}

    /// The next question; nothing when everything has been asked.
    [[nodiscard]] std::optional<Inspect> next();
    /// What an answer shows. A prefix that was not asked for is passed over.
    [[nodiscard]] Differences take(const Buckets& answer);
    /// Rows that change in the meantime are compared as they are.
    [[nodiscard]] HeldIndex& mine() { return mine_; }

private:
    void descend(const Bucket& theirs);
    void list(const Bucket& theirs, Differences& found) const;

    HeldIndex mine_;
    std::vector<Prefix> open_;   ///< to be asked for
    std::vector<Prefix> asked_;  ///< asked for, not answered yet
};

}  // namespace zhixing::sync

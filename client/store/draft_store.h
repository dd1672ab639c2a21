#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/sqlite/database.h"

namespace zhixing::client {

/// Forms as they are being typed, so that a killed app offers them again. A draft is saved under a key that names the
/// form and what it is about, such as `spend/new`; what its body means is the form's business. Drafts never sync.
/// Use from the store's thread, between transactions.
class DraftStore {
public:
    struct Draft {
        std::string key;
        std::string body;
        Instant savedAt;
    };

    /// The database is the store's writing connection and outlives this.
    explicit DraftStore(sqlite::Database& database) : database_(&database) {}

    /// Saves or replaces. `too_large` above recordBytesMax; `too_many` when draftsMax others are kept.
    [[nodiscard]] Result<void> save(const Draft& draft);
    [[nodiscard]] Result<std::optional<Draft>> find(const std::string& key);
    /// The latest first.
    [[nodiscard]] Result<std::vector<Draft>> all();
    /// What is not there is no failure.
    [[nodiscard]] Result<void> discard(const std::string& key);

    static constexpr std::int64_t draftsMax = 200;

private:
    sqlite::Database* database_;
};

}  // namespace zhixing::client

#pragma once

#include <map>
#include <set>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/organisation.h"
#include "shared/sqlite/database.h"
#include "sync/digest.h"

namespace zhixing::client {

/// The digest of every scope held here, in memory, and in `zx_digest` as of the last commit. One page of a bootstrap
/// touches hundreds of scopes, so a row of the table holds a block of them: packed, in the order they were first seen.
class DigestTable {
public:
    [[nodiscard]] static Result<DigestTable> read(sqlite::Database& database);

    [[nodiscard]] sync::Digest find(const Scope& scope) const;
    void put(const Scope& scope, const sync::Digest& digest);
    [[nodiscard]] sync::Digest total() const;

    /// Writes the blocks that changed since the last time, within the caller's transaction.
    [[nodiscard]] Result<void> write(sqlite::Database& database);

private:
    struct Entry {
        Scope scope;
        sync::Digest digest;
    };
    static constexpr std::size_t blockSize = 64;

    [[nodiscard]] Result<void> unpack(std::string_view block);
    [[nodiscard]] std::string packed(std::size_t block) const;

    std::vector<Entry> entries_;
    std::map<Scope, std::size_t> positions_;
    std::set<std::size_t> changedBlocks_;
};

}  // namespace zhixing::client

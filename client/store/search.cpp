#include "client/store/search.h"

#include <algorithm>
#include <array>
#include <map>

#include "shared/sqlite/columns.h"

namespace zhixing::client {
namespace {

constexpr std::size_t rankCount = static_cast<std::size_t>(search::Rank::text) + 1;
constexpr std::size_t rowsBetweenQuestions = 1'000;

struct Tally {
    std::size_t count = 0;
    std::array<std::vector<Id>, rankCount> byRank;
};

Found sorted(const Catalog& catalog, std::map<int, Tally>& tallies, std::size_t bestMax) {
    Found found;
    for (const RecordType& type : catalog.types()) {
        const auto entry = tallies.find(type.id);
        if (entry == tallies.end()) continue;
        Tally& tally = entry->second;
        FoundKind kind{.type = &type, .rank = search::Rank::text, .count = tally.count, .best = {}};
        for (std::size_t rank = rankCount; rank-- > 0;) {
            if (!tally.byRank[rank].empty()) kind.rank = static_cast<search::Rank>(rank);
        }
        for (const auto& ids : tally.byRank) {
            const std::size_t room = std::min(ids.size(), bestMax - kind.best.size());
            kind.best.insert(kind.best.end(), ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(room));
        }
        found.count += kind.count;
        found.kinds.push_back(std::move(kind));
    }
    std::stable_sort(found.kinds.begin(), found.kinds.end(),
                     [](const FoundKind& a, const FoundKind& b) { return a.rank < b.rank; });
    return found;
}

}  // namespace

Result<Found> find(sqlite::Database& database, const Catalog& catalog, const search::Query& query, std::size_t bestMax,
                   const std::function<bool()>& isStopped) {
    if (query.isEmpty()) return Found{};
    return sqlite::guarded([&]() -> Result<Found> {
        std::map<int, Tally> tallies;
        // Ids grow with time.
        sqlite::Use row(database.prepared("SELECT lines, record, type FROM zx_text ORDER BY record DESC"));
        bool isWhole = true;
        for (std::size_t rows = 1; isWhole && row->executeStep(); ++rows) {
            if (rows % rowsBetweenQuestions == 0 && isStopped && isStopped()) isWhole = false;
            const SQLite::Column text = row->getColumn(0);
            const std::string_view lines(text.getText(), static_cast<std::size_t>(text.getBytes()));
            if (!query.matches(lines)) continue;
            Tally& tally = tallies[row->getColumn(2).getInt()];
            ++tally.count;
            auto& ids = tally.byRank[static_cast<std::size_t>(query.rank(lines))];
            if (ids.size() >= bestMax) continue;
            ZX_ASSIGN(const Id record, sqlite::readId(row->getColumn(1)));
            ids.push_back(record);
        }
        Found found = sorted(catalog, tallies, bestMax);
        found.isWhole = isWhole;
        return found;
    });
}

}  // namespace zhixing::client

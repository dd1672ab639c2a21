#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/sqlite/database.h"
#include "sync/authority/store.h"

namespace zhixing::server {

/// Reads the feed of a set of scopes in the order of seq: what is in them, merged with what left them. Each scope is a
/// sorted list in the index (place, audience, seq); the lists are merged from their heads, a stretch at a time, so that
/// a page costs what it holds and one look per scope, not what the organisation holds. For hundreds of scopes, or close
/// to the head, it walks the whole feed instead and passes over what is elsewhere.
class FeedReader {
public:
    FeedReader(sqlite::Database& database, const Catalog& catalog) : database_(&database), catalog_(&catalog) {}

    /// See AuthorityStore::feed. What is gone is told from the start as well: a device that reads the feed anew
    /// because it may see more than before still holds rows that others have deleted since.
    [[nodiscard]] Result<std::vector<sync::FeedEntry>> read(const ScopeSet& scopes, sync::Seq cursor, sync::Seq head,
                                                            std::size_t recordsMax, std::size_t bytesMax,
                                                            sync::Seq& to);

    /// See AuthorityStore::fill.
    [[nodiscard]] Result<std::vector<sync::FeedEntry>> fill(const ScopeSet& scopes, sync::Part part, sync::Seq after,
                                                            sync::Seq until, std::size_t recordsMax,
                                                            std::size_t bytesMax, sync::Seq& to);

private:
    struct List;
    struct Item;

    [[nodiscard]] Result<bool> hasDepartures();
    [[nodiscard]] static std::vector<List> listsOf(const ScopeSet& scopes, sync::Seq cursor, sync::Seq head,
                                                   std::size_t recordsMax, bool withDepartures);
    void refill(List& list);
    void walk(List& list);
    [[nodiscard]] const RecordType& typeAt(const SQLite::Statement& row, int index) const;
    /// Visits what is in the lists in the order of seq, until there is no more or `visit` returns false.
    template <typename Visit>
    void merge(std::vector<List>& lists, Visit visit);
    /// With `liveOf`, empty for a record that is deleted or of another part.
    [[nodiscard]] std::string recordLine(const Item& item, std::optional<sync::Part> liveOf = {});
    [[nodiscard]] std::string departureLine(const ScopeSet& scopes, const Item& item);

    sqlite::Database* database_;
    const Catalog* catalog_;
};

/// `{"type":…,"id":…,"place":…,"audience":…,"version":…` and the stored document's fields: what canonicalLine() would
/// make of the decoded record.
[[nodiscard]] std::string splicedLine(const RecordType& type, const Id& id, const Scope& scope, Version version,
                                      std::string_view document);

}  // namespace zhixing::server

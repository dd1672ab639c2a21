#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/sqlite/database.h"
#include "shared/sqlite/typed_tables.h"

namespace zhixing::client {

/// One field that must have one value; an unset value asks for rows where it is not set. Beside the type's fields, `id`
/// and `place` may be named, with an Id.
struct Condition {
    std::string_view field;
    Value value;
};

struct Order {
    std::string_view field;
    bool descending = false;
};

/// Which records, and in which order; those that the order leaves equal come by id, which is by the time they were made.
struct Query {
    const RecordType* type = nullptr;
    std::vector<Condition> where{};
    std::vector<Order> orderBy{};
    std::size_t countMax = 0;  ///< 0: all
};

/// Typed reading of the visible rows, for those who only look: the command line, exports, reports. Names are checked
/// against the catalog (`unknown_field`, `wrong_type`) before they become SQL, and values are always bound.
/// Use from the thread of its connection.
class StoreReader {
public:
    /// The connection is openReader()'s, or the writer's own; it and the catalog outlive this.
    StoreReader(const Catalog& catalog, sqlite::Database& database) : catalog_(&catalog), database_(&database) {}

    [[nodiscard]] Result<std::vector<sqlite::Row>> list(const Query& query);
    /// One row at a time; a failure that `visit` returns ends the reading and is passed on.
    [[nodiscard]] Result<void> forEach(const Query& query, const std::function<Result<void>(sqlite::Row&&)>& visit);
    [[nodiscard]] Result<std::optional<sqlite::Row>> find(const RecordType& type, const Id& record);
    [[nodiscard]] Result<std::int64_t> count(const Query& query);
    /// Of an integer, money, counter or decimal field; unset ones count as zero.
    [[nodiscard]] Result<std::int64_t> sum(const Query& query, std::string_view field);

    /// Every visible record, by type name and then id: the order of a dump.
    [[nodiscard]] Result<void> forEachRecord(const std::function<Result<void>(const Record&)>& visit);

private:
    const Catalog* catalog_;
    sqlite::Database* database_;
};

}  // namespace zhixing::client

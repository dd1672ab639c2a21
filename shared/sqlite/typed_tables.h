#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/record.h"
#include "shared/sqlite/database.h"

/// One table per record type, made from the catalog: `id, place, audience, version, is_pending, row_sum`, then one
/// column per field in catalog order, in the forms of columns.h. Tables are STRICT: a value of another form cannot get in.
/// `row_sum` is the sum of all others (row_sum.h), by which damage shows that SQLite cannot know of.
namespace zhixing::sqlite {

/// A name as an SQL identifier. Some catalog names are SQL keywords (`case`), so all of them are quoted.
[[nodiscard]] std::string sqlName(std::string_view name);
[[nodiscard]] std::string createTable(const RecordType& type);
/// One statement per index that the catalog declares for the type, and one for finding the rows of a scope.
[[nodiscard]] std::vector<std::string> createIndices(const RecordType& type);

/// Brings the typed tables to the catalog: adds missing tables and columns, and makes the indices the declared ones.
/// Changes of the catalog only ever add, so a column it does not know was made by a newer program: `newer_format`.
/// Call it within a transaction.
[[nodiscard]] Result<void> upgradeTables(Database& database, const Catalog& catalog);

/// A row of a typed table: a visible record, and whether an edit of it is still on its way.
struct Row {
    Record record;
    bool isPending = false;
};

/// As much of a row as says which state of the record it is, and where that belongs.
struct Head {
    Version version = 0;
    Id place;
    Audience audience = Audience::everyone;
};

/// `"id","place",…`: what readRow() expects, in its order.
[[nodiscard]] std::string selectedColumns(const RecordType& type);
/// A condition in SQL: the row is as it was written.
[[nodiscard]] std::string isWhole(const RecordType& type);
[[nodiscard]] Result<Row> readRow(const SQLite::Statement& statement, const RecordType& type);

/// The everyday statements of one typed table, each prepared when first needed. Its database and catalog outlive it.
class TypedTable {
public:
    TypedTable(Database& database, const RecordType& type)
        : database_(&database), type_(&type), room_(type.fields.size()) {}

    [[nodiscard]] Result<std::optional<Row>> find(const Id& id);
    /// Not a damaged one, unless own work is on its way: that says what the row should be.
    [[nodiscard]] Result<std::optional<Row>> findWhole(const Id& id);
    [[nodiscard]] Result<std::optional<Head>> head(const Id& id);
    /// Inserts or replaces. Leaves indices alone whose columns stay as they are, as most of them do.
    [[nodiscard]] Result<void> put(const Record& record, bool isPending);
    /// The same, for a row that is hardly there yet.
    [[nodiscard]] Result<void> add(const Record& record, bool isPending);
    /// A row that is not there is no failure.
    [[nodiscard]] Result<void> erase(const Id& id);
    [[nodiscard]] Result<std::vector<Id>> idsIn(const Id& place, Audience audience);

private:
    enum Verb : std::size_t { finding, findingWhole, looking, changing, adding, erasing, listing, verbCount };
    [[nodiscard]] std::string sqlOf(Verb verb) const;
    [[nodiscard]] SQLite::Statement& statement(Verb verb);
    [[nodiscard]] Result<std::optional<Row>> findBy(Verb verb, const Id& id);
    void bind(SQLite::Statement& statement, const Record& record, bool isPending);

    Database* database_;
    const RecordType* type_;
    std::array<std::optional<SQLite::Statement>, verbCount> statements_;
    std::vector<std::string>
        room_;  ///< for text made of values while a row is written; kept, so that it need not grow again
};

}  // namespace zhixing::sqlite

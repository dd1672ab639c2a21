#include "shared/sqlite/typed_tables.h"

#include <algorithm>
#include <map>

#include "shared/sqlite/columns.h"
#include "shared/sqlite/row_sum.h"

namespace zhixing::sqlite {
namespace {

struct LeadingColumn {
    std::string_view name;
    std::string_view form;
};
/// What every typed table has in front of its fields.
constexpr std::array<LeadingColumn, 5> leadingColumns{{
    {"id", "BLOB PRIMARY KEY NOT NULL"},
    {"place", "BLOB NOT NULL"},
    {"audience", "INTEGER NOT NULL"},
    {"version", "INTEGER NOT NULL"},
    {"is_pending", "INTEGER NOT NULL"},
}};
constexpr int firstFieldColumn = static_cast<int>(leadingColumns.size());
/// Behind these, and read only to check a row.
constexpr LeadingColumn sumColumn{"row_sum", "INTEGER"};
/// Keys of the leading columns; those of fields are the catalog's ids.
constexpr std::uint16_t firstLeadingKey = 0xFF00;

std::string definition(std::string_view name, std::string_view form) {
    std::string result = sqlName(name);
    result += ' ';
    result += form;
    return result;
}

/// Every column's name in table order, quoted or otherwise dressed by `dress` and joined by commas.
template <typename Dress>
std::string joinedColumns(const RecordType& type, Dress&& dress) {
    std::string result;
    const auto append = [&](std::string_view name) {
        if (!result.empty()) result += ", ";
        result += dress(name);
    };
    for (const LeadingColumn& column : leadingColumns) append(column.name);
    for (const Field& field : type.fields) append(field.name);
    return result;
}

/// The sum of a row, where `dress(name, position)` says how each column's value is written, counted from 1.
template <typename Dress>
std::string summed(const RecordType& type, Dress&& dress) {
    std::vector<Summand> values;
    const auto append = [&](std::uint16_t key, std::string_view name) {
        values.push_back({key, dress(name, values.size() + 1)});
    };
    for (std::size_t i = 0; i < leadingColumns.size(); ++i)
        append(static_cast<std::uint16_t>(firstLeadingKey + i), leadingColumns[i].name);
    for (const Field& field : type.fields) append(field.id, field.name);
    return rowSumOf(values);
}

std::string sumOfColumns(const RecordType& type) {
    return summed(type, [](std::string_view name, std::size_t /*position*/) { return sqlName(name); });
}

std::string sumOfParameters(const RecordType& type) {
    return summed(type, [](std::string_view /*name*/, std::size_t position) { return "?" + std::to_string(position); });
}

std::string indexName(const RecordType& type, const std::vector<std::string_view>& fields) {
    std::string name(type.name);
    name += "_by";
    for (const std::string_view field : fields) {
        name += '_';
        name += field;
    }
    return name;
}

struct ExistingColumn {
    std::string name;
    std::string form;
};

std::vector<ExistingColumn> existingColumns(Database& database, std::string_view table) {
    std::vector<ExistingColumn> columns;
    Use statement(database.prepared("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid"));
    statement->bind(1, std::string(table));
    while (statement->executeStep()) {
        columns.push_back({statement->getColumn(0).getString(), statement->getColumn(1).getString()});
    }
    return columns;
}

/// Indices made by CREATE INDEX: statement -> name. The primary key's own index has no statement.
std::map<std::string, std::string> existingIndices(Database& database, std::string_view table) {
    std::map<std::string, std::string> indices;
    Use statement(database.prepared(
        "SELECT sql, name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL"));
    statement->bind(1, std::string(table));
    while (statement->executeStep()) {
        indices.emplace(statement->getColumn(0).getString(), statement->getColumn(1).getString());
    }
    return indices;
}

Result<void> addColumns(Database& database, const RecordType& type, const std::vector<ExistingColumn>& existing) {
    bool hasSum = false;
    for (const ExistingColumn& column : existing) {
        hasSum = hasSum || column.name == sumColumn.name;
        if (column.name == sumColumn.name) continue;
        const bool isLeading = std::any_of(leadingColumns.begin(), leadingColumns.end(),
                                           [&](const LeadingColumn& leading) { return leading.name == column.name; });
        if (isLeading) continue;
        const auto field = type.find(column.name);
        if (!field) return Error{Code::newer_format, "a column this program does not know", column.name, {}};
        if (columnForm(type.fields[*field].kind) != column.form) {
            return Error{Code::newer_format, "a column has another form than the catalog says", column.name, {}};
        }
    }
    for (const Field& field : type.fields) {
        const bool isThere = std::any_of(existing.begin(), existing.end(),
                                         [&](const ExistingColumn& column) { return column.name == field.name; });
        if (isThere) continue;
        database.raw().exec("ALTER TABLE " + sqlName(type.name) + " ADD COLUMN " +
                            definition(field.name, columnForm(field.kind)));
    }
    if (hasSum) return {};
    const std::string table = sqlName(type.name);
    database.raw().exec("ALTER TABLE " + table + " ADD COLUMN " + definition(sumColumn.name, sumColumn.form));
    database.raw().exec("UPDATE " + table + " SET " + sqlName(sumColumn.name) + " = " + sumOfColumns(type));
    return {};
}

/// Of the row that was not inserted, because there is one.
std::string takenOver(std::string_view column) { return sqlName(column) + "=excluded." + sqlName(column); }

void upgradeIndices(Database& database, const RecordType& type) {
    std::map<std::string, std::string> surplus = existingIndices(database, type.name);
    std::vector<std::string> missing;
    for (const std::string& statement : createIndices(type)) {
        if (surplus.erase(statement) == 0) missing.push_back(statement);
    }
    for (const auto& [statement, name] : surplus) database.raw().exec("DROP INDEX " + sqlName(name));
    for (const std::string& statement : missing) database.raw().exec(statement);
}

/// Changes the row in which every indexed column holds what it is to hold. An update that names an indexed column takes
/// its entry out of the index and puts it in again, whether or not it has changed. Parameters are the table's columns.
std::string changeStatement(const RecordType& type) {
    const auto isIndexed = [&](std::string_view name) {
        if (name == "place" || name == "audience") return true;
        return std::any_of(type.indices.begin(), type.indices.end(), [&](const auto& columns) {
            return std::find(columns.begin(), columns.end(), name) != columns.end();
        });
    };
    std::string changes;
    std::string conditions;
    int parameter = 0;
    const auto append = [&](std::string_view name) {
        const std::string number = "?" + std::to_string(++parameter);
        if (name == "id" || isIndexed(name)) {
            conditions += (conditions.empty() ? "" : " AND ") + sqlName(name) + " IS " + number;
        } else {
            changes += (changes.empty() ? "" : ", ") + sqlName(name) + " = " + number;
        }
    };
    for (const LeadingColumn& column : leadingColumns) append(column.name);
    for (const Field& field : type.fields) append(field.name);
    changes += ", " + sqlName(sumColumn.name) + " = " + sumOfParameters(type);
    return "UPDATE " + sqlName(type.name) + " SET " + changes + " WHERE " + conditions;
}

}  // namespace

std::string sqlName(std::string_view name) {
    std::string result = "\"";
    for (const char c : name) {
        if (c == '"') result += '"';
        result += c;
    }
    result += '"';
    return result;
}

std::string createTable(const RecordType& type) {
    std::string columns;
    for (const LeadingColumn& column : leadingColumns) columns += definition(column.name, column.form) + ", ";
    columns += definition(sumColumn.name, sumColumn.form) + ", ";
    for (const Field& field : type.fields) columns += definition(field.name, columnForm(field.kind)) + ", ";
    columns.resize(columns.size() - 2);
    return "CREATE TABLE " + sqlName(type.name) + "(" + columns + ") STRICT";
}

std::vector<std::string> createIndices(const RecordType& type) {
    std::vector<std::vector<std::string_view>> indices = type.indices;
    indices.push_back({"place", "audience"});
    std::vector<std::string> statements;
    for (const auto& columns : indices) {
        std::string names;
        for (const std::string_view column : columns) names += (names.empty() ? "" : ", ") + sqlName(column);
        statements.push_back("CREATE INDEX " + sqlName(indexName(type, columns)) + " ON " + sqlName(type.name) + "(" +
                             names + ")");
    }
    return statements;
}

Result<void> upgradeTables(Database& database, const Catalog& catalog) {
    return guarded([&]() -> Result<void> {
        for (const RecordType& type : catalog.types()) {
            const auto existing = existingColumns(database, type.name);
            if (existing.empty()) {
                database.raw().exec(createTable(type));
            } else {
                ZX_TRY(addColumns(database, type, existing));
            }
            upgradeIndices(database, type);
        }
        return {};
    });
}

std::string selectedColumns(const RecordType& type) { return joinedColumns(type, sqlName); }

Result<Row> readRow(const SQLite::Statement& statement, const RecordType& type) {
    Row row;
    Record& record = row.record;
    record.type = &type;
    ZX_ASSIGN(record.id, readId(statement.getColumn(0)));
    ZX_ASSIGN(record.place, readId(statement.getColumn(1)));
    ZX_ASSIGN(record.audience, readAudience(statement.getColumn(2)));
    record.version = statement.getColumn(3).getInt64();
    row.isPending = statement.getColumn(4).getInt() != 0;
    record.fields.reserve(type.fields.size());
    int column = firstFieldColumn;
    for (const Field& field : type.fields) {
        ZX_ASSIGN(Value value, readValue(statement.getColumn(column), field));
        record.fields.push_back(std::move(value));
        ++column;
    }
    return row;
}

std::string isWhole(const RecordType& type) { return sqlName(sumColumn.name) + " IS " + sumOfColumns(type); }

std::string TypedTable::sqlOf(Verb verb) const {
    const std::string table = sqlName(type_->name);
    switch (verb) {
        case finding:
            return "SELECT " + selectedColumns(*type_) + " FROM " + table + " WHERE id = ?1";
        case findingWhole:
            return sqlOf(finding) + " AND (is_pending OR " + isWhole(*type_) + ")";
        case looking:
            return "SELECT version, place, audience FROM " + table + " WHERE id = ?1";
        case changing:
            return changeStatement(*type_);
        case adding:
            return "INSERT INTO " + table + "(" + selectedColumns(*type_) + ", " + sqlName(sumColumn.name) +
                   ") VALUES(" + joinedColumns(*type_, [](std::string_view) { return "?"; }) + ", " +
                   sumOfParameters(*type_) + ") ON CONFLICT(id) DO UPDATE SET " + joinedColumns(*type_, takenOver) +
                   ", " + takenOver(sumColumn.name);
        case erasing:
            return "DELETE FROM " + table + " WHERE id = ?1";
        case listing:
            return "SELECT id FROM " + table + " WHERE place = ?1 AND audience = ?2 ORDER BY id";
        case verbCount:
            break;
    }
    return {};
}

SQLite::Statement& TypedTable::statement(Verb verb) {
    auto& prepared = statements_[verb];
    if (!prepared) prepared.emplace(database_->raw(), sqlOf(verb));
    return *prepared;
}

Result<std::optional<Row>> TypedTable::find(const Id& id) { return findBy(finding, id); }

Result<std::optional<Row>> TypedTable::findWhole(const Id& id) { return findBy(findingWhole, id); }

Result<std::optional<Row>> TypedTable::findBy(Verb verb, const Id& id) {
    return guarded([&]() -> Result<std::optional<Row>> {
        Use found(statement(verb));
        bindIdInPlace(*found, 1, id);
        if (!found->executeStep()) return std::optional<Row>{};
        ZX_ASSIGN(Row row, readRow(*found, *type_));
        return std::optional<Row>(std::move(row));
    });
}

Result<std::optional<Head>> TypedTable::head(const Id& id) {
    return guarded([&]() -> Result<std::optional<Head>> {
        Use found(statement(looking));
        bindIdInPlace(*found, 1, id);
        if (!found->executeStep()) return std::optional<Head>{};
        Head head;
        head.version = found->getColumn(0).getInt64();
        ZX_ASSIGN(head.place, readId(found->getColumn(1)));
        ZX_ASSIGN(head.audience, readAudience(found->getColumn(2)));
        return std::optional<Head>(head);
    });
}

void TypedTable::bind(SQLite::Statement& statement, const Record& record, bool isPending) {
    bindIdInPlace(statement, 1, record.id);
    bindIdInPlace(statement, 2, record.place);
    statement.bind(3, static_cast<int>(record.audience));
    statement.bind(4, record.version);
    statement.bind(5, isPending ? 1 : 0);
    int parameter = firstFieldColumn;
    for (std::size_t i = 0; i < type_->fields.size(); ++i) {
        bindValue(statement, ++parameter, type_->fields[i].kind, record.fields[i], room_[i]);
    }
}

Result<void> TypedTable::put(const Record& record, bool isPending) {
    bool isChanged = false;
    ZX_TRY(guarded([&] {
        Use change(statement(changing));
        bind(*change, record, isPending);
        isChanged = change->exec() > 0;
    }));
    return isChanged ? Result<void>() : add(record, isPending);
}

Result<void> TypedTable::add(const Record& record, bool isPending) {
    return guarded([&] {
        Use added(statement(adding));
        bind(*added, record, isPending);
        added->exec();
    });
}

Result<void> TypedTable::erase(const Id& id) {
    return guarded([&] {
        Use erased(statement(erasing));
        bindIdInPlace(*erased, 1, id);
        erased->exec();
    });
}

Result<std::vector<Id>> TypedTable::idsIn(const Id& place, Audience audience) {
    return guarded([&]() -> Result<std::vector<Id>> {
        Use listed(statement(listing));
        bindIdInPlace(*listed, 1, place);
        listed->bind(2, static_cast<int>(audience));
        std::vector<Id> ids;
        while (listed->executeStep()) {
            ZX_ASSIGN(const Id id, readId(listed->getColumn(0)));
            ids.push_back(id);
        }
        return ids;
    });
}

}  // namespace zhixing::sqlite

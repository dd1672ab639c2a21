#include "client/store/store_reader.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "shared/base/limits.h"
#include "shared/sqlite/columns.h"

namespace zhixing::client {

using sqlite::guarded;
using sqlite::Row;
using sqlite::sqlName;
using sqlite::Use;

namespace {

/// The columns in front of the fields that may be asked for by name.
bool isLeadingId(std::string_view name) { return name == "id" || name == "place"; }

Result<Kind> kindOf(const RecordType& type, std::string_view name) {
    if (isLeadingId(name)) return Kind::reference;
    if (const auto position = type.find(name)) return type.fields[*position].kind;
    return Error{Code::unknown_field, "this type has no such field", std::string(name), {}};
}

Result<std::string> whereOf(const Query& query) {
    std::string sql;
    for (std::size_t i = 0; i < query.where.size(); ++i) {
        const Condition& condition = query.where[i];
        ZX_ASSIGN(const Kind kind, kindOf(*query.type, condition.field));
        if (!holds(condition.value, kind)) {
            return Error{
                Code::wrong_type, "the value is of another kind than the field", std::string(condition.field), {}};
        }
        // IS compares unset with unset, and uses an index like = does.
        sql += (i == 0 ? " WHERE " : " AND ") + sqlName(condition.field) + " IS ?" + std::to_string(i + 1);
    }
    return sql;
}

Result<std::string> orderOf(const Query& query) {
    std::string sql = " ORDER BY ";
    for (const Order& order : query.orderBy) {
        ZX_TRY(kindOf(*query.type, order.field));
        sql += sqlName(order.field) + (order.descending ? " DESC, " : ", ");
    }
    return sql + "id";
}

/// Binds what whereOf() left open, and keeps what was made for that until the statement has run.
std::vector<std::string> bindWhere(SQLite::Statement& statement, const Query& query) {
    std::vector<std::string> rooms(query.where.size());
    for (std::size_t i = 0; i < query.where.size(); ++i) {
        const Condition& condition = query.where[i];
        const auto kind = kindOf(*query.type, condition.field);
        assert(kind.ok());
        sqlite::bindValue(statement, static_cast<int>(i) + 1, *kind, condition.value, rooms[i]);
    }
    return rooms;
}

std::string fromOf(const Query& query) { return " FROM " + sqlName(query.type->name); }

}  // namespace

Result<void> StoreReader::forEach(const Query& query, const std::function<Result<void>(Row&&)>& visit) {
    assert(query.type != nullptr);
    ZX_ASSIGN(const std::string where, whereOf(query));
    ZX_ASSIGN(const std::string order, orderOf(query));
    std::string sql = "SELECT " + sqlite::selectedColumns(*query.type) + fromOf(query) + where + order;
    if (query.countMax > 0) sql += " LIMIT " + std::to_string(query.countMax);
    return guarded([&]() -> Result<void> {
        // A statement of its own rather than a cached one: `visit` may well read something else.
        SQLite::Statement statement(database_->raw(), sql);
        const auto rooms = bindWhere(statement, query);
        while (statement.executeStep()) {
            ZX_ASSIGN(Row row, sqlite::readRow(statement, *query.type));
            ZX_TRY(visit(std::move(row)));
        }
        return {};
    });
}

Result<std::vector<Row>> StoreReader::list(const Query& query) {
    std::vector<Row> rows;
    ZX_TRY(forEach(query, [&](Row&& row) -> Result<void> {
        rows.push_back(std::move(row));
        return {};
    }));
    return rows;
}

Result<std::optional<Row>> StoreReader::find(const RecordType& type, const Id& record) {
    return sqlite::TypedTable(*database_, type).find(record);
}

Result<std::int64_t> StoreReader::count(const Query& query) {
    ZX_ASSIGN(const std::string where, whereOf(query));
    return guarded([&] {
        Use statement(database_->prepared("SELECT count(*)" + fromOf(query) + where));
        const auto rooms = bindWhere(*statement, query);
        statement->executeStep();
        return statement->getColumn(0).getInt64();
    });
}

Result<std::int64_t> StoreReader::sum(const Query& query, std::string_view field) {
    ZX_ASSIGN(const Kind kind, kindOf(*query.type, field));
    const bool isDecimal = kind == Kind::decimal;
    if (!isDecimal && kind != Kind::integer && kind != Kind::money && kind != Kind::counter) {
        return Error{Code::wrong_type, "this field cannot be added up", std::string(field), {}};
    }
    ZX_ASSIGN(const std::string where, whereOf(query));
    return guarded([&] {
        Use statement(database_->prepared("SELECT coalesce(sum(" + sqlName(field) + "), 0)" + fromOf(query) + where));
        const auto rooms = bindWhere(*statement, query);
        statement->executeStep();
        const SQLite::Column total = statement->getColumn(0);
        if (!isDecimal) return total.getInt64();
        return std::int64_t{std::llround(total.getDouble() * static_cast<double>(limits::decimalScale))};
    });
}

Result<void> StoreReader::forEachRecord(const std::function<Result<void>(const Record&)>& visit) {
    std::vector<const RecordType*> types;
    for (const RecordType& type : catalog_->types()) types.push_back(&type);
    std::sort(types.begin(), types.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
    for (const RecordType* type : types) {
        ZX_TRY(forEach({.type = type}, [&](Row&& row) { return visit(row.record); }));
    }
    return {};
}

}  // namespace zhixing::client

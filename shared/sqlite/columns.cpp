#include "shared/sqlite/columns.h"

#include <cmath>

#include "shared/base/limits.h"
#include "shared/base/time.h"
#include "shared/model/document.h"

namespace zhixing::sqlite {
namespace {

constexpr double decimalScale = static_cast<double>(limits::decimalScale);
constexpr double decimalUnitsMax = static_cast<double>(limits::decimalUnitsMax);

Error damaged(const Field& field) {
    return Error{Code::damaged, "a column holds what this program never writes", std::string(field.name), {}};
}

Result<Value> readReal(const SQLite::Column& column, const Field& field) {
    const double units = column.getDouble();
    if (std::isnan(units) || std::abs(units) > decimalUnitsMax) return damaged(field);
    return Value(std::int64_t{std::llround(units * decimalScale)});
}

Result<Value> readText(const SQLite::Column& column, const Field& field) {
    std::string text = column.getString();
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            return Value(std::move(text));
        case Kind::date:
            if (const auto date = Date::parse(text)) return Value(date->days);
            return damaged(field);
        default:
            break;
    }
    auto value = parseJsonValue(field, text);
    if (!value.ok()) return damaged(field);
    return value;
}

}  // namespace

std::string_view columnForm(Kind kind) {
    switch (kind) {
        case Kind::integer:
        case Kind::money:
        case Kind::instant:
        case Kind::boolean:
        case Kind::counter:
        case Kind::rating:
            return "INTEGER";
        case Kind::decimal:
            return "REAL";
        case Kind::reference:
            return "BLOB";
        case Kind::text:
        case Kind::longText:
        case Kind::option:
        case Kind::date:
        case Kind::references:
        case Kind::tags:
        case Kind::place:
        case Kind::answers:
        case Kind::checklist:
            break;
    }
    return "TEXT";
}

void bindValue(SQLite::Statement& statement, int parameter, Kind kind, const Value& value, std::string& room) {
    if (!isSet(value)) {
        statement.bind(parameter);
        return;
    }
    switch (kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            statement.bindNoCopy(parameter, std::get<std::string>(value));
            return;
        case Kind::integer:
        case Kind::money:
        case Kind::instant:
        case Kind::counter:
        case Kind::rating:
            statement.bind(parameter, std::get<std::int64_t>(value));
            return;
        case Kind::boolean:
            statement.bind(parameter, std::get<bool>(value) ? 1 : 0);
            return;
        case Kind::decimal:
            statement.bind(parameter, static_cast<double>(std::get<std::int64_t>(value)) / decimalScale);
            return;
        case Kind::date:
            room = Date{std::get<std::int64_t>(value)}.text();
            statement.bindNoCopy(parameter, room);
            return;
        case Kind::reference:
            bindIdInPlace(statement, parameter, std::get<Id>(value));
            return;
        case Kind::references:
        case Kind::tags:
        case Kind::place:
        case Kind::answers:
        case Kind::checklist:
            break;
    }
    room.clear();
    appendJson(room, kind, value);
    statement.bindNoCopy(parameter, room);
}

Result<Value> readValue(const SQLite::Column& column, const Field& field) {
    if (column.isNull()) return Value{};
    const std::string_view form = columnForm(field.kind);
    if (form == "TEXT" && column.isText()) return readText(column, field);
    if (form == "REAL" && column.isFloat()) return readReal(column, field);
    if (form == "BLOB" && column.isBlob()) {
        ZX_ASSIGN(const Id id, readId(column));
        return Value(id);
    }
    if (form == "INTEGER" && column.isInteger()) {
        const std::int64_t number = column.getInt64();
        if (field.kind != Kind::boolean) return Value(number);
        return Value(number != 0);
    }
    return damaged(field);
}

void bindId(SQLite::Statement& statement, int parameter, const Id& id) {
    statement.bind(parameter, id.bytes().data(), static_cast<int>(id.bytes().size()));
}

void bindIdInPlace(SQLite::Statement& statement, int parameter, const Id& id) {
    const void* const bytes = id.bytes().data();
    statement.bindNoCopy(parameter, bytes, static_cast<int>(id.bytes().size()));
}

Result<Id> readId(const SQLite::Column& column) {
    const void* const bytes = column.getBlob();
    if (const auto id = Id::fromBytes(bytes, static_cast<std::size_t>(column.getBytes()))) return *id;
    return Error{Code::damaged, "an id that is not 16 bytes", {}, {}};
}

Result<Audience> readAudience(const SQLite::Column& column) {
    const std::int64_t number = column.getInt64();
    if (number >= 0 && number <= static_cast<std::int64_t>(Audience::headquarters))
        return static_cast<Audience>(number);
    return Error{Code::damaged, "an audience that does not exist", {}, {}};
}

}  // namespace zhixing::sqlite

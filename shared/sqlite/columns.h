#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/record.h"

/// How a field's value stands in a column, so that pages, reports and other people's tools read plain SQL:
/// text, longText, option -> TEXT · integer, money (fen), instant (ms), counter, rating -> INTEGER · boolean -> INTEGER 0/1 ·
/// decimal -> REAL · date -> TEXT `YYYY-MM-DD` · reference -> BLOB(16) · references, tags, place, answers, checklist ->
/// TEXT in the wire's JSON form. Unset is NULL.
namespace zhixing::sqlite {

/// `TEXT`, `INTEGER`, `REAL` or `BLOB`.
[[nodiscard]] std::string_view columnForm(Kind kind);

/// Binds without a copy: `value`, and `room`, where text made from it is kept, must stay until the statement has run.
/// Throws SQLite::Exception, as does bindId().
void bindValue(SQLite::Statement& statement, int parameter, Kind kind, const Value& value, std::string& room);
void bindValue(SQLite::Statement& statement, int parameter, Kind kind, Value&& value, std::string& room) = delete;
/// `damaged` when the column holds what bindValue never writes.
[[nodiscard]] Result<Value> readValue(const SQLite::Column& column, const Field& field);

void bindId(SQLite::Statement& statement, int parameter, const Id& id);
/// Without a copy: the id must stay until the statement has run.
void bindIdInPlace(SQLite::Statement& statement, int parameter, const Id& id);
void bindIdInPlace(SQLite::Statement& statement, int parameter, Id&& id) = delete;  // it would be gone too soon
/// `damaged` unless it is 16 bytes.
[[nodiscard]] Result<Id> readId(const SQLite::Column& column);
[[nodiscard]] Result<Audience> readAudience(const SQLite::Column& column);

}  // namespace zhixing::sqlite

#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "shared/base/hash.h"
#include "shared/base/id.h"

/// How our values sit in the server's columns. To be used within guarded(); what is bound is not copied, so it must
/// stay where it is until the statement has run.
namespace zhixing::server {

inline void bindBlob(SQLite::Statement& statement, int index, const void* data, std::size_t size) {
    statement.bindNoCopy(index, data, static_cast<int>(size));
}
inline void bindId(SQLite::Statement& statement, int index, const Id& id) {
    bindBlob(statement, index, id.bytes().data(), id.bytes().size());
}
void bindId(SQLite::Statement& statement, int index, Id&& id) = delete;  // it would be gone too soon
inline void bindText(SQLite::Statement& statement, int index, const std::string& text) {
    statement.bindNoCopy(index, text);
}
void bindText(SQLite::Statement& statement, int index, std::string&& text) = delete;
inline Id idAt(const SQLite::Statement& statement, int index) {
    const auto column = statement.getColumn(index);
    const auto id = Id::fromBytes(column.getBlob(), static_cast<std::size_t>(column.getBytes()));
    if (!id) throw SQLite::Exception("an id is not 16 bytes long", SQLITE_CORRUPT);
    return *id;
}
/// Lives as long as the statement stays on its row.
inline std::string_view textAt(const SQLite::Statement& statement, int index) {
    const auto column = statement.getColumn(index);
    const char* text = column.getText();
    return {text, static_cast<std::size_t>(column.getBytes())};
}

inline Hash256 hashAt(const SQLite::Statement& statement, int index) {
    Hash256 hash{};
    const auto column = statement.getColumn(index);
    if (static_cast<std::size_t>(column.getBytes()) != hash.size())
        throw SQLite::Exception("a hash is not 32 bytes long", SQLITE_CORRUPT);
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy(bytes, bytes + hash.size(), hash.begin());
    return hash;
}

}  // namespace zhixing::server

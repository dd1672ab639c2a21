#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QString>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/model/record.h"
#include "shared/sqlite/columns.h"
#include "shared/sqlite/database.h"

namespace zhixing::client {

/// One row of a query while it is being read: its columns by position, in the forms that view models speak.
class Columns {
public:
    explicit Columns(const SQLite::Statement& statement) : statement_(&statement) {}

    [[nodiscard]] bool isSet(int column) const { return !statement_->isColumnNull(column); }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] Id id(int column) const;
    /// The id in the form that QML keeps; empty when not set.
    [[nodiscard]] QString key(int column) const;
    [[nodiscard]] std::optional<Date> date(int column) const;
    [[nodiscard]] Instant instant(int column) const { return Instant{number(column)}; }
    /// What a field's column holds; not set when it cannot be read.
    [[nodiscard]] Value value(int column, const Field& field) const;
    /// The members of a set of references.
    [[nodiscard]] IdSet ids(int column) const;

private:
    const SQLite::Statement* statement_;
};

[[nodiscard]] QString keyOf(const Id& id);
[[nodiscard]] Id idOf(const QString& key);

/// Plain SQL over the device's tables, through a connection that cannot write. Use from the UI thread.
/// A page whose reading fails shows what it had; the failure is logged, and every new reading tries again.
class Reader {
public:
    [[nodiscard]] static Result<Reader> open(const QString& storePath);

    /// Calls `take` with each row's Columns. Parameters are `?1`, `?2` … in order.
    template <typename Take, typename... Parameters>
    void each(std::string_view sql, Take&& take, const Parameters&... parameters) {
        report(sqlite::guarded([&] {
            sqlite::Use statement(database_.prepared(sql));
            int position = 0;
            (bind(*statement, ++position, parameters), ...);
            while (statement->executeStep()) take(Columns(*statement));
        }));
    }

    /// One field of one record as it is on this device, and unset when there is no such record.
    [[nodiscard]] Value value(const RecordType& type, const Id& record, std::string_view field);
    /// A visible record as a whole; nothing when there is none.
    [[nodiscard]] std::optional<Record> record(const RecordType& type, const Id& id);
    /// For typed reading through the same connection.
    [[nodiscard]] sqlite::Database& database() { return database_; }

private:
    explicit Reader(sqlite::Database database) : database_(std::move(database)) {}

    static void bind(SQLite::Statement& statement, int position, const Id& id) {
        sqlite::bindId(statement, position, id);
    }
    static void bind(SQLite::Statement& statement, int position, const QString& text);
    static void bind(SQLite::Statement& statement, int position, std::int64_t number);
    static void bind(SQLite::Statement& statement, int position, Date date);
    static void report(const Result<void>& result);

    sqlite::Database database_;
};

}  // namespace zhixing::client

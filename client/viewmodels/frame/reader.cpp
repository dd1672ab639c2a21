#include "client/viewmodels/frame/reader.h"

#include <QLoggingCategory>

#include "client/store/schema.h"
#include "shared/catalog/catalog.h"
#include "shared/sqlite/typed_tables.h"

namespace zhixing::client {

Q_LOGGING_CATEGORY(readerLog, "zhixing.reader")

QString keyOf(const Id& id) { return id.isNil() ? QString() : QString::fromStdString(id.text()); }

Id idOf(const QString& key) { return Id::parse(key.toStdString()).value_or(Id{}); }

QString Columns::text(int column) const {
    const SQLite::Column value = statement_->getColumn(column);
    return QString::fromUtf8(value.getText(), value.getBytes());
}

std::int64_t Columns::number(int column) const { return statement_->getColumn(column).getInt64(); }

Id Columns::id(int column) const {
    const SQLite::Column value = statement_->getColumn(column);
    return Id::fromBytes(value.getBlob(), static_cast<std::size_t>(value.getBytes())).value_or(Id{});
}

QString Columns::key(int column) const { return keyOf(id(column)); }

std::optional<Date> Columns::date(int column) const {
    if (!isSet(column)) return std::nullopt;
    return Date::parse(statement_->getColumn(column).getString());
}

Value Columns::value(int column, const Field& field) const {
    auto value = sqlite::readValue(statement_->getColumn(column), field);
    return value ? std::move(value).value() : Value{};
}

IdSet Columns::ids(int column) const {
    static const Field any = field::references(1, "any", "any");
    const Value found = value(column, any);
    const auto* set = std::get_if<IdSet>(&found);
    return set != nullptr ? *set : IdSet{};
}

Result<Reader> Reader::open(const QString& storePath) {
    ZX_ASSIGN(sqlite::Database database, openReader(storePath.toStdString(), catalog()));
    return Reader(std::move(database));
}

Value Reader::value(const RecordType& type, const Id& record, std::string_view field) {
    Value value;
    const auto position = type.find(field);
    Q_ASSERT(position);
    const std::string sql =
        "SELECT \"" + std::string(field) + "\" FROM \"" + std::string(type.name) + "\" WHERE id = ?1";
    each(
        sql, [&](Columns row) { value = row.value(0, type.fields[*position]); }, record);
    return value;
}

void Reader::bind(SQLite::Statement& statement, int position, const QString& text) {
    statement.bind(position, text.toStdString());
}

void Reader::bind(SQLite::Statement& statement, int position, std::int64_t number) { statement.bind(position, number); }

void Reader::bind(SQLite::Statement& statement, int position, Date date) { statement.bind(position, date.text()); }

void Reader::report(const Result<void>& result) {
    if (!result) qCWarning(readerLog) << "a page could not be read:" << result.error().message.c_str();
}

std::optional<Record> Reader::record(const RecordType& type, const Id& id) {
    std::optional<Record> found;
    report(sqlite::guarded([&]() -> Result<void> {
        sqlite::Use statement(database_.prepared("SELECT " + sqlite::selectedColumns(type) + " FROM " +
                                                 sqlite::sqlName(type.name) + " WHERE id = ?1"));
        sqlite::bindId(*statement, 1, id);
        if (!statement->executeStep()) return {};
        ZX_ASSIGN(sqlite::Row row, sqlite::readRow(*statement, type));
        found = std::move(row.record);
        return {};
    }));
    return found;
}

}  // namespace zhixing::client

#include "shared/sqlite/views.h"

#include <vector>

#include "shared/sqlite/typed_tables.h"

namespace zhixing::sqlite {
namespace {

/// 16 bytes as a lower-case UUID.
std::string uuidOf(std::string_view column) {
    const std::string hex = "lower(hex(" + std::string(column) + "))";
    const auto part = [&](int from, int length) {
        return "substr(" + hex + "," + std::to_string(from) + "," + std::to_string(length) + ")";
    };
    return part(1, 8) + "||'-'||" + part(9, 4) + "||'-'||" + part(13, 4) + "||'-'||" + part(17, 4) + "||'-'||" +
           part(21, 12);
}

std::string audienceWords() {
    std::string words = "CASE audience";
    for (const Audience audience : {Audience::everyone, Audience::managers, Audience::headquarters}) {
        words += " WHEN " + std::to_string(static_cast<int>(audience)) + " THEN '" + std::string(word(audience)) + "'";
    }
    return words + " END";
}

}  // namespace

std::string createView(const RecordType& type) {
    std::string columns =
        uuidOf("id") + " AS id, " + uuidOf("place") + " AS place, " + audienceWords() + " AS audience, version, seq";
    for (const Field& field : type.fields) {
        columns += ", json_extract(document, '$." + std::string(field.name) + "') AS " + sqlName(field.name);
    }
    return "CREATE VIEW " + sqlName(type.name) + " AS SELECT " + columns +
           " FROM record WHERE type = " + std::to_string(type.id) + " AND deleted = 0";
}

Result<void> remakeViews(Database& database, const Catalog& catalog) {
    return guarded([&] {
        std::vector<std::string> names;
        {
            Use statement(database.prepared("SELECT name FROM sqlite_schema WHERE type = 'view'"));
            while (statement->executeStep()) names.push_back(statement->getColumn(0).getString());
        }
        for (const std::string& name : names) database.raw().exec("DROP VIEW " + sqlName(name));
        for (const RecordType& type : catalog.types()) database.raw().exec(createView(type));
    });
}

}  // namespace zhixing::sqlite

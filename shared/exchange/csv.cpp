#include "shared/exchange/csv.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "shared/base/money.h"
#include "shared/base/text.h"
#include "shared/base/time.h"
#include "shared/exchange/csv_text.h"
#include "shared/exchange/text_lines.h"

namespace zhixing::exchange {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view rowEnd = "\r\n";
constexpr std::string_view yuanSuffix = "_yuan";

// ---- writing

/// `-3000.50`: digits and a point only, so that every program reads a number.
std::string plainYuan(std::int64_t fen) {
    const bool isNegative = fen < 0;
    const std::uint64_t size = isNegative ? 0 - static_cast<std::uint64_t>(fen) : static_cast<std::uint64_t>(fen);
    std::string text = isNegative ? "-" : "";
    text += std::to_string(size / 100) + '.';
    text += static_cast<char>('0' + size % 100 / 10);
    text += static_cast<char>('0' + size % 10);
    return text;
}

// ---- reading

/// What a column of the table is about.
struct ColumnMeaning {
    enum class About { id, place, audience, nothing, field, fieldInYuan } about = About::nothing;
    std::uint16_t field = 0;
};

Result<ColumnMeaning> meaningOf(const RecordType& type, std::string_view name) {
    using enum ColumnMeaning::About;
    if (name == "id") return ColumnMeaning{id};
    if (name == "place") return ColumnMeaning{place};
    if (name == "audience") return ColumnMeaning{audience};
    if (name == "version") return ColumnMeaning{nothing};
    if (const auto position = type.find(name)) return ColumnMeaning{field, static_cast<std::uint16_t>(*position)};
    if (name.ends_with(yuanSuffix)) {
        const auto position = type.find(name.substr(0, name.size() - yuanSuffix.size()));
        if (position && type.fields[*position].kind == Kind::money) {
            return ColumnMeaning{fieldInYuan, static_cast<std::uint16_t>(*position)};
        }
    }
    return Error{Code::unknown_field, "this type has no such column", std::string(name), {}};
}

Result<std::vector<ColumnMeaning>> readHeader(const RecordType& type, const std::vector<std::string>& cells) {
    std::vector<ColumnMeaning> columns;
    std::set<std::pair<bool, std::uint16_t>> fields;
    std::set<std::string_view> names;
    for (const std::string& cell : cells) {
        const std::string_view name = trimmed(cell);
        ZX_ASSIGN(const ColumnMeaning column, meaningOf(type, name));
        const bool isField = column.about >= ColumnMeaning::About::field;
        if (!names.insert(name).second || (isField && !fields.emplace(true, column.field).second)) {
            return Error{Code::duplicate_key, "two columns are about the same field", std::string(name), {}};
        }
        columns.push_back(column);
    }
    return columns;
}

Error wrongCell(Code code, const char* why, std::string_view field) { return {code, why, std::string(field), {}}; }

/// `2025/6/1` and `2025-6-1` as `2025-06-01`; anything else as it is.
std::string properDate(std::string_view text) {
    int year = 0, month = 0, day = 0, used = 0;
    std::string copy(text);
    const bool isDate = std::sscanf(copy.c_str(), "%4d%*1[-/]%2d%*1[-/]%2d%n", &year, &month, &day, &used) == 3;
    if (!isDate || static_cast<std::size_t>(used) != copy.size()) return copy;
    const auto date = Date::of(year, month, day);
    return date ? date->text() : copy;
}

std::string jsonOf(std::string_view text) {
    std::string json;
    appendJsonString(json, text);
    return json;
}

Result<Value> readInstant(const Field& field, std::string_view text) {
    if (const auto instant = Instant::parse(text)) return Value(instant->ms);
    return wrongCell(Code::wrong_type, "not a moment like 2025-10-22T08:00:00.000Z", field.name);
}

Result<Value> readCell(const Field& field, const std::string& cell) {
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            return Value(unneutralised(cell));
        case Kind::instant:
            return readInstant(field, trimmed(cell));
        case Kind::date:
            return parseJsonValue(field, jsonOf(properDate(trimmed(cell))));
        case Kind::reference:
            return parseJsonValue(field, jsonOf(trimmed(cell)));
        case Kind::boolean: {
            std::string word(trimmed(cell));
            std::transform(word.begin(), word.end(), word.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            return parseJsonValue(field, word);
        }
        default:
            return parseJsonValue(field, unneutralised(trimmed(cell)));
    }
}

Result<Value> readYuan(const Field& field, const std::string& cell) {
    const auto money = parseMoney(trimmed(cell));
    if (money.ok()) return Value(money->fen);
    Error error = money.error();
    error.field = field.name;
    return error;
}

Result<std::optional<Id>> readId(std::string_view column, const std::string& cell) {
    if (const auto id = Id::parse(trimmed(cell))) return id;
    return wrongCell(Code::wrong_type, "not an id", column);
}

Result<void> readInto(DocumentLine& document, const ColumnMeaning& column, const std::string& cell) {
    const auto field = [&]() -> const Field& { return document.type->fields[column.field]; };
    switch (column.about) {
        case ColumnMeaning::About::id: {
            ZX_ASSIGN(document.id, readId("id", cell));
            return {};
        }
        case ColumnMeaning::About::place: {
            ZX_ASSIGN(document.place, readId("place", cell));
            return {};
        }
        case ColumnMeaning::About::audience:
            document.audience = audienceFromWord(trimmed(cell));
            if (document.audience) return {};
            return wrongCell(Code::not_an_option, "not an audience", "audience");
        case ColumnMeaning::About::nothing:
            return {};
        case ColumnMeaning::About::field: {
            ZX_ASSIGN(Value value, readCell(field(), cell));
            document.values.push_back({column.field, std::move(value)});
            return {};
        }
        case ColumnMeaning::About::fieldInYuan: {
            ZX_ASSIGN(Value value, readYuan(field(), cell));
            document.values.push_back({column.field, std::move(value)});
            return {};
        }
    }
    return {};
}

Result<DocumentLine> readRow(const RecordType& type, const std::vector<ColumnMeaning>& columns,
                             const std::vector<std::string>& cells) {
    if (cells.size() != columns.size()) {
        return Error{Code::malformed,
                     "a row with more or fewer cells than the header",
                     {},
                     static_cast<std::int64_t>(columns.size())};
    }
    DocumentLine document;
    document.type = &type;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        ZX_TRY(readInto(document, columns[i], cells[i]));
    }
    return document;
}

}  // namespace

void appendCell(std::string& row, const Field& field, const Value& value) {
    if (!isSet(value)) return;
    switch (field.kind) {
        case Kind::text:
        case Kind::longText:
        case Kind::option:
            appendTextCell(row, std::get<std::string>(value));
            return;
        case Kind::money:
            row += plainYuan(std::get<std::int64_t>(value));
            return;
        case Kind::instant:
            row += Instant{std::get<std::int64_t>(value)}.text();
            return;
        case Kind::date:
            row += Date{std::get<std::int64_t>(value)}.text();
            return;
        case Kind::reference:
            row += std::get<Id>(value).text();
            return;
        case Kind::integer:
        case Kind::decimal:
        case Kind::boolean:
        case Kind::counter:
        case Kind::rating:
            // Only digits, a sign and a point can come of these, so a leading minus is a number and no formula.
            appendJson(row, field.kind, value);
            return;
        case Kind::references:
        case Kind::tags:
        case Kind::place:
        case Kind::answers:
        case Kind::checklist:
            break;
    }
    std::string json;
    appendJson(json, field.kind, value);
    appendTextCell(row, json);
}

Result<void> CsvWriter::writeHeader() {
    std::string row(byteOrderMark);  // without it, spreadsheet programs in China take the text for GBK
    row += "id,place,audience,version";
    for (const Field& field : type_->fields) {
        row += ',';
        row += field.name;
        if (field.kind == Kind::money) row += yuanSuffix;
    }
    return writeRow(std::move(row));
}

Result<void> CsvWriter::write(const Record& record) {
    std::string row = record.id.text() + ',' + record.place.text() + ',';
    row += word(record.audience);
    row += ',' + std::to_string(record.version);
    for (std::size_t i = 0; i < type_->fields.size(); ++i) {
        row += ',';
        appendCell(row, type_->fields[i], record.fields[i]);
    }
    return writeRow(std::move(row));
}

Result<void> CsvWriter::writeRow(std::string row) {
    row += rowEnd;
    out_->write(row.data(), static_cast<std::streamsize>(row.size()));
    if (!*out_) return Error{Code::io_failed, "the table cannot be written", {}, {}};
    return {};
}

Result<std::size_t> readCsv(std::istream& in, const RecordType& type, const TakeDocument& take) {
    CsvRows rows(in);
    std::vector<std::string> cells;
    ZX_ASSIGN(const bool hasHeader, rows.next(cells));
    if (!hasHeader) return Error{Code::malformed, "the table has no header row", {}, {}};
    auto columns = readHeader(type, cells);
    if (!columns.ok()) return atLine(rows.lineNumber(), columns.error());

    std::size_t taken = 0;
    for (;;) {
        ZX_ASSIGN(const bool hasRow, rows.next(cells));
        if (!hasRow) return taken;
        auto document = readRow(type, *columns, cells);
        if (!document.ok()) return atLine(rows.lineNumber(), document.error());
        if (auto result = take(rows.lineNumber(), std::move(document).value()); !result.ok()) {
            return atLine(rows.lineNumber(), result.error());
        }
        ++taken;
    }
}

}  // namespace zhixing::exchange

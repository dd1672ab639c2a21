#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/engine_reader.h"
#include "client/store/store_reader.h"
#include "shared/catalog/describe.h"
#include "shared/model/document.h"
#include "sync/wire/line_writer.h"

namespace zhixing::client::cli {
namespace {

/// Whether a value of this kind is a JSON string, so that people may leave the quotes away.
bool isWrittenAsText(Kind kind) {
    return kind == Kind::text || kind == Kind::longText || kind == Kind::option || kind == Kind::date ||
           kind == Kind::reference;
}

Result<Value> valueOf(const Field& field, const std::string& text) {
    if (text.empty()) return Value{};
    if (!isWrittenAsText(field.kind) || text.front() == '"') return parseJsonValue(field, text);
    std::string quoted;
    appendJsonString(quoted, text);
    return parseJsonValue(field, quoted);
}

/// `status=done`; the condition's name points into `text`.
Result<Condition> parseCondition(const RecordType& type, std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) {
        return Error{Code::malformed, "'" + std::string(text) + "' is not FIELD=VALUE", {}, {}};
    }
    const std::string_view name = text.substr(0, equals);
    const std::string value(text.substr(equals + 1));
    if (name == "id" || name == "place") {
        ZX_ASSIGN(const Id id, parseId(value));
        return Condition{name, id};
    }
    const auto position = type.find(name);
    if (!position) return Error{Code::unknown_field, "this type has no such field", std::string(name), {}};
    ZX_ASSIGN(Value wanted, valueOf(type.fields[*position], value));
    return Condition{name, std::move(wanted)};
}

Result<void> printRecords(sqlite::Database& database, const Query& query) {
    return StoreReader(catalog(), database).forEach(query, [](sqlite::Row&& row) -> Result<void> {
        printLine(canonicalLine(row.record));
        return {};
    });
}

/// The operation's line with one thing more at its end.
void printOperation(std::string line, const std::string& more) {
    if (!line.empty()) line.pop_back();
    printLine(line + "," + more + "}");
}

}  // namespace

Result<void> describe(const Arguments& arguments) {
    if (!arguments.type.empty()) {
        ZX_ASSIGN(const RecordType* type, findType(arguments.type));
        printLine(zhixing::describe(*type));
        return {};
    }
    for (const RecordType& type : catalog().types()) printLine(zhixing::describe(type));
    return {};
}

Result<void> list(const Arguments& arguments) {
    Query query;
    ZX_ASSIGN(query.type, findType(arguments.type));
    for (const std::string& text : arguments.where) {
        ZX_ASSIGN(Condition condition, parseCondition(*query.type, text));
        query.where.push_back(std::move(condition));
    }
    ZX_ASSIGN(auto database, openForLooking(arguments));
    return printRecords(database, query);
}

Result<void> show(const Arguments& arguments) {
    ZX_ASSIGN(const RecordType* type, findType(arguments.type));
    ZX_ASSIGN(const Id id, parseId(arguments.id));
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto row, StoreReader(catalog(), database).find(*type, id));
    if (!row) return Error{Code::not_found, "this device holds no such " + arguments.type, {}, {}};
    printLine(canonicalLine(row->record));
    if (!arguments.withHistory) return {};

    EngineReader engine(catalog(), database);
    ZX_ASSIGN(const auto server, engine.serverState(id));
    if (server) {
        std::string line;
        sync::LineWriter writer(line);
        writer.word("known", "server").number("version", server->version).flag("deleted", server->isDeleted);
        writer.key("fields");
        line += server->fields;
        writer.end();
        printLine(line);
    }
    ZX_ASSIGN(const auto operations, engine.waiting(id));
    for (const auto& operation : operations) printLine("{\"known\":\"edit\",\"operation\":" + operation.line + "}");
    StoreReader reader(catalog(), database);
    const Query about{.type = &catalog().at("conflict"), .where = {{"record_id", id.text()}}};
    return reader.forEach(about, [](sqlite::Row&& conflict) -> Result<void> {
        printLine("{\"known\":\"conflict\",\"conflict\":" + canonicalLine(conflict.record) + "}");
        return {};
    });
}

Result<void> outbox(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).waiting());
    for (const auto& operation : operations) {
        printOperation(operation.line, operation.isDecided ? "\"decided\":true" : "\"decided\":false");
    }
    return {};
}

Result<void> tray(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).refused());
    for (const auto& [line, error, rejectedAtMs] : operations) {
        std::string more = "\"code\":\"" + std::string(word(error.code)) + "\",\"message\":";
        appendJsonString(more, error.message);
        if (!error.field.empty()) {
            more += ",\"field\":";
            appendJsonString(more, error.field);
        }
        if (error.limit) more += ",\"limit\":" + std::to_string(*error.limit);
        printOperation(line, more + ",\"rejected_at\":" + std::to_string(rejectedAtMs));
    }
    return {};
}

Result<void> conflicts(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    return printRecords(database, {.type = &catalog().at("conflict"), .where = {{"state", std::string("open")}}});
}

Result<void> verify(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto verified, EngineReader(catalog(), database).verify());
    std::string line;
    sync::LineWriter(line)
        .word("result", "ok")
        .number("records", verified.records)
        .number("scopes", verified.scopes)
        .end();
    printLine(line);
    return {};
}

Result<void> dump(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    return StoreReader(catalog(), database).forEachRecord([](const Record& record) -> Result<void> {
        printLine(canonicalLine(record));
        return {};
    });
}

}  // namespace zhixing::client::cli

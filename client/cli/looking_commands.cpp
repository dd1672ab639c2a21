#include <algorithm>

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
    ZX_ASSIGN(FieldValue wanted, parseAssignment(type, text));
    return Condition{name, std::move(wanted.value)};
}

Result<void> printRecords(sqlite::Database& database, const Query& query) {
    return StoreReader(catalog(), database).forEach(query, [](sqlite::Row&& row) -> Result<void> {
        printLine(canonicalLine(row.record));
        return {};
    });
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

Result<void> incidents(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto incidents, EngineReader(catalog(), database).incidents());
    for (const sync::Incident& incident : incidents) {
        if (arguments.withKept) {
            if (!incident.kept.empty()) printLine(std::string_view(incident.kept).substr(0, incident.kept.size() - 1));
            continue;
        }
        std::string line;
        sync::LineWriter(line)
            .word("kind", word(incident.kind))
            .number("at", incident.at.ms)
            .number("missing", incident.missing)
            .number("outdated", incident.outdated)
            .number("extra", incident.extra)
            .number("resent", incident.resent)
            .number("kept", std::ranges::count(incident.kept, '\n'))
            .end();
        printLine(line);
    }
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

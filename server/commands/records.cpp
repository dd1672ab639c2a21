#include <algorithm>
#include <string_view>

#include "server/commands/command.h"
#include "server/limits.h"
#include "shared/base/text.h"
#include "shared/model/document.h"

namespace zhixing::server {

namespace {

using sync::DirectChange;
using sync::Verb;

/// Where it went wrong, in front of what went wrong.
Error at(const Command& command, std::size_t lineNumber, const Error& error) {
    Error located = error;
    located.message = command.option("file") + ":" + std::to_string(lineNumber) + ": " + error.message;
    if (!error.field.empty()) located.message += " (field " + error.field + ")";
    return located;
}

/// A node without a parent is below headquarters; nothing else is a root.
void placeBelowHeadquarters(Desk& desk, const DocumentLine& line, DirectChange& change) {
    if (change.type->name != "node" || change.record == desk.headquarters()) return;
    if (change.record && desk.authority().organisation().hasNode(*change.record)) return;
    const auto parent = static_cast<std::uint16_t>(*change.type->find("parent"));
    const bool isGiven = std::any_of(line.values.begin(), line.values.end(), [&](const FieldValue& value) {
        return value.field == parent && isSet(value.value);
    });
    if (!isGiven) change.values.push_back({parent, desk.headquarters()});
}

Result<void> importLine(Desk& desk, std::string_view text) {
    if (text.size() > limits::importLineBytesMax) {
        return Error{
            Code::too_large, "the line is too long", {}, static_cast<std::int64_t>(limits::importLineBytesMax)};
    }
    ZX_ASSIGN(DocumentLine line, parseDocumentLine(desk.catalog(), nullptr, text));
    DirectChange change{Verb::add, line.type, line.id, line.place, line.audience, line.values};
    placeBelowHeadquarters(desk, line, change);
    ZX_ASSIGN(const auto ids, desk.authority().change(desk.administrator(), std::span(&change, 1), desk.now()));
    (void)ids;
    return {};
}

}  // namespace

Result<Report> importLines(Desk& desk, const Command& command) {
    std::string_view rest = command.input;
    std::size_t imported = 0;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) continue;
        if (const auto done = importLine(desk, line); !done) return at(command, number, done.error());
        ++imported;
    }
    return Report{R"({"imported":)" + std::to_string(imported) + "}\n", {}};
}

Result<Report> dumpRecords(Desk& desk, const Command& command) {
    std::optional<ScopeSet> scopes;
    if (const std::string person = command.option("person"); !person.empty()) {
        ZX_ASSIGN(const Login login, findPerson(desk, person));
        scopes = desk.authority().organisation().scopesOf(login.person);
    }
    std::vector<const RecordType*> types;
    for (const RecordType& type : desk.catalog().types()) types.push_back(&type);
    std::sort(types.begin(), types.end(), [](const auto* a, const auto* b) { return a->name < b->name; });

    Report report;
    for (const RecordType* type : types) {
        ZX_TRY(desk.store().forEachLine(*type, [&](const Scope& scope, std::string_view line) {
            if (scopes && !std::binary_search(scopes->begin(), scopes->end(), scope)) return;
            report.output += line;
            report.output += '\n';
        }));
    }
    return report;
}

}  // namespace zhixing::server

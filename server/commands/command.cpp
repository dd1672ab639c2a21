#include "server/commands/command.h"

#include <algorithm>
#include <array>

namespace zhixing::server {

namespace {

struct Entry {
    std::string_view name;
    Result<Report> (*carryOut)(Desk&, const Command&);
    bool isRehearsed;
};

constexpr std::array<Entry, 10> commands{{
    {"person add", &addPerson, true},
    {"person disable", &disablePerson, true},
    {"enrol", &makeEnrolmentLink, false},
    {"device list", &listDevices, false},
    {"device revoke", &revokeDevice, false},
    {"import", &importLines, true},
    {"dump", &dumpRecords, false},
    {"compact", &compactHistory, false},
    {"retire", &retireCatalogs, false},
    {"check", &checkStore, false},
}};

const Entry* find(std::string_view name) {
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const Entry& entry) { return entry.name == name; });
    return found == commands.end() ? nullptr : found;
}

}  // namespace

std::string Command::option(std::string_view key) const {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& given) { return given.first == key; });
    return found == options.end() ? std::string() : found->second;
}

std::vector<std::string> Command::all(std::string_view key) const {
    std::vector<std::string> values;
    for (const auto& [given, value] : options) {
        if (given == key) values.push_back(value);
    }
    return values;
}

std::string soleValue(const Report& report) {
    const auto colon = report.output.find(':');
    const auto brace = report.output.rfind('}');
    if (colon == std::string::npos || brace == std::string::npos || brace < colon) return {};
    std::string value = report.output.substr(colon + 1, brace - colon - 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return value;
}

Result<Report> perform(Desk& desk, const Command& command) {
    const Entry* entry = find(command.name);
    if (entry == nullptr) return Error{Code::malformed, "there is no command '" + command.name + "'", {}, {}};
    return entry->carryOut(desk, command);
}

Result<Report> performAll(Command command, const std::function<Result<Report>(const Command&)>& once) {
    for (;;) {
        ZX_ASSIGN(Report report, once(command));
        if (report.rest) {
            command = std::move(*report.rest);
        } else if (report.then) {
            return report.then();
        } else {
            return report;
        }
    }
}

bool isRehearsed(const Command& command) {
    const Entry* entry = find(command.name);
    return entry != nullptr && entry->isRehearsed;
}

Result<Login> findPerson(Desk& desk, const std::string& loginOrId) {
    ZX_ASSIGN(auto login, desk.accounts().findLogin(loginOrId));
    if (login) return std::move(*login);
    if (const auto id = Id::parse(loginOrId)) {
        ZX_ASSIGN(login, desk.accounts().loginOf(*id));
        if (login) return std::move(*login);
    }
    return Error{Code::not_found, "nobody has the login '" + loginOrId + "'", {}, {}};
}

}  // namespace zhixing::server

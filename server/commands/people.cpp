#include <algorithm>

#include "server/commands/command.h"
#include "server/store/server_schema.h"
#include "shared/model/document.h"

namespace zhixing::server {

namespace {

using sync::DirectChange;
using sync::Verb;

struct WantedGrant {
    Id node;
    std::string role;
};

FieldValue valueOf(const RecordType& type, std::string_view field, Value value) {
    return {static_cast<std::uint16_t>(*type.find(field)), std::move(value)};
}

/// By id, code or name; a name that several nodes have is no name.
Result<Id> findNode(Desk& desk, const std::string& wanted) {
    if (const auto id = Id::parse(wanted)) {
        if (desk.authority().organisation().hasNode(*id)) return *id;
        return Error{Code::not_found, "there is no node " + wanted, {}, {}};
    }
    std::vector<Id> byCode;
    std::vector<Id> byName;
    ZX_TRY(desk.store().forEach(desk.catalog().at("node"), [&](const Record& node) {
        if (node.string("code") == wanted) byCode.push_back(node.id);
        if (node.string("name") == wanted) byName.push_back(node.id);
    }));
    const std::vector<Id>& found = byCode.empty() ? byName : byCode;
    if (found.empty()) return Error{Code::not_found, "no node has the code or name '" + wanted + "'", {}, {}};
    if (found.size() > 1)
        return Error{Code::not_unique, "several nodes are called '" + wanted + "'; give the id", {}, {}};
    return found.front();
}

Result<std::vector<WantedGrant>> wantedGrants(Desk& desk, const Command& command) {
    std::vector<WantedGrant> grants;
    for (const std::string& text : command.all("grant")) {
        const auto colon = text.rfind(':');
        if (colon == std::string::npos || !roleFromWord(text.substr(colon + 1))) {
            return Error{Code::malformed, "'" + text + "' is not NODE:ROLE", {}, {}};
        }
        ZX_ASSIGN(const Id node, findNode(desk, text.substr(0, colon)));
        grants.push_back({node, text.substr(colon + 1)});
    }
    return grants;
}

/// The changes that make the person, unless the record is there already.
Result<Id> planPerson(Desk& desk, const Command& command, const Id& place, std::vector<DirectChange>& changes) {
    const auto& type = desk.catalog().at("person");
    const std::string name = command.option("name");
    Id person = newId(desk.now(), desk.random());
    if (const std::string wanted = command.option("id"); !wanted.empty()) {
        const auto id = Id::parse(wanted);
        if (!id) return Error{Code::malformed, "'" + wanted + "' is not an id", {}, {}};
        person = *id;
        ZX_ASSIGN(const auto existing, desk.store().find(person));
        if (existing && existing->record.type != &type)
            return Error{Code::bad_reference, wanted + " is not a person", {}, {}};
        if (existing && name.empty()) return person;
    }
    if (name.empty()) return Error{Code::required, "a new person needs --name", {}, {}};
    changes.push_back({Verb::add, &type, person, place, {}, {valueOf(type, "name", name)}});
    return person;
}

std::string percentEncoded(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                             c == '.' || c == '_' || c == '~';
        if (isPlain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

/// The WebSocket's address, whether people gave it with its path or without.
std::string withPath(std::string url) {
    while (!url.empty() && url.back() == '/') url.pop_back();
    const auto host = url.find("://");
    const bool hasPath = host != std::string::npos && url.find('/', host + 3) != std::string::npos;
    return hasPath ? url : url + "/sync";
}

}  // namespace

Result<Report> addPerson(Desk& desk, const Command& command) {
    ZX_ASSIGN(const auto grants, wantedGrants(desk, command));
    const Id place = grants.empty() ? desk.headquarters() : grants.front().node;
    std::vector<DirectChange> changes;
    ZX_ASSIGN(const Id person, planPerson(desk, command, place, changes));
    const auto& type = desk.catalog().at("grant");
    for (const WantedGrant& grant : grants) {
        changes.push_back(
            {Verb::add,
             &type,
             {},
             grant.node,
             {},
             {valueOf(type, "person", person), valueOf(type, "node", grant.node), valueOf(type, "role", grant.role)}});
    }
    ZX_TRY(desk.accounts().addLogin(person, command.option("login"), {}, desk.now()));
    if (!changes.empty()) {
        ZX_ASSIGN(const auto ids, desk.authority().change(desk.administrator(), changes, desk.now()));
        (void)ids;
    }
    return Report{R"({"id":")" + person.text() + "\"}\n", {}};
}

Result<Report> disablePerson(Desk& desk, const Command& command) {
    ZX_ASSIGN(const Login login, findPerson(desk, command.option("person")));
    if (login.person == desk.administrator())
        return Error{Code::forbidden, "the first administrator cannot be disabled", {}, {}};
    const auto& type = desk.catalog().at("person");
    const DirectChange change{Verb::edit, &type, login.person, {}, {}, {valueOf(type, "active", false)}};
    ZX_TRY(desk.accounts().disable(login.person));
    desk.farewells = desk.authority().revoke(login.person, Code::person_disabled);
    ZX_ASSIGN(const auto ids, desk.authority().change(desk.administrator(), std::span(&change, 1), desk.now()));
    (void)ids;
    return Report{R"({"id":")" + login.person.text() + "\"}\n", {}};
}

Result<Report> makeEnrolmentLink(Desk& desk, const Command& command) {
    ZX_ASSIGN(const Login login, findPerson(desk, command.option("person")));
    if (login.isDisabled) return Error{Code::person_disabled, "this person is disabled", {}, {}};
    Report report;
    std::string server = command.option("server");
    if (server.empty()) {
        ZX_ASSIGN(server, readMeta(desk.database(), "url"));
        if (server.empty()) {
            return Error{Code::required,
                         "say how devices reach the server with --server URL; it has not run yet, so nobody knows",
                         {},
                         {}};
        }
        if (server.find("://0.0.0.0") != std::string::npos || server.find("://[::]") != std::string::npos) {
            report.notes =
                "the server listens on every address; give the one that devices can reach with --server URL\n";
        }
    }
    ZX_ASSIGN(const std::string code, desk.accounts().makeEnrolmentCode(login.person, desk.now()));
    report.output = R"({"link":")";
    report.output += "zhixing://enrol?server=" + percentEncoded(withPath(server)) + "&code=" + code + "\"}\n";
    return report;
}

Result<Report> listDevices(Desk& desk, const Command& /*command*/) {
    ZX_ASSIGN(const auto devices, desk.accounts().devices());
    Report report;
    for (const Device& device : devices) {
        std::string& line = report.output;
        line += R"({"id":")" + device.id.text() + R"(","person":")" + device.person.text() + R"(","login":)";
        appendJsonString(line, device.login);
        line += R"(,"name":)";
        appendJsonString(line, device.name);
        line += R"(,"enrolled_at":)" + std::to_string(device.enrolledAt.ms) + R"(,"seen_at":)" +
                std::to_string(device.seenAt.ms);
        line += device.isRevoked ? ",\"revoked\":true}\n" : ",\"revoked\":false}\n";
    }
    return report;
}

Result<Report> revokeDevice(Desk& desk, const Command& command) {
    const auto device = Id::parse(command.option("device"));
    if (!device) return Error{Code::not_found, "'" + command.option("device") + "' is not the id of a device", {}, {}};
    ZX_TRY(desk.accounts().revoke(*device));
    desk.farewells = desk.authority().revoke(*device, Code::device_revoked);
    return Report{R"({"id":")" + device->text() + "\",\"revoked\":true}\n", {}};
}

}  // namespace zhixing::server

#include "server/commands/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace zhixing::server {

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

/// What the options are read into.
struct Given {
    std::string directory;
    std::string organisation;
    std::string login;
    std::string name;
    std::string id;
    std::string person;
    std::string server;
    std::string device;
    std::vector<std::string> grants;
    std::vector<std::string> files;
    std::string file;
    std::string before;
    std::string days;
    std::vector<std::string> schemas;
    std::string listen;
    std::string certificate;
    std::string key;
    bool isPlain = false;
    std::int64_t photoQuotaMebibytes = limits::blobQuotaBytes / mebibyte;
    std::int64_t keepDays = 0;
};

/// `NODE:ROLE`, with a role that exists.
std::string complaintAboutGrant(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return "'" + text + "' is not NODE:ROLE";
    if (roleFromWord(text.substr(colon + 1))) return {};
    return "'" + text.substr(colon + 1) +
           "' is not a role (field, site_manager, regional_manager, headquarters, finance, administrator)";
}

CLI::App* addCommand(CLI::App& parent, const std::string& name, const std::string& about, Given& given) {
    CLI::App* command = parent.add_subcommand(name, about);
    command->add_option("--data", given.directory, "the server's directory")->required()->type_name("DIR");
    return command;
}

void declareServing(CLI::App& app, Given& given) {
    auto* init = addCommand(
        app, "init",
        "Found an organisation; its administrator's password comes from ZHIXING_PASSWORD or standard input", given);
    init->add_option("--organisation", given.organisation, "its name")->required()->type_name("NAME");
    init->add_option("--admin", given.login, "the first administrator's login")->required()->type_name("LOGIN");

    auto* serve = addCommand(app, "serve", "Serve devices until SIGTERM or SIGINT", given);
    serve->add_option("--listen", given.listen, "where; port 0 picks a free one")->required()->type_name("HOST:PORT");
    auto* certificate = serve->add_option("--tls-cert", given.certificate, "certificate chain, PEM")->type_name("FILE");
    auto* key = serve->add_option("--tls-key", given.key, "its private key, PEM")->type_name("FILE");
    certificate->needs(key);
    key->needs(certificate);
    serve->add_option("--photo-quota", given.photoQuotaMebibytes, "of one person's photos and documents, in MiB")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1} << 30))
        ->capture_default_str()
        ->type_name("MIB");
    serve
        ->add_option("--keep-days", given.keepDays,
                     "compact once a day, at a quiet moment, what is older; 0 keeps all history")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{36'500}))
        ->capture_default_str()
        ->type_name("N");
    serve->add_flag("--plain", given.isPlain, "serve without TLS beyond loopback too: a proxy in front speaks TLS");
}

void declarePeople(CLI::App& app, Given& given) {
    auto* person = app.add_subcommand("person", "People who may sign in");
    person->require_subcommand(1);
    auto* add = addCommand(*person, "add", "Give somebody a login; prints {\"id\":…}", given);
    add->add_option("--login", given.login, "what they sign in as")->required()->type_name("LOGIN");
    add->add_option("--name", given.name, "their name; not needed for somebody who has a record")->type_name("NAME");
    add->add_option("--id", given.id, "the id of their record, when there is one or it matters")->type_name("ID");
    add->add_option("--grant", given.grants, "a node (id, code or name) and the role there; may be repeated")
        ->type_name("NODE:ROLE")
        ->check([](const std::string& text) { return complaintAboutGrant(text); });
    auto* disable = addCommand(*person, "disable", "Lock somebody out, with all their devices", given);
    disable->add_option("--login,--person", given.person, "login or id")->required()->type_name("LOGIN");

    auto* enrol = addCommand(app, "enrol",
                             "Make a one-time link for a new device, good for ten minutes; prints {\"link\":…}", given);
    enrol->add_option("--person", given.person, "login or id")->required()->type_name("LOGIN");
    enrol->add_option("--server", given.server, "how devices reach the server, ws://… or wss://…")->type_name("URL");

    auto* device = app.add_subcommand("device", "Enrolled devices");
    device->require_subcommand(1);
    addCommand(*device, "list", "One line a device", given);
    auto* revoke = addCommand(*device, "revoke", "Shut a device out for good", given);
    revoke->add_option("device", given.device, "its id")->required()->type_name("ID");
}

void declareRecords(CLI::App& app, Given& given) {
    auto* import = addCommand(app, "import",
                              "Take in NDJSON files, each as a whole or not at all; prints {\"imported\":…}", given);
    import->add_option("files", given.files, "one JSON object a line, with its type")->required()->type_name("FILE");
    auto* dump = addCommand(app, "dump", "Print every record, or those one person may see, by type and id", given);
    dump->add_option("--person", given.person, "login or id")->type_name("LOGIN");
    addCommand(app, "check", "Verify the store, the audit chain and the digests", given);
    auto* retire =
        addCommand(app, "retire",
                   "Say which programs are too old: they may send, and are told to be updated; replaces what "
                   "was said before",
                   given);
    retire->add_option("schemas", given.schemas, "their catalogs, as 'zhixing-cli --version' names them")
        ->type_name("CATALOG");
    auto* compact = addCommand(app, "compact", "Forget history and deletions that are long past", given);
    auto* horizon = compact->add_option_group("horizon", "what is long past");
    horizon->add_option("--before", given.before, "received before this day (UTC)")->type_name("YYYY-MM-DD");
    horizon->add_option("--days", given.days, "received more than so many days ago")->type_name("N");
    horizon->require_option(1);
    auto* backup = addCommand(app, "backup", "Copy everything to a file, while the server runs or not", given);
    backup->add_option("--to", given.file, "a file that does not exist yet")->required()->type_name("FILE");
    auto* restore = addCommand(app, "restore", "Go back to a backup; what is there now is kept beside it", given);
    restore->add_option("--from", given.file, "what backup made")->required()->type_name("FILE");
}

std::string chosenName(const CLI::App& app) {
    std::string name;
    for (const CLI::App* command = &app; !command->get_subcommands().empty();) {
        command = command->get_subcommands().front();
        if (!name.empty()) name += ' ';
        name += command->get_name();
    }
    return name;
}

Command commandOf(const std::string& name, const Given& given) {
    Command command{name, {}, {}};
    const auto option = [&](const char* key, const std::string& value) {
        if (!value.empty()) command.options.emplace_back(key, value);
    };
    option("login", given.login);
    option("name", given.name);
    option("id", given.id);
    option("person", given.person);
    option("server", given.server);
    option("device", given.device);
    option("before", given.before);
    option("days", given.days);
    for (const std::string& schema : given.schemas) option("schema", schema);
    for (const std::string& grant : given.grants) option("grant", grant);
    return command;
}

}  // namespace

std::variant<Invocation, int> parseCommandLine(int argc, char** argv) {
    CLI::App app("Zhixing's server: keeps an organisation's records and the devices that share them", "zhixing-server");
    app.require_subcommand(1);
    app.set_version_flag("--version", ZHIXING_VERSION);
    Given given;
    declareServing(app, given);
    declarePeople(app, given);
    declareRecords(app, given);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : exitWrongUse;
    }

    const std::string name = chosenName(app);
    Invocation invocation{given.directory, {}};
    if (name == "init") {
        invocation.request = InitialiseRequest{given.organisation, given.login};
    } else if (name == "backup") {
        invocation.request = BackupRequest{given.file};
    } else if (name == "restore") {
        invocation.request = RestoreRequest{given.file};
    } else if (name == "serve") {
        auto listen = parseListenAddress(given.listen);
        if (!listen) {
            std::cerr << "--listen: " << listen.error().message << '\n';
            return exitWrongUse;
        }
        if (!given.certificate.empty()) listen->tls = TlsFiles{given.certificate, given.key};
        listen->isPlainAllowed = given.isPlain;
        invocation.request =
            ServeRequest{{std::move(listen).value(), given.photoQuotaMebibytes * mebibyte, {given.keepDays}}};
    } else {
        invocation.request = CommandRequest{commandOf(name, given), {given.files.begin(), given.files.end()}};
    }
    return invocation;
}

}  // namespace zhixing::server

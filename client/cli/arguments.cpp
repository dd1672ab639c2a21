#include "client/cli/arguments.h"

#include <CLI/CLI.hpp>

#include <iostream>

#include "shared/catalog/catalog.h"

namespace zhixing::client::cli {
namespace {

void addType(CLI::App& command, Arguments& given) {
    command.add_option("type", given.type, "a record type, such as task; see describe")->required()->type_name("TYPE");
}

void addId(CLI::App& command, Arguments& given) {
    command.add_option("id", given.id, "a record's id")->required()->type_name("ID");
}

void declareRecording(CLI::App& app, Arguments& given) {
    auto* add = app.add_subcommand("add", "Record something new; prints {\"id\":…} once it is safe on this device");
    addType(*add, given);
    auto* source = add->add_option_group("source", "what to add");
    source->add_option("json", given.json, "an object of fields, and id, place and audience if wanted")
        ->type_name("JSON");
    source->add_option("--file", given.file, "one such object a line; what stands before a faulty line is kept")
        ->type_name("FILE");
    source->require_option(1);

    auto* edit = app.add_subcommand("edit", "Change fields of a record; null clears one");
    addType(*edit, given);
    addId(*edit, given);
    edit->add_option("json", given.json, "an object of the fields to change")->required()->type_name("JSON");

    auto* remove = app.add_subcommand("delete", "Delete a record");
    addType(*remove, given);
    addId(*remove, given);
}

void declarePhotos(CLI::App& app, Arguments& given) {
    auto* photo = app.add_subcommand("photo", "Photos and documents: JPEG, PNG, WebP and PDF");
    photo->require_subcommand(1);
    auto* add = photo->add_subcommand(
        "add",
        "Take files in and record a photo of each; prints {\"id\":…,\"hash\":…} once both are safe on this device");
    add->add_option("files", given.files, "left as they are; positions and the like stay out of what is sent")
        ->required()
        ->type_name("FILE");
    add->add_option("--fields", given.json, "an object of fields, and place and audience if wanted, for each record")
        ->type_name("JSON");
    add->add_option("--thumbnail", given.thumbnail, "a JPEG of at most 20 KiB that travels with the record")
        ->type_name("FILE");
    photo->add_subcommand("list", "Print what was taken in, oldest first, and whether the server holds it");
    photo->add_subcommand("free", "Delete the bytes of what the server holds from this device; prints {\"freed\":…}");
}

void declareLooking(CLI::App& app, Arguments& given) {
    auto* describe = app.add_subcommand("describe", "Print the catalog, or one type of it");
    describe->add_option("type", given.type, "only this one")->type_name("TYPE");

    auto* list = app.add_subcommand("list", "Print the records of a type, oldest first");
    addType(*list, given);
    list->add_option("--where", given.where, "only those whose field has this value; nothing after = means not set")
        ->type_name("FIELD=VALUE");

    auto* show = app.add_subcommand("show", "Print one record");
    addType(*show, given);
    addId(*show, given);
    show->add_flag("--history", given.withHistory,
                   "and what this device knows of its past: the server's last word, edits under way, conflicts");

    app.add_subcommand("search",
                       "Print the records that hold all of some words: parts, pinyin (chongqing), initials (cq), "
                       "simplified or traditional; the nearest first")
        ->add_option("words", given.words, "what to look for")
        ->required()
        ->type_name("WORDS");

    app.add_subcommand("outbox",
                       "Print the edits that the server has not taken yet, oldest first: size, tries, what kept them");
    app.add_subcommand("incidents", "Print what went wrong with this device's copy and was put right")
        ->add_flag("--kept", given.withKept, "print the records that were kept from it instead");
    app.add_subcommand("verify", "Check the store file, and count its records against the digests");
    app.add_subcommand("dump", "Print every record on this device, by type and id");

    auto* report = app.add_subcommand("report", "Print consolidated figures");
    report->add_option("report", given.report, "budget or progress")
        ->required()
        ->check(CLI::IsMember({"budget", "progress"}))
        ->type_name("REPORT");
    report->add_option("--campaign", given.campaign, "only this one")->type_name("ID");
}

void addNumber(CLI::App& command, Arguments& given) {
    command.add_option("number", given.number, "which one: its \"n\", as tray prints it")->required()->type_name("N");
}

void declareTray(CLI::App& app, Arguments& given) {
    auto* tray = app.add_subcommand("tray", "Print the edits that the server refused, with its reasons");
    tray->require_subcommand(0, 1);
    auto* resend = tray->add_subcommand("resend", "Send a refused edit again, and what was refused for its sake");
    addNumber(*resend, given);
    resend->add_option("--set", given.set, "correct a field first; nothing after = clears it")
        ->type_name("FIELD=VALUE");
    tray->add_subcommand("export", "Write all of it to a new file, a JSON object a line")
        ->add_option("file", given.file, "the file")
        ->required()
        ->type_name("FILE");
    addNumber(*tray->add_subcommand("discard", "Throw a refused edit away; for 90 days it can be restored"), given);
    tray->add_subcommand("discarded", "Print what was thrown away and can still be restored");
    addNumber(*tray->add_subcommand("restore", "Put what was thrown away back into the tray"), given);
}

void addConflict(CLI::App& command, Arguments& given) {
    command.add_option("id", given.id, "the conflict's id; see conflicts")->required()->type_name("CONFLICT");
}

void declareSettling(CLI::App& app, Arguments& given) {
    auto* conflicts = app.add_subcommand("conflicts", "Print the conflicts that wait for a decision");
    conflicts->add_flag("--all", given.all, "the settled ones too");

    auto* settle = app.add_subcommand("settle", "Decide a conflict; like any change it can be undone, see undo-settle");
    addConflict(*settle, given);
    auto* choice = settle->add_option_group("choice", "what the field becomes");
    const auto take = [&](const char* word, const char* what) {
        choice->add_flag_callback(
            "--" + std::string(word), [&given, word] { given.choice = word; }, what);
    };
    take("mine", "the value that you wrote");
    take("theirs", "the value that the other one wrote");
    take("kept", "the value that stands");
    take("lost", "the value that was kept aside");
    take("both", "what stands, with both values as a comment on the record");
    choice->add_option("--value", given.json, "a value of its own")->type_name("JSON");
    choice->require_option(1);

    addConflict(*app.add_subcommand("undo-settle", "Put back what was there before, and open the conflict again"),
                given);
}

void declareSyncing(CLI::App& app, Arguments& given) {
    auto* enrol = app.add_subcommand(
        "enrol", "Make the store a device of a person; the password comes from ZHIXING_PASSWORD or standard input");
    enrol->add_option("link", given.link, "zhixing://enrol?…, as the server printed it")->required()->type_name("LINK");
    enrol->add_option("--ca", given.authorityFile, "trust this certificate authority instead of the system's")
        ->check(CLI::ExistingFile)
        ->type_name("FILE");

    app.add_subcommand(
        "rebuild",
        "Make a new store in a damaged one's place: its unsent work is taken over, the rest comes again with sync");

    auto* sync = app.add_subcommand("sync", "Exchange edits with the server until both ends agree");
    auto* follow = sync->add_flag("--follow", given.follow, "stay connected; a line whenever something changed");
    sync->add_flag("--once", given.once, "end when both ends agree, as without --follow anyway")->excludes(follow);
    sync->add_option("--timeout", given.timeoutSeconds, "give up after so many seconds; 30 unless following")
        ->check(CLI::Range(0.1, 1e6))
        ->type_name("SECONDS");
}

}  // namespace

std::variant<Arguments, int> parseArguments(int argc, char** argv) {
    CLI::App app("Zhixing without a window: records, lists and syncs what one device holds", "zhixing-cli");
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", std::string(ZHIXING_VERSION) + "\ncatalog " + catalog().fingerprint());
    Arguments given;
    app.add_option("--store", given.store, "the file that holds this device's records")->type_name("FILE");
    declareSyncing(app, given);
    declareRecording(app, given);
    declareLooking(app, given);
    declarePhotos(app, given);
    declareTray(app, given);
    declareSettling(app, given);
    try {
        app.parse(argc, argv);
        const CLI::App* command = app.get_subcommands().front();
        given.command = command->get_name();
        if (!command->get_subcommands().empty()) given.command += ' ' + command->get_subcommands().front()->get_name();
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : exitWrongUse;
    }
    if (given.store.empty() && given.command != "describe") {
        std::cerr << "--store FILE is required\n";
        return exitWrongUse;
    }
    return given;
}

}  // namespace zhixing::client::cli

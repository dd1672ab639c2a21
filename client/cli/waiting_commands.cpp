#include <algorithm>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/engine_reader.h"
#include "sync/wire/line_writer.h"

/// The commands about what the server has not taken yet, or would not take.
namespace zhixing::client::cli {
namespace {

std::string waitingLine(const EngineReader::Waiting& waiting) {
    std::string text;
    sync::LineWriter more(text);
    more.flag("decided", waiting.isDecided).number("bytes", static_cast<std::int64_t>(waiting.line.size()));
    more.number("tries", waiting.tries);
    if (waiting.failure) {
        more.word("last_error", word(waiting.failure->error.code)).number("tried_at", waiting.failure->at.ms);
    }
    more.end();
    return waiting.line.substr(0, waiting.line.size() - 1) + ',' + text.substr(1);
}

}  // namespace

Result<void> outbox(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).waiting());
    for (const auto& waiting : operations) printLine(waitingLine(waiting));
    return {};
}

Result<void> tray(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).refused());
    for (const auto& refused : operations) printLine(refused.json());
    return {};
}

Result<void> trayDiscarded(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).discarded());
    for (const auto& discarded : operations) printLine(discarded.json());
    return {};
}

Result<void> trayExport(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    return EngineReader(catalog(), database).exportTray(arguments.file);
}

Result<void> trayResend(const Arguments& arguments) {
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_ASSIGN(const auto items, device->store().tray());
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&](const sync::TrayItem& one) { return one.counter == arguments.number; });
    if (item == items.end()) return Error{Code::not_found, "nothing with this number was refused", {}, {}};
    std::vector<FieldValue> values;
    for (const std::string& text : arguments.set) {
        ZX_ASSIGN(FieldValue value, parseAssignment(*item->operation.type, text));
        values.push_back(std::move(value));
    }
    ZX_TRY(device->replica().resend(arguments.number, values, SystemClock().now()));
    printId(item->operation.record);
    return {};
}

Result<void> trayDiscard(const Arguments& arguments) {
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_TRY(device->replica().discard(arguments.number, SystemClock().now()));
    return {};
}

Result<void> trayRestore(const Arguments& arguments) {
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_TRY(device->replica().restore(arguments.number));
    return {};
}

}  // namespace zhixing::client::cli

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/engine_reader.h"
#include "shared/model/document.h"

/// The commands about what the server has not taken yet, or would not take.
namespace zhixing::client::cli {
namespace {

/// An operation's line with more at its end.
class OperationLine {
public:
    explicit OperationLine(std::string line) : line_(std::move(line)) { line_.pop_back(); }
    OperationLine& number(std::string_view key, std::int64_t value) {
        key_(key);
        line_ += std::to_string(value);
        return *this;
    }
    OperationLine& flag(std::string_view key, bool value) {
        key_(key);
        line_ += value ? "true" : "false";
        return *this;
    }
    OperationLine& text(std::string_view key, std::string_view value) {
        key_(key);
        appendJsonString(line_, value);
        return *this;
    }
    [[nodiscard]] std::string end() { return line_ + '}'; }

private:
    void key_(std::string_view key) {
        line_ += ",\"";
        line_ += key;
        line_ += "\":";
    }
    std::string line_;
};

std::string refusedLine(const EngineReader::Refused& refused) {
    OperationLine line(refused.line);
    line.text("code", word(refused.error.code)).text("message", refused.error.message);
    if (!refused.error.field.empty()) line.text("field", refused.error.field);
    if (refused.error.limit) line.number("limit", *refused.error.limit);
    line.number("rejected_at", refused.rejectedAt.ms);
    if (refused.discardedAt.ms != 0) line.number("discarded_at", refused.discardedAt.ms);
    return line.end();
}

}  // namespace

Result<void> outbox(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).waiting());
    for (const auto& operation : operations) {
        OperationLine line(operation.line);
        line.flag("decided", operation.isDecided);
        line.number("bytes", static_cast<std::int64_t>(operation.line.size())).number("tries", operation.tries);
        if (operation.failure) {
            line.text("last_error", word(operation.failure->error.code)).number("tried_at", operation.failure->at.ms);
        }
        printLine(line.end());
    }
    return {};
}

Result<void> tray(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).refused());
    for (const auto& refused : operations) printLine(refusedLine(refused));
    return {};
}

Result<void> trayDiscarded(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).discarded());
    for (const auto& discarded : operations) printLine(refusedLine(discarded));
    return {};
}

Result<void> trayExport(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto operations, EngineReader(catalog(), database).refused());
    if (std::filesystem::exists(arguments.file)) {
        return Error{Code::already_exists, arguments.file + " exists and stays as it is", {}, {}};
    }
    std::ofstream out(arguments.file, std::ios::binary);
    for (const auto& refused : operations) out << refusedLine(refused) << '\n';
    out.flush();
    if (!out) return Error{Code::io_failed, "cannot write " + arguments.file, {}, {}};
    return {};
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

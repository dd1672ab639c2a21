#include "server/control/control_message.h"

#include <nlohmann/json.hpp>

namespace zhixing::server {

namespace {

using Json = nlohmann::json;

Error notUnderstood() {
    return Error{Code::malformed, "the other side of the control socket is not this program", {}, {}};
}

}  // namespace

std::string encodeCommand(const Command& command) {
    return Json{{"command", command.name}, {"options", command.options}}.dump(-1, ' ', false,
                                                                              Json::error_handler_t::replace);
}

Result<Command> decodeCommand(std::string_view json) {
    try {
        const Json object = Json::parse(json);
        return Command{object.at("command").get<std::string>(),
                       object.at("options").get<std::vector<std::pair<std::string, std::string>>>(),
                       {}};
    } catch (const Json::exception&) {
        return notUnderstood();
    }
}

std::string encodeStatus(const Result<Report>& outcome) {
    Json object{{"ok", outcome.ok()}};
    if (!outcome) {
        object["code"] = std::string(word(outcome.error().code));
        object["message"] = outcome.error().message;
        object["field"] = outcome.error().field;
    }
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> decodeStatus(std::string_view json) {
    try {
        const Json object = Json::parse(json);
        if (object.at("ok").get<bool>()) return {};
        return Error{codeFromWord(object.at("code").get<std::string>()).value_or(Code::internal),
                     object.at("message").get<std::string>(),
                     object.at("field").get<std::string>(),
                     {}};
    } catch (const Json::exception&) {
        return notUnderstood();
    }
}

}  // namespace zhixing::server

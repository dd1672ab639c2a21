#include "server/net/http_messages.h"

#include <nlohmann/json.hpp>
#include <set>

#include "server/limits.h"
#include "shared/base/text.h"
#include "shared/model/document.h"

namespace zhixing::server {

namespace {

using Json = nlohmann::json;

Error malformed(std::string message) { return Error{Code::malformed, std::move(message), {}, {}}; }

/// The object of strings that a request body has to be; strict, so that both ends always read the same.
Result<Json> parseObject(std::string_view body) {
    if (!isCleanUtf8(body)) return Error{Code::bad_encoding, "the body is not UTF-8 text", {}, {}};
    std::set<std::string> keys;
    std::string repeated;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::key && depth == 1 && !keys.insert(parsed.get<std::string>()).second) {
            repeated = parsed.get<std::string>();
        }
        return true;
    };
    Json object = Json::parse(body, watch, false);
    if (object.is_discarded() || !object.is_object()) return malformed("the body is not a JSON object");
    if (!repeated.empty()) return Error{Code::duplicate_key, "a key comes twice", repeated, {}};
    return object;
}

Result<std::string> takeText(const Json& object, const char* key, std::size_t codePointsMax) {
    const auto found = object.find(key);
    if (found == object.end()) return Error{Code::required, "a key is missing", key, {}};
    if (!found->is_string()) return Error{Code::wrong_type, "the value is not a string", key, {}};
    auto text = found->get<std::string>();
    if (!isCleanUtf8(text)) return Error{Code::bad_encoding, "the text holds a NUL", key, {}};
    if (codePoints(text) > codePointsMax) {
        return Error{Code::too_long, "the text is too long", key, static_cast<std::int64_t>(codePointsMax)};
    }
    return text;
}

}  // namespace

Result<EnrolRequest> parseEnrolRequest(std::string_view body) {
    ZX_ASSIGN(const Json object, parseObject(body));
    for (const auto& item : object.items()) {
        if (item.key() != "code" && item.key() != "password" && item.key() != "device" && item.key() != "device_id") {
            return Error{Code::unknown_field, "a key is not known here", item.key().substr(0, 64), {}};
        }
    }
    EnrolRequest request;
    ZX_ASSIGN(request.code, takeText(object, "code", 100));
    ZX_ASSIGN(request.password, takeText(object, "password", limits::passwordBytesMax));
    ZX_ASSIGN(request.device, takeText(object, "device", limits::deviceNameCodePointsMax));
    if (object.contains("device_id")) {
        ZX_ASSIGN(const std::string previous, takeText(object, "device_id", 36));
        request.previous = Id::parse(previous);
        if (!request.previous) return Error{Code::wrong_type, "this is not an id", "device_id", {}};
    }
    return request;
}

std::string bodyOf(const EnrolAnswer& answer) {
    std::string body = R"({"device":")" + answer.device.text() + R"(","person":")" + answer.person.text() +
                       R"(","home":")" + answer.home.text() + R"(","token":)";
    appendJsonString(body, answer.token);
    body += R"(,"organisation":)";
    appendJsonString(body, answer.organisation);
    body += '}';
    return body;
}

std::string bodyOf(const Error& error) {
    std::string body = R"({"code":")";
    body += word(error.code);
    body += R"(","message":)";
    appendJsonString(body, error.message);
    if (!error.field.empty()) {
        body += R"(,"field":)";
        appendJsonString(body, error.field);
    }
    if (error.limit) body += R"(,"limit":)" + std::to_string(*error.limit);
    body += '}';
    return body;
}

int httpStatusOf(Code code) {
    switch (code) {
        case Code::bad_credentials:
        case Code::bad_enrolment_code:
        case Code::enrolment_used:
        case Code::person_disabled:
        case Code::forbidden:
            return 403;
        case Code::not_found:
            return 404;
        case Code::not_editable:
            return 405;
        case Code::timed_out:
            return 408;
        case Code::too_large:
            return 413;
        case Code::too_many_attempts:
            return 429;
        case Code::busy:
        case Code::shutting_down:
        case Code::disk_full:
        case Code::io_failed:
        case Code::damaged:
        case Code::locked:
            return 503;
        case Code::internal:
            return 500;
        default:
            return 400;
    }
}

}  // namespace zhixing::server

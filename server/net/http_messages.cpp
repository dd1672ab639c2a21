#include "server/net/http_messages.h"

#include "server/limits.h"
#include "shared/base/text.h"
#include "shared/model/document.h"
#include "shared/model/json_reader.h"

namespace zhixing::server {

namespace {

Result<std::string> takeText(JsonMember member, std::size_t codePointsMax) {
    ZX_ASSIGN(const std::string_view text, readText(member.value, member.key));
    if (codePoints(text) <= codePointsMax) return std::string(text);
    return Error{Code::too_long, "the text is too long", std::string(member.key),
                 static_cast<std::int64_t>(codePointsMax)};
}

Result<void> readMember(JsonMember member, EnrolRequest& request) {
    if (member.key == "code") {
        ZX_ASSIGN(request.code, takeText(member, 100));
    } else if (member.key == "password") {
        ZX_ASSIGN(request.password, takeText(member, limits::passwordBytesMax));
    } else if (member.key == "device") {
        ZX_ASSIGN(request.device, takeText(member, limits::deviceNameCodePointsMax));
    } else if (member.key == "device_id") {
        ZX_ASSIGN(const std::string previous, takeText(member, 36));
        request.previous = Id::parse(previous);
        if (!request.previous) return Error{Code::wrong_type, "this is not an id", "device_id", {}};
    } else {
        return unknownKey(member.key);
    }
    return {};
}

}  // namespace

Result<EnrolRequest> parseEnrolRequest(std::string_view body) {
    JsonReader reader;
    ZX_ASSIGN(const JsonValue root, reader.read(body));
    if (root.type() != json::Type::object) return Error{Code::malformed, "the body is not a JSON object", {}, {}};
    EnrolRequest request;
    for (const JsonMember member : root.members()) ZX_TRY(readMember(member, request));
    for (const char* key : {"code", "password", "device"}) {
        if (!root.find(key)) return Error{Code::required, "a key is missing", key, {}};
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

#include "server/net/http_messages.h"

#include <algorithm>
#include <array>

#include "server/limits.h"
#include "shared/base/text.h"
#include "shared/model/document.h"
#include "shared/model/json_reader.h"

namespace zhixing::server {

namespace {

/// What RFC 9110 calls the status; those who read it are people with a packet dump.
std::string_view reasonOf(int status) {
    static constexpr std::array<std::pair<int, std::string_view>, 24> reasons{{{200, "OK"},
                                                                               {201, "Created"},
                                                                               {204, "No Content"},
                                                                               {206, "Partial Content"},
                                                                               {304, "Not Modified"},
                                                                               {400, "Bad Request"},
                                                                               {401, "Unauthorized"},
                                                                               {403, "Forbidden"},
                                                                               {404, "Not Found"},
                                                                               {405, "Method Not Allowed"},
                                                                               {408, "Request Timeout"},
                                                                               {409, "Conflict"},
                                                                               {411, "Length Required"},
                                                                               {412, "Precondition Failed"},
                                                                               {413, "Content Too Large"},
                                                                               {415, "Unsupported Media Type"},
                                                                               {416, "Range Not Satisfiable"},
                                                                               {422, "Unprocessable Content"},
                                                                               {426, "Upgrade Required"},
                                                                               {429, "Too Many Requests"},
                                                                               {431, "Request Header Fields Too Large"},
                                                                               {460, "Checksum Mismatch"},
                                                                               {503, "Service Unavailable"},
                                                                               {507, "Insufficient Storage"}}};
    const auto* found = std::find_if(reasons.begin(), reasons.end(), [&](auto& one) { return one.first == status; });
    return found == reasons.end() ? "Failure" : found->second;
}

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

std::string_view RequestHead::field(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.first == name; });
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string headOf(const HttpAnswer& answer, const Manner& manner) {
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + ' ';
    head += reasonOf(answer.status);
    const auto add = [&](std::string_view name, std::string_view value) {
        head += "\r\n";
        head += name;
        head += ": ";
        head += value;
    };
    const bool hasBody = answer.streamedBytes || !answer.body.empty();
    if (hasBody) add("Content-Type", answer.contentType);
    if (!manner.isHead && answer.status != 204 && answer.status != 304) {
        const auto bytes = answer.streamedBytes.value_or(static_cast<std::int64_t>(answer.body.size()));
        add("Content-Length", std::to_string(bytes));
    }
    add("Cache-Control", "no-store");
    add("X-Content-Type-Options", "nosniff");
    if (manner.isTls) add("Strict-Transport-Security", "max-age=31536000");
    if (answer.retryAfterMs > 0) add("Retry-After", std::to_string((answer.retryAfterMs + 999) / 1000));
    for (const auto& [name, value] : answer.headers) add(name, value);
    if (!manner.staysOpen) add("Connection", "close");
    return head + "\r\n\r\n";
}

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

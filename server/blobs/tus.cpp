#include "server/blobs/tus.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>

#include "server/limits.h"
#include "server/net/http_messages.h"
#include "shared/base/blob_receipt.h"
#include "shared/base/hash.h"

namespace zhixing::server::tus {

namespace {

constexpr std::string_view version = "1.0.0";
constexpr std::string_view collection = "/blobs";

HttpAnswer answer(int status) {
    HttpAnswer made;
    made.status = status;
    made.headers.emplace_back("Tus-Resumable", version);
    return made;
}

HttpAnswer refusedAs(int status, Code code, const char* why, const char* field = "") {
    return refused(status, Error{code, why, field, {}});
}

std::optional<std::int64_t> numberIn(std::string_view text) {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [read, failed] = std::from_chars(text.data(), end, number);
    if (failed != std::errc() || read != end || number < 0) return std::nullopt;
    return number;
}

std::optional<std::string> fromBase64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

/// `sha256 <base64>,filename <base64>`: the value of one key, decoded. Other keys are the client's own business; a name
/// among them is never used for anything.
std::optional<std::string> metadata(std::string_view header, std::string_view key) {
    while (!header.empty()) {
        const auto comma = header.find(',');
        std::string_view pair = header.substr(0, comma);
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
        while (pair.starts_with(' ')) pair.remove_prefix(1);
        const auto space = pair.find(' ');
        if (pair.substr(0, space) != key || space == std::string_view::npos) continue;
        return fromBase64(pair.substr(space + 1));
    }
    return std::nullopt;
}

std::optional<Checksum> checksumIn(std::string_view header) {
    const auto space = header.find(' ');
    const std::string_view algorithm = header.substr(0, space);
    if (space == std::string_view::npos || (algorithm != "sha1" && algorithm != "sha256")) return std::nullopt;
    const auto digest = fromBase64(header.substr(space + 1));
    if (!digest || digest->size() != (algorithm == "sha1" ? 20U : 32U)) return std::nullopt;
    return Checksum{algorithm == "sha1", *digest};
}

/// One range; more of them, or what cannot be read, is answered with everything, as HTTP allows.
std::optional<Range> rangeIn(std::string_view header) {
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit)) return std::nullopt;
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto first = numberIn(header.substr(0, dash));
    const auto last = numberIn(header.substr(dash + 1));
    if (dash == 0) return last && *last > 0 ? std::optional(Range{-*last, {}}) : std::nullopt;
    if (!first || (!last && dash + 1 != header.size()) || (last && *last < *first)) return std::nullopt;
    return Range{*first, last};
}

std::string entityTag(const std::string& name) { return '"' + name + '"'; }

/// `Sun, 22 Nov 2026 00:00:00 GMT`
std::string httpDate(Instant instant) {
    const auto seconds = static_cast<std::time_t>(instant.ms / 1'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

struct Kind {
    std::string_view begin;
    std::string_view type;
    std::string_view ending;
};

const Kind& kindOf(std::string_view begin) {
    static constexpr std::array<Kind, 5> kinds{{{"\xFF\xD8", "image/jpeg", ".jpg"},
                                                {"\x89PNG", "image/png", ".png"},
                                                {"RIFF", "image/webp", ".webp"},
                                                {"%PDF", "application/pdf", ".pdf"},
                                                {"", "application/octet-stream", ""}}};
    std::size_t kind = 0;
    while (!begin.starts_with(kinds[kind].begin)) ++kind;
    return kinds[kind];
}

/// The method, also where something on the way lets only GET and POST through.
std::string_view methodOf(const RequestHead& head) {
    const std::string_view instead = head.field("x-http-method-override");
    return head.method == "POST" && !instead.empty() ? instead : std::string_view(head.method);
}

std::optional<HttpAnswer> readAppend(const RequestHead& head, Call& call) {
    if (head.field("content-type") != "application/offset+octet-stream") {
        return refusedAs(415, Code::wrong_type, "the body is application/offset+octet-stream", "content-type");
    }
    const auto offset = numberIn(head.field("upload-offset"));
    if (!offset) return refusedAs(400, Code::required, "say where the bytes belong", "upload-offset");
    if (!head.bodyBytes) return refusedAs(411, Code::required, "say how many bytes come", "content-length");
    call.offset = *offset;
    const std::string_view checksum = head.field("upload-checksum");
    if (checksum.empty()) return std::nullopt;
    call.checksum = checksumIn(checksum);
    if (!call.checksum) return refusedAs(400, Code::not_an_option, "sha1 or sha256, in base64", "upload-checksum");
    return std::nullopt;
}

std::optional<HttpAnswer> readCreate(const RequestHead& head, Call& call) {
    const auto length = numberIn(head.field("upload-length"));
    if (!length || *length == 0) return refusedAs(400, Code::required, "say how long the blob is", "upload-length");
    if (*length > static_cast<std::int64_t>(limits::blobBytesMax)) {
        return refused(413, Error{Code::too_large, "the blob is too large", "upload-length", limits::blobBytesMax});
    }
    const auto name = metadata(head.field("upload-metadata"), "sha256");
    if (!name || !isBlobName(*name)) {
        return refusedAs(400, Code::required, "the metadata hold no sha256 in lower-case hexadecimal digits", "sha256");
    }
    call.length = *length;
    call.name = *name;
    return std::nullopt;
}

void readDownload(const RequestHead& head, Call& call) {
    const std::string tag = entityTag(call.name);
    call.isHeldByAsker = head.field("if-none-match") == tag;
    const std::string_view condition = head.field("if-range");
    if (condition.empty() || condition == tag) call.range = rangeIn(head.field("range"));
}

std::optional<Verb> verbOf(std::string_view method, bool isCollection) {
    if (method == "OPTIONS") return Verb::describe;
    if (isCollection) return method == "POST" ? std::optional(Verb::create) : std::nullopt;
    if (method == "HEAD") return Verb::status;
    if (method == "PATCH") return Verb::append;
    if (method == "DELETE") return Verb::terminate;
    if (method == "GET") return Verb::download;
    return std::nullopt;
}

}  // namespace

bool Checksum::matches(std::string_view bytes) const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> computed{};
    unsigned size = 0;
    const EVP_MD* algorithm = isSha1 ? EVP_sha1() : EVP_sha256();
    if (EVP_Digest(bytes.data(), bytes.size(), computed.data(), &size, algorithm, nullptr) != 1) return false;
    return digest == std::string_view(reinterpret_cast<const char*>(computed.data()), size);
}

std::variant<Call, HttpAnswer> read(const RequestHead& head) {
    const std::string_view path = head.target;
    const bool isCollection = path == collection || path == "/blobs/";
    Call call;
    if (!isCollection) {
        call.name = path.substr(std::min(path.size(), collection.size() + 1));
        if (path[collection.size()] != '/' || !isBlobName(call.name))
            return refusedAs(404, Code::not_found, "no blob has this name");
    }
    const auto verb = verbOf(methodOf(head), isCollection);
    if (!verb) return refusedAs(405, Code::not_editable, "this method is not used here");
    call.verb = *verb;
    if (call.verb == Verb::describe) return call;

    const bool isTus = call.verb != Verb::download && call.verb != Verb::status;
    if (isTus && head.field("tus-resumable") != version) {
        HttpAnswer made = refusedAs(412, Code::unsupported_protocol, "this server speaks tus 1.0.0", "tus-resumable");
        made.headers.emplace_back("Tus-Version", version);
        return made;
    }
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view authorization = head.field("authorization");
    if (!authorization.starts_with(scheme)) return refusedAs(401, Code::not_enrolled, "a device's token is needed");
    call.token = authorization.substr(scheme.size());
    call.bodyBytes = static_cast<std::int64_t>(head.bodyBytes.value_or(0));

    std::optional<HttpAnswer> wrong;
    if (call.verb == Verb::append) wrong = readAppend(head, call);
    if (call.verb == Verb::create) wrong = readCreate(head, call);
    if (call.verb == Verb::download) readDownload(head, call);
    if (wrong) return *wrong;
    return call;
}

// ---- answers

int statusOf(Code code) {
    switch (code) {
        case Code::not_enrolled:
        case Code::device_revoked:
        case Code::token_expired:
            return 401;
        case Code::unexpected_message:
            return 409;
        case Code::not_an_option:
        case Code::malformed:
            return 415;
        case Code::damaged:
        case Code::forbidden:
            return 422;
        case Code::disk_full:
            return 507;
        default:
            return httpStatusOf(code);
    }
}

HttpAnswer refused(int status, const Error& error, std::int64_t retryAfterMs) {
    HttpAnswer made = answer(status);
    made.body = bodyOf(error);
    made.retryAfterMs = retryAfterMs;
    if (status == 401) made.headers.emplace_back("WWW-Authenticate", "Bearer");
    return made;
}

HttpAnswer refused(const Error& error) { return refused(statusOf(error.code), error); }

HttpAnswer description(const std::string& receiptKey) {
    HttpAnswer made = answer(204);
    made.headers.emplace_back("Tus-Version", version);
    made.headers.emplace_back("Tus-Extension", "creation,expiration,checksum,termination");
    made.headers.emplace_back("Tus-Max-Size", std::to_string(limits::blobBytesMax));
    made.headers.emplace_back("Tus-Checksum-Algorithm", "sha1,sha256");
    made.headers.emplace_back("Zhixing-Receipt-Key", receiptKey);
    return made;
}

HttpAnswer progress(int status, const std::string& name, std::int64_t offset, std::int64_t length, Instant expires) {
    HttpAnswer made = answer(status);
    if (status == 201) made.headers.emplace_back("Location", std::string(collection) + '/' + name);
    made.headers.emplace_back("Upload-Offset", std::to_string(offset));
    if (status == 200) made.headers.emplace_back("Upload-Length", std::to_string(length));
    made.headers.emplace_back("Upload-Expires", httpDate(expires));
    return made;
}

HttpAnswer held(int status, const std::string& name, std::int64_t length, const std::string& receipt) {
    HttpAnswer made = answer(status);
    if (status == 201) made.headers.emplace_back("Location", std::string(collection) + '/' + name);
    made.headers.emplace_back("Upload-Offset", std::to_string(length));
    if (status == 200) made.headers.emplace_back("Upload-Length", std::to_string(length));
    if (status == 200) made.headers.emplace_back("ETag", entityTag(name));
    made.headers.emplace_back("Zhixing-Receipt", receipt);
    return made;
}

HttpAnswer content(const Call& call, std::string_view begin, std::int64_t length, std::int64_t& first) {
    first = 0;
    std::int64_t last = length - 1;
    bool isPart = call.range.has_value();
    if (isPart) {
        first = call.range->first < 0 ? std::max<std::int64_t>(0, length + call.range->first) : call.range->first;
        last = std::min(call.range->last.value_or(length - 1), length - 1);
        if (first >= length) {
            HttpAnswer made = refusedAs(416, Code::out_of_range, "the blob ends before that", "range");
            made.headers.emplace_back("Content-Range", "bytes */" + std::to_string(length));
            return made;
        }
    }
    HttpAnswer made = answer(call.isHeldByAsker ? 304 : isPart ? 206 : 200);
    made.headers.emplace_back("ETag", entityTag(call.name));
    if (call.isHeldByAsker) return made;
    const Kind& kind = kindOf(begin);
    made.contentType = kind.type;
    made.headers.emplace_back("Accept-Ranges", "bytes");
    made.headers.emplace_back("Content-Disposition",
                              "attachment; filename=\"" + call.name.substr(0, 12) + std::string(kind.ending) + '"');
    if (isPart) {
        made.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + '-' + std::to_string(last) + '/' +
                                                       std::to_string(length));
    }
    made.streamedBytes = last - first + 1;
    return made;
}

}  // namespace zhixing::server::tus

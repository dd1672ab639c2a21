#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "server/net/connection.h"
#include "shared/base/time.h"

/// The requests under /blobs as tus 1.0 and HTTP have them, and the answers: README.md says what they mean. Pure: no
/// file, socket or clock.
namespace zhixing::server::tus {

enum class Verb : std::uint8_t { describe, create, status, append, terminate, download };

struct Checksum {
    bool isSha1 = false;  ///< or SHA-256
    std::string digest;   ///< raw bytes

    [[nodiscard]] bool matches(std::string_view bytes) const;
};

/// Where a download begins and ends; negative `first`: so many bytes from the end.
struct Range {
    std::int64_t first = 0;
    std::optional<std::int64_t> last;
};

struct Call {
    Verb verb = Verb::describe;
    std::string token;
    std::string name;         ///< isBlobName(); empty only for `describe`
    std::int64_t length = 0;  ///< create: of the whole blob
    std::int64_t offset = 0;  ///< append
    std::int64_t bodyBytes = 0;
    std::optional<Checksum> checksum;
    std::optional<Range> range;
    bool isHeldByAsker = false;  ///< download: the asker has these very bytes already
};

/// What is asked for, or why it is not answered.
[[nodiscard]] std::variant<Call, HttpAnswer> read(const RequestHead& head);

// ---- answers
[[nodiscard]] HttpAnswer refused(int status, const Error& error, std::int64_t retryAfterMs = 0);
[[nodiscard]] HttpAnswer refused(const Error& error);
[[nodiscard]] HttpAnswer description(const std::string& receiptKey);
/// For an upload that is under way: where it goes on, and until when it is kept.
[[nodiscard]] HttpAnswer progress(int status, const std::string& name, std::int64_t offset, std::int64_t length,
                                  Instant expires);
/// For a blob that is held. `status`: 201 created, 204 the last byte has come, 200 when asked.
[[nodiscard]] HttpAnswer held(int status, const std::string& name, std::int64_t length, const std::string& receipt);
/// A download's head; `begin` are the blob's first bytes, which tell its type. The body comes in pieces.
[[nodiscard]] HttpAnswer content(const Call& call, std::string_view begin, std::int64_t length, std::int64_t& first);

/// What a code means for an upload, where plain requests have another word for it.
[[nodiscard]] int statusOf(Code code);

}  // namespace zhixing::server::tus

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/net/connection.h"
#include "shared/base/id.h"
#include "shared/base/result.h"

/// The bodies of the plain HTTP requests, see "Enrolling a device" in sync/PROTOCOL.md.
namespace zhixing::server {

struct EnrolRequest {
    std::string code;
    std::string password;
    std::string device;          ///< the name people give it
    std::optional<Id> previous;  ///< what this store was enrolled as before
    std::string address;         ///< where the request came from; not part of the body
};

struct EnrolAnswer {
    Id device;
    Id person;
    Id home;
    std::string token;
    std::string organisation;
};

/// Why not, and after how long trying again may help (0: not by itself).
struct EnrolRefusal {
    Error error;
    std::int64_t retryAfterMs = 0;
};

[[nodiscard]] Result<EnrolRequest> parseEnrolRequest(std::string_view body);
[[nodiscard]] std::string bodyOf(const EnrolAnswer& answer);
[[nodiscard]] std::string bodyOf(const Error& error);
/// The HTTP status that says about the same as the code.
[[nodiscard]] int httpStatusOf(Code code);

/// How an answer travels beside what it says.
struct Manner {
    bool isTls = false;
    bool staysOpen = false;  ///< another request may follow
    bool isHead = false;     ///< the request was HEAD: nothing follows the head
};
/// Status line and header fields, with the empty line at their end.
[[nodiscard]] std::string headOf(const HttpAnswer& answer, const Manner& manner);

}  // namespace zhixing::server

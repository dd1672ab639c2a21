#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhixing {

/// Everything that can go wrong on an ordinary day, once. The word of a code (`word()`) travels on the wire and in
/// logs and never changes its meaning; sentences for people are made from it where they are shown.
enum class Code : std::uint8_t {
    // what was said is not well formed
    malformed,
    too_large,
    too_deep,
    duplicate_key,
    wrong_type,
    unknown_field,
    unknown_type,
    bad_encoding,
    // what was said breaks the catalog
    required,
    too_long,
    too_many,
    out_of_range,
    not_an_option,
    bad_reference,
    not_unique,
    not_editable,
    // what was said is not this person's to say
    forbidden,
    bad_transition,
    self_approval,
    second_approval,
    outdated,
    // accounts and devices
    not_enrolled,
    bad_credentials,
    bad_enrolment_code,
    enrolment_used,
    device_revoked,
    person_disabled,
    token_expired,
    too_many_attempts,
    // the conversation
    unsupported_protocol,
    unexpected_message,
    counter_gap,
    wrong_epoch,
    slow_consumer,
    timed_out,
    busy,
    shutting_down,
    // storage and the machine
    not_found,
    already_exists,
    not_ours,
    newer_format,
    damaged,
    disk_full,
    io_failed,
    locked,
    unreachable,
    untrusted,
    group_failed,
    depends_on_rejected,
    cancelled,
    internal,
};

[[nodiscard]] std::string_view word(Code code);
[[nodiscard]] std::optional<Code> codeFromWord(std::string_view word);

/// What happened, for programs (`code`, `field`, `limit`) and for logs (`message`, English, never content or secrets).
struct Error {
    Code code = Code::internal;
    std::string message{};
    std::string field{};                  ///< the record's field the error is about, when there is one
    std::optional<std::int64_t> limit{};  ///< the limit that was passed, when there is one

    friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace zhixing

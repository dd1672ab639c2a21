#include "shared/base/error.h"

#include <array>
#include <cstddef>

namespace zhixing {
namespace {

struct CodeWord {
    Code code;
    std::string_view word;
};

/// In the order of the enum, so that a code is its own index.
constexpr std::array codeWords{
    CodeWord{Code::malformed, "malformed"},
    CodeWord{Code::too_large, "too_large"},
    CodeWord{Code::too_deep, "too_deep"},
    CodeWord{Code::duplicate_key, "duplicate_key"},
    CodeWord{Code::wrong_type, "wrong_type"},
    CodeWord{Code::unknown_field, "unknown_field"},
    CodeWord{Code::unknown_type, "unknown_type"},
    CodeWord{Code::bad_encoding, "bad_encoding"},
    CodeWord{Code::required, "required"},
    CodeWord{Code::too_long, "too_long"},
    CodeWord{Code::too_many, "too_many"},
    CodeWord{Code::out_of_range, "out_of_range"},
    CodeWord{Code::not_an_option, "not_an_option"},
    CodeWord{Code::bad_reference, "bad_reference"},
    CodeWord{Code::not_unique, "not_unique"},
    CodeWord{Code::not_editable, "not_editable"},
    CodeWord{Code::forbidden, "forbidden"},
    CodeWord{Code::bad_transition, "bad_transition"},
    CodeWord{Code::self_approval, "self_approval"},
    CodeWord{Code::second_approval, "second_approval"},
    CodeWord{Code::outdated, "outdated"},
    CodeWord{Code::not_enrolled, "not_enrolled"},
    CodeWord{Code::bad_credentials, "bad_credentials"},
    CodeWord{Code::bad_enrolment_code, "bad_enrolment_code"},
    CodeWord{Code::enrolment_used, "enrolment_used"},
    CodeWord{Code::device_revoked, "device_revoked"},
    CodeWord{Code::person_disabled, "person_disabled"},
    CodeWord{Code::token_expired, "token_expired"},
    CodeWord{Code::too_many_attempts, "too_many_attempts"},
    CodeWord{Code::unsupported_protocol, "unsupported_protocol"},
    CodeWord{Code::unexpected_message, "unexpected_message"},
    CodeWord{Code::counter_gap, "counter_gap"},
    CodeWord{Code::wrong_epoch, "wrong_epoch"},
    CodeWord{Code::slow_consumer, "slow_consumer"},
    CodeWord{Code::timed_out, "timed_out"},
    CodeWord{Code::busy, "busy"},
    CodeWord{Code::shutting_down, "shutting_down"},
    CodeWord{Code::not_found, "not_found"},
    CodeWord{Code::already_exists, "already_exists"},
    CodeWord{Code::not_ours, "not_ours"},
    CodeWord{Code::newer_format, "newer_format"},
    CodeWord{Code::damaged, "damaged"},
    CodeWord{Code::disk_full, "disk_full"},
    CodeWord{Code::io_failed, "io_failed"},
    CodeWord{Code::locked, "locked"},
    CodeWord{Code::unreachable, "unreachable"},
    CodeWord{Code::untrusted, "untrusted"},
    CodeWord{Code::group_failed, "group_failed"},
    CodeWord{Code::depends_on_rejected, "depends_on_rejected"},
    CodeWord{Code::cancelled, "cancelled"},
    CodeWord{Code::internal, "internal"},
};

constexpr bool everyCodeIsItsOwnIndex() {
    for (std::size_t i = 0; i < codeWords.size(); ++i) {
        if (static_cast<std::size_t>(codeWords[i].code) != i) {
            return false;
        }
    }
    return codeWords.size() == static_cast<std::size_t>(Code::internal) + 1;
}
static_assert(everyCodeIsItsOwnIndex());

}  // namespace

std::string_view word(Code code) { return codeWords[static_cast<std::size_t>(code)].word; }

std::optional<Code> codeFromWord(std::string_view word) {
    for (const CodeWord& known : codeWords) {
        if (known.word == word) {
            return known.code;
        }
    }
    return std::nullopt;
}

}  // namespace zhixing

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

/// The grammar of JSON and nothing of its meaning; JsonReader gives that (json_reader.h). A reader of our own, because each
/// record that a device takes in is a line of it: strict, bounded, without allocating once its tape has grown, and
/// more than twice as fast as the library that its test compares it with.
namespace zhixing::json {

enum class Type : std::uint8_t { null, boolean, integer, number, string, array, object };

/// One value, or the key before one. The content of a container follows it.
struct Token {
    Type type = Type::null;
    std::uint32_t size = 0;   ///< string, number: bytes · array: items · object: members
    std::uint32_t next = 0;   ///< position of the token after this value and its content
    std::int64_t number = 0;  ///< integer, boolean: the value · string, number: position of its bytes
};

/// What one reading leaves behind.
struct Tape {
    std::vector<Token> tokens;
    std::string bytes;  ///< strings without their escapes, and numbers as they were written
};

/// Checks all of `text` and lays it out on `tape`, whose memory is used again. After an error the tape means nothing.
/// Errors: malformed, bad_encoding, duplicate_key, too_deep, too_large, too_long, too_many, out_of_range.
[[nodiscard]] Result<void> lay(std::string_view text, Tape& tape);

/// Keys come from outside: what is said about them stays short.
[[nodiscard]] std::string_view shortened(std::string_view key);

}  // namespace zhixing::json

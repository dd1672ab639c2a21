#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "sync/wire/names.h"

/// Lines of JSON as fewer bytes and back. Nothing here knows what a message means: whoever reads it is the codec, as
/// ever, with all its checks. Names and words that both ends know travel as numbers, ids as their 16 bytes, and a string
/// that came before in the same message as its place among those.
namespace zhixing::sync {

/// Packs a message whose lines are JSON; an Error says which is not.
[[nodiscard]] Result<std::string> packLines(const SharedNames& names, std::string_view message);

/// The message again. Whatever the bytes are, at most messageBytesMax of text and jsonDepthMax levels come out of them.
/// Errors: malformed, unknown_type, unknown_field, too_deep, too_large.
[[nodiscard]] Result<std::string> unpackLines(const SharedNames& names, std::string_view packed);

}  // namespace zhixing::sync

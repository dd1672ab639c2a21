#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/record.h"

/// Lines of JSON as fewer bytes and back. Nothing here knows what a message means: whoever reads it is the codec, as
/// ever, with all its checks. Names and words that both ends know travel as numbers, ids as their 16 bytes, and a string
/// that came before in the same message as its place among those. `names` is the catalog of both ends; null: they differ,
/// and its names travel as strings.
namespace zhixing::sync {

/// Packs a message whose lines are JSON; an Error says which is not.
[[nodiscard]] Result<std::string> packLines(const Catalog* names, std::string_view message);

/// The message again. Whatever the bytes are, at most messageBytesMax of text and jsonDepthMax levels come out of them.
/// Errors: malformed, unknown_type, unknown_field, too_deep, too_large.
[[nodiscard]] Result<std::string> unpackLines(const Catalog* names, std::string_view packed);

}  // namespace zhixing::sync

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhixing {

/// True for well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms) that holds no NUL.
[[nodiscard]] bool isCleanUtf8(std::string_view text);
/// Unicode code points in well-formed UTF-8: what limits on text count.
[[nodiscard]] std::size_t codePoints(std::string_view text);
/// Without white space at both ends, the ideographic space included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

[[nodiscard]] std::string toHex(const void* data, std::size_t size);
[[nodiscard]] std::optional<std::string> fromHex(std::string_view text);

}  // namespace zhixing

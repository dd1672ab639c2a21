#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/base/limits.h"
#include "shared/base/result.h"

/// What the readers of all formats need: numbers out of bytes, and the failures they share.
namespace zhixing::media {

[[nodiscard]] constexpr std::uint32_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}
[[nodiscard]] constexpr std::uint32_t bigEndian16(std::string_view bytes, std::size_t at) {
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}
[[nodiscard]] constexpr std::uint32_t bigEndian32(std::string_view bytes, std::size_t at) {
    return bigEndian16(bytes, at) << 16 | bigEndian16(bytes, at + 2);
}
[[nodiscard]] constexpr std::uint32_t littleEndian16(std::string_view bytes, std::size_t at) {
    return byteAt(bytes, at) | byteAt(bytes, at + 1) << 8;
}
[[nodiscard]] constexpr std::uint32_t littleEndian24(std::string_view bytes, std::size_t at) {
    return littleEndian16(bytes, at) | byteAt(bytes, at + 2) << 16;
}
[[nodiscard]] constexpr std::uint32_t littleEndian32(std::string_view bytes, std::size_t at) {
    return littleEndian16(bytes, at) | littleEndian16(bytes, at + 2) << 16;
}

[[nodiscard]] inline Error malformed(const char* why) { return {Code::malformed, why, {}, {}}; }
[[nodiscard]] inline Error tooManyBlocks() {
    return {Code::too_many, "the picture is cut into too many blocks", {}, limits::imageBlocksMax};
}

[[nodiscard]] inline Result<void> checkSides(std::int64_t width, std::int64_t height) {
    if (width <= 0 || height <= 0) return malformed("the picture has no width or height");
    if (width > limits::imagePixelsMax / height) {
        return Error{Code::too_large, "the picture has too many pixels", {}, limits::imagePixelsMax};
    }
    return {};
}

}  // namespace zhixing::media

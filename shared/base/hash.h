#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shared/base/id.h"

namespace zhixing {

using Hash128 = Bytes16;
using Hash256 = std::array<std::uint8_t, 32>;

/// BLAKE2b (RFC 7693).
[[nodiscard]] Hash128 hash128(std::string_view bytes);
[[nodiscard]] Hash256 hash256(std::string_view bytes);

/// SHA-256 (FIPS 180-4): what blobs are named by, because every other program can compute it too.
[[nodiscard]] Hash256 sha256(std::string_view bytes);

}  // namespace zhixing

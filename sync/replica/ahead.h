#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/limits.h"

/// How much of other records' past a device fetches before anyone opens them. Beside limits::historiesKeptMax, which bounds
/// how many are kept in all.
namespace zhixing::sync::ahead {

/// Of all histories kept, however they came.
inline constexpr std::int64_t keptBytesMax = 4 * 1024 * 1024;
/// So much of this room is filled with records that nobody has changed lately. The rest is left to what does change, so
/// that fetching the one never pushes out the other.
inline constexpr std::int64_t filledMax = limits::historiesKeptMax / 2;
inline constexpr std::int64_t filledBytesMax = keptBytesMax / 2;

/// One burst: questions, questions under way at a time, and bytes of answers after which it ends.
inline constexpr std::size_t burstMax = 500;
inline constexpr std::size_t atOnceMax = 8;
inline constexpr std::size_t burstBytesMax = 256 * 1024;

}  // namespace zhixing::sync::ahead

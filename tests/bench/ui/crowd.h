#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace zhixing::bench {

/// Makes the store of a device that is enrolled and holds `records` visible rows: those of the demo's shop in Shanghai, and
/// its tasks, spends and feedback again and again under other ids and numbers.
[[nodiscard]] Result<void> makeCrowdedStore(const std::filesystem::path& file, std::size_t records);

}  // namespace zhixing::bench

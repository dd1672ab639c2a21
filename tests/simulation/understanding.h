#pragma once

#include <memory>

#include "shared/base/result.h"
#include "sync/wire/messages.h"

namespace zhixing::simulation {

/// What the server said, decoded by the product's codec. Many devices in many runs are told the same messages and the same
/// records: each is decoded once, which is most of what a run would cost otherwise.
[[nodiscard]] Result<std::shared_ptr<const sync::ServerMessage>> understood(const sync::Frame& frame);

}  // namespace zhixing::simulation

#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/organisation.h"

namespace zhixing::client {

/// A scope as 17 bytes: its place, then its audience.
void appendScope(std::string& bytes, const Scope& scope);
/// Takes one from the front. `damaged` when there is none.
[[nodiscard]] Result<Scope> takeScope(std::string_view& bytes);

}  // namespace zhixing::client

#pragma once

#include <string_view>

#include "shared/base/error.h"
#include "shared/base/id.h"
#include "shared/base/result.h"

/// Programs read standard output: JSON, a line each. People read standard error.
namespace zhixing::client::cli {

void printLine(std::string_view json);
/// `{"id":"…"}`
void printId(const Id& id);
/// What was printed has reached whoever reads it.
[[nodiscard]] Result<void> flushOutput();

/// `zhixing-cli: amount: the number is too large (limit 100) [out_of_range]`
void explain(const Error& error);

}  // namespace zhixing::client::cli

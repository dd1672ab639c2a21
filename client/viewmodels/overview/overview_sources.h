#pragma once

#include <string>

#include "client/viewmodels/overview/overview.h"

/// Where a figure of the overview comes from. One text for the sum and for the rows beneath it, so that they cannot differ.
namespace zhixing::client::overview {

/// `FROM … WHERE …`, of all campaigns or of the one bound to ?1 (nil: all). The row is `r`.
[[nodiscard]] std::string sourceOf(Overview::Figure figure);
[[nodiscard]] std::string_view typeOf(Overview::Figure figure);
/// The column that is summed.
[[nodiscard]] std::string_view amountOf(Overview::Figure figure);
/// What to call a row: an expression.
[[nodiscard]] std::string_view nameOf(Overview::Figure figure);
[[nodiscard]] std::string_view dayOf(Overview::Figure figure);

}  // namespace zhixing::client::overview

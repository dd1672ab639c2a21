#pragma once

#include <optional>

#include "client/viewmodels/frame/reader.h"

namespace zhixing::client {

/// A decimal column in millionths, the form that rules and fields speak: tables keep it as a real number.
[[nodiscard]] inline std::optional<std::int64_t> millionthsOf(const Columns& row, int column) {
    static const Field any = field::decimal(1, "any");
    const Value value = row.value(column, any);
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

}  // namespace zhixing::client

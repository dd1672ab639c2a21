#pragma once

#include <QString>

#include "shared/base/result.h"
#include "shared/model/record_type.h"

namespace zhixing::client {

/// Whether a person can type a value of this kind as one text.
[[nodiscard]] bool isTyped(Kind kind);
/// What was typed as the field's value: `1.2万`, `2025-10-16`, `5`; tags with commas between, a place as latitude and longitude
/// in degrees with, if known, its accuracy in metres (`31.23, 121.47 ±20`), the members of a set as ids with spaces between.
/// Nothing typed is not set. `malformed` when it is none,
/// otherwise what the field's limits say.
[[nodiscard]] Result<Value> typedValue(const Field& field, const QString& text);
/// The text to begin with; what typedValue() reads back as the same value.
[[nodiscard]] QString typableText(const Field& field, const Value& value);

}  // namespace zhixing::client

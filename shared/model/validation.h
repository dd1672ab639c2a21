#pragma once

#include <vector>

#include "shared/base/result.h"
#include "shared/model/record.h"

namespace zhixing {

/// Does `value` satisfy the field's kind, limits and options? Unset is fine here; see `validateRecord`.
[[nodiscard]] Result<void> validateValue(const Field& field, const Value& value);
/// The same, and that a required field says something.
[[nodiscard]] Result<void> validateField(const Field& field, const Value& value);
/// Every field's value, and that the required ones are set. The first fault is returned.
[[nodiscard]] Result<void> validateRecord(const Record& record);
/// Whether the record fits into a stored row and a page. Its fields must be sound.
[[nodiscard]] Result<void> validateSize(const Record& record);
/// All faults, for forms.
[[nodiscard]] std::vector<Error> faultsOf(const Record& record);

}  // namespace zhixing

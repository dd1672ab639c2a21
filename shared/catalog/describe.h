#pragma once

#include <string>

#include "shared/model/record_type.h"

namespace zhixing {

/// One record type as a line of JSON: everything another program, a form or a test needs to know about it. Limits are
/// in the units of the wire: characters of a text, members of a set, fen of money, dates as dates; a decimal's are
/// whole units. `creators`, `deleters` and `writers` list roles, `author` and `owner`; an empty list means the server
/// alone.
[[nodiscard]] std::string describe(const RecordType& type);

}  // namespace zhixing

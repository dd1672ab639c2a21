#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <ostream>

#include "shared/base/result.h"
#include "shared/model/document.h"

/// Records as lines of JSON: what `import`, `add --file`, `dump` and exports read and write (document.h).
namespace zhixing::exchange {

/// Takes one line's content; `line` counts from 1. A failure it returns ends the reading.
using TakeDocument = std::function<Result<void>(std::size_t line, DocumentLine&& document)>;

/// Reads line by line and hands each to `take`; empty lines are passed over. `assumed` is the type of lines that name
/// none. Stops at the first fault, whose message names the line; returns how many lines were taken.
[[nodiscard]] Result<std::size_t> readNdjson(std::istream& in, const Catalog& catalog, const RecordType* assumed,
                                             const TakeDocument& take);

/// Writes the record's canonical line and its end.
[[nodiscard]] Result<void> writeNdjson(std::ostream& out, const Record& record);

}  // namespace zhixing::exchange

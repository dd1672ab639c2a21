#include <cstdint>
#include <string_view>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "sync/wire/lines.h"
#include "tests/fuzz/law.h"

/// Single lines: an operation, as the outbox keeps it, and an outcome, as the authority keeps it. An operation that
/// cannot be read is rejected by an outcome that can.

using namespace zhixing;
using namespace zhixing::sync;
using fuzz::require;

namespace {

void readOperationLine(std::string_view line) {
    const auto operation = decodeOperation(catalog(), line);
    if (operation.ok()) {
        const auto again = decodeOperation(catalog(), encodeOperation(*operation));
        require(again.ok() && *again == *operation, "an operation survives being written again");
        return;
    }
    const auto counter = numberInFront(line);
    if (!counter) return;
    Outcome rejection;
    rejection.counter = *counter;
    rejection.verdict = Verdict::rejected;
    rejection.error = operation.error();
    const auto read = decodeOutcome(encodeOutcome(rejection));
    require(read.ok() && *read == rejection, "a rejection of any line can be read");
}

void readOutcomeLine(std::string_view line) {
    const auto outcome = decodeOutcome(line);
    if (!outcome.ok()) return;
    const auto again = decodeOutcome(encodeOutcome(*outcome));
    require(again.ok() && *again == *outcome, "an outcome survives being written again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    readOperationLine(line);
    readOutcomeLine(line);
    return 0;
}

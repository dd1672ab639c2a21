#include <algorithm>
#include <cstdint>
#include <string_view>

#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "tests/fuzz/law.h"

/// Whole messages, as either end reads them. What was understood is written so that it is understood the same; what was
/// not is answered by a refusal that the other end can read.

using namespace zhixing;
using namespace zhixing::sync;
using fuzz::require;

namespace {

void requireReadable(const Error& error) {
    const ServerMessage refusal = Refusal{error, true, 0};
    const auto read = decodeServer(catalog(), encode(refusal));
    require(read.ok() && *read == refusal, "a refusal of any input can be read");
}

bool isWritable(const ClientMessage& message) {
    const auto* push = std::get_if<Push>(&message);
    return push == nullptr || std::ranges::all_of(push->operations, [](const auto& operation) {
               return std::holds_alternative<Operation>(operation);
           });
}

void readAsServer(std::string_view bytes) {
    const auto message = decodeClient(catalog(), bytes);
    if (!message.ok()) return requireReadable(message.error());
    if (!isWritable(*message)) return;
    const auto again = decodeClient(catalog(), encode(*message));
    require(again.ok() && *again == *message, "what a device says survives being written again");
}

void readAsDevice(std::string_view bytes) {
    const auto message = decodeServer(catalog(), bytes);
    if (!message.ok()) return;
    const auto again = decodeServer(catalog(), encode(*message));
    require(again.ok() && *again == *message, "what the server says survives being written again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAsServer(bytes);
    readAsDevice(bytes);
    return 0;
}

#include <cstdint>
#include <string_view>

#include "server/net/doorkeeper.h"
#include "server/net/http_messages.h"
#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/model/json_reader.h"
#include "tests/fuzz/law.h"

/// The body of an enrolment, the only one that strangers may send. Whatever they say is answered by a body that can be read.

using namespace zhixing;
using namespace zhixing::server;
using fuzz::require;

namespace {

void requireReadable(const Error& error) {
    JsonReader reader;
    require(reader.read(bodyOf(error)).ok(), "a refusal of any body can be read");
    require(httpStatusOf(error.code) == 400, "what is wrong with a body is the sender's fault");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (size > limits::httpBodyBytesMax) return 0;
    const std::string neighbourhood = Doorkeeper::neighbourhood(bytes);
    require(neighbourhood == bytes || neighbourhood.size() == 16, "an address is itself or the first half of one");
    const auto request = parseEnrolRequest(bytes);
    if (!request.ok()) {
        requireReadable(request.error());
        return 0;
    }
    require(isCleanUtf8(request->code) && isCleanUtf8(request->password) && isCleanUtf8(request->device),
            "what was said is text");
    return 0;
}

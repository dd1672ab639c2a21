#include <cstdint>
#include <string_view>

#include "shared/base/limits.h"
#include "shared/media/media.h"
#include "tests/fuzz/law.h"

/// Photos and documents. What is taken is hardly larger than what came, and is taken again as it is.

using namespace zhixing;
using fuzz::require;

namespace {

// What is said of which way is up is written anew, and may have been said in fewer bytes.
constexpr std::size_t orientationBytes = 36;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto media = media::inspect(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!media.ok()) return 0;
    require(media->clean.size() <= size + orientationBytes, "cleaning adds an orientation at most");
    require(media->width >= 0 && media->height >= 0 && media->width * media->height <= limits::imagePixelsMax,
            "a picture has bounded sides");
    const auto again = media::inspect(media->clean);
    require(again.ok() && again->isClean && again->format == media->format, "what was cleaned is clean");
    require(again->width == media->width && again->height == media->height, "cleaning keeps the sides");
    return 0;
}

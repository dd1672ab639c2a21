#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "shared/base/text.h"
#include "sync/merge/text_merge.h"
#include "tests/fuzz/law.h"

/// The base and what two people made of it, divided by NUL, which no text holds.

using namespace zhixing;
using namespace zhixing::sync;
using fuzz::require;

namespace {

// Merging takes the product of the lengths, and long texts teach nothing that short ones do not.
constexpr std::size_t bytesMax = 500;
static_assert(bytesMax * bytesMax < textMergeCellsMax);

void requireMerged(std::string_view base, std::string_view one, std::string_view other, std::string_view expected,
                   const char* law) {
    require(mergeText(base, one, other) == expected, law);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > bytesMax) return 0;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    std::array<std::string_view, 3> texts;
    for (std::string_view& text : texts) {
        text = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(rest.size(), text.size() + 1));
    }
    const auto [base, server, mine] = texts;
    requireMerged(base, server, server, server, "two who write the same get it");
    requireMerged(base, base, mine, mine, "who alone writes is taken");
    requireMerged(base, server, base, server, "who alone wrote is kept");
    const auto merged = mergeText(base, server, mine);
    require(merged == mergeText(base, mine, server), "merging knows no order");
    if (!merged) return 0;
    require(merged->size() <= base.size() + server.size() + mine.size(), "merging invents nothing");
    const bool isClean = isCleanUtf8(base) && isCleanUtf8(server) && isCleanUtf8(mine);
    require(!isClean || isCleanUtf8(*merged), "merged texts are text");
    return 0;
}

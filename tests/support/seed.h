#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>

namespace zhixing::test {

/// Where the chance of a test begins: ZHIXING_SEED where it is set, otherwise drawn anew. `make test` sets it from the commit,
/// so that one commit has one verdict; `make torture` draws. Whoever asks prints it.
inline std::uint64_t drawnSeed() {
    if (const char* given = std::getenv("ZHIXING_SEED"); given != nullptr && *given != '\0')
        return std::strtoull(given, nullptr, 0);
    return std::random_device{}();
}

}  // namespace zhixing::test

#include "shared/base/random.h"

#include <sodium.h>

#include <array>
#include <cstdlib>

namespace zhixing {

void SystemRandom::fill(void* out, std::size_t size) {
    static const int ready = sodium_init();
    if (ready < 0) {
        std::abort();  // No randomness: every id and token would be a guess, and there is nothing to fall back on.
    }
    randombytes_buf(out, size);
}

Id newId(Instant now, Random& random) {
    std::array<std::uint8_t, 10> bytes{};
    random.fill(bytes.data(), bytes.size());
    return Id::v7(now.ms, bytes);
}

}  // namespace zhixing

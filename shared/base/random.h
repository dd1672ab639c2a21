#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace zhixing {

/// Where unpredictability comes from: the system in the product, a printed seed in tests.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(void* out, std::size_t size) = 0;
};

/// The operating system's generator (libsodium).
class SystemRandom final : public Random {
public:
    void fill(void* out, std::size_t size) override;
};

[[nodiscard]] Id newId(Instant now, Random& random);

}  // namespace zhixing

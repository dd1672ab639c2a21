#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

#include "shared/base/random.h"

namespace zhixing::test {

/// The same seed gives the same sequence on every machine and with every standard library (SplitMix64, Steele et al. 2014),
/// so that a failing seed can be printed and run again.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }
    /// 0 … bound-1; the slight unevenness of the remainder does not matter to tests.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    /// Both ends included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + (span == 0 ? next() : below(span)));
    }
    bool oneIn(std::uint64_t many) { return below(many) == 0; }
    template <typename T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }
    Id id() {
        Bytes16 bytes;
        fill(bytes.data(), bytes.size());
        return Id(bytes);
    }

    void fill(void* out, std::size_t size) override {
        auto* bytes = static_cast<std::uint8_t*>(out);
        while (size > 0) {
            const std::uint64_t word = next();
            const std::size_t part = size < sizeof word ? size : sizeof word;
            std::memcpy(bytes, &word, part);
            bytes += part;
            size -= part;
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace zhixing::test

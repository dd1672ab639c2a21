#include "sync/digest.h"

#include <cstring>

#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace zhixing::sync {
namespace {

struct Wide {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

std::uint64_t bigEndian(const std::uint8_t* bytes) {
    std::uint64_t number = 0;
    for (int i = 0; i < 8; ++i) number = number << 8U | bytes[i];
    return number;
}

Wide hashOf(const Id& record, Version version) {
    std::array<char, 24> bytes{};
    std::memcpy(bytes.data(), record.bytes().data(), 16);
    auto number = static_cast<std::uint64_t>(version);
    for (std::size_t i = 0; i < 8; ++i) bytes[23 - i] = static_cast<char>(number >> (8 * i) & 0xffU);
    const Hash128 hash = hash128({bytes.data(), bytes.size()});
    return {bigEndian(hash.data()), bigEndian(hash.data() + 8)};
}

}  // namespace

void Digest::add(const Id& record, Version version) {
    const Wide hash = hashOf(record, version);
    low += hash.low;
    high += hash.high + (low < hash.low ? 1 : 0);
    ++count;
}

void Digest::remove(const Id& record, Version version) {
    const Wide hash = hashOf(record, version);
    const std::uint64_t before = low;
    low -= hash.low;
    high -= hash.high + (before < hash.low ? 1 : 0);
    --count;
}

void Digest::add(const Digest& other) {
    low += other.low;
    high += other.high + (low < other.low ? 1 : 0);
    count += other.count;
}

std::string Digest::sumText() const {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[7 - i] = static_cast<std::uint8_t>(high >> (8 * i));
        bytes[15 - i] = static_cast<std::uint8_t>(low >> (8 * i));
    }
    return toHex(bytes.data(), bytes.size());
}

}  // namespace zhixing::sync

#include "shared/base/id.h"

#include <algorithm>
#include <cstring>

#include "shared/base/hash.h"
#include "shared/base/hex_digits.h"

namespace zhixing {
namespace {

constexpr std::size_t textSize = 36;

/// Where each byte's two digits stand in `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, and where the hyphens do.
constexpr std::array<std::uint8_t, 16> digitAt{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
constexpr std::array<std::uint8_t, 4> hyphenAt{8, 13, 18, 23};

/// Marks the bytes as a UUID of `version`, variant "RFC 9562".
void mark(Bytes16& bytes, unsigned version) {
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0fU) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3fU) | 0x80U);
}

}  // namespace

Id Id::v7(std::int64_t unixMs, const std::array<std::uint8_t, 10>& random) {
    const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(unixMs, 0));
    Bytes16 bytes{};
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    }
    std::copy(random.begin(), random.end(), bytes.begin() + 6);
    mark(bytes, 7);
    return Id{bytes};
}

Id Id::named(std::string_view name) {
    Bytes16 bytes = hash128(name);
    mark(bytes, 8);  // RFC 9562's version for a maker's own scheme
    return Id{bytes};
}

std::optional<Id> Id::parse(std::string_view text) {
    if (text.size() != textSize) {
        return std::nullopt;
    }
    bool good = true;
    for (const std::uint8_t at : hyphenAt) {
        good &= text[at] == '-';
    }
    Id id;
    for (std::size_t i = 0; i < digitAt.size(); ++i) {
        good &= hex::readByte(text.data() + digitAt[i], id.bytes_[i]);
    }
    return good ? std::optional{id} : std::nullopt;
}

std::optional<Id> Id::fromBytes(const void* data, std::size_t size) {
    if (data == nullptr || size != sizeof(Bytes16)) {
        return std::nullopt;
    }
    Id id;
    std::memcpy(id.bytes_.data(), data, size);
    return id;
}

std::string Id::text() const {
    std::string out(textSize, '-');
    writeText(out.data());
    return out;
}

void Id::writeText(char* out) const {
    for (std::size_t i = 0; i < digitAt.size(); ++i) {
        hex::writeByte(bytes_[i], out + digitAt[i]);
    }
    for (const std::uint8_t at : hyphenAt) {
        out[at] = '-';
    }
}

}  // namespace zhixing

std::size_t std::hash<zhixing::Id>::operator()(const zhixing::Id& id) const noexcept {
    std::uint64_t early = 0;
    std::uint64_t late = 0;
    std::memcpy(&early, id.bytes().data(), sizeof early);
    std::memcpy(&late, id.bytes().data() + sizeof early, sizeof late);
    // Ids made together share their early half (the time); the odd factor spreads what little differs there.
    return static_cast<std::size_t>(late ^ (early * 0x9e3779b97f4a7c15ULL));
}

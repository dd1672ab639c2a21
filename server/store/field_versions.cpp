#include "server/store/field_versions.h"

namespace zhixing::server {

std::string packVersions(const std::vector<Version>& versions) {
    std::string packed;
    packed.reserve(versions.size());
    for (Version version : versions) {
        auto rest = static_cast<std::uint64_t>(version);
        for (; rest >= 0x80; rest >>= 7U) packed += static_cast<char>((rest & 0x7fU) | 0x80U);
        packed += static_cast<char>(rest);
    }
    return packed;
}

std::vector<Version> unpackVersions(std::string_view packed, std::size_t count) {
    std::vector<Version> versions;
    versions.reserve(count);
    std::uint64_t number = 0;
    unsigned shift = 0;
    for (char c : packed) {
        const auto byte = static_cast<unsigned char>(c);
        number |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        shift += 7;
        if ((byte & 0x80U) != 0) continue;
        versions.push_back(static_cast<Version>(number));
        number = 0;
        shift = 0;
    }
    versions.resize(count, 0);
    return versions;
}

}  // namespace zhixing::server

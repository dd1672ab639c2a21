#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/record.h"

/// What two ends call things by number on a packed connection, and how they find out that they may (PROTOCOL.md, 18).
namespace zhixing::sync {

/// How messages are written on one connection.
enum class Coding : std::uint8_t {
    json,         ///< as text; what everybody understands
    packed,       ///< packed, with the words of the protocol by number
    packedNamed,  ///< packed, with the names of the catalog by number as well: both ends have the same ones
};

/// The number of a word of the protocol, below protocolWordsMax.
[[nodiscard]] std::optional<std::uint8_t> protocolWordNumber(std::string_view word);
/// Empty for a number that no word has.
[[nodiscard]] std::string_view protocolWord(std::uint8_t number);
inline constexpr std::size_t protocolWordsMax = 128;

/// Tells catalogs apart whose types, fields or options are numbered or called differently: 32 hexadecimal digits.
[[nodiscard]] std::string namesKey(const Catalog& catalog);

/// What a device asks for when it opens a WebSocket, best first.
[[nodiscard]] std::vector<std::string> offeredSubProtocols(const Catalog& catalog);
/// What a sub-protocol means to somebody with this catalog; nothing for those that are not ours.
[[nodiscard]] std::optional<Coding> codingOf(const Catalog& catalog, std::string_view subProtocol);

}  // namespace zhixing::sync

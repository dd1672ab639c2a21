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

/// What was added to protocol 1 since it began, counted: a connection speaks the least of what its two ends know.
/// 1: questions about history and devices, telling agreement, and the words for these.
inline constexpr int minorNewest = 1;

/// What two ends agreed on when they connected.
struct Dialect {
    Coding coding = Coding::json;
    int minor = 0;
    friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// What both ends call by number.
struct SharedNames {
    const Catalog* catalog = nullptr;  ///< null: they differ, and its names travel as strings
    int minor = minorNewest;

    SharedNames(const Catalog* names, int minorVersion = minorNewest) : catalog(names), minor(minorVersion) {}
};

/// The number of a word of the protocol, below protocolWordsMax; nothing for one that `minor` has not.
[[nodiscard]] std::optional<std::uint8_t> protocolWordNumber(std::string_view word, int minor = minorNewest);
/// Empty for a number that no word has.
[[nodiscard]] std::string_view protocolWord(std::uint8_t number, int minor = minorNewest);
inline constexpr std::size_t protocolWordsMax = 128;

/// Tells catalogs apart whose types, fields or options are numbered or called differently: 32 hexadecimal digits.
[[nodiscard]] std::string namesKey(const Catalog& catalog);

/// What a device asks for when it opens a WebSocket, best first: what the other end has never heard of it passes over, so
/// either end may be updated before the other.
[[nodiscard]] std::vector<std::string> offeredSubProtocols(const Catalog& catalog);
/// What a sub-protocol means to somebody with this catalog; nothing for those that are not ours.
[[nodiscard]] std::optional<Dialect> dialectOf(const Catalog& catalog, std::string_view subProtocol);

}  // namespace zhixing::sync

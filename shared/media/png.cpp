#include "shared/media/png.h"

#include <algorithm>
#include <array>

#include "shared/media/bytes.h"

namespace zhixing::media {
namespace {

constexpr std::size_t signatureBytes = 8;
constexpr std::size_t frameBytes = 12;  // length, type and checksum of a chunk

/// Chunks that make the picture. Not iCCP: it is compressed, and what it unpacks to is anybody's guess.
constexpr std::array<std::string_view, 12> kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM",
                                                "gAMA", "sRGB", "sBIT", "bKGD", "pHYs", "hIST"};

constexpr auto crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ value >> 1 : value >> 1;
        table[i] = value;
    }
    return table;
}();

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) crc = crcTable[(crc ^ static_cast<std::uint8_t>(byte)) & 0xFFU] ^ crc >> 8;
    return ~crc;
}

bool isCritical(std::string_view type) { return type[0] >= 'A' && type[0] <= 'Z'; }

}  // namespace

Result<Media> inspectPng(std::string_view bytes) {
    Media media{Format::png, 0, 0, std::string(bytes.substr(0, signatureBytes)), false};
    bool hasContent = false;
    std::size_t at = signatureBytes;
    for (std::size_t blocks = 0; blocks < limits::imageBlocksMax; ++blocks) {
        if (bytes.size() - at < frameBytes) return malformed("the picture is cut short");
        const std::size_t length = bigEndian32(bytes, at);
        if (length > bytes.size() - at - frameBytes) return malformed("a chunk is longer than the file");
        const std::string_view type = bytes.substr(at + 4, 4);
        const std::string_view content = bytes.substr(at + 8, length);
        if (crc32(bytes.substr(at + 4, length + 4)) != bigEndian32(bytes, at + 8 + length)) {
            return malformed("a chunk does not have its checksum");
        }
        if ((blocks == 0) != (type == "IHDR")) return malformed("the picture does not begin with its header");
        if (type == "IHDR") {
            if (length != 13) return malformed("the header has not its length");
            media.width = bigEndian32(content, 0);
            media.height = bigEndian32(content, 4);
            ZX_TRY(checkSides(media.width, media.height));
        }
        hasContent = hasContent || (type == "IDAT" && length > 0);
        const bool isKept = std::find(kept.begin(), kept.end(), type) != kept.end();
        if (!isKept && isCritical(type)) return malformed("the picture needs a chunk that nobody knows");
        if (isKept) media.clean += bytes.substr(at, length + frameBytes);
        at += length + frameBytes;
        if (type != "IEND") continue;
        if (!hasContent) return malformed("the picture has no content");
        return media;
    }
    return tooManyBlocks();
}

}  // namespace zhixing::media

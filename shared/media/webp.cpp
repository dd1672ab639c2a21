#include "shared/media/webp.h"

#include "shared/media/bytes.h"

namespace zhixing::media {
namespace {

constexpr std::size_t headBytes = 12;       // RIFF, size, WEBP
constexpr std::size_t chunkHeadBytes = 8;   // type, size
constexpr std::uint32_t animationFlag = 2;  // in the first byte of VP8X
constexpr std::uint32_t metadataFlags = 8 | 4;

/// What the chunk says about the picture's sides; 0 when it says nothing.
struct Sides {
    std::int64_t width = 0;
    std::int64_t height = 0;
};

Result<Sides> sidesIn(std::string_view type, std::string_view content) {
    if (type == "VP8X") {
        if (content.size() != 10) return malformed("the header has not its length");
        return Sides{littleEndian24(content, 4) + 1, littleEndian24(content, 7) + 1};
    }
    if (type == "VP8 ") {
        if (content.size() < 10 || content.substr(3, 3) != "\x9D\x01\x2A") return malformed("a frame does not begin");
        return Sides{littleEndian16(content, 6) & 0x3FFFU, littleEndian16(content, 8) & 0x3FFFU};
    }
    if (type == "VP8L") {
        if (content.size() < 5 || byteAt(content, 0) != 0x2F) return malformed("a frame does not begin");
        const std::uint32_t bits = littleEndian32(content, 1);
        return Sides{(bits & 0x3FFFU) + 1, (bits >> 14 & 0x3FFFU) + 1};
    }
    return Sides{};
}

bool isPicture(std::string_view type) { return type == "VP8 " || type == "VP8L"; }
bool isKept(std::string_view type) { return isPicture(type) || type == "VP8X" || type == "ALPH" || type == "ICCP"; }

std::string sizeField(std::size_t size) {
    std::string field;
    for (unsigned shift = 0; shift < 32; shift += 8) field += static_cast<char>(size >> shift & 0xFFU);
    return field;
}

}  // namespace

Result<Media> inspectWebp(std::string_view bytes) {
    const std::size_t end = littleEndian32(bytes, 4) + std::size_t{8};
    if (end > bytes.size() || end < headBytes) return malformed("the picture is cut short");
    Media media{Format::webp, 0, 0, {}, false};
    std::string chunks;
    bool hasPicture = false;
    std::size_t blocks = 0;
    for (std::size_t at = headBytes; at < end; ++blocks) {
        if (blocks == limits::imageBlocksMax) return tooManyBlocks();
        if (end - at < chunkHeadBytes) return malformed("the picture is cut short");
        const std::string_view type = bytes.substr(at, 4);
        const std::size_t length = littleEndian32(bytes, at + 4);
        const std::size_t padded = length + length % 2;
        if (padded > end - at - chunkHeadBytes) return malformed("a chunk is longer than the file");
        const std::string_view content = bytes.substr(at + chunkHeadBytes, length);
        ZX_ASSIGN(const Sides sides, sidesIn(type, content));
        if (sides.width > 0 || isPicture(type)) {
            ZX_TRY(checkSides(sides.width, sides.height));
            if (media.width == 0) {  // the canvas comes first and says it for all
                media.width = sides.width;
                media.height = sides.height;
            }
        }
        if (type == "ANIM" || type == "ANMF" || (type == "VP8X" && (byteAt(content, 0) & animationFlag) != 0)) {
            return Error{Code::not_an_option, "this is an animation, not a picture", "format", {}};
        }
        if (isPicture(type) && hasPicture) return malformed("there are two pictures in one");
        hasPicture = hasPicture || isPicture(type);
        if (isKept(type)) chunks += bytes.substr(at, chunkHeadBytes + padded);
        if (type == "VP8X") {
            char& flags = chunks[chunks.size() - padded];
            flags = static_cast<char>(byteAt(content, 0) & ~metadataFlags);
        }
        at += chunkHeadBytes + padded;
    }
    if (!hasPicture) return malformed("the picture has no content");
    media.clean = "RIFF" + sizeField(4 + chunks.size()) + "WEBP" + chunks;
    return media;
}

}  // namespace zhixing::media

#include "shared/media/jpeg.h"

#include <algorithm>

#include "shared/media/bytes.h"

namespace zhixing::media {
namespace {

constexpr std::size_t scansMax = 200;     // each scan makes a decoder go over the whole picture
constexpr std::size_t jfifBytesMin = 14;  // mark, version, density, the sides of its thumbnail
constexpr std::uint32_t endOfImage = 0xD9, startOfScan = 0xDA;

bool isFrame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool isApplications(std::uint32_t marker) { return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE; }

/// JFIF, the colour profile and Adobe's colour transform make the picture; all else that programs add does not.
bool isPartOfThePicture(std::uint32_t marker, std::string_view content) {
    using namespace std::string_view_literals;
    return (marker == 0xE0 && content.starts_with("JFIF\0"sv)) ||
           (marker == 0xE2 && content.starts_with("ICC_PROFILE\0"sv)) ||
           (marker == 0xEE && content.starts_with("Adobe"sv));
}

/// The JFIF block without the thumbnail that may stand in it: a preview can show what was cut out of the picture.
std::string withoutThumbnail(std::string_view content) {
    std::string segment("\xFF\xE0\x00\x10", 4);
    segment += content.substr(0, jfifBytesMin - 2);
    segment.append(2, '\0');
    return segment;
}

/// The Exif block reduced to the one thing that makes the picture: which way is up.
std::string orientationSegment(std::uint32_t orientation) {
    using namespace std::string_view_literals;
    std::string segment(
        "\xFF\xE1\x00\x22"
        "Exif\0\0"
        "MM\x00\x2A\x00\x00\x00\x08"
        "\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"sv);
    segment += static_cast<char>(orientation);
    segment.append(6, '\0');
    return segment;
}

/// 1 to 8; nothing when it is not said, or as pictures are anyway.
std::uint32_t orientationIn(std::string_view exif) {
    using namespace std::string_view_literals;
    if (!exif.starts_with("Exif\0\0"sv)) return 0;
    const std::string_view tiff = exif.substr(6);
    if (tiff.size() < 8) return 0;
    const bool isLittle = tiff.starts_with("II");
    const auto two = [&](std::size_t at) { return isLittle ? littleEndian16(tiff, at) : bigEndian16(tiff, at); };
    const auto four = [&](std::size_t at) { return isLittle ? littleEndian32(tiff, at) : bigEndian32(tiff, at); };
    const std::size_t directory = four(4);
    if (directory > tiff.size() - 2) return 0;
    const std::size_t entries = std::min<std::size_t>(two(directory), (tiff.size() - directory - 2) / 12);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        if (two(entry) != 0x0112 || two(entry + 2) != 3) continue;
        const std::uint32_t orientation = two(entry + 8);
        return orientation >= 2 && orientation <= 8 ? orientation : 0;
    }
    return 0;
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    Result<Media> read() {
        at_ = 2;  // behind the start of the image
        for (std::size_t blocks = 0; blocks < limits::imageBlocksMax; ++blocks) {
            ZX_ASSIGN(const bool isEnd, readSegment());
            if (isEnd) return finished();
        }
        return tooManyBlocks();
    }

private:
    Result<bool> readSegment() {
        if (at_ + 1 >= bytes_.size() || byteAt(bytes_, at_) != 0xFF) return malformed("the picture is cut short");
        while (at_ + 1 < bytes_.size() && byteAt(bytes_, at_ + 1) == 0xFF) ++at_;  // fill bytes
        if (at_ + 1 >= bytes_.size()) return malformed("the picture is cut short");
        const std::uint32_t marker = byteAt(bytes_, at_ + 1);
        if (marker == endOfImage) return true;
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD8)) return malformed("a marker stands where none may be");
        if (at_ + 4 > bytes_.size()) return malformed("the picture is cut short");
        const std::size_t length = bigEndian16(bytes_, at_ + 2);
        if (length < 2 || length > bytes_.size() - at_ - 2) return malformed("a segment is longer than the file");
        const std::string_view content = bytes_.substr(at_ + 4, length - 2);
        if (isFrame(marker)) ZX_TRY(readFrame(content));
        if (marker == 0xE1 && orientation_ == 0) orientation_ = orientationIn(content);
        if (marker == 0xE0 && isPartOfThePicture(marker, content)) {
            if (content.size() >= jfifBytesMin) body_ += withoutThumbnail(content);
        } else if (!isApplications(marker) || isPartOfThePicture(marker, content)) {
            body_ += bytes_.substr(at_, length + 2);
        }
        at_ += length + 2;
        if (marker == startOfScan) return readScan();
        return false;
    }

    Result<void> readFrame(std::string_view content) {
        if (width_ > 0) return malformed("the picture has two frames");
        if (content.size() < 6) return malformed("a frame is too short");
        height_ = bigEndian16(content, 1);
        width_ = bigEndian16(content, 3);
        return checkSides(width_, height_);
    }

    /// The compressed data: up to the next marker that is neither a stuffed byte nor a restart.
    Result<bool> readScan() {
        if (width_ == 0) return malformed("a scan comes before its frame");
        if (++scans_ > scansMax) return Error{Code::too_many, "the picture has too many scans", {}, scansMax};
        const std::size_t begin = at_;
        for (;; ++at_) {
            at_ = bytes_.find('\xFF', at_);
            if (at_ == std::string_view::npos || at_ + 1 >= bytes_.size()) return malformed("the picture is cut short");
            const std::uint32_t next = byteAt(bytes_, at_ + 1);
            if (next != 0x00 && (next < 0xD0 || next > 0xD7)) break;
        }
        body_ += bytes_.substr(begin, at_ - begin);
        return false;
    }

    Result<Media> finished() {
        if (scans_ == 0) return malformed("the picture has no content");
        std::string clean("\xFF\xD8");
        if (orientation_ > 0) clean += orientationSegment(orientation_);
        clean += body_;
        clean += "\xFF\xD9";
        return Media{Format::jpeg, width_, height_, std::move(clean), false};
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::string body_;  // what is kept, without start and end
    std::int64_t width_ = 0;
    std::int64_t height_ = 0;
    std::uint32_t orientation_ = 0;
    std::size_t scans_ = 0;
};

}  // namespace

Result<Media> inspectJpeg(std::string_view bytes) { return Reader(bytes).read(); }

}  // namespace zhixing::media

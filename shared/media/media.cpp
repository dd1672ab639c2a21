#include "shared/media/media.h"

#include <algorithm>
#include <array>

#include "shared/media/bytes.h"
#include "shared/media/jpeg.h"
#include "shared/media/png.h"
#include "shared/media/webp.h"

namespace zhixing::media {
namespace {

constexpr std::size_t trailerBytesMax = 1'024;  // readers of PDF look for the end in the last KiB

/// A document is kept as it is: its parts refer to each other by position, so none can be taken out without writing all
/// of it anew. What stands behind its end is not part of it.
Result<Media> inspectPdf(std::string_view bytes) {
    constexpr std::string_view endMark = "%%EOF";
    const std::size_t mark = bytes.rfind(endMark);
    if (mark == std::string_view::npos || bytes.size() - mark > trailerBytesMax) {
        return malformed("the document is cut short");
    }
    std::size_t end = mark + endMark.size();
    while (end < bytes.size() && (bytes[end] == '\r' || bytes[end] == '\n')) ++end;
    return Media{Format::pdf, 0, 0, std::string(bytes.substr(0, end)), false};
}

Result<Media> inspectAny(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return inspectJpeg(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return inspectPng(bytes);
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return inspectWebp(bytes);
    if (bytes.starts_with("%PDF-")) return inspectPdf(bytes);
    return Error{Code::not_an_option, "this is no JPEG, PNG, WebP or PDF", "format", {}};
}

}  // namespace

std::string_view word(Format format) {
    static constexpr std::array<std::string_view, 4> words{"jpeg", "png", "webp", "pdf"};
    return words[static_cast<std::size_t>(format)];
}

Result<Media> inspect(std::string_view bytes) {
    if (bytes.size() > limits::blobBytesMax) {
        return Error{Code::too_large, "the file is too large", {}, limits::blobBytesMax};
    }
    ZX_ASSIGN(Media media, inspectAny(bytes));
    media.isClean = media.clean == bytes;
    return media;
}

}  // namespace zhixing::media

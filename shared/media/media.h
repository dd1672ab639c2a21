#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

/// Photos and documents by their content, never by a name or a declared type. A file is taken apart into its blocks and
/// only the blocks that make the picture are put together again: positions, serial numbers, times, comments, previews
/// and whatever stands behind the end stay out. Nothing is decoded, so that no picture can cost more than its bytes.
///
/// A blob is named by its hash, so what is to be left out is left out on the device, before the name is made; the
/// server looks at the same bytes with the same code and takes only those that are clean already.
namespace zhixing::media {

enum class Format : std::uint8_t { jpeg, png, webp, pdf };

struct Media {
    Format format = Format::jpeg;
    std::int64_t width = 0;  ///< pixels, as stored; 0 for documents
    std::int64_t height = 0;
    std::string clean;     ///< the file without what does not make the picture; again itself when inspected
    bool isClean = false;  ///< `clean` is what there was
};

/// The word of the catalog's `photo.format`.
[[nodiscard]] std::string_view word(Format format);

/// `not_an_option`: no JPEG, PNG, WebP or PDF, or an animated one; `malformed`: cut short or not put together as its
/// format says; `too_large`: more than blobBytesMax or imagePixelsMax; `too_many`: of blocks.
[[nodiscard]] Result<Media> inspect(std::string_view bytes);

}  // namespace zhixing::media

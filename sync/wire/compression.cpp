#include "sync/wire/compression.h"

#include <zstd.h>

#include <cassert>

#include "shared/base/limits.h"

namespace zhixing::sync {
namespace {

constexpr int level = 3;

Error broken() { return Error{Code::malformed, "a compressed message cannot be read", {}, {}}; }

}  // namespace

Compressor::Compressor()
    : writing_(nullptr, [](ZSTD_CCtx* context) { ZSTD_freeCCtx(context); }),
      reading_(nullptr, [](ZSTD_DCtx* context) { ZSTD_freeDCtx(context); }) {}
Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

std::string Compressor::compress(std::string_view bytes) {
    if (!writing_) writing_.reset(ZSTD_createCCtx());
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(writing_.get(), frame.data(), frame.size(), bytes.data(), bytes.size(), level);
    assert(ZSTD_isError(size) == 0);
    frame.resize(size);
    return frame;
}

Result<std::string> Compressor::decompress(std::string_view frame, std::size_t bytesMax) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) return broken();
    if (size > bytesMax) return Error{Code::too_large, "too many bytes", {}, static_cast<std::int64_t>(bytesMax)};
    if (size > frame.size() * limits::compressionRatioMax) {
        return Error{Code::too_large, "compressed beyond belief", {}, std::int64_t{limits::compressionRatioMax}};
    }
    // What comes out fits, or nothing does: a frame that says less than it holds, or is followed by another one.
    if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size()) return broken();
    if (!reading_) reading_.reset(ZSTD_createDCtx());
    std::string bytes(static_cast<std::size_t>(size), '\0');
    const std::size_t read =
        ZSTD_decompressDCtx(reading_.get(), bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(read) != 0 || read != bytes.size()) return broken();
    return bytes;
}

}  // namespace zhixing::sync

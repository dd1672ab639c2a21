#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace zhixing::sync {

/// zstd over one message at a time; nothing of a message is remembered for the next. Keeps its working memory, so
/// whoever has many messages keeps one of these; used by one thread.
class Compressor {
public:
    Compressor();
    ~Compressor();
    Compressor(Compressor&&) noexcept;
    Compressor& operator=(Compressor&&) noexcept;

    /// One frame that names the size of its content.
    [[nodiscard]] std::string compress(std::string_view bytes);
    /// Asks the frame how much will come out before anything does. Errors: `malformed`; `too_large` for more than
    /// `bytesMax`, or more than compressionRatioMax for each byte.
    [[nodiscard]] Result<std::string> decompress(std::string_view frame, std::size_t bytesMax);

private:
    std::unique_ptr<ZSTD_CCtx_s, void (*)(ZSTD_CCtx_s*)> writing_;
    std::unique_ptr<ZSTD_DCtx_s, void (*)(ZSTD_DCtx_s*)> reading_;
};

}  // namespace zhixing::sync

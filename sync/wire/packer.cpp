#include "sync/wire/packer.h"

#include "shared/base/limits.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/packing.h"

namespace zhixing::sync {
namespace {

constexpr char packedMark = 0x01;
constexpr char packedCompressedMark = 0x02;
constexpr char textCompressedMark = 0x03;

/// Shorter ones hardly shrink.
constexpr std::size_t compressedBytesMin = 256;
/// Longer ones are compressed as they are: packing them first saves another sixth, and takes eight times as long.
constexpr std::size_t packedTextBytesMax = 16 * 1024;

}  // namespace

std::string Packer::pack(std::string_view message) {
    if (coding_ == Coding::json) return std::string(message);
    if (message.size() > packedTextBytesMax)
        return squeezed(textCompressedMark, message).value_or(std::string(message));
    const auto lines = packLines(names_, message);
    if (!lines || lines->size() >= message.size()) return std::string(message);
    // The other end must get these very bytes; the rare line that was written in some other way stays as it is.
    const auto again = unpackLines(names_, *lines);
    if (!again || *again != message) return std::string(message);
    return squeezed(packedCompressedMark, *lines).value_or(packedMark + *lines);
}

/// Nothing when it does not pay, or when nobody would believe how well it did.
std::optional<std::string> Packer::squeezed(char mark, std::string_view bytes) {
    if (bytes.size() < compressedBytesMin) return std::nullopt;
    const std::string frame = compressor_.compress(bytes);
    if (frame.size() >= bytes.size() || bytes.size() > frame.size() * limits::compressionRatioMax) return std::nullopt;
    return mark + frame;
}

Result<std::string> Packer::unpack(std::string_view bytes) {
    ZX_TRY(checkSize(bytes, limits::messageBytesMax));
    const char mark = bytes.empty() ? '\0' : bytes.front();
    if (mark != packedMark && mark != packedCompressedMark && mark != textCompressedMark) return std::string(bytes);
    if (coding_ == Coding::json) return Error{Code::malformed, "packed messages were not agreed on", {}, {}};
    bytes.remove_prefix(1);
    if (mark == packedMark) return unpackLines(names_, bytes);
    ZX_ASSIGN(std::string content, compressor_.decompress(bytes, limits::messageBytesMax));
    if (mark == textCompressedMark) return content;
    return unpackLines(names_, content);
}

}  // namespace zhixing::sync

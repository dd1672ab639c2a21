#include <cstdint>
#include <string_view>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "sync/wire/codec.h"
#include "sync/wire/packer.h"
#include "tests/fuzz/law.h"

/// Packed messages, with the catalog's names by number and without. Whatever the bytes are, what comes out is bounded; and
/// what was understood comes out the same when it is packed again.

using namespace zhixing;
using namespace zhixing::sync;
using fuzz::require;

namespace {

void requireSameAgain(Packer& packer, std::string_view text) {
    if (!text.starts_with('{')) return;  // no message of ours
    const auto again = packer.unpack(packer.pack(text));
    require(again.ok() && *again == text, "what is packed comes out byte for byte");
}

void read(Packer& packer, std::string_view bytes) {
    const auto text = packer.unpack(bytes);
    if (!text.ok()) return require(!word(text.error().code).empty(), "a refusal has a code");
    require(text->size() <= limits::messageBytesMax, "no more than a message comes out");
    requireSameAgain(packer, *text);
    (void)decodeClient(catalog(), *text);
    (void)decodeServer(catalog(), *text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Packer named(catalog(), {Coding::packedNamed, minorNewest});
    static Packer bare(catalog(), {Coding::packed, minorNewest});
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read(named, bytes);
    read(bare, bytes);
    requireSameAgain(named, bytes);
    return 0;
}

#include "shared/base/hash.h"

#include <sodium.h>

namespace zhixing {
namespace {

template <typename Hash>
Hash blake2b(std::string_view bytes) {
    // Chooses the fastest implementation for this processor; libsodium makes a repeat harmless. The slow one gives the
    // same result, so a failure to start (no system randomness) does not matter here.
    static const int ready = sodium_init();
    static_cast<void>(ready);

    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return hash;
}

}  // namespace

Hash128 hash128(std::string_view bytes) { return blake2b<Hash128>(bytes); }

Hash256 hash256(std::string_view bytes) { return blake2b<Hash256>(bytes); }

Hash256 sha256(std::string_view bytes) {
    Hash256 hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

}  // namespace zhixing

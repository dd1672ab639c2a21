#include "shared/base/blob_receipt.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace zhixing {

bool isBlobName(std::string_view text) {
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::all_of(text.begin(), text.end(), isDigit);
}

std::string blobName(std::string_view bytes) {
    const Hash256 hash = sha256(bytes);
    return toHex(hash.data(), hash.size());
}

std::string BlobReceipt::statement() const {
    return "zhixing blob receipt 1\n" + name + '\n' + std::to_string(byteCount) + '\n' + std::to_string(heldAt.ms) +
           '\n';
}

std::string BlobReceipt::signedWith(const SecretKey& key) const {
    const std::string said = statement();
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(said.data()), said.size(),
                         key.data());
    return std::to_string(heldAt.ms) + '.' + toHex(signature.data(), signature.size());
}

std::optional<BlobReceipt> BlobReceipt::verified(std::string_view text, std::string_view name, std::int64_t byteCount,
                                                 const PublicKey& key) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    BlobReceipt receipt{std::string(name), byteCount, {}};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + dot, receipt.heldAt.ms);
    const auto signature = fromHex(text.substr(dot + 1));
    if (failed != std::errc() || end != text.data() + dot || !signature || signature->size() != crypto_sign_BYTES) {
        return std::nullopt;
    }
    const std::string said = receipt.statement();
    const int wrong =
        crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature->data()),
                                    reinterpret_cast<const unsigned char*>(said.data()), said.size(), key.data());
    if (wrong != 0) return std::nullopt;
    return receipt;
}

}  // namespace zhixing

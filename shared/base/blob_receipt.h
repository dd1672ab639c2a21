#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace zhixing {

/// The name of a blob: its SHA-256, in 64 lower-case hexadecimal digits.
[[nodiscard]] bool isBlobName(std::string_view text);
[[nodiscard]] std::string blobName(std::string_view bytes);

/// The server's word that it holds a blob, on disk and with its hash checked. Signed (Ed25519), so that a device which
/// frees its own copy on the strength of it did not take the word of a captive portal, a cache or another server, and
/// can show later what it was told.
struct BlobReceipt {
    using PublicKey = std::array<std::uint8_t, 32>;
    using SecretKey = std::array<std::uint8_t, 64>;

    std::string name;
    std::int64_t byteCount = 0;
    Instant heldAt;

    /// `<heldAt in ms>.<128 hexadecimal digits of the signature>`
    [[nodiscard]] std::string signedWith(const SecretKey& key) const;
    /// The receipt that `text` is for this blob; nothing when it is not one, or not signed with the key.
    [[nodiscard]] static std::optional<BlobReceipt> verified(std::string_view text, std::string_view name,
                                                             std::int64_t byteCount, const PublicKey& key);
    friend bool operator==(const BlobReceipt&, const BlobReceipt&) = default;

private:
    [[nodiscard]] std::string statement() const;
};

}  // namespace zhixing

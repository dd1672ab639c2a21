#pragma once

#include <filesystem>

#include "shared/base/blob_receipt.h"
#include "shared/base/result.h"

namespace zhixing::server {

/// What receipts are signed with. The secret half stays in DIR/receipt.key, readable by its owner only.
struct ReceiptKey {
    BlobReceipt::PublicKey publicKey{};
    BlobReceipt::SecretKey secretKey{};

    /// Reads the key, or makes one that is on the disk when this returns. `damaged` when the file is no key.
    [[nodiscard]] static Result<ReceiptKey> load(const std::filesystem::path& directory);
};

}  // namespace zhixing::server

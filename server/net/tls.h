#pragma once

#include <filesystem>
#include <memory>

#include "shared/base/result.h"

namespace boost::asio::ssl {
class context;
}

namespace zhixing::server {

struct TlsFiles {
    std::filesystem::path certificate;  ///< PEM, the server's own first, then the chain
    std::filesystem::path key;          ///< PEM, without passphrase
};

/// TLS 1.2 and 1.3 with forward-secret authenticated ciphers only. Says which file is wrong, and how.
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>> loadTls(const TlsFiles& files);

}  // namespace zhixing::server

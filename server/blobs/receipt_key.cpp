#include "server/blobs/receipt_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace zhixing::server {

namespace {

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;

ReceiptKey keyFrom(const Seed& seed) {
    ReceiptKey key;
    crypto_sign_seed_keypair(key.publicKey.data(), key.secretKey.data(), seed.data());
    return key;
}

Result<ReceiptKey> make(const std::filesystem::path& path) {
    const Error failed{Code::io_failed, "cannot write " + path.string(), {}, {}};
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    // Whole or not at all: half a key would keep the server from ever starting again.
    const std::string unfinished = path.string() + ".new";
    const int file = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return failed;
    const bool isWritten =
        ::write(file, seed.data(), seed.size()) == static_cast<ssize_t>(seed.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!isWritten || ::rename(unfinished.c_str(), path.c_str()) != 0) return failed;
    return keyFrom(seed);
}

}  // namespace

Result<ReceiptKey> ReceiptKey::load(const std::filesystem::path& directory) {
    const auto path = directory / "receipt.key";
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0 && errno == ENOENT) return make(path);
    if (file < 0) return Error{Code::io_failed, "cannot read " + path.string(), {}, {}};
    std::array<unsigned char, crypto_sign_SEEDBYTES + 1> bytes{};
    const ssize_t size = ::read(file, bytes.data(), bytes.size());
    ::close(file);
    if (size != crypto_sign_SEEDBYTES) return Error{Code::damaged, path.string() + " is no key", {}, {}};
    Seed seed{};
    std::copy_n(bytes.begin(), seed.size(), seed.begin());
    return keyFrom(seed);
}

}  // namespace zhixing::server

#include "server/accounts/password.h"

#include <sodium.h>

#include <array>

#include "server/limits.h"
#include "shared/base/text.h"

namespace zhixing::server {

namespace {

// OWASP ASVS 5.0, appendix C: with one lane and one pass, at least 47,104 KiB.
constexpr unsigned long long passes = 1;
constexpr std::size_t memoryBytes = 47'104UL * 1024;

/// The hash of nothing anybody knows, made once: what unknown accounts are compared with.
const std::string& decoy() {
    static const std::string hash = [] {
        std::array<char, 32> secret{};
        randombytes_buf(secret.data(), secret.size());
        auto made = hashPassword(std::string_view(secret.data(), secret.size()));
        return made ? std::move(made).value() : std::string();
    }();
    return hash;
}

}  // namespace

Result<void> validatePassword(std::string_view password, std::string_view login) {
    if (!isCleanUtf8(password)) return Error{Code::bad_encoding, "the password is not UTF-8 text", "password", {}};
    if (codePoints(password) < limits::passwordCodePointsMin) {
        return Error{Code::out_of_range, "the password is too short", "password",
                     static_cast<std::int64_t>(limits::passwordCodePointsMin)};
    }
    if (password.size() > limits::passwordBytesMax) {
        return Error{Code::too_long, "the password is too long", "password",
                     static_cast<std::int64_t>(limits::passwordBytesMax)};
    }
    if (password == login) return Error{Code::out_of_range, "the password is the login", "password", {}};
    return {};
}

Result<std::string> hashPassword(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error{Code::busy, "not enough memory to hash a password", {}, {}};
    }
    return std::string(out.data());
}

bool fitsPassword(std::string_view password, std::string_view hash) {
    const bool isKnown = !hash.empty();
    const std::string& compared = isKnown ? std::string(hash) : decoy();
    return crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0 && isKnown;
}

}  // namespace zhixing::server

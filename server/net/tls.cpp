#include "server/net/tls.h"

#include <openssl/ssl.h>
#include <sys/stat.h>

#include <boost/asio/ssl/context.hpp>

#include "server/log.h"

namespace zhixing::server {

namespace {

namespace ssl = boost::asio::ssl;

Error bad(const std::filesystem::path& file, const std::string& why) {
    return Error{Code::untrusted, file.string() + ": " + why, {}, {}};
}

void warnWhenOthersMayRead(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0) {
        log::warning("tls_key_readable_by_others", {{"file", file.string()}});
    }
}

}  // namespace

Result<std::shared_ptr<ssl::context>> loadTls(const TlsFiles& files) {
    for (const auto& file : {files.certificate, files.key}) {
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(file, ignored)) return bad(file, "no such file");
    }
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX* raw = context->native_handle();
    SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
    SSL_CTX_set_options(raw, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    if (SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL") != 1 ||
        SSL_CTX_set1_groups_list(raw, "X25519:P-256") != 1) {
        return Error{Code::internal, "OpenSSL lacks the ciphers we ask for", {}, {}};
    }

    boost::system::error_code failed;
    context->use_certificate_chain_file(files.certificate.string(), failed);
    if (failed) return bad(files.certificate, "not a certificate in PEM form (" + failed.message() + ")");
    context->use_private_key_file(files.key.string(), ssl::context::pem, failed);
    if (failed)
        return bad(files.key, "not a private key in PEM form without passphrase, or not the certificate's (" +
                                  failed.message() + ")");
    if (SSL_CTX_check_private_key(raw) != 1) return bad(files.key, "not the key of " + files.certificate.string());
    warnWhenOthersMayRead(files.key);
    return context;
}

}  // namespace zhixing::server

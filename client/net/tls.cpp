#include "client/net/tls.h"

#include <QSslCertificate>

namespace zhixing::client {

Result<QSslConfiguration> tlsConfiguration(const QString& authorityFile) {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (authorityFile.isEmpty()) return configuration;
    const auto authorities =
        QSslCertificate::fromPath(authorityFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (authorities.isEmpty())
        return Error{Code::untrusted, "the certificate authority file holds no certificate", {}, {}};
    configuration.setCaCertificates(authorities);
    return configuration;
}

}  // namespace zhixing::client

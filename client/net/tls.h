#pragma once

#include <QSslConfiguration>
#include <QString>

#include "shared/base/result.h"

namespace zhixing::client {

/// TLS 1.2 or newer, host name and chain verified. With `authorityFile`, only that authority is trusted.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const QString& authorityFile);

}  // namespace zhixing::client

#pragma once

#include <QString>
#include <QUrl>

#include "shared/base/result.h"

namespace zhixing::client {

/// `zhixing://enrol?server=wss%3A%2F%2F…&code=…`, as printed by the server or read from its QR code.
struct EnrolmentLink {
    QUrl server;
    QString code;
    [[nodiscard]] static Result<EnrolmentLink> parse(const QString& text);
};

}  // namespace zhixing::client

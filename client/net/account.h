#pragma once

#include <QString>
#include <QUrl>

#include "shared/base/id.h"
#include "shared/base/result.h"

namespace zhixing::client {

/// What enrolment left on this device: which server, as whom, and the device's secret. Kept in one file beside the store,
/// readable by its owner only; the store itself holds no secret, so that it can be copied for support.
struct Account {
    QUrl server;  ///< ws:// or wss://
    QString token;
    QString organisation;
    QString authorityFile;  ///< PEM file of a company's own certificate authority; empty: the system's
    Id device;
    Id person;
    Id home;

    [[nodiscard]] static QString fileFor(const QString& storePath) { return storePath + QStringLiteral(".account"); }
    /// `not_enrolled` when there is none, `damaged` when it cannot be understood.
    [[nodiscard]] static Result<Account> load(const QString& file);
    /// Replaces the file in one step.
    [[nodiscard]] Result<void> save(const QString& file) const;
};

}  // namespace zhixing::client

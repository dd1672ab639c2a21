#pragma once

#include <functional>

#include <QJsonObject>
#include <QString>
#include <QTimer>

#include "client/viewmodels/gateway.h"

namespace zhixing::client {

/// A form's draft: what was typed is kept a moment after the typing pauses, and offered again when the form next opens.
class Draft {
public:
    /// `write` gives what the form holds now; an empty object is not worth keeping.
    Draft(Gateway& gateway, QString form, std::function<QJsonObject()> write);

    /// What was typed before, or an empty object.
    [[nodiscard]] QJsonObject kept() const;
    /// Keeps the form soon.
    void touch();
    /// Keeps the form now, if something is waiting to be kept.
    void flush();
    void forget();
    /// Keeps what is waiting to be kept; from now on this is the draft of another form.
    void turnTo(const QString& form);

    static constexpr int pauseMs = 300;

private:
    void keep();

    Gateway& gateway_;
    QString form_;
    std::function<QJsonObject()> write_;
    QTimer pause_;
};

}  // namespace zhixing::client

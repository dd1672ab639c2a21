#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QString>

#include "client/net/account.h"
#include "client/net/enrolment_link.h"
#include "shared/base/result.h"

class QNetworkAccessManager;

namespace zhixing::client {

/// Turns a one-time code and the person's password into an Account: one HTTP request, asked once.
/// Use from a thread with an event loop.
class Enrolment : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<Account>&)>;

    explicit Enrolment(QObject* parent = nullptr);

    struct Request {
        EnrolmentLink link;
        QString password;
        QString deviceName;
        Id device;  ///< what this store was enrolled as before, so that its numbering goes on; nil the first time
        QString authorityFile;  ///< PEM file to trust instead of the system's authorities; empty for those
    };
    void begin(const Request& request, Done done);

private:
    QNetworkAccessManager* network_;  ///< a child: it goes to the thread that this goes to
};

}  // namespace zhixing::client

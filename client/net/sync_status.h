#pragma once

#include <QString>

#include "shared/base/error.h"
#include "shared/base/id.h"
#include "shared/base/time.h"
#include "sync/wire/operation.h"

namespace zhixing::client {

/// What may be said about this device and headquarters. A copy, never waited for.
struct SyncStatus {
    enum class Link {
        switchedOff,  ///< the person turned sending off
        connecting,   ///< trying
        connected,    ///< the server answers
        unreachable,  ///< no network or no server; tried again by itself
        refused,      ///< the server said no for good; `refusal` says why
    };
    Link link = Link::switchedOff;
    int waiting = 0;          ///< edits recorded here and not yet decided by the server
    int needsYou = 0;         ///< edits the server refused, kept for the person
    bool isOutdated = false;  ///< the server tells this program nothing new; what is recorded is still sent
    bool agreed = false;      ///< at `agreedAt` this device held exactly what headquarters holds for it
    Instant agreedAt;
    Instant heardAt;                ///< last word from the server
    Instant nextTryAt;              ///< while unreachable; 0: nothing is planned
    Code trouble = Code::internal;  ///< while unreachable: what ended the connection, or kept it from coming about
    Code refusal = Code::internal;
    QString server;
    bool isEnrolled = false;
    Id person;
    Id home;  ///< the person's own node
    sync::Seq cursor = 0;
    bool isFilling = false;     ///< what a new device is given in one go is still coming
    std::int64_t held = 0;      ///< records of the server held here, while filling
    std::int64_t expected = 0;  ///< how many there will be, as the server said; 0: not said yet
    sync::Seq head = 0;         ///< how far the server is, as last heard: progress is cursor of head

    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

}  // namespace zhixing::client

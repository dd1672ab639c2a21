#include <QString>
#include <QUrl>
#include <cstdint>
#include <limits>

#include "client/net/enrolment_link.h"
#include "tests/fuzz/law.h"

/// What a person scans or pastes in order to enrol. A link that is taken leads to a server, by a protocol we speak.

using namespace zhixing;
using fuzz::require;
using zhixing::client::EnrolmentLink;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > std::numeric_limits<int>::max()) return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<int>(size));
    const auto link = EnrolmentLink::parse(text);
    if (!link.ok()) return 0;
    require(link->server.isValid() && !link->server.host().isEmpty(), "a link names a server");
    require(link->server.scheme() == QLatin1String("wss") || link->server.scheme() == QLatin1String("ws"),
            "a link leads to a WebSocket");
    require(!link->code.isEmpty(), "a link holds a code");
    return 0;
}

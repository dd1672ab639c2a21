#include "client/net/enrolment_link.h"

#include <QUrlQuery>

namespace zhixing::client {

Result<EnrolmentLink> EnrolmentLink::parse(const QString& text) {
    const Error wrong{Code::bad_enrolment_code, "this is not an enrolment link", {}, {}};
    const QUrl link(text.trimmed(), QUrl::StrictMode);
    if (link.scheme() != QLatin1String("zhixing") || link.host() != QLatin1String("enrol")) return wrong;
    const QUrlQuery query(link);
    EnrolmentLink parsed;
    parsed.server = QUrl(query.queryItemValue(QStringLiteral("server"), QUrl::FullyDecoded), QUrl::StrictMode);
    parsed.code = query.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded);
    const QString scheme = parsed.server.scheme();
    if (!parsed.server.isValid() || parsed.server.host().isEmpty() ||
        (scheme != QLatin1String("ws") && scheme != QLatin1String("wss")) || parsed.code.isEmpty()) {
        return wrong;
    }
    return parsed;
}

}  // namespace zhixing::client

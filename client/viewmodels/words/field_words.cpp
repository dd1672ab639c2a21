#include "client/viewmodels/words/field_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include "client/viewmodels/words/words.h"

namespace zhixing::client::words {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

}  // namespace

QString incidentKind(const QString& word) { return option("incident", word, "other"); }

QString severity(const QString& word) { return option("incident", word, "low"); }

QString severityLight(const QString& word) {
    return word == u"high"     ? QStringLiteral("red")
           : word == u"medium" ? QStringLiteral("amber")
                               : QStringLiteral("none");
}

QString incidentState(const QString& word) { return option("incident", word, "open"); }

QString incidentStep(const QString& word) {
    if (word == u"resolved") return FieldWords::tr("It is solved");
    if (word == u"in_progress") return FieldWords::tr("I handle it");
    return FieldWords::tr("Close");
}

QString feedbackState(const QString& word) { return option("feedback", word, "open"); }

QString clock(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(instant.ms, QTimeZone(8 * 60 * 60)).toString(QStringLiteral("HH:mm"));
}

QString replyDue(Instant due, Instant now) {
    const Date today = dateAt(now);
    const Date day = dateAt(due);
    if (due >= now) return FieldWords::tr("reply due %1 %2", "day, time").arg(nearDay(day, today), clock(due));
    const auto days = static_cast<int>(today.days - day.days);
    return days == 0 ? FieldWords::tr("reply was due at %1").arg(clock(due))
                     : FieldWords::tr("reply %n day(s) late", "", days);
}

}  // namespace zhixing::client::words

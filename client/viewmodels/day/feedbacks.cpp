#include "client/viewmodels/day/feedbacks.h"

#include <QJsonDocument>
#include <QVariantMap>

#include "client/viewmodels/day/questions.h"
#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/field_words.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

// ---- the list

Feedbacks::Feedbacks(Context& context)
    : Live(context, {"feedback", "questionnaire", "person", "node"}),
      rows_({"key", "title", "kindWord", "words", "dueWords", "late", "stateWord", "rating", "pending"}, this) {}

void Feedbacks::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    readNow();
}

void Feedbacks::read(Reader& reader) {
    // A reply is owed where one was promised, and for every complaint.
    static const std::string owed =
        "(f.state IN ('open', 'in_progress') AND (f.kind = 'complaint' OR f.reply_due IS NOT NULL))";
    const Instant now = context().gateway().now();
    reader.each(
        task_rows::mine() + "SELECT count(*) FILTER (WHERE " + owed +
            "), count(*) FROM feedback f WHERE f.place IN mine",
        [this](Columns row) {
            waiting_ = static_cast<int>(row.number(0));
            all_ = static_cast<int>(row.number(1));
        },
        context().home());
    std::vector<RowModel::Row> rows;
    reader.each(
        task_rows::mine() + R"(
            SELECT f.id, f.kind, f.text, f.rating, f.heard_at, f.state, f.reply_due, h.name, q.title, f.is_pending
            FROM feedback f LEFT JOIN person h ON h.id = f.handled_by LEFT JOIN questionnaire q ON q.id = f.questionnaire
            WHERE f.place IN mine)" +
            (filter_ == u"waiting" ? " AND " + owed + " ORDER BY coalesce(f.reply_due, f.heard_at), f.id LIMIT 300"
                                   : " ORDER BY f.heard_at DESC, f.id LIMIT 300"),
        [&](Columns row) {
            const QString kind = words::feedbackKind(row.text(1));
            const QString text = row.text(2).simplified();
            const bool isOpen = row.text(5) != u"answered" && row.text(5) != u"closed";
            QStringList parts{kind, words::moment(row.instant(4), dateAt(now)), row.text(7)};
            parts.removeAll(QString());
            rows.push_back({row.key(0),
                            !text.isEmpty()          ? text
                            : !row.text(8).isEmpty() ? row.text(8)
                                                     : kind,
                            kind, parts.join(QStringLiteral(" · ")),
                            isOpen && row.isSet(6) ? words::replyDue(row.instant(6), now) : QString(),
                            isOpen && row.isSet(6) && row.instant(6) < now, words::feedbackState(row.text(5)),
                            static_cast<int>(row.number(3)), row.flag(9)});
        },
        context().home());
    rows_.take(std::move(rows));
    emit changed();
}

// ---- one of them

FeedbackDetail::FeedbackDetail(Context& context)
    : OpenedRecord(context, "feedback", {"feedback", "questionnaire", "person"}) {}

QString FeedbackDetail::kindWord() const { return words::feedbackKind(kind_); }
QString FeedbackDetail::stateWord() const { return words::feedbackState(state_); }

void FeedbackDetail::setReply(const QString& text) {
    if (text == reply_) return;
    reply_ = text;
    typed();
}

void FeedbackDetail::takeOver() {
    change({{"handled_by", Value(context().person())}, {"state", Value(std::string("in_progress"))}},
           tr("You answer it, saved on this device"));
}

void FeedbackDetail::answer() {
    if (!canAnswer()) return;
    change({{"reply", Value(reply_.trimmed().toStdString())},
            {"replied_at", Value(context().gateway().now().ms)},
            {"handled_by", Value(context().person())},
            {"state", Value(std::string("answered"))}},
           tr("Reply saved on this device"), [this] { finish(); });
}

void FeedbackDetail::close() { change({{"state", Value(std::string("closed"))}}, tr("Closed, saved on this device")); }

QJsonObject FeedbackDetail::content() const { return {{"reply", reply_}}; }
void FeedbackDetail::restore(const QJsonObject& content) { reply_ = content["reply"].toString(); }
void FeedbackDetail::blank() { reply_.clear(); }
QString FeedbackDetail::nameOf(const QJsonObject&) const { return tr("Your reply"); }
QString FeedbackDetail::textOf(const QJsonObject& content) const { return content["reply"].toString(); }

void FeedbackDetail::readForm(Reader& reader) {
    Id questionnaire;
    QString given;
    reader.each(
        R"(SELECT f.kind, f.text, f.rating, f.heard_at, a.name, f.consent, f.respondent_name, f.respondent_phone, f.state,
                  h.name, f.reply_due, f.reply, f.is_pending, f.questionnaire, f.answers, f.channel
           FROM feedback f LEFT JOIN person a ON a.id = f.recorded_by LEFT JOIN person h ON h.id = f.handled_by
           WHERE f.id = ?1)",
        [&](Columns row) {
            takeRow(row);
            questionnaire = row.id(13);
            given = row.text(14);
        },
        id());
    readAnswers(reader, questionnaire, given);
}

void FeedbackDetail::takeRow(const Columns& row) {
    const Instant now = context().gateway().now();
    kind_ = row.text(0);
    text_ = row.text(1);
    rating_ = static_cast<int>(row.number(2));
    QStringList parts{words::moment(row.instant(3), dateAt(now)), row.text(4), row.text(15)};
    parts.removeAll(QString());
    whenWords_ = parts.join(QStringLiteral(" · "));
    QStringList names{row.text(6), row.text(7)};
    names.removeAll(QString());
    respondent_ = row.flag(5) ? names.join(QStringLiteral(" · ")) : QString();
    state_ = row.text(8);
    handler_ = row.text(9);
    isLate_ = !isAnswered() && row.isSet(10) && row.instant(10) < now;
    dueWords_ = !isAnswered() && row.isSet(10) ? words::replyDue(row.instant(10), now) : QString();
    setPending(row.flag(12));
    if (!isTyped()) reply_ = row.text(11);
}

void FeedbackDetail::readAnswers(Reader& reader, const Id& questionnaire, const QString& json) {
    answers_.clear();
    questionnaire_.clear();
    if (questionnaire.isNil()) return;
    const Questions asked = Questions::read(reader, questionnaire);
    questionnaire_ = tr("%1, edition %2", "a questionnaire").arg(asked.title()).arg(asked.edition());
    const QJsonObject given = QJsonDocument::fromJson(json.toUtf8()).object();
    for (const Questions::Question& question : asked.all()) {
        QString answer = given[question.key].toString();
        answer.replace(u'|', tr(", ", "between answers"));
        answers_.append(QVariantMap{{"question", question.text}, {"answer", answer}});
    }
}

}  // namespace zhixing::client

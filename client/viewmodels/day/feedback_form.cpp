#include "client/viewmodels/day/feedback_form.h"

#include <algorithm>
#include <array>

#include "client/viewmodels/day/site_day.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {

constexpr std::array<const char*, 5> kinds = {"survey", "interview", "complaint", "suggestion", "praise"};
constexpr int survey = 0;
constexpr int complaint = 2;
/// A complaint is answered by the end of today, of tomorrow, or in three days.
constexpr std::array<int, 3> replyDays = {0, 1, 3};
constexpr int replyHour = 20;

int kindIn(const QJsonObject& content) {
    const int kind = content["kind"].toInt(-1);
    return kind < static_cast<int>(kinds.size()) ? kind : -1;
}

}  // namespace

FeedbackForm::FeedbackForm(Context& context)
    : Drafted(context, {"campaign", "questionnaire"}, {formName, "feedback"}),
      questionnaires_({"key", "title"}, this),
      photos_(context, "evidence") {
    connect(&photos_, &PhotoList::edited, this, [this] { typed(); });
    connect(&photos_, &PhotoList::changed, this, &FeedbackForm::changed);
}

QStringList FeedbackForm::kindWords() const {
    QStringList list;
    for (const char* kind : kinds) list.append(words::feedbackKind(QLatin1String(kind)));
    return list;
}

bool FeedbackForm::isSurvey() const { return kind_ == survey; }
bool FeedbackForm::isComplaint() const { return kind_ == complaint; }

void FeedbackForm::setKind(int kind) {
    if (kind == kind_) return;
    kind_ = kind;
    if (isSurvey() && questions_.questionnaire().isNil() && questionnaires_.count() == 1) {
        ask(idOf(questionnaires_.value(0, QStringLiteral("key")).toString()));
    }
    typed();
}

void FeedbackForm::setRating(int rating) { take(rating_, rating); }
void FeedbackForm::setText(const QString& text) { take(text_, text); }
void FeedbackForm::setConsent(bool consent) { take(hasConsent_, consent); }
void FeedbackForm::setRespondent(const QString& respondent) { take(respondent_, respondent); }
void FeedbackForm::setPhone(const QString& phone) { take(phone_, phone); }
void FeedbackForm::setReplyDue(int replyDue) {
    take(replyDue_, std::clamp(replyDue, 0, static_cast<int>(replyDays.size()) - 1));
}

int FeedbackForm::questionnaire() const { return questionnaires_.find(keyOf(questions_.questionnaire())); }

QString FeedbackForm::progress() const {
    const auto all = static_cast<int>(questions_.all().size());
    return tr("%1 of %2 answered", "questions").arg(questions_.answeredCount()).arg(all);
}

QStringList FeedbackForm::replyDueWords() const { return {tr("Today"), tr("Tomorrow"), tr("In three days")}; }

QString FeedbackForm::missing() const {
    if (kind_ < 0) return tr("Choose the kind first.");
    if (isSurvey() && !questions_.questionnaire().isNil()) {
        return questions_.answeredCount() > 0 ? QString() : tr("Answer at least one question.");
    }
    if (rating_ == 0 && text_.trimmed().isEmpty()) return tr("Give a rating, or write down what was said.");
    return {};
}

void FeedbackForm::choose(int questionnaire) {
    const Id chosen = idOf(questionnaires_.value(questionnaire, QStringLiteral("key")).toString());
    if (chosen.isNil() || chosen == questions_.questionnaire()) return;
    ask(chosen);
    typed();
}

void FeedbackForm::ask(const Id& questionnaire) {
    if (Reader* reader = context().reader()) questions_ = Questions::read(*reader, questionnaire);
}

void FeedbackForm::answer(const QString& question, const QString& choice) {
    if (questions_.answer(question, choice)) typed();
}

bool FeedbackForm::save() {
    if (!canSave()) return false;
    std::vector<sync::Edit> edits;
    const IdSet photos = photos_.addTo(edits, "feedback", record());
    Context::Values values = said();
    if (!photos.empty()) values.emplace_back("photos", Value(photos));
    edits.push_back(Context::add("feedback", values, record()));
    context().record(std::move(edits), tr("Feedback saved on this device"), [this] { finish(); });
    return true;
}

Context::Values FeedbackForm::said() const {
    const Instant now = context().gateway().now();
    Context::Values values{{"kind", Value(std::string(kinds[static_cast<std::size_t>(kind_)]))},
                           {"heard_at", Value(now.ms)}};
    const auto text = [&](std::string_view name, const QString& words) {
        if (const QString trimmed = words.trimmed(); !trimmed.isEmpty())
            values.emplace_back(name, Value(trimmed.toStdString()));
    };
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    const bool isAsked = isSurvey() && !questions_.questionnaire().isNil();
    const int rating = isAsked ? questions_.rating() : rating_;
    if (rating > 0) values.emplace_back("rating", Value(std::int64_t{rating}));
    text("text", text_);
    if (isAsked) {
        values.emplace_back("questionnaire", Value(questions_.questionnaire()));
        values.emplace_back("answers", Value(questions_.entries()));
    }
    if (isComplaint()) {
        const Date due{dateAt(now).days + replyDays[static_cast<std::size_t>(replyDue_)]};
        values.emplace_back("reply_due", Value(site_day::hourOf(due, replyHour).ms));
    }
    if (hasConsent_) {
        values.emplace_back("consent", Value(true));
        text("respondent_name", respondent_);
        text("respondent_phone", phone_);
    }
    return values;
}

QJsonObject FeedbackForm::content() const {
    const bool isBare =
        kind_ < 0 && rating_ == 0 && text_.isEmpty() && respondent_.isEmpty() && phone_.isEmpty() && !photos_.hasNew();
    if (isBare) return {};
    return {{"kind", kind_},
            {"rating", rating_},
            {"text", text_},
            {"consent", hasConsent_},
            {"respondent", respondent_},
            {"phone", phone_},
            {"reply_due", replyDue_},
            {"questionnaire", keyOf(questions_.questionnaire())},
            {"questionnaire_name",
             questions_.questionnaire().isNil()
                 ? QString()
                 : tr("%1, edition %2", "a questionnaire").arg(questions_.title()).arg(questions_.edition())},
            {"answers", questions_.answers()},
            {"photos", photos_.content()}};
}

void FeedbackForm::restore(const QJsonObject& content) {
    kind_ = kindIn(content);
    rating_ = std::clamp(content["rating"].toInt(), 0, 5);
    text_ = content["text"].toString();
    hasConsent_ = content["consent"].toBool();
    respondent_ = content["respondent"].toString();
    phone_ = content["phone"].toString();
    replyDue_ = std::clamp(content["reply_due"].toInt(1), 0, static_cast<int>(replyDays.size()) - 1);
    // The answers belong to the edition they were given to, also when a newer one is asked by now.
    ask(idOf(content["questionnaire"].toString()));
    questions_.take(content["answers"].toObject());
    photos_.fill(content["photos"].toArray());
}

void FeedbackForm::blank() {
    kind_ = -1;
    rating_ = 0;
    text_.clear();
    hasConsent_ = false;
    respondent_.clear();
    phone_.clear();
    replyDue_ = 1;
    questions_ = {};
    photos_.fill({});
    photos_.readNow();
}

QString FeedbackForm::nameOf(const QJsonObject& content) const {
    const int kind = kindIn(content);
    if (kind < 0) return tr("Feedback");
    const QString word = words::feedbackKind(QLatin1String(kinds[static_cast<std::size_t>(kind)]));
    const QString questionnaire = content["questionnaire_name"].toString();
    return kind == survey && !questionnaire.isEmpty()
               ? tr("%1: %2", "kind of feedback, questionnaire").arg(word, questionnaire)
               : word;
}

QString FeedbackForm::textOf(const QJsonObject& content) const {
    if (const QString text = content["text"].toString(); !text.isEmpty()) return text;
    const auto answered = static_cast<int>(content["answers"].toObject().size());
    return answered > 0 ? tr("%n answer(s)", "", answered) : QString();
}

void FeedbackForm::readForm(Reader& reader) {
    campaign_ = site_day::campaignOn(reader, context().today()).id;
    std::vector<RowModel::Row> rows;
    // Of each series only its newest edition is asked.
    reader.each(
        R"(SELECT q.id, q.title FROM questionnaire q
           WHERE q.state = 'published' AND (q.campaign IS NULL OR q.campaign = ?1)
             AND NOT EXISTS (SELECT 1 FROM questionnaire n WHERE n.series = q.series AND n.state = 'published'
                             AND n.edition > q.edition)
           ORDER BY q.campaign IS NULL, q.title, q.id LIMIT 20)",
        [&](Columns row) {
            rows.push_back({row.key(0), row.text(1)});
        },
        campaign_);
    questionnaires_.take(std::move(rows));
}

}  // namespace zhixing::client

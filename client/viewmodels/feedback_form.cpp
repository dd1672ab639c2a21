#include "client/viewmodels/feedback_form.h"

#include <array>

#include "client/viewmodels/words.h"

namespace zhixing::client {

namespace {
constexpr std::array<const char*, 5> kinds = {"survey", "interview", "complaint", "suggestion", "praise"};
}

FeedbackForm::FeedbackForm(Context& context)
    : Live(context, {"campaign"}),
      draft_(context.gateway(), QStringLiteral("feedback/new"), [this] { return content(); }) {
    const QJsonObject kept = draft_.kept();
    kind_ = kept["kind"].toInt(-1);
    if (kind_ >= static_cast<int>(kinds.size())) kind_ = -1;
    rating_ = kept["rating"].toInt();
    text_ = kept["text"].toString();
    respondent_ = kept["respondent"].toString();
    isFromDraft_ = !kept.isEmpty();
    connect(&context.settings(), &Settings::languageChanged, this, &FeedbackForm::changed);
}

QStringList FeedbackForm::kindWords() const {
    QStringList list;
    for (const char* kind : kinds) list.append(words::feedbackKind(QLatin1String(kind)));
    return list;
}

void FeedbackForm::setKind(int kind) {
    if (kind == kind_) return;
    kind_ = kind;
    typed();
}

void FeedbackForm::setRating(int rating) {
    if (rating == rating_) return;
    rating_ = rating;
    typed();
}

void FeedbackForm::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    typed();
}

void FeedbackForm::setRespondent(const QString& respondent) {
    if (respondent == respondent_) return;
    respondent_ = respondent;
    typed();
}

bool FeedbackForm::save() {
    if (!canSave()) return false;
    Context::Values values{{"kind", Value(std::string(kinds[static_cast<std::size_t>(kind_)]))},
                           {"heard_at", Value(context().gateway().now().ms)}};
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    if (rating_ > 0) values.emplace_back("rating", Value(std::int64_t{rating_}));
    if (const QString text = text_.trimmed(); !text.isEmpty()) values.emplace_back("text", Value(text.toStdString()));
    if (const QString name = respondent_.trimmed(); !name.isEmpty()) {
        values.emplace_back("respondent_name", Value(name.toStdString()));
        values.emplace_back("consent", Value(true));
    }
    draft_.flush();
    context().record(Context::add("feedback", values), tr("Feedback saved on this device"), [this] { clear(); });
    return true;
}

void FeedbackForm::clear() {
    draft_.forget();
    kind_ = -1;
    rating_ = 0;
    text_.clear();
    respondent_.clear();
    isFromDraft_ = false;
    emit changed();
}

void FeedbackForm::typed() {
    draft_.touch();
    emit changed();
}

QJsonObject FeedbackForm::content() const {
    if (kind_ < 0 && rating_ == 0 && text_.isEmpty() && respondent_.isEmpty()) return {};
    return {{"kind", kind_}, {"rating", rating_}, {"text", text_}, {"respondent", respondent_}};
}

void FeedbackForm::read(Reader& reader) {
    // Feedback belongs to the campaign that is on today; between campaigns it stands alone.
    campaign_ = {};
    reader.each(
        R"(SELECT id FROM campaign WHERE state IN ('approved', 'running') AND coalesce(starts_on, '') <= ?1
           AND coalesce(ends_on, '9999') >= ?1 ORDER BY starts_on DESC LIMIT 1)",
        [this](Columns row) { campaign_ = row.id(0); }, context().today());
}

}  // namespace zhixing::client

#include "client/viewmodels/frame/drafted.h"

#include <utility>

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {
constexpr qsizetype excerptMax = 60;
constexpr auto typedAt = "typed_at";
constexpr auto recordKey = "record";
}  // namespace

Drafted::Drafted(Context& context, std::initializer_list<const char*> types, const Form& form)
    : Live(context, types),
      recordType_(form.recordType),
      draft_(context.gateway(), form.name, [this] { return stamped(); }),
      offered_(draft_.kept()) {
    connect(&context.settings(), &Settings::languageChanged, this, &Drafted::changed);
}

QString Drafted::draftTime() const {
    if (!hasDraft()) return {};
    return words::moment(Instant{offered_[QLatin1String(typedAt)].toInteger()}, context().today());
}

QString Drafted::draftText() const {
    if (!hasDraft()) return {};
    const QString text = textOf(offered_).simplified();
    return text.size() > excerptMax ? text.left(excerptMax) + QStringLiteral("…") : text;
}

void Drafted::open() {
    if (hasDraft() || !isTyped_) return;
    offered_ = stamped();
    isTyped_ = false;
    record_ = {};
    blank();
    readNow();
}

void Drafted::continueDraft() {
    if (!hasDraft()) return;
    record_ = idOf(offered_[QLatin1String(recordKey)].toString());
    isTyped_ = true;
    restore(std::exchange(offered_, {}));
    readNow();
}

void Drafted::dropDraft() {
    restore(std::exchange(offered_, {}));
    discard();
    finish();
}

void Drafted::typed() {
    isTyped_ = true;
    if (!hasDraft()) draft_.touch();
    emit changed();
}

void Drafted::finish() {
    if (!hasDraft()) draft_.forget();
    isTyped_ = false;
    record_ = {};
    blank();
    readNow();
}

void Drafted::turnTo(const QString& form) {
    draft_.turnTo(form);
    offered_ = draft_.kept();
    isTyped_ = false;
    record_ = {};
    blank();
}

Id Drafted::record() {
    if (record_.isNil()) record_ = context().newId();
    return record_;
}

void Drafted::read(Reader& reader) {
    forgetRecorded(reader);
    readForm(reader);
    emit changed();
}

void Drafted::forgetRecorded(Reader& reader) {
    if (!hasDraft() || recordType_ == nullptr) return;
    bool isRecorded = false;
    reader.each(
        std::string("SELECT 1 FROM ") + recordType_ + " WHERE id = ?1", [&](Columns) { isRecorded = true; },
        idOf(offered_[QLatin1String(recordKey)].toString()));
    if (!isRecorded) return;
    offered_ = {};
    draft_.forget();
}

QJsonObject Drafted::stamped() {
    QJsonObject kept = content();
    if (kept.isEmpty()) return kept;
    kept.insert(QLatin1String(typedAt), static_cast<qint64>(context().gateway().now().ms));
    if (recordType_ != nullptr) kept.insert(QLatin1String(recordKey), keyOf(record()));
    return kept;
}

}  // namespace zhixing::client

#pragma once

#include <vector>

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include "client/viewmodels/frame/reader.h"
#include "shared/model/value.h"

namespace zhixing::client {

/// One edition of a questionnaire as it is asked, and the answers given so far. The answers belong to this edition and
/// no other: question keys mean what this edition says.
class Questions {
public:
    struct Question {
        QString key;
        QString text;
        enum class Kind { text, single, multiple, rating } kind = Kind::text;
        QStringList choices;  ///< of single and multiple
    };

    /// Of the edition with this id; blank when it is not on this device.
    static Questions read(Reader& reader, const Id& questionnaire);

    [[nodiscard]] const Id& questionnaire() const { return questionnaire_; }
    [[nodiscard]] const QString& title() const { return title_; }
    [[nodiscard]] int edition() const { return edition_; }
    [[nodiscard]] const QString& introduction() const { return introduction_; }
    [[nodiscard]] const std::vector<Question>& all() const { return questions_; }
    [[nodiscard]] int answeredCount() const;
    /// The first rating that was given, 0 without one: what the whole feedback is rated.
    [[nodiscard]] int rating() const;

    /// Sets a text, a single choice (the same again takes it back) or a rating; turns one of several choices on or off.
    /// False when there is no such question or it changes nothing.
    bool answer(const QString& key, const QString& choice);
    /// Only answers to questions of this edition are taken.
    void take(const QJsonObject& answers);
    void forgetAnswers() { answers_ = {}; }
    [[nodiscard]] QJsonObject answers() const { return answers_; }

    /// `{key, number, text, kind, choices, chosen, answer, rating}` each; `chosen` are positions in `choices`.
    [[nodiscard]] QVariantList shown() const;
    /// As a record's `answers` keeps them: several choices with `|` between.
    [[nodiscard]] Entries entries() const;

private:
    [[nodiscard]] const Question* find(const QString& key) const;

    Id questionnaire_;
    QString title_;
    int edition_ = 0;
    QString introduction_;
    std::vector<Question> questions_;
    QJsonObject answers_;  ///< by key; several choices with `|` between
};

}  // namespace zhixing::client

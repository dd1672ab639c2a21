#include "client/viewmodels/day/questions.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariantMap>

#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"
#include "shared/model/document.h"

namespace zhixing::client {

namespace {

const QStringList ratingChoices = {"1", "2", "3", "4", "5"};

Entries entriesOf(const char* name, const QString& json) {
    const RecordType& type = catalog().at("questionnaire");
    auto value = parseJsonValue(type.fields[*type.find(name)], json.toStdString());
    return value && isSet(*value) ? std::get<Entries>(*value) : Entries{};
}

QStringList tagsOf(const QString& json) {
    QStringList tags;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue& tag : array) tags.append(tag.toString());
    return tags;
}

QString kindWord(Questions::Question::Kind kind) {
    switch (kind) {
        case Questions::Question::Kind::single:
            return QStringLiteral("single");
        case Questions::Question::Kind::multiple:
            return QStringLiteral("multiple");
        case Questions::Question::Kind::rating:
            return QStringLiteral("rating");
        case Questions::Question::Kind::text:
            break;
    }
    return QStringLiteral("text");
}

}  // namespace

Questions Questions::read(Reader& reader, const Id& questionnaire) {
    Questions read;
    reader.each(
        "SELECT title, edition, introduction, questions, choices, several FROM questionnaire WHERE id = ?1",
        [&](Columns row) {
            read.questionnaire_ = questionnaire;
            read.title_ = row.text(0);
            read.edition_ = static_cast<int>(row.number(1));
            read.introduction_ = row.text(2);
            const Entries choices = entriesOf("choices", row.text(4));
            const QStringList several = tagsOf(row.text(5));
            for (const Entry& entry : entriesOf("questions", row.text(3))) {
                Question question;
                question.key = QString::fromStdString(entry.key);
                question.text = QString::fromStdString(entry.value);
                const auto words = std::find_if(choices.begin(), choices.end(),
                                                [&](const Entry& each) { return each.key == entry.key; });
                if (words != choices.end()) {
                    question.choices = QString::fromStdString(words->value).split(u'|', Qt::SkipEmptyParts);
                }
                const bool takesSeveral = several.contains(question.key);
                question.kind = question.choices.isEmpty()          ? Question::Kind::text
                                : takesSeveral                      ? Question::Kind::multiple
                                : question.choices == ratingChoices ? Question::Kind::rating
                                                                    : Question::Kind::single;
                read.questions_.push_back(std::move(question));
            }
        },
        questionnaire);
    return read;
}

const Questions::Question* Questions::find(const QString& key) const {
    const auto found =
        std::find_if(questions_.begin(), questions_.end(), [&](const Question& each) { return each.key == key; });
    return found == questions_.end() ? nullptr : &*found;
}

int Questions::answeredCount() const { return static_cast<int>(answers_.size()); }

int Questions::rating() const {
    for (const Question& question : questions_) {
        if (question.kind == Question::Kind::rating && answers_.contains(question.key)) {
            return answers_[question.key].toString().toInt();
        }
    }
    return 0;
}

bool Questions::answer(const QString& key, const QString& choice) {
    const Question* question = find(key);
    if (question == nullptr) return false;
    const QString before = answers_[key].toString();
    QString after = choice;
    if (question->kind == Question::Kind::text) {
        after = choice.left(limits::entryValueCodePointsMax);
    } else if (!question->choices.contains(choice)) {
        return false;
    } else if (question->kind == Question::Kind::multiple) {
        QStringList chosen = before.split(u'|', Qt::SkipEmptyParts);
        if (!chosen.removeOne(choice)) chosen.append(choice);
        // In the order of the questionnaire, so that equal answers read alike.
        std::sort(chosen.begin(), chosen.end(), [&](const QString& a, const QString& b) {
            return question->choices.indexOf(a) < question->choices.indexOf(b);
        });
        after = chosen.join(u'|');
    } else if (before == choice) {
        after.clear();
    }
    if (after == before) return false;
    if (after.isEmpty()) {
        answers_.remove(key);
    } else {
        answers_.insert(key, after);
    }
    return true;
}

void Questions::take(const QJsonObject& answers) {
    answers_ = {};
    for (auto each = answers.begin(); each != answers.end(); ++each) {
        if (find(each.key()) != nullptr) answers_.insert(each.key(), each.value());
    }
}

QVariantList Questions::shown() const {
    QVariantList list;
    int number = 0;
    for (const Question& question : questions_) {
        const QString answer = answers_[question.key].toString();
        QVariantList chosen;
        const QStringList words = answer.split(u'|', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < question.choices.size(); ++i) {
            if (words.contains(question.choices[i])) chosen.append(static_cast<int>(i));
        }
        list.append(QVariantMap{{"key", question.key},
                                {"number", ++number},
                                {"text", question.text},
                                {"kind", kindWord(question.kind)},
                                {"choices", question.choices},
                                {"chosen", chosen},
                                {"answer", answer},
                                {"rating", answer.toInt()}});
    }
    return list;
}

Entries Questions::entries() const {
    Entries entries;
    for (const Question& question : questions_) {
        const QString answer = answers_[question.key].toString().trimmed();
        if (!answer.isEmpty()) entries.push_back({question.key.toStdString(), answer.toStdString()});
    }
    return entries;
}

}  // namespace zhixing::client

#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "client/viewmodels/day/questions.h"
#include "client/viewmodels/frame/drafted.h"
#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/photo_list.h"

namespace zhixing::client {

/// Records what someone on site said (F6): a questionnaire in the edition that is asked today, an interview, a complaint
/// with the time by which it is to be answered, a suggestion, praise. Name and phone are kept with consent only.
class FeedbackForm : public zhixing::client::Drafted {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QList<QString> kindWords READ kindWords NOTIFY changed FINAL)
    /// Position in kindWords, -1 while not chosen.
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed FINAL)
    /// 1 to 5, 0 while not given.
    Q_PROPERTY(int rating READ rating WRITE setRating NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(bool consent READ consent WRITE setConsent NOTIFY changed FINAL)
    Q_PROPERTY(QString respondent READ respondent WRITE setRespondent NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed FINAL)
    Q_PROPERTY(bool isSurvey READ isSurvey NOTIFY changed FINAL)
    Q_PROPERTY(bool isComplaint READ isComplaint NOTIFY changed FINAL)
    /// `{key, title}` of each questionnaire that may be asked.
    Q_PROPERTY(zhixing::client::RowModel* questionnaires READ questionnaires CONSTANT FINAL)
    Q_PROPERTY(int questionnaire READ questionnaire NOTIFY changed FINAL)
    Q_PROPERTY(QString introduction READ introduction NOTIFY changed FINAL)
    Q_PROPERTY(QString progress READ progress NOTIFY changed FINAL)
    /// As Questions::shown().
    Q_PROPERTY(QVariantList questions READ questions NOTIFY changed FINAL)
    /// When a complaint is to be answered; position in replyDueWords.
    Q_PROPERTY(QList<QString> replyDueWords READ replyDueWords NOTIFY changed FINAL)
    Q_PROPERTY(int replyDue READ replyDue WRITE setReplyDue NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    /// What is still missing before it can be saved.
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)

public:
    /// Under which its draft is kept.
    static constexpr QLatin1String formName{"feedback/new"};
    explicit FeedbackForm(Context& context);

    [[nodiscard]] QStringList kindWords() const;
    [[nodiscard]] int kind() const { return kind_; }
    void setKind(int kind);
    [[nodiscard]] int rating() const { return rating_; }
    void setRating(int rating);
    [[nodiscard]] const QString& text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] bool consent() const { return hasConsent_; }
    void setConsent(bool consent);
    [[nodiscard]] const QString& respondent() const { return respondent_; }
    void setRespondent(const QString& respondent);
    [[nodiscard]] const QString& phone() const { return phone_; }
    void setPhone(const QString& phone);
    [[nodiscard]] bool isSurvey() const;
    [[nodiscard]] bool isComplaint() const;
    [[nodiscard]] RowModel* questionnaires() { return &questionnaires_; }
    [[nodiscard]] int questionnaire() const;
    [[nodiscard]] const QString& introduction() const { return questions_.introduction(); }
    [[nodiscard]] QString progress() const;
    [[nodiscard]] QVariantList questions() const { return questions_.shown(); }
    [[nodiscard]] QStringList replyDueWords() const;
    [[nodiscard]] int replyDue() const { return replyDue_; }
    void setReplyDue(int replyDue);
    [[nodiscard]] PhotoList* photos() { return &photos_; }
    [[nodiscard]] bool canSave() const { return missing().isEmpty() && photos_.busy() == 0; }
    [[nodiscard]] QString missing() const;

    Q_INVOKABLE void choose(int questionnaire);
    Q_INVOKABLE void answer(const QString& question, const QString& choice);
    Q_INVOKABLE bool save();

protected:
    QJsonObject content() const override;
    void restore(const QJsonObject& content) override;
    void blank() override;
    void discard() override { photos_.clear(); }
    QString nameOf(const QJsonObject& content) const override;
    QString textOf(const QJsonObject& content) const override;
    void readForm(Reader& reader) override;

private:
    template <typename Member>
    void take(Member& member, const Member& next) {
        if (next == member) return;
        member = next;
        typed();
    }
    [[nodiscard]] Context::Values said() const;
    void ask(const Id& questionnaire);

    int kind_ = -1;
    int rating_ = 0;
    QString text_;
    bool hasConsent_ = false;
    QString respondent_;
    QString phone_;
    int replyDue_ = 1;
    RowModel questionnaires_;
    Questions questions_;
    PhotoList photos_;
    Id campaign_;
};

}  // namespace zhixing::client

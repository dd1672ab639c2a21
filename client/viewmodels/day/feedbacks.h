#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/opened_record.h"

namespace zhixing::client {

/// What people said at my sites, and what still waits for an answer.
class Feedbacks : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// `waiting` for a reply, or `all`.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY changed FINAL)
    Q_PROPERTY(int allCount READ allCount NOTIFY changed FINAL)

public:
    explicit Feedbacks(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] const QString& filter() const { return filter_; }
    void setFilter(const QString& filter);
    [[nodiscard]] int waitingCount() const { return waiting_; }
    [[nodiscard]] int allCount() const { return all_; }

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    RowModel rows_;
    QString filter_ = QStringLiteral("waiting");
    int waiting_ = 0;
    int all_ = 0;
};

/// One piece of feedback, opened: what was said, who answers it, the reply.
class FeedbackDetail : public zhixing::client::OpenedRecord {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString kindWord READ kindWord NOTIFY changed FINAL)
    Q_PROPERTY(QString whenWords READ whenWords NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(int rating READ rating NOTIFY changed FINAL)
    /// Empty without consent.
    Q_PROPERTY(QString respondent READ respondent NOTIFY changed FINAL)
    Q_PROPERTY(QString questionnaire READ questionnaire NOTIFY changed FINAL)
    /// `{question, answer}` each, in the words of its edition.
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed FINAL)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed FINAL)
    Q_PROPERTY(QString handler READ handler NOTIFY changed FINAL)
    Q_PROPERTY(QString dueWords READ dueWords NOTIFY changed FINAL)
    Q_PROPERTY(bool late READ late NOTIFY changed FINAL)
    Q_PROPERTY(QString reply READ reply WRITE setReply NOTIFY changed FINAL)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY changed FINAL)
    Q_PROPERTY(bool canTakeOver READ canTakeOver NOTIFY changed FINAL)
    Q_PROPERTY(bool canAnswer READ canAnswer NOTIFY changed FINAL)
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed FINAL)

public:
    explicit FeedbackDetail(Context& context);

    [[nodiscard]] QString kindWord() const;
    [[nodiscard]] const QString& whenWords() const { return whenWords_; }
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] int rating() const { return rating_; }
    [[nodiscard]] const QString& respondent() const { return respondent_; }
    [[nodiscard]] const QString& questionnaire() const { return questionnaire_; }
    [[nodiscard]] const QVariantList& answers() const { return answers_; }
    [[nodiscard]] QString stateWord() const;
    [[nodiscard]] const QString& handler() const { return handler_; }
    [[nodiscard]] const QString& dueWords() const { return dueWords_; }
    [[nodiscard]] bool late() const { return isLate_; }
    [[nodiscard]] const QString& reply() const { return reply_; }
    void setReply(const QString& text);
    [[nodiscard]] bool isAnswered() const { return state_ == u"answered" || state_ == u"closed"; }
    [[nodiscard]] bool canTakeOver() const { return state_ == u"open"; }
    [[nodiscard]] bool canAnswer() const { return !isAnswered() && !reply_.trimmed().isEmpty(); }
    [[nodiscard]] bool canClose() const { return state_ == u"answered"; }

    Q_INVOKABLE void takeOver();
    Q_INVOKABLE void answer();
    Q_INVOKABLE void close();

protected:
    QJsonObject content() const override;
    void restore(const QJsonObject& content) override;
    void blank() override;
    QString nameOf(const QJsonObject& content) const override;
    QString textOf(const QJsonObject& content) const override;
    void readForm(Reader& reader) override;

private:
    void takeRow(const Columns& row);
    void readAnswers(Reader& reader, const Id& questionnaire, const QString& json);

    QString kind_;
    QString whenWords_;
    QString text_;
    int rating_ = 0;
    QString respondent_;
    QString questionnaire_;
    QVariantList answers_;
    QString state_;
    QString handler_;
    QString dueWords_;
    bool isLate_ = false;
    QString reply_;
};

}  // namespace zhixing::client

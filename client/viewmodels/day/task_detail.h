#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/opened_record.h"

namespace zhixing::client {

/// One task, opened: what is to be done and to which standard, how far it is, what people say about it. What is typed
/// here and not yet saved is a draft of this task.
class TaskDetail : public zhixing::client::OpenedRecord {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString status READ status NOTIFY changed FINAL)
    Q_PROPERTY(QString statusWord READ statusWord NOTIFY changed FINAL)
    Q_PROPERTY(bool late READ late NOTIFY changed FINAL)
    Q_PROPERTY(QString lateWord READ lateWord NOTIFY changed FINAL)
    Q_PROPERTY(QString standard READ standard NOTIFY changed FINAL)
    Q_PROPERTY(QString remark READ remark NOTIFY changed FINAL)
    /// In percent, in steps of ten.
    Q_PROPERTY(int progress READ progress NOTIFY changed FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// Of a task with a quantity, such as 200 a day: how many so far, and the words for the target.
    Q_PROPERTY(int counted READ counted NOTIFY changed FINAL)
    Q_PROPERTY(QString target READ target NOTIFY changed FINAL)
    Q_PROPERTY(QString delayReason READ delayReason WRITE setDelayReason NOTIFY changed FINAL)
    Q_PROPERTY(bool canSaveReason READ canSaveReason NOTIFY changed FINAL)
    Q_PROPERTY(QString comment READ comment WRITE setComment NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::RowModel* comments READ comments CONSTANT FINAL)
    /// `{label, words}` each.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)
    /// `{item, done}` each.
    Q_PROPERTY(QVariantList checklist READ checklist NOTIFY changed FINAL)
    /// What may be done next: `{step, word, main}` each.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed FINAL)

public:
    explicit TaskDetail(Context& context);

    [[nodiscard]] const QString& title() const { return title_; }
    [[nodiscard]] const QString& status() const { return status_; }
    [[nodiscard]] QString statusWord() const;
    [[nodiscard]] bool late() const { return !lateWord_.isEmpty(); }
    [[nodiscard]] const QString& lateWord() const { return lateWord_; }
    [[nodiscard]] const QString& standard() const { return standard_; }
    [[nodiscard]] const QString& remark() const { return remark_; }
    [[nodiscard]] int progress() const { return progress_; }
    [[nodiscard]] bool isOpen() const { return status_ == u"not_started" || status_ == u"in_progress"; }
    [[nodiscard]] int counted() const { return counted_; }
    [[nodiscard]] const QString& target() const { return target_; }
    [[nodiscard]] const QString& delayReason() const { return delayReason_; }
    void setDelayReason(const QString& text);
    [[nodiscard]] bool canSaveReason() const { return delayReason_.trimmed() != savedReason_; }
    [[nodiscard]] const QString& comment() const { return comment_; }
    void setComment(const QString& text);
    [[nodiscard]] RowModel* comments() { return &comments_; }
    [[nodiscard]] const QVariantList& facts() const { return facts_; }
    [[nodiscard]] QVariantList checklist() const;
    [[nodiscard]] QVariantList steps() const;

    using OpenedRecord::open;
    void open(const QString& key) override;
    Q_INVOKABLE void step(const QString& to);
    Q_INVOKABLE void toggle(const QString& item);
    Q_INVOKABLE void setProgress(int percent);
    /// That many more were counted; fewer when negative.
    Q_INVOKABLE void count(int more);
    Q_INVOKABLE void saveDelayReason();
    Q_INVOKABLE void sendComment();

protected:
    QJsonObject content() const override;
    void restore(const QJsonObject& content) override;
    void blank() override;
    QString nameOf(const QJsonObject& content) const override;
    QString textOf(const QJsonObject& content) const override;
    void readForm(Reader& reader) override;

private:
    void take(const Columns& row);
    void takeChecklist(const Columns& row);
    void takeFacts(const Columns& row);
    void readComments(Reader& reader);
    /// One of the two texts is recorded: the draft goes on with the other, or ends.
    void saved();

    QString title_;
    QString status_;
    QString lateWord_;
    QString standard_;
    QString remark_;
    int progress_ = 0;
    int counted_ = 0;
    QString target_;
    QString delayReason_;
    QString savedReason_;
    QString comment_;
    RowModel comments_;
    Id place_;
    QVariantList facts_;
    Entries checklist_;
};

}  // namespace zhixing::client

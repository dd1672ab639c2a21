#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/context.h"
#include "client/viewmodels/photo_list.h"

namespace zhixing::client {

/// One task, opened.
class TaskDetail : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString status READ status NOTIFY changed FINAL)
    Q_PROPERTY(QString statusWord READ statusWord NOTIFY changed FINAL)
    Q_PROPERTY(bool late READ late NOTIFY changed FINAL)
    Q_PROPERTY(QString lateWord READ lateWord NOTIFY changed FINAL)
    /// An edit of it is still on its way to headquarters.
    Q_PROPERTY(bool pending READ pending NOTIFY changed FINAL)
    Q_PROPERTY(QString standard READ standard NOTIFY changed FINAL)
    Q_PROPERTY(QString remark READ remark NOTIFY changed FINAL)
    Q_PROPERTY(QString delayReason READ delayReason NOTIFY changed FINAL)
    /// `{label, words}` each.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)
    /// `{item, done}` each.
    Q_PROPERTY(QVariantList checklist READ checklist NOTIFY changed FINAL)
    /// Added at once, without anything to save.
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    /// What may be done next: `{step, word, main}` each.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed FINAL)

public:
    explicit TaskDetail(Context& context);

    [[nodiscard]] const QString& title() const { return title_; }
    [[nodiscard]] const QString& status() const { return status_; }
    [[nodiscard]] QString statusWord() const;
    [[nodiscard]] bool late() const { return !lateWord_.isEmpty(); }
    [[nodiscard]] const QString& lateWord() const { return lateWord_; }
    [[nodiscard]] bool pending() const { return isPending_; }
    [[nodiscard]] const QString& standard() const { return standard_; }
    [[nodiscard]] const QString& remark() const { return remark_; }
    [[nodiscard]] const QString& delayReason() const { return delayReason_; }
    [[nodiscard]] const QVariantList& facts() const { return facts_; }
    [[nodiscard]] QVariantList checklist() const;
    [[nodiscard]] QVariantList steps() const;
    [[nodiscard]] PhotoList* photos() { return &photos_; }

    Q_INVOKABLE void open(const QString& key);
    Q_INVOKABLE void step(const QString& to);
    Q_INVOKABLE void toggle(const QString& item);
    Q_INVOKABLE void saveDelayReason(const QString& text);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    void take(const Columns& row);

    Id task_;
    QString title_;
    QString status_;
    QString lateWord_;
    bool isPending_ = false;
    QString standard_;
    QString remark_;
    QString delayReason_;
    QVariantList facts_;
    Entries checklist_;
    PhotoList photos_;
};

}  // namespace zhixing::client

#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "client/viewmodels/context.h"
#include "client/viewmodels/draft.h"

namespace zhixing::client {

/// Records what someone on site said (F6).
class FeedbackForm : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QList<QString> kindWords READ kindWords NOTIFY changed FINAL)
    /// Position in kindWords, -1 while not chosen.
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed FINAL)
    /// 1 to 5, 0 while not given.
    Q_PROPERTY(int rating READ rating WRITE setRating NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QString respondent READ respondent WRITE setRespondent NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(bool fromDraft READ fromDraft NOTIFY changed FINAL)

public:
    explicit FeedbackForm(Context& context);

    [[nodiscard]] QStringList kindWords() const;
    [[nodiscard]] int kind() const { return kind_; }
    void setKind(int kind);
    [[nodiscard]] int rating() const { return rating_; }
    void setRating(int rating);
    [[nodiscard]] const QString& text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] const QString& respondent() const { return respondent_; }
    void setRespondent(const QString& respondent);
    [[nodiscard]] bool canSave() const { return kind_ >= 0 && (rating_ > 0 || !text_.trimmed().isEmpty()); }
    [[nodiscard]] bool fromDraft() const { return isFromDraft_; }

    Q_INVOKABLE bool save();
    Q_INVOKABLE void clear();

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] QJsonObject content() const;
    void typed();

    Draft draft_;
    int kind_ = -1;
    int rating_ = 0;
    QString text_;
    QString respondent_;
    bool isFromDraft_ = false;
    Id campaign_;
};

}  // namespace zhixing::client

#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/context.h"
#include "client/viewmodels/draft.h"

namespace zhixing::client {

/// The daily report (F7), filled in from the day's tasks until the person types something else. Filing it again changes
/// the same report.
class ReportForm : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed FINAL)
    Q_PROPERTY(QString done READ done WRITE setDone NOTIFY changed FINAL)
    Q_PROPERTY(QString notDone READ notDone WRITE setNotDone NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help WRITE setHelp NOTIFY changed FINAL)
    Q_PROPERTY(bool isFiled READ isFiled NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(bool fromDraft READ fromDraft NOTIFY changed FINAL)

public:
    explicit ReportForm(Context& context);

    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] const QString& done() const { return done_; }
    void setDone(const QString& text);
    [[nodiscard]] const QString& notDone() const { return notDone_; }
    void setNotDone(const QString& text);
    [[nodiscard]] const QString& help() const { return help_; }
    void setHelp(const QString& text);
    [[nodiscard]] bool isFiled() const { return !report_.isNil(); }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool fromDraft() const { return isFromDraft_; }

    Q_INVOKABLE bool save();
    Q_INVOKABLE void clear();

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] QJsonObject content() const;
    void type(QString& member, const QString& text);
    void prefill(Reader& reader);

    Draft draft_;
    QString done_;
    QString notDone_;
    QString help_;
    bool isTyped_ = false;  ///< the person's own words: no longer filled in
    bool isFromDraft_ = false;
    Id report_;  ///< today's, once filed
    Id campaign_;
};

}  // namespace zhixing::client

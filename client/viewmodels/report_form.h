#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/drafted.h"

namespace zhixing::client {

/// The daily report (F7), filled in from the day's records until the person types something else: what was finished or
/// moved along today, what is not done and why. Filing it again changes the same report.
class ReportForm : public Drafted {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed FINAL)
    Q_PROPERTY(QString done READ done WRITE setDone NOTIFY changed FINAL)
    Q_PROPERTY(QString notDone READ notDone WRITE setNotDone NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help WRITE setHelp NOTIFY changed FINAL)
    Q_PROPERTY(QString next READ next WRITE setNext NOTIFY changed FINAL)
    /// How many rows of the day's records it was filled in from; 0 once the person has typed.
    Q_PROPERTY(int filledIn READ filledIn NOTIFY changed FINAL)
    Q_PROPERTY(bool isFiled READ isFiled NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)

public:
    explicit ReportForm(Context& context);

    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] const QString& done() const { return done_; }
    void setDone(const QString& text);
    [[nodiscard]] const QString& notDone() const { return notDone_; }
    void setNotDone(const QString& text);
    [[nodiscard]] const QString& help() const { return help_; }
    void setHelp(const QString& text);
    [[nodiscard]] const QString& next() const { return next_; }
    void setNext(const QString& text);
    [[nodiscard]] int filledIn() const { return filledIn_; }
    [[nodiscard]] bool isFiled() const { return !report_.isNil(); }
    [[nodiscard]] bool canSave() const;

    Q_INVOKABLE bool save();

protected:
    QJsonObject content() const override;
    void restore(const QJsonObject& content) override;
    void blank() override;
    QString nameOf(const QJsonObject& content) const override;
    QString textOf(const QJsonObject& content) const override;
    void readForm(Reader& reader) override;

private:
    void type(QString& member, const QString& text);
    void readFiled(Reader& reader);
    void prefill(Reader& reader);

    QString done_;
    QString notDone_;
    QString help_;
    QString next_;
    int filledIn_ = 0;
    IdSet tasks_;  ///< that it was filled in from
    Date day_;     ///< of which it is: a draft from yesterday stays yesterday's report
    Id report_;    ///< that day's, once filed
    Id campaign_;
};

}  // namespace zhixing::client

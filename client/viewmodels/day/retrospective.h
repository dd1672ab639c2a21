#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "client/viewmodels/frame/drafted.h"

namespace zhixing::client {

/// The evening on site during an event (每日21:00复盘): filled in from the day's records until the person types
/// something else. One a day and site; holding it again changes the same record.
class Retrospective : public zhixing::client::Drafted {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed FINAL)
    /// Whether this person holds it: whoever leads the site.
    Q_PROPERTY(bool canHold READ canHold NOTIFY changed FINAL)
    Q_PROPERTY(bool isHeld READ isHeld NOTIFY changed FINAL)
    /// Who was on site today.
    Q_PROPERTY(QString attendees READ attendees NOTIFY changed FINAL)
    /// `{label, figure}` each.
    Q_PROPERTY(QVariantList figures READ figures NOTIFY changed FINAL)
    Q_PROPERTY(QString progress READ progress WRITE setProgress NOTIFY changed FINAL)
    Q_PROPERTY(QString problems READ problems WRITE setProblems NOTIFY changed FINAL)
    Q_PROPERTY(QString changes READ changes WRITE setChanges NOTIFY changed FINAL)
    /// What to do tomorrow, one a line.
    Q_PROPERTY(QString actions READ actions WRITE setActions NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)

public:
    /// Under which its draft is kept.
    static constexpr QLatin1String formName{"review/daily"};
    explicit Retrospective(Context& context);

    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] bool canHold() const { return canHold_; }
    [[nodiscard]] bool isHeld() const { return !review_.isNil(); }
    [[nodiscard]] QString attendees() const { return attendeeNames_.join(tr(", ", "between names")); }
    [[nodiscard]] const QVariantList& figures() const { return figures_; }
    [[nodiscard]] const QString& progress() const { return progress_; }
    void setProgress(const QString& text);
    [[nodiscard]] const QString& problems() const { return problems_; }
    void setProblems(const QString& text);
    [[nodiscard]] const QString& changes() const { return changes_; }
    void setChanges(const QString& text);
    [[nodiscard]] const QString& actions() const { return actions_; }
    void setActions(const QString& text);
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
    void readHeld(Reader& reader);
    void readPeople(Reader& reader);
    void readFigures(Reader& reader);
    void prefill(Reader& reader);
    [[nodiscard]] Entries actionEntries() const;

    bool canHold_ = false;
    Id review_;  ///< today's, once held
    Id campaign_;
    Date day_;  ///< of which it is
    IdSet attendees_;
    QStringList attendeeNames_;
    QVariantList figures_;
    QString progress_;
    QString problems_;
    QString changes_;
    QString actions_;
    Entries heldActions_;
};

}  // namespace zhixing::client

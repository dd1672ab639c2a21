#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/opened_record.h"

namespace zhixing::client {

/// Records that something went wrong on site: its kind is enough, everything else can follow.
class IncidentForm : public zhixing::client::Drafted {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `{glyph, word}` each.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed FINAL)
    /// Position in kinds, -1 while not chosen.
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> severityWords READ severityWords NOTIFY changed FINAL)
    Q_PROPERTY(int severity READ severity WRITE setSeverity NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)

public:
    /// Under which its draft is kept.
    static constexpr QLatin1String formName{"incident/new"};
    explicit IncidentForm(Context& context);

    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] int kind() const { return kind_; }
    void setKind(int kind);
    [[nodiscard]] QStringList severityWords() const;
    [[nodiscard]] int severity() const { return severity_; }
    void setSeverity(int severity);
    [[nodiscard]] const QString& text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] PhotoList* photos() { return &photos_; }
    [[nodiscard]] bool canSave() const { return kind_ >= 0 && photos_.busy() == 0; }

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
    int kind_ = -1;
    int severity_ = 1;
    QString text_;
    PhotoList photos_;
    Instant seenAt_;  ///< when it was first noted down; the record's own time
    Id campaign_;
};

/// What went wrong at my sites, open ones first.
class Incidents : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(int openCount READ openCount NOTIFY changed FINAL)

public:
    explicit Incidents(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] int openCount() const { return open_; }

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    RowModel rows_;
    int open_ = 0;
};

/// One incident, opened: what happened, what was done about it, how far it is.
class IncidentDetail : public zhixing::client::OpenedRecord {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString whenWords READ whenWords NOTIFY changed FINAL)
    Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> severityWords READ severityWords NOTIFY changed FINAL)
    Q_PROPERTY(int severity READ severity NOTIFY changed FINAL)
    Q_PROPERTY(QString description READ description WRITE setDescription NOTIFY changed FINAL)
    Q_PROPERTY(QString measures READ measures WRITE setMeasures NOTIFY changed FINAL)
    /// What happened may be changed by whoever wrote it down and by managers; what was done, by everyone.
    Q_PROPERTY(bool canDescribe READ canDescribe NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    /// `{step, word, main}` each.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed FINAL)

public:
    explicit IncidentDetail(Context& context);

    [[nodiscard]] const QString& title() const { return title_; }
    [[nodiscard]] const QString& whenWords() const { return whenWords_; }
    [[nodiscard]] const QString& state() const { return state_; }
    [[nodiscard]] QString stateWord() const;
    [[nodiscard]] QStringList severityWords() const;
    [[nodiscard]] int severity() const { return severity_; }
    [[nodiscard]] const QString& description() const { return description_; }
    void setDescription(const QString& text);
    [[nodiscard]] const QString& measures() const { return measures_; }
    void setMeasures(const QString& text);
    [[nodiscard]] bool canDescribe() const { return canDescribe_; }
    [[nodiscard]] bool canSave() const { return isTyped(); }
    [[nodiscard]] QVariantList steps() const;

    Q_INVOKABLE void grade(int severity);
    Q_INVOKABLE void step(const QString& to);
    Q_INVOKABLE void save();

protected:
    QJsonObject content() const override;
    void restore(const QJsonObject& content) override;
    void blank() override;
    QString nameOf(const QJsonObject& content) const override;
    QString textOf(const QJsonObject& content) const override;
    void readForm(Reader& reader) override;

private:
    QString title_;
    QString whenWords_;
    QString state_;
    bool canDescribe_ = false;
    int severity_ = 1;
    QString description_;
    QString measures_;
};

}  // namespace zhixing::client

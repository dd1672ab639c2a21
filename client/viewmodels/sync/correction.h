#pragma once

#include <map>

#include <QStringList>

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"
#include "sync/wire/operation.h"

namespace zhixing::client {

/// One refused edit, of whatever type, field by field: what was refused and why, each value as it may be typed or chosen,
/// and the way back to headquarters. Nothing leaves the tray before the corrected edit is on disk.
class Correction : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `form` is `text`, `paragraph`, `number`, `place`, `choice`, `set` (several of the choices, their keys with spaces between)
    /// or `shown` (cannot be changed here); `words` and `keys` are the
    /// choices; `text` is what is typed or the chosen key; `fault` is what is wrong with it, in a sentence.
    Q_PROPERTY(zhixing::client::RowModel* fields READ fields CONSTANT FINAL)
    Q_PROPERTY(QString subject READ subject NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)

public:
    explicit Correction(Context& context);

    [[nodiscard]] RowModel* fields() { return &fields_; }
    [[nodiscard]] QString subject() const { return subject_; }
    [[nodiscard]] QString reason() const { return reason_; }

    /// By the number that the tray shows it under. False when it is no longer there.
    Q_INVOKABLE bool open(const QString& counter);
    Q_INVOKABLE void setText(const QString& field, const QString& text);
    /// Takes a choice into a set, or out of it.
    Q_INVOKABLE void toggle(const QString& field, const QString& key);
    /// Asks once where this device is, and fills it in.
    Q_INVOKABLE void findPlace(const QString& field);
    /// Sends the values as they stand. False, with the faults shown, when one of them is none.
    Q_INVOKABLE bool resend();

signals:
    void changed();
    void resent();

private:
    void show();
    /// What may be chosen for a reference, or a set of them.
    struct Choices {
        QStringList words, keys;
    };
    [[nodiscard]] Choices choicesOf(Reader& reader, const Field& field, const QString& chosen) const;
    [[nodiscard]] QString textOf(const sync::FieldChange& change) const;
    [[nodiscard]] RowModel::Row row(Reader& reader, const sync::FieldChange& change) const;

    Context& context_;
    RowModel fields_;
    sync::Operation operation_;
    std::map<QString, QString> typed_;
    std::map<QString, QString> faults_;
    QString refusedField_;
    QString subject_;
    QString reason_;
};

}  // namespace zhixing::client

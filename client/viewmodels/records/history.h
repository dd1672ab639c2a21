#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"
#include "sync/wire/messages.h"

namespace zhixing::client {

/// How one record came to be what it is: who changed which field when, from which device, and what it replaced; newest
/// first. It is read from this device alone: what headquarters told when it was last asked, and what was done here. What is
/// missing is said, never guessed; opening it asks headquarters for the rest.
class History : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `changes` is one line per field; `light` is `none`, or `amber` for what headquarters has not confirmed.
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QString subject READ subject NOTIFY changed FINAL)
    /// How complete this is, and as of when.
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)

public:
    explicit History(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] QString subject() const { return subject_; }
    [[nodiscard]] QString note() const { return note_; }

    /// `type` is the catalog's name of it.
    Q_INVOKABLE void open(const QString& type, const QString& key);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] RowModel::Row row(Reader& reader, const sync::HistoryEntry& entry, bool isConfirmed) const;
    [[nodiscard]] QString changesOf(Reader& reader, const sync::HistoryEntry& entry) const;
    [[nodiscard]] QString noteFor(Reader& reader, bool isOffline) const;

    const RecordType* type_ = nullptr;
    Id record_;
    Id ownDevice_;
    RowModel rows_;
    QString subject_;
    QString note_;
};

}  // namespace zhixing::client

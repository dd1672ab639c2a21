#pragma once

#include <QtQml/qqmlregistration.h>

#include <QVariantList>

#include "client/viewmodels/frame/context.h"

namespace zhixing::client {

/// Any record as this device has it, field by field and in words: for what has no page of its own.
class RecordDetail : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString type READ type NOTIFY changed FINAL)
    Q_PROPERTY(QString key READ key NOTIFY changed FINAL)
    /// What kind of record it is, and what it is called.
    Q_PROPERTY(QString kindWord READ kindWord NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// Where it belongs: its campaign and its place.
    Q_PROPERTY(QString where READ where NOTIFY changed FINAL)
    Q_PROPERTY(QString campaign READ campaign NOTIFY changed FINAL)
    /// `{label, words}` of every field that is set.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY changed FINAL)
    Q_PROPERTY(bool pending READ pending NOTIFY changed FINAL)

public:
    explicit RecordDetail(Context& context);

    [[nodiscard]] QString type() const;
    [[nodiscard]] QString key() const { return keyOf(record_); }
    [[nodiscard]] QString kindWord() const;
    [[nodiscard]] const QString& title() const { return title_; }
    [[nodiscard]] const QString& where() const { return where_; }
    [[nodiscard]] const QString& campaign() const { return campaign_; }
    [[nodiscard]] const QVariantList& fields() const { return fields_; }
    [[nodiscard]] bool pending() const { return isPending_; }

    /// `type` is the catalog's name of it.
    Q_INVOKABLE void open(const QString& type, const QString& key);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    void readWhere(Reader& reader, const Record& record);
    void readFields(Reader& reader, const Record& record);

    const RecordType* type_ = nullptr;
    Id record_;
    QString title_;
    QString where_;
    QString campaign_;
    QVariantList fields_;
    bool isPending_ = false;
};

}  // namespace zhixing::client

#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/context.h"
#include "client/viewmodels/row_model.h"

namespace zhixing::client {

/// The truth about this device and headquarters, in words: connection, what waits, the last agreement; the outbox, the
/// needs-you tray and the conflicts, with what a person can do about them.
class SyncModel : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `off`, `connecting`, `connected`, `unreachable` or `refused`.
    Q_PROPERTY(QString link READ link NOTIFY changed FINAL)
    Q_PROPERTY(QString light READ light NOTIFY changed FINAL)
    /// A few words: connection and items waiting.
    Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
    /// A few words: the last agreement with headquarters.
    Q_PROPERTY(QString agreement READ agreement NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed FINAL)
    Q_PROPERTY(QString server READ server NOTIFY changed FINAL)
    Q_PROPERTY(bool agreed READ agreed NOTIFY changed FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(int needsYou READ needsYou NOTIFY changed FINAL)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::RowModel* outbox READ outbox CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* tray READ tray CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* conflicts READ conflicts CONSTANT FINAL)

public:
    explicit SyncModel(Context& context);

    [[nodiscard]] QString link() const;
    [[nodiscard]] QString light() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString agreement() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString server() const { return status().server; }
    [[nodiscard]] bool agreed() const { return status().agreed && status().waiting == 0; }
    [[nodiscard]] int waiting() const { return status().waiting; }
    [[nodiscard]] int needsYou() const { return status().needsYou; }
    [[nodiscard]] int conflictCount() const { return conflicts_.count(); }
    [[nodiscard]] RowModel* outbox() { return &outbox_; }
    [[nodiscard]] RowModel* tray() { return &tray_; }
    [[nodiscard]] RowModel* conflicts() { return &conflicts_; }

    Q_INVOKABLE void setOnline(bool online);
    Q_INVOKABLE void resend(const QString& counter);
    Q_INVOKABLE void discard(const QString& counter);
    /// Settles a conflict: the value that was not taken (`other`), or the one that stands.
    Q_INVOKABLE void resolve(const QString& conflict, bool other);

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] const SyncStatus& status() const { return context().gateway().status(); }
    void readOutbox(Reader& reader);
    void readTray(Reader& reader);
    void readConflicts(Reader& reader);
    /// What an operation is about, and what it changes.
    [[nodiscard]] QString subject(Reader& reader, const sync::Operation& operation) const;
    [[nodiscard]] QString changes(const sync::Operation& operation) const;
    [[nodiscard]] QString valueWords(Reader& reader, const QString& type, const QString& field,
                                     const QString& json) const;
    [[nodiscard]] Gateway::Done report(const QString& done);

    RowModel outbox_;
    RowModel tray_;
    RowModel conflicts_;
};

}  // namespace zhixing::client

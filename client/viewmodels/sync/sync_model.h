#pragma once

#include <QtQml/qqmlregistration.h>
#include <QUrl>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// The truth about this device and headquarters, in words: connection, what waits, the last agreement; the
/// needs-you tray and what was thrown away from it, with what a person can do about them.
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
    /// The name of headquarters' server, as people say it: without protocol, port and path.
    Q_PROPERTY(QString server READ server NOTIFY changed FINAL)
    Q_PROPERTY(bool agreed READ agreed NOTIFY changed FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(int needsYou READ needsYou NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::RowModel* tray READ tray CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* discarded READ discarded CONSTANT FINAL)

public:
    explicit SyncModel(Context& context);

    [[nodiscard]] QString link() const;
    [[nodiscard]] QString light() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString agreement() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString server() const { return QUrl(status().server).host(); }
    [[nodiscard]] bool agreed() const { return status().agreed && status().waiting == 0; }
    [[nodiscard]] int waiting() const { return status().waiting; }
    [[nodiscard]] int needsYou() const { return status().needsYou; }
    [[nodiscard]] RowModel* tray() { return &tray_; }
    [[nodiscard]] RowModel* discarded() { return &discarded_; }

    Q_INVOKABLE void setOnline(bool online);
    Q_INVOKABLE void resend(const QString& counter);
    Q_INVOKABLE void discard(const QString& counter);
    Q_INVOKABLE void restore(const QString& counter);
    /// Writes the tray to a new file among the person's documents and says where.
    Q_INVOKABLE void exportTray();

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] const SyncStatus& status() const { return context().gateway().status(); }
    void readTray(Reader& reader);
    void readDiscarded(Reader& reader);
    [[nodiscard]] Gateway::Done report(const QString& done);

    RowModel tray_;
    RowModel discarded_;
};

}  // namespace zhixing::client

#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// Where everything is that was recorded on this device and is not settled: in one list, each with one of six states
/// (`draft`, `waiting`, `sending`, `delivered`, `returned`, `needsYou`), what it is, its size, what keeps it and when it is
/// tried again. What needs a person comes first, what was delivered lately last.
class Outbox : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// How many are in the states that are not `delivered`.
    Q_PROPERTY(int openCount READ openCount NOTIFY changed FINAL)
    /// What happens next and when, in a sentence: `No connection. Next try at 10:32.`
    Q_PROPERTY(QString next READ next NOTIFY changed FINAL)
    /// How many wait and their bytes; empty when none does.
    Q_PROPERTY(QString amount READ amount NOTIFY changed FINAL)

public:
    explicit Outbox(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] int openCount() const { return openCount_; }
    [[nodiscard]] QString next() const;
    [[nodiscard]] QString amount() const;

    /// Tries now, and says what comes of it: every tap is answered.
    Q_INVOKABLE void tryNow();
    /// Writes everything that is not settled into a new file among the person's documents and says where.
    Q_INVOKABLE void exportAll();

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    using Rows = std::vector<RowModel::Row>;
    void readTray(Reader& reader, Rows& rows) const;
    void readReturned(Reader& reader, Rows& rows) const;
    void readDrafts(Reader& reader, Rows& rows) const;
    void readWaiting(Reader& reader, Rows& rows);
    void readPhotos(Reader& reader, Rows& rows);
    void readDelivered(Reader& reader, Rows& rows) const;
    [[nodiscard]] bool isConnected() const;

    RowModel rows_;
    int openCount_ = 0;
    int waitingCount_ = 0;
    std::int64_t waitingBytes_ = 0;
};

}  // namespace zhixing::client

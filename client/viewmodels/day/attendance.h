#pragma once

#include <optional>

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"
#include "shared/model/value.h"

namespace zhixing::client {

/// Who is on duty at my site today, and my own arrival and leaving. A position may go with them: it is found only when
/// asked for, shown with its accuracy before anything is saved, and never required.
class Attendance : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed FINAL)
    /// `away`, `here` or `left`.
    Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString duty READ duty NOTIFY changed FINAL)
    /// The others on today's roster.
    Q_PROPERTY(zhixing::client::RowModel* roster READ roster CONSTANT FINAL)
    Q_PROPERTY(int arrivedCount READ arrivedCount NOTIFY changed FINAL)
    /// `none`, `finding`, `found` or `failed`.
    Q_PROPERTY(QString place READ place NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString placeWords READ placeWords NOTIFY placeChanged FINAL)

public:
    explicit Attendance(Context& context);

    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] const QString& duty() const { return duty_; }
    [[nodiscard]] RowModel* roster() { return &roster_; }
    [[nodiscard]] int arrivedCount() const { return arrived_; }
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString placeWords() const;

    Q_INVOKABLE void findPlace();
    Q_INVOKABLE void dropPlace();
    Q_INVOKABLE void arrive();
    Q_INVOKABLE void leave();
    /// Somebody without a device of their own has come.
    Q_INVOKABLE void arriveFor(const QString& key);

signals:
    void changed();
    void placeChanged();

protected:
    void read(Reader& reader) override;

private:
    void takeRoster(const Columns& row, std::vector<RowModel::Row>& rows);

    RowModel roster_;
    Id campaign_;
    Id mine_;  ///< my row of the roster; nil when I am not on it and have not come
    Instant arrivedAt_;
    Instant leftAt_;
    QString duty_;
    int arrived_ = 0;
    bool isFinding_ = false;
    std::optional<Place> place_;
    QString placeFault_;
};

}  // namespace zhixing::client

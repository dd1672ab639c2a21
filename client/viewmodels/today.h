#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/context.h"
#include "client/viewmodels/row_model.h"

namespace zhixing::client {

/// The day at a glance: what is missing, what is to be done, what has been recorded.
class Today : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString date READ date NOTIFY changed FINAL)
    Q_PROPERTY(QString weekday READ weekday NOTIFY changed FINAL)
    /// What to do before leaving work; each row leads to a page.
    Q_PROPERTY(zhixing::client::RowModel* missing READ missing CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* tasks READ tasks CONSTANT FINAL)
    Q_PROPERTY(QString spent READ spent NOTIFY changed FINAL)
    Q_PROPERTY(int feedbackCount READ feedbackCount NOTIFY changed FINAL)
    Q_PROPERTY(int doneCount READ doneCount NOTIFY changed FINAL)

public:
    explicit Today(Context& context);

    [[nodiscard]] QString date() const;
    [[nodiscard]] QString weekday() const;
    [[nodiscard]] RowModel* missing() { return &missing_; }
    [[nodiscard]] RowModel* tasks() { return &tasks_; }
    [[nodiscard]] const QString& spent() const { return spent_; }
    [[nodiscard]] int feedbackCount() const { return feedback_; }
    [[nodiscard]] int doneCount() const { return done_; }

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    void readMissing(Reader& reader);
    void readTasks(Reader& reader);
    void readFigures(Reader& reader);
    /// The first millisecond of today in the organisation's zone.
    [[nodiscard]] std::int64_t startOfDay() const;

    RowModel missing_;
    RowModel tasks_;
    QString spent_;
    int feedback_ = 0;
    int done_ = 0;
};

}  // namespace zhixing::client

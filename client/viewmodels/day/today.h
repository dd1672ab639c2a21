#pragma once

#include <QtQml/qqmlregistration.h>
#include <QTimer>

#include "client/viewmodels/day/site_day.h"
#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// The day at a glance: what is missing, what is to be done, what has been recorded.
class Today : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString date READ date NOTIFY changed FINAL)
    Q_PROPERTY(QString weekday READ weekday NOTIFY changed FINAL)
    /// The campaign that is on, and which of its days this is; empty between campaigns.
    Q_PROPERTY(QString occasion READ occasion NOTIFY changed FINAL)
    Q_PROPERTY(QString occasionDay READ occasionDay NOTIFY changed FINAL)
    /// People are on site these days.
    Q_PROPERTY(bool isEvent READ isEvent NOTIFY changed FINAL)
    /// The evening's retrospective on site has been written.
    Q_PROPERTY(bool retrospectiveIsHeld READ retrospectiveIsHeld NOTIFY changed FINAL)
    /// What to do before leaving work; each row leads to a page.
    Q_PROPERTY(zhixing::client::RowModel* missing READ missing CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* tasks READ tasks CONSTANT FINAL)
    /// Monday to Sunday of this week: `day`, `words` for what is due, `isToday`, `isPast`, `isLate` when overdue.
    Q_PROPERTY(zhixing::client::RowModel* week READ week CONSTANT FINAL)
    Q_PROPERTY(QString spent READ spent NOTIFY changed FINAL)
    Q_PROPERTY(int feedbackCount READ feedbackCount NOTIFY changed FINAL)
    Q_PROPERTY(int doneCount READ doneCount NOTIFY changed FINAL)

public:
    explicit Today(Context& context);

    [[nodiscard]] QString date() const;
    [[nodiscard]] QString weekday() const;
    [[nodiscard]] const QString& occasion() const { return campaign_.name; }
    [[nodiscard]] QString occasionDay() const;
    [[nodiscard]] bool isEvent() const { return campaign_.isEvent; }
    [[nodiscard]] bool retrospectiveIsHeld() const { return retrospectiveIsHeld_; }
    [[nodiscard]] RowModel* missing() { return &missing_; }
    [[nodiscard]] RowModel* tasks() { return &tasks_; }
    [[nodiscard]] RowModel* week() { return &week_; }
    [[nodiscard]] const QString& spent() const { return spent_; }
    [[nodiscard]] int feedbackCount() const { return feedback_; }
    [[nodiscard]] int doneCount() const { return done_; }

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    using Rows = std::vector<RowModel::Row>;
    void readMissing(Reader& reader);
    void addMoney(Reader& reader, Rows& rows) const;
    void addDuty(Reader& reader, Rows& rows) const;
    void addOpen(Reader& reader, Rows& rows) const;
    void addReports(Reader& reader, Rows& rows) const;
    void readRetrospective(Reader& reader);
    void readTasks(Reader& reader);
    void readWeek(Reader& reader);
    void readFigures(Reader& reader);
    [[nodiscard]] std::int64_t startOfDay() const { return site_day::startOf(context().today()).ms; }

    static constexpr int weekTitlesMax = 2;  ///< tasks named for one day; further ones are counted
    static constexpr int minuteMs = 60'000;
    QTimer minute_;  ///< what is missing changes with the clock, not only with the records
    RowModel missing_;
    RowModel tasks_;
    RowModel week_;
    site_day::Campaign campaign_;
    bool retrospectiveIsHeld_ = false;
    QString spent_;
    int feedback_ = 0;
    int done_ = 0;
};

}  // namespace zhixing::client

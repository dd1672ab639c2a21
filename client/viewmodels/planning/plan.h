#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/planning/campaign_table.h"
#include "shared/rules/schedule.h"

namespace zhixing::client {

/// The chosen campaign's plan: its tasks as the rows of the plan table (F1), of the progress table (F5) and of the Gantt
/// chart, with what their order says about their dates. What is changed is recorded at once and can be taken back.
class Plan : public zhixing::client::CampaignTable {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// Its tasks belong to modules of a strategy; those of an event belong to phases.
    Q_PROPERTY(bool hasModules READ hasModules NOTIFY changed FINAL)
    /// The days a chart of it spans, counted from 1970, and the day it is.
    Q_PROPERTY(int firstDay READ firstDay NOTIFY changed FINAL)
    Q_PROPERTY(int lastDay READ lastDay NOTIFY changed FINAL)
    Q_PROPERTY(int today READ today NOTIFY changed FINAL)
    Q_PROPERTY(QList<int> holidays READ holidays NOTIFY changed FINAL)
    Q_PROPERTY(QList<int> workdays READ workdays NOTIFY changed FINAL)
    /// How many tasks begin before what they wait for has ended, and how many stand otherwise than when it was frozen.
    Q_PROPERTY(int clashCount READ clashCount NOTIFY changed FINAL)
    Q_PROPERTY(bool isFrozen READ isFrozen NOTIFY changed FINAL)
    Q_PROPERTY(QString standing READ standing NOTIFY changed FINAL)
    /// Whom a task may be given, and the states it may be in: `{value, label}` each.
    Q_PROPERTY(QVariantList people READ people NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList states READ states NOTIFY changed FINAL)

public:
    Plan(Context& context, Campaigns& campaigns);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] bool hasModules() const { return hasModules_; }
    [[nodiscard]] int firstDay() const { return static_cast<int>(firstDay_.days); }
    [[nodiscard]] int lastDay() const { return static_cast<int>(lastDay_.days); }
    [[nodiscard]] int today() const { return static_cast<int>(context().today().days); }
    [[nodiscard]] QList<int> holidays() const { return holidays_; }
    [[nodiscard]] QList<int> workdays() const { return workdays_; }
    [[nodiscard]] int clashCount() const { return clashes_; }
    [[nodiscard]] bool isFrozen() const { return frozen_ > 0; }
    [[nodiscard]] QString standing() const;
    [[nodiscard]] QVariantList people() const { return people_; }
    [[nodiscard]] QVariantList states() const;

    /// Takes what was typed into a field of a task's row; `after` is typed as row numbers. Returns what is wrong with it.
    Q_INVOKABLE [[nodiscard]] QString edit(const QString& key, const QString& field, const QString& text);
    /// Gives a task other days; what waits for it is pushed as far as needed.
    Q_INVOKABLE void move(const QString& key, int startDay, int dueDay);
    Q_INVOKABLE void add(const QString& title);
    /// Keeps the present dates as what later ones are compared with.
    Q_INVOKABLE void freeze();
    /// A day counted from 1970 as people say it, with its weekday.
    Q_INVOKABLE [[nodiscard]] QString dayWords(int day) const;

    static constexpr int rowsMax = 10'000;
    static constexpr int daysMax = 3'660;

protected:
    void readTable(Reader& reader) override;

private:
    /// A row as it is read; what follows from all of them together is added afterwards.
    struct Task {
        RowModel::Row row;
        rules::Activity activity;
        IdSet after;
        std::optional<Date> baselineStart;
        std::optional<Date> baselineDue;
        QString status;
    };

    void readCalendar(Reader& reader);
    void readPeople(Reader& reader);
    [[nodiscard]] std::vector<Task> readTasks(Reader& reader);
    void link(std::vector<Task>& tasks);
    void measure(const std::vector<Task>& tasks);
    [[nodiscard]] QString setAfter(std::size_t position, const QString& text);
    [[nodiscard]] std::optional<std::size_t> positionOf(const QString& key) const;

    RowModel rows_;
    std::vector<rules::Activity> activities_;  ///< in the order of the rows
    rules::WorkCalendar calendar_;
    QList<int> holidays_;
    QList<int> workdays_;
    QVariantList people_;
    Date year_;  ///< days of its year are shown without it
    Date firstDay_;
    Date lastDay_;
    int clashes_ = 0;
    int frozen_ = 0;
    int shifted_ = 0;
    bool hasModules_ = false;
};

}  // namespace zhixing::client

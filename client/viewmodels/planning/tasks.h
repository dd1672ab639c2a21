#pragma once

#include <string_view>

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// The columns every list of tasks reads, and how they become roles. One place, so that a task looks the same everywhere.
namespace task_rows {
[[nodiscard]] std::vector<QByteArray> roles();
/// `SELECT …` up to and including the joins; add WHERE and ORDER BY. `more` begins with a comma and follows the columns,
/// which are `columnCount`.
inline constexpr int columnCount = 17;
[[nodiscard]] std::string select(const std::string& more = {});
[[nodiscard]] RowModel::Row row(const Columns& columns, Date today);
/// Holds for a task `t` whose campaign goes on. When a campaign is over, what was not done in it is neither due nor late; it
/// stays open in the plan, and says that its campaign is over.
inline constexpr std::string_view goesOn =
    " NOT EXISTS (SELECT 1 FROM campaign over WHERE over.id = t.campaign AND over.state IN ('finished', 'archived', "
    "'cancelled')) ";
[[nodiscard]] bool isOver(const QString& campaignState);
/// The common table `mine(id)`: the person's own node (?1) and everything below it.
[[nodiscard]] std::string mine();
}  // namespace task_rows

/// The tasks of my sites, and mine wherever they are: open, late or done.
class Tasks : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// `open`, `late` or `done`.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(int openCount READ openCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int lateCount READ lateCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int doneCount READ doneCount NOTIFY countsChanged FINAL)

public:
    explicit Tasks(Context& context);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] const QString& filter() const { return filter_; }
    void setFilter(const QString& filter);
    [[nodiscard]] int openCount() const { return open_; }
    [[nodiscard]] int lateCount() const { return late_; }
    [[nodiscard]] int doneCount() const { return done_; }

    /// Moves a task along: `in_progress`, `done`, `not_started` or `cancelled`.
    Q_INVOKABLE void step(const QString& key, const QString& to);

signals:
    void filterChanged();
    void countsChanged();

protected:
    void read(Reader& reader) override;

private:
    RowModel rows_;
    QString filter_ = QStringLiteral("open");
    int open_ = 0;
    int late_ = 0;
    int done_ = 0;
};

}  // namespace zhixing::client

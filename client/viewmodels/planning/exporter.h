#pragma once

#include <atomic>

#include <QtQml/qqmlregistration.h>
#include <QThreadPool>
#include <QUrl>

#include "client/store/feedback_export.h"
#include "client/viewmodels/planning/budget.h"
#include "client/viewmodels/planning/campaigns.h"
#include "client/viewmodels/planning/plan.h"
#include "client/viewmodels/planning/raci.h"
#include "client/viewmodels/planning/targets.h"
#include "shared/exchange/table.h"

namespace zhixing::client {

/// What leaves the device as a file: feedback (F6) over all editions of its questionnaires, the plan in the columns of F1 or
/// F5, the budget in those of F2 or F4, the targets (F8), who does what (F9). The file is written elsewhere than on the UI's
/// thread, can be stopped, and is there whole or not at all; what happened is said here and stays said until the next one.
class Exporter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// How much of it is written, 0 to 1.
    Q_PROPERTY(double share READ share NOTIFY changed FINAL)
    /// What happened, in words; empty before the first.
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)
    /// The file that was written last; empty when that failed.
    Q_PROPERTY(QUrl file READ file NOTIFY changed FINAL)
    Q_PROPERTY(bool hasFile READ hasFile NOTIFY changed FINAL)

public:
    Exporter(Context& context, Campaigns& campaigns, Plan& plan, Targets& targets, Budget& budget, Raci& raci);
    ~Exporter() override;

    [[nodiscard]] bool busy() const { return isBusy_; }
    [[nodiscard]] double share() const { return share_; }
    [[nodiscard]] const QString& outcome() const { return outcome_; }
    [[nodiscard]] bool failed() const { return hasFailed_; }
    [[nodiscard]] const QUrl& file() const { return file_; }
    [[nodiscard]] bool hasFile() const { return !file_.isEmpty(); }

    /// A file that is not there yet, among the person's documents, for `what` (`feedback`, `plan`, `progress`, `targets`,
    /// `budget`, `gantt`, `raci`), ending in `ending`.
    Q_INVOKABLE [[nodiscard]] QUrl suggested(const QString& what, const QString& ending) const;
    /// Writes it as the file's ending says: `.xlsx`, otherwise CSV.
    Q_INVOKABLE void write(const QString& what, const QUrl& file);
    Q_INVOKABLE void cancel() { isCancelled_ = true; }
    /// Forgets what was said of the last one.
    Q_INVOKABLE void clear();
    /// Somebody else has drawn the file, or failed to.
    Q_INVOKABLE void drawn(const QUrl& file, bool isWritten);
    /// Shows it in the program the system has for it, or the folder it is in.
    Q_INVOKABLE bool show(bool itsFolder);

signals:
    void changed();

private:
    struct Outcome {
        QUrl file;
        Result<ExportedRows> rows;
        bool isFeedback = false;
    };
    [[nodiscard]] QString nameOf(const QString& what) const;
    [[nodiscard]] exchange::Table tableOf(const QString& what) const;
    [[nodiscard]] exchange::Table planTable() const;
    [[nodiscard]] exchange::Table progressTable() const;
    [[nodiscard]] exchange::Table targetsTable() const;
    [[nodiscard]] exchange::Table budgetTable() const;
    [[nodiscard]] exchange::Table raciTable() const;
    void writeFeedback(const QUrl& file);
    void writeTable(const QUrl& file, const exchange::Table& table);
    void finish(const Outcome& outcome);

    Context& context_;
    Campaigns& campaigns_;
    Plan& plan_;
    Targets& targets_;
    Budget& budget_;
    Raci& raci_;
    bool isBusy_ = false;
    double share_ = 0;
    QString outcome_;
    bool hasFailed_ = false;
    QUrl file_;
    std::atomic<bool> isCancelled_ = false;
    QThreadPool pool_;
};

}  // namespace zhixing::client

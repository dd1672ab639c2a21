#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/planning/campaign_table.h"
#include "shared/rules/responsibility.h"

namespace zhixing::client {

/// Who does (R), decides (A), advises on (C) and hears of (I) each task of the chosen campaign, as a matrix of tasks and
/// people; a task that nobody or several people decide stands out.
class Raci : public zhixing::client::CampaignTable {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// `cells` holds a letter, or nothing, for each of `people`, in their order.
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// `{value, label}` each.
    Q_PROPERTY(QVariantList people READ people NOTIFY changed FINAL)
    Q_PROPERTY(int gapCount READ gapCount NOTIFY changed FINAL)
    Q_PROPERTY(QString standing READ standing NOTIFY changed FINAL)

public:
    Raci(Context& context, Campaigns& campaigns);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] QVariantList people() const { return people_; }
    [[nodiscard]] int gapCount() const { return gaps_; }
    [[nodiscard]] QString standing() const;

    /// Gives the person that part in the task; an empty letter takes any away. One person has one part.
    Q_INVOKABLE void set(int row, int person, const QString& letter);

protected:
    void readTable(Reader& reader) override;

private:
    struct Task {
        Id id;
        QString title;
        bool isOpen = true;
        Id owner;
        IdSet deputies, accountable, consulted, informed;
    };

    [[nodiscard]] static QString letterOf(const Task& task, const Id& person);
    [[nodiscard]] static QString gapWord(rules::ResponsibilityGap gap);

    RowModel rows_;
    std::vector<Task> tasks_;
    QVariantList people_;
    int gaps_ = 0;
};

}  // namespace zhixing::client

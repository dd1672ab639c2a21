#pragma once

#include <QtQml/qqmlregistration.h>
#include <QJsonObject>

#include "client/viewmodels/planning/campaigns.h"

namespace zhixing::client {

/// What a new campaign is made from, and how a good one becomes the next one's beginning.
///
/// A template's `outline` is a line of JSON for each record to make: `type` is `task`, `budget_line` or `objective`, other keys
/// are fields with the values one would type (money in yuan). Days are counted from the campaign's first: `from` and `to`.
/// `after` names the tasks it waits for by their place among the outline's tasks, the first being 1.
class Templates : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool mayPlan READ mayPlan NOTIFY changed FINAL)

public:
    Templates(Context& context, Campaigns& campaigns);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] bool mayPlan() const { return mayPlan_; }

    /// Makes a campaign that begins on `firstDay` (2025-10-16). Returns what is wrong with what was typed, or nothing.
    Q_INVOKABLE [[nodiscard]] QString start(const QString& key, const QString& name, const QString& firstDay);
    /// Keeps the chosen campaign's plan and budget as a template, the next edition where there is one of that name.
    Q_INVOKABLE void keep();

    static constexpr int linesMax = 500;

signals:
    void changed();
    /// A campaign was made; it is in the list as soon as the rows say so.
    void started();

protected:
    void read(Reader& reader) override;

private:
    struct Outline {
        std::vector<sync::Edit> edits;
        int tasks = 0;
    };

    [[nodiscard]] Outline outlineOf(const QString& text, const Id& campaign, Date firstDay);
    [[nodiscard]] static bool fillFields(const RecordType& type, const QJsonObject& line, Context::Values& values);
    [[nodiscard]] static QString contents(const QString& outline);
    [[nodiscard]] QString outlineFrom(Reader& reader, const Id& campaign, Date firstDay) const;

    Campaigns& campaigns_;
    RowModel rows_;
    bool mayPlan_ = false;
};

}  // namespace zhixing::client

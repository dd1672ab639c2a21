#pragma once

#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include "client/viewmodels/planning/campaign_table.h"

namespace zhixing::client {

/// The chosen campaign's budget (F2, F4), line by line: budget, approved, waiting, left; and the totals, which are the sums of
/// the lines shown and nothing else. What the rules say about it stands beside: the share of the contingency, a line whose
/// quantity times price is something else, one that goes past its ceiling.
class Budget : public zhixing::client::CampaignTable {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* lines READ lines CONSTANT FINAL)
    Q_PROPERTY(QString total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString approved READ approved NOTIFY changed FINAL)
    Q_PROPERTY(QString pending READ pending NOTIFY changed FINAL)
    Q_PROPERTY(QString remaining READ remaining NOTIFY changed FINAL)
    Q_PROPERTY(double approvedShare READ approvedShare NOTIFY changed FINAL)
    Q_PROPERTY(double pendingShare READ pendingShare NOTIFY changed FINAL)
    Q_PROPERTY(QString light READ light NOTIFY changed FINAL)
    Q_PROPERTY(QString lightWord READ lightWord NOTIFY changed FINAL)
    /// The contingency's share of the whole, and whether it is within what the policy says.
    Q_PROPERTY(QString contingency READ contingency NOTIFY changed FINAL)
    Q_PROPERTY(QString contingencyLight READ contingencyLight NOTIFY changed FINAL)
    /// Some line has an amount from when the plan was frozen; then their sum, and by how much the budget is another now.
    Q_PROPERTY(bool isFrozen READ isFrozen NOTIFY changed FINAL)
    Q_PROPERTY(QString frozen READ frozen NOTIFY changed FINAL)
    Q_PROPERTY(QString variance READ variance NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList categories READ categories NOTIFY changed FINAL)

public:
    /// What a line or a whole budget comes to, in fen.
    struct Sums {
        std::int64_t budget = 0;
        std::int64_t approved = 0;
        std::int64_t pending = 0;
        [[nodiscard]] std::int64_t remaining() const { return budget - approved - pending; }
        [[nodiscard]] double share(std::int64_t part) const;
        /// `red` when exceeded, `amber` when less than a tenth is left, `none` without a budget.
        [[nodiscard]] QString light() const;
    };

    Budget(Context& context, Campaigns& campaigns);

    [[nodiscard]] const Sums& sums() const { return sums_; }

    [[nodiscard]] RowModel* lines() { return &lines_; }
    [[nodiscard]] QString total() const;
    [[nodiscard]] QString approved() const;
    [[nodiscard]] QString pending() const;
    [[nodiscard]] QString remaining() const;
    [[nodiscard]] double approvedShare() const { return sums_.share(sums_.approved); }
    [[nodiscard]] double pendingShare() const { return sums_.share(sums_.pending); }
    [[nodiscard]] QString light() const { return sums_.light(); }
    [[nodiscard]] QString lightWord() const;
    [[nodiscard]] const QString& contingency() const { return contingency_; }
    [[nodiscard]] const QString& contingencyLight() const { return contingencyLight_; }
    [[nodiscard]] bool isFrozen() const { return frozen_.has_value(); }
    [[nodiscard]] QString frozen() const;
    [[nodiscard]] QString variance() const;
    [[nodiscard]] QVariantList categories() const;

    /// Takes what was typed into a field of a line; `price` is typed as `50 × 100`. Returns what is wrong with it.
    Q_INVOKABLE [[nodiscard]] QString edit(const QString& key, const QString& field, const QString& text);
    Q_INVOKABLE void add(const QString& item);
    /// Keeps the present amounts as what later ones are compared with.
    Q_INVOKABLE void freeze();

protected:
    void readTable(Reader& reader) override;

private:
    [[nodiscard]] static QString wordFor(const QString& light);
    void judgeContingency(Reader& reader, std::int64_t contingencyFen);
    [[nodiscard]] QString setPrice(const Id& line, const QString& text);

    RowModel lines_;
    Sums sums_;
    std::optional<std::int64_t> frozen_;  ///< fen, of the lines that were frozen
    QString contingency_;
    QString contingencyLight_ = QStringLiteral("none");
};

}  // namespace zhixing::client

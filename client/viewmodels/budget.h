#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/context.h"
#include "client/viewmodels/row_model.h"

namespace zhixing::client {

/// One campaign's budget (F2, F4), line by line: budget, approved, waiting, left; and the totals, which are the sums of
/// the lines shown and nothing else.
class Budget : public Live {
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

    explicit Budget(Context& context);

    void setCampaign(const Id& campaign);

    [[nodiscard]] RowModel* lines() { return &lines_; }
    [[nodiscard]] QString total() const;
    [[nodiscard]] QString approved() const;
    [[nodiscard]] QString pending() const;
    [[nodiscard]] QString remaining() const;
    [[nodiscard]] double approvedShare() const { return sums_.share(sums_.approved); }
    [[nodiscard]] double pendingShare() const { return sums_.share(sums_.pending); }
    [[nodiscard]] QString light() const { return sums_.light(); }
    [[nodiscard]] QString lightWord() const;

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] static QString wordFor(const QString& light);

    Id campaign_;
    RowModel lines_;
    Sums sums_;
};

}  // namespace zhixing::client

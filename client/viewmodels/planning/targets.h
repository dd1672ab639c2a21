#pragma once

#include <map>

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/planning/campaign_table.h"

namespace zhixing::client {

/// The chosen campaign's targets as a tree: each total, and beneath it its parts by market, channel, product, user or time.
/// The parts of one dimension must add up to the whole, and every target should be complete; what is amiss stands beside it.
class Targets : public zhixing::client::CampaignTable {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// Targets, and for each dimension of one a row that says whether its parts add up (`isSum`).
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QString standing READ standing NOTIFY changed FINAL)
    Q_PROPERTY(int faultCount READ faultCount NOTIFY changed FINAL)

public:
    Targets(Context& context, Campaigns& campaigns);

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] QString standing() const;
    [[nodiscard]] int faultCount() const { return faults_; }

    Q_INVOKABLE [[nodiscard]] QString edit(const QString& key, const QString& field, const QString& text);
    /// A new part beneath the target (or the sum row) of `key`, in its dimension; without one, a new total.
    Q_INVOKABLE void add(const QString& key, const QString& name);

    static constexpr int depthMax = 6;

protected:
    void readTable(Reader& reader) override;

private:
    struct Target {
        Id id;
        Id parent;
        QString dimension;
        QString name;
        QString metric;
        std::optional<std::int64_t> target;  ///< millionths
        QString unit;
        QString owner;
        QString ownerKey;
        QString due;
    };
    using Children = std::map<Id, std::vector<const Target*>>;

    void list(const Target& target, const Target* whole, int depth, const Children& children);
    void listParts(const Target& whole, int depth, const Children& children);
    [[nodiscard]] static QString missing(const Target& target);

    RowModel rows_;
    std::vector<Target> targets_;
    std::vector<RowModel::Row> next_;
    int faults_ = 0;
    int short_ = 0;
};

}  // namespace zhixing::client

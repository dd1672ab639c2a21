#pragma once

#include <map>

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/photo_list.h"

namespace zhixing::client {

/// Headquarters' page: money by region, what came of it, and how complete these figures are. Every figure is the sum of rows
/// that can be opened beneath it, by one and the same question to the store; nothing is kept beside them.
class Overview : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    /// By region, headquarters' own last: `budget`, `spent`, `committed`, `left` and `ratio` in words, shares of the budget,
    /// a light; `heard` is how many of its sites agreed.
    Q_PROPERTY(zhixing::client::RowModel* regions READ regions CONSTANT FINAL)
    /// The headline figures: `key` is what drill() takes, `formula` how it is made.
    Q_PROPERTY(zhixing::client::RowModel* figures READ figures CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* funnel READ funnel CONSTANT FINAL)
    /// Sites with when their devices agreed last, those not heard of first.
    Q_PROPERTY(zhixing::client::RowModel* sites READ sites CONSTANT FINAL)
    /// How much of what was spent is final, waits, or cannot be known: by region, and by device, those least complete first:
    /// `name`, `finalShare`, `pendingShare`, `words`, `light`, `word`. The shares leave room for the sites, or the device, that
    /// were not heard of.
    Q_PROPERTY(zhixing::client::RowModel* parts READ parts CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* devices READ devices CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* alerts READ alerts CONSTANT FINAL)
    /// The rows beneath a figure, and then one record of them with its photos.
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::RowModel* fields READ fields CONSTANT FINAL)
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    Q_PROPERTY(QString rowsTitle READ rowsTitle NOTIFY drilled FINAL)
    Q_PROPERTY(QString rowsSum READ rowsSum NOTIFY drilled FINAL)
    Q_PROPERTY(QString recordTitle READ recordTitle NOTIFY drilled FINAL)
    Q_PROPERTY(QString recordType READ recordType NOTIFY drilled FINAL)
    Q_PROPERTY(QString recordKey READ recordKey NOTIFY drilled FINAL)

    /// The figures' words in their order, for the row of totals.
    Q_PROPERTY(QList<QString> totalWords READ totalWords NOTIFY changed FINAL)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed FINAL)
    /// `17 of 19 sites agreed since 09:00`, and what that means for the figures.
    Q_PROPERTY(QString completeness READ completeness NOTIFY changed FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
    Q_PROPERTY(QString reports READ reports NOTIFY changed FINAL)
    /// Of all that was spent: what is decided for good, and what waits for a decision; what sites that were not heard of have is
    /// left open.
    Q_PROPERTY(double finalShare READ finalShare NOTIFY changed FINAL)
    Q_PROPERTY(double pendingShare READ pendingShare NOTIFY changed FINAL)
    Q_PROPERTY(QString finalWords READ finalWords NOTIFY changed FINAL)
    /// 万元 rather than 元.
    Q_PROPERTY(bool inWan READ inWan WRITE setInWan NOTIFY changed FINAL)
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> campaigns READ campaigns NOTIFY changed FINAL)
    Q_PROPERTY(int campaign READ campaign WRITE setCampaign NOTIFY changed FINAL)

public:
    enum class Figure { budget, spent, committed, revenue };
    struct Sums {
        std::int64_t budget = 0, spent = 0, committed = 0, revenue = 0;
        [[nodiscard]] std::int64_t left() const { return budget - spent - committed; }
        [[nodiscard]] std::int64_t& of(Figure figure);
    };

    explicit Overview(Context& context);

    [[nodiscard]] RowModel* regions() { return &regions_; }
    [[nodiscard]] RowModel* figures() { return &figures_; }
    [[nodiscard]] RowModel* funnel() { return &funnel_; }
    [[nodiscard]] RowModel* sites() { return &sites_; }
    [[nodiscard]] RowModel* parts() { return &parts_; }
    [[nodiscard]] RowModel* devices() { return &devices_; }
    [[nodiscard]] RowModel* alerts() { return &alerts_; }
    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] RowModel* fields() { return &fields_; }
    [[nodiscard]] PhotoList* photos() { return &photos_; }
    [[nodiscard]] QString rowsTitle() const { return rowsTitle_; }
    [[nodiscard]] QString rowsSum() const { return rowsSum_; }
    [[nodiscard]] QString recordTitle() const { return recordTitle_; }
    [[nodiscard]] QString recordType() const { return recordType_; }
    [[nodiscard]] QString recordKey() const { return recordKey_; }
    [[nodiscard]] QStringList totalWords() const;
    [[nodiscard]] QString asOf() const { return asOf_; }
    [[nodiscard]] QString completeness() const { return completeness_; }
    [[nodiscard]] QString missing() const { return missing_; }
    [[nodiscard]] QString reports() const { return reports_; }
    [[nodiscard]] double finalShare() const;
    [[nodiscard]] double pendingShare() const;
    [[nodiscard]] QString finalWords() const;
    [[nodiscard]] bool inWan() const { return context().settings().inWan(); }
    void setInWan(bool inWan);
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QStringList campaigns() const;
    [[nodiscard]] int campaign() const { return campaign_; }
    void setCampaign(int index);

    /// Opens the rows beneath a figure (`budget`, `spent`, `committed`, `revenue`), of one region or (empty) of all.
    Q_INVOKABLE void drill(const QString& figure, const QString& region);
    /// Opens one of these rows, by its key.
    Q_INVOKABLE void openRow(const QString& key);
    /// Asks headquarters when the devices agreed.
    Q_INVOKABLE void ask();

    [[nodiscard]] const Sums& totals() const { return totals_; }
    /// In fen, of the rows that drill() opened last, shown or not.
    [[nodiscard]] std::int64_t drilledSum() const { return drilledSum_; }

signals:
    void changed();
    void drilled();

protected:
    void read(Reader& reader) override;

private:
    struct Node {
        QString name;
        QString kind;
        Id parent;
    };
    void readNodes(Reader& reader);
    void readCampaigns(Reader& reader);
    void readSums(Reader& reader);
    void readFunnel(Reader& reader);
    void readSites(Reader& reader);
    void readAlerts(Reader& reader);
    void readDevices(Reader& reader);
    void showParts();
    void showRegions();
    void showFigures();
    /// The nearest region at or above a place; nil for headquarters' own.
    [[nodiscard]] Id regionOf(const Id& place) const;
    [[nodiscard]] QString nameOf(const Id& region) const;
    [[nodiscard]] Id chosenCampaign() const;
    [[nodiscard]] QString money(std::int64_t fen) const;
    [[nodiscard]] static QString ratio(const Sums& sums);
    [[nodiscard]] Instant since() const;

    std::map<Id, Node> nodes_;
    std::map<Id, Sums> sums_;                  ///< by region
    std::map<Id, std::pair<int, int>> heard_;  ///< by region: sites that agreed, of how many
    std::pair<int, int> heardOfAll_;
    std::vector<std::pair<Id, QString>> campaigns_;
    Sums totals_;
    RowModel regions_, figures_, funnel_, sites_, alerts_, rows_, fields_, parts_, devices_;
    PhotoList photos_;
    QString rowsTitle_, rowsSum_, recordTitle_, recordType_, recordKey_;
    QString asOf_, completeness_, missing_, reports_;
    std::int64_t drilledSum_ = 0;
    int campaign_ = 0;
};

}  // namespace zhixing::client

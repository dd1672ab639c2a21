#include "client/viewmodels/overview/overview.h"

#include <algorithm>
#include <array>

#include <QLocale>

#include "client/viewmodels/overview/overview_sources.h"
#include "client/viewmodels/planning/budget.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {
namespace {

constexpr std::array all{Overview::Figure::budget, Overview::Figure::spent, Overview::Figure::committed,
                         Overview::Figure::revenue};

QString lightWord(const QString& light) {
    if (light == u"red") return Overview::tr("Exceeded");
    if (light == u"amber") return Overview::tr("Nearly used");
    if (light == u"green") return Overview::tr("Within");
    return Overview::tr("No budget");
}

}  // namespace

std::int64_t& Overview::Sums::of(Figure figure) {
    switch (figure) {
        case Figure::budget:
            return budget;
        case Figure::spent:
            return spent;
        case Figure::committed:
            return committed;
        case Figure::revenue:
            break;
    }
    return revenue;
}

Overview::Overview(Context& context)
    : Live(context,
           {"node", "person", "grant", "campaign", "budget_line", "spend", "daily_report", "alert", "devices"}),
      regions_({"key", "name", "budget", "spent", "committed", "left", "ratio", "spentShare", "committedShare", "light",
                "lightWord", "heard"},
               this),
      figures_({"key", "label", "figure", "formula"}, this),
      funnel_({"key", "name", "count", "share", "rate"}, this),
      sites_({"key", "name", "region", "light", "word"}, this),
      alerts_({"key", "light", "lightWord", "title", "words", "stateWord"}, this),
      rows_({"key", "what", "details", "amount"}, this),
      fields_({"key", "name", "text"}, this),
      parts_({"key", "name", "finalShare", "pendingShare", "words", "light", "word"}, this),
      devices_({"key", "name", "finalShare", "pendingShare", "words", "light", "word"}, this),
      photos_(context, "receipt") {
    connect(&context.gateway(), &Gateway::statusChanged, this, &Overview::readSoon);
}

void Overview::read(Reader& reader) {
    readNodes(reader);
    readCampaigns(reader);
    readSums(reader);
    readFunnel(reader);
    readSites(reader);
    readDevices(reader);
    readAlerts(reader);
    showParts();
    showRegions();
    showFigures();
    emit changed();
}

void Overview::readNodes(Reader& reader) {
    nodes_.clear();
    reader.each("SELECT id, name, kind, parent FROM node", [this](Columns row) {
        nodes_[row.id(0)] = {row.text(1), row.text(2), row.isSet(3) ? row.id(3) : Id{}};
    });
    const SyncStatus& status = context().gateway().status();
    asOf_ = status.agreedAt.ms == 0 ? tr("As of what is on this device; not yet compared with headquarters")
                                    : tr("As of %1, when this device last equalled headquarters")
                                          .arg(words::moment(status.agreedAt, context().today()));
}

Id Overview::regionOf(const Id& place) const {
    Id at = place;
    for (int steps = 0; steps < 20; ++steps) {
        const auto node = nodes_.find(at);
        if (node == nodes_.end()) return {};
        if (node->second.kind == u"region") return at;
        at = node->second.parent;
    }
    return {};
}

QString Overview::nameOf(const Id& region) const {
    const auto node = nodes_.find(region);
    return node == nodes_.end() ? tr("Headquarters") : node->second.name;
}

void Overview::readCampaigns(Reader& reader) {
    campaigns_.clear();
    reader.each(
        "SELECT id, name FROM campaign WHERE state IN ('approved', 'running', 'finished') ORDER BY starts_on DESC, id "
        "LIMIT 4",
        [this](Columns row) { campaigns_.emplace_back(row.id(0), row.text(1)); });
    if (campaign_ > static_cast<int>(campaigns_.size())) campaign_ = 0;
}

QStringList Overview::campaigns() const {
    QStringList names{tr("All campaigns")};
    for (const auto& [id, name] : campaigns_) names.append(name);
    return names;
}

Id Overview::chosenCampaign() const {
    return campaign_ == 0 ? Id{} : campaigns_[static_cast<std::size_t>(campaign_ - 1)].first;
}

void Overview::setCampaign(int index) {
    if (index == campaign_ || index < 0 || index > static_cast<int>(campaigns_.size())) return;
    campaign_ = index;
    readNow();
}

void Overview::setInWan(bool inWan) {
    if (inWan == this->inWan()) return;
    context().settings().setInWan(inWan);
    readNow();
}

QString Overview::unit() const { return inWan() ? tr("In 10,000 yuan, rounded to two places") : tr("In yuan"); }

QString Overview::money(std::int64_t fen) const {
    if (!inWan()) return words::yuan(fen);
    // Half away from zero, on the last shown place.
    const std::int64_t hundredths = (std::abs(fen) + 5'000) / 10'000 * (fen < 0 ? -1 : 1);
    return words::yuan(hundredths);
}

QString Overview::ratio(const Sums& sums) {
    if (sums.spent <= 0 || sums.revenue == 0) return QStringLiteral("–");
    return QString::number(static_cast<double>(sums.revenue) / static_cast<double>(sums.spent), 'f', 2);
}

void Overview::readSums(Reader& reader) {
    sums_.clear();
    totals_ = {};
    for (const auto& [id, node] : nodes_) {
        if (node.kind == u"region") sums_[id] = {};
    }
    for (const Figure figure : all) {
        reader.each(
            "SELECT r.place, total(" + std::string(overview::amountOf(figure)) + ')' + overview::sourceOf(figure) +
                " GROUP BY r.place",
            [&](Columns row) {
                const std::int64_t fen = row.number(1);
                sums_[regionOf(row.id(0))].of(figure) += fen;
                totals_.of(figure) += fen;
            },
            chosenCampaign());
    }
}

void Overview::readFunnel(Reader& reader) {
    std::vector<RowModel::Row> rows;
    reader.each(
        "SELECT coalesce(sum(r.participants), 0), coalesce(sum(r.leads), 0), coalesce(sum(r.orders), 0) FROM "
        "daily_report r "
        "WHERE ?1 = x'00000000000000000000000000000000' OR r.campaign = ?1",
        [&](Columns row) {
            const QStringList names{tr("Visitors"), tr("Leads"), tr("Orders")};
            const std::int64_t top = std::max<std::int64_t>({row.number(0), row.number(1), row.number(2), 1});
            for (int i = 0; i < 3; ++i) {
                const std::int64_t before = i == 0 ? 0 : row.number(i - 1);
                rows.push_back(
                    {QString::number(i), names[i], QLocale().toString(qlonglong(row.number(i))),
                     static_cast<double>(row.number(i)) / static_cast<double>(top),
                     before > 0 ? tr("%1 % of the step before").arg(100 * row.number(i) / before) : QString()});
            }
        },
        chosenCampaign());
    funnel_.take(std::move(rows));
}

void Overview::readAlerts(Reader& reader) {
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT a.id, a.light, a.title, a.measure, a.analysis, a.found_on, a.state, p.name, n.name
           FROM alert a LEFT JOIN person p ON p.id = a.owner LEFT JOIN node n ON n.id = a.place
           WHERE a.state IN ('open', 'in_progress') ORDER BY a.light = 'red' DESC, a.found_on DESC, a.id LIMIT 50)",
        [&](Columns row) {
            const QString light = row.text(1) == u"red"      ? QStringLiteral("red")
                                  : row.text(1) == u"yellow" ? QStringLiteral("amber")
                                                             : QStringLiteral("none");
            QStringList parts{row.text(8), row.date(5) ? words::day(*row.date(5), context().today()) : QString(),
                              row.text(7), row.isSet(3) ? row.text(3) : row.text(4)};
            parts.removeAll(QString());
            rows.push_back({row.key(0), light, words::option("alert", row.text(1).toStdString()), row.text(2),
                            parts.join(QStringLiteral(" · ")), words::option("alert", row.text(6).toStdString())});
        });
    alerts_.take(std::move(rows));
}

void Overview::showRegions() {
    std::vector<RowModel::Row> rows;
    const auto show = [&](const Id& region, const Sums& sums) {
        // Without lines of its own a region spends headquarters' budget, so there is nothing it could exceed.
        const bool hasBudget = sums.budget > 0;
        const Budget::Sums budget{sums.budget, sums.spent, sums.committed};
        const QString light = hasBudget ? budget.light() : QStringLiteral("none");
        const auto [agreed, of] = heard_.contains(region) ? heard_.at(region) : std::pair{0, 0};
        rows.push_back({region.isNil() ? QStringLiteral("-") : keyOf(region), nameOf(region), money(sums.budget),
                        money(sums.spent), money(sums.committed), money(sums.left()), ratio(sums),
                        hasBudget ? budget.share(sums.spent) : 0.0, hasBudget ? budget.share(sums.committed) : 0.0,
                        light, lightWord(light), of == 0 ? QStringLiteral("–") : tr("%1 of %2").arg(agreed).arg(of)});
    };
    for (const auto& [region, sums] : sums_) {
        if (!region.isNil()) show(region, sums);
    }
    if (sums_.contains(Id{})) show(Id{}, sums_.at(Id{}));
    regions_.take(std::move(rows));
}

void Overview::showFigures() {
    figures_.take({
        {QStringLiteral("budget"), tr("Budget"), money(totals_.budget), tr("Sum of the budget lines")},
        {QStringLiteral("spent"), tr("Spent"), money(totals_.spent), tr("Sum of approved spends, reversals taken off")},
        {QStringLiteral("committed"), tr("Committed"), money(totals_.committed),
         tr("Sum of spends that wait for review")},
        {QStringLiteral("left"), tr("Left"), money(totals_.left()), tr("Budget − spent − committed")},
        {QStringLiteral("revenue"), tr("Return on spend"), ratio(totals_),
         tr("Revenue in daily reports (%1) ÷ spent").arg(money(totals_.revenue))},
    });
}

QStringList Overview::totalWords() const {
    return {money(totals_.budget), money(totals_.spent), money(totals_.committed), money(totals_.left()),
            ratio(totals_)};
}

void Overview::ask() { context().gateway().askDevices(); }

}  // namespace zhixing::client

#include "client/viewmodels/budget.h"

#include "client/viewmodels/words.h"

namespace zhixing::client {

double Budget::Sums::share(std::int64_t part) const {
    return budget > 0 ? static_cast<double>(part) / static_cast<double>(budget) : part > 0 ? 2.0 : 0.0;
}

QString Budget::Sums::light() const {
    if (remaining() < 0) return QStringLiteral("red");
    if (budget == 0) return QStringLiteral("none");
    return remaining() * 10 < budget ? QStringLiteral("amber") : QStringLiteral("green");
}

Budget::Budget(Context& context)
    : Live(context, {"budget_line", "spend", "person"}),
      lines_({"key", "number", "category", "item", "budget", "approved", "pending", "remaining", "approvedShare",
              "pendingShare", "light", "lightWord", "owner", "remark"},
             this) {}

void Budget::setCampaign(const Id& campaign) {
    if (campaign == campaign_) return;
    campaign_ = campaign;
    readNow();
}

QString Budget::total() const { return words::yuan(sums_.budget); }
QString Budget::approved() const { return words::yuan(sums_.approved); }
QString Budget::pending() const { return words::yuan(sums_.pending); }
QString Budget::remaining() const { return words::yuan(sums_.remaining()); }
QString Budget::lightWord() const { return wordFor(sums_.light()); }

QString Budget::wordFor(const QString& light) {
    if (light == u"red") return tr("Exceeded");
    if (light == u"amber") return tr("Nearly used");
    if (light == u"green") return tr("Within");
    return tr("No budget");
}

void Budget::read(Reader& reader) {
    sums_ = {};
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT b.id, b.number, b.category, coalesce(b.item, b.description, ''), coalesce(b.amount, 0),
                  coalesce(sum(s.amount) FILTER (WHERE s.state = 'approved'), 0),
                  coalesce(sum(s.amount) FILTER (WHERE s.state = 'submitted'), 0), coalesce(p.name, b.department, ''),
                  coalesce(b.remark, b.usage, '')
           FROM budget_line b LEFT JOIN spend s ON s.budget_line = b.id LEFT JOIN person p ON p.id = b.owner
           WHERE b.campaign = ?1 GROUP BY b.id ORDER BY b.number, b.id LIMIT 500)",
        [&](Columns row) {
            const Sums line{row.number(4), row.number(5), row.number(6)};
            sums_.budget += line.budget;
            sums_.approved += line.approved;
            sums_.pending += line.pending;
            const QString number = row.isSet(1) ? QString::number(row.number(1)) : QString::number(rows.size() + 1);
            const QString category = row.isSet(2) ? words::costCategory(row.text(2)) : row.text(3);
            rows.push_back({row.key(0), number, category, row.text(3), words::yuan(line.budget),
                            words::yuan(line.approved), words::yuan(line.pending), words::yuan(line.remaining()),
                            line.share(line.approved), line.share(line.pending), line.light(), wordFor(line.light()),
                            row.text(7), row.text(8)});
        },
        campaign_);
    lines_.take(std::move(rows));
    emit changed();
}

}  // namespace zhixing::client

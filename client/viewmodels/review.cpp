#include "client/viewmodels/review.h"

#include <algorithm>

#include <QVariantMap>

#include "client/viewmodels/words.h"

namespace zhixing::client {

Review::Review(Context& context)
    : Live(context, {"spend", "budget_line", "campaign", "person", "node", "grant"}),
      rows_({"key", "amount", "line", "who", "site", "day", "over"}, this) {
    connect(&context.gateway(), &Gateway::statusChanged, this, &Review::changed);
}

const Review::Spend* Review::chosen() const {
    return current_ >= 0 && current_ < static_cast<int>(spends_.size()) ? &spends_[static_cast<std::size_t>(current_)]
                                                                        : nullptr;
}

void Review::setCurrentIndex(int index) {
    if (index == current_) return;
    current_ = index;
    emit changed();
}

QString Review::summary() const {
    std::int64_t fen = 0;
    for (const Spend& spend : spends_) fen += spend.fen;
    return tr("%n spend(s), ￥%1 in all", "", count()).arg(words::yuan(fen));
}

QString Review::amount() const { return chosen() ? words::yuan(chosen()->fen) : QString(); }
QString Review::line() const { return chosen() ? chosen()->line : QString(); }
QString Review::campaign() const { return chosen() ? chosen()->campaign : QString(); }

QString Review::leftAfter() const {
    return chosen() ? words::yuan(chosen()->sums.budget - chosen()->sums.approved - chosen()->fen) : QString();
}

bool Review::exceeds() const { return chosen() && chosen()->sums.budget - chosen()->sums.approved < chosen()->fen; }

double Review::approvedShare() const { return chosen() ? chosen()->sums.share(chosen()->sums.approved) : 0; }
double Review::thisShare() const { return chosen() ? chosen()->sums.share(chosen()->fen) : 0; }

QString Review::lineWords() const {
    if (!chosen()) return {};
    const Budget::Sums& sums = chosen()->sums;
    return tr("Budget ￥%1 · approved ￥%2 · waiting ￥%3, this one included")
        .arg(words::yuan(sums.budget), words::yuan(sums.approved), words::yuan(sums.pending));
}

QVariantList Review::facts() const {
    QVariantList facts;
    const auto fact = [&facts](const QString& label, const QString& words) {
        if (!words.isEmpty()) facts.append(QVariantMap{{"label", label}, {"words", words}});
    };
    if (const Spend* spend = chosen()) {
        fact(tr("For"), spend->note.isEmpty() ? tr("no note") : spend->note);
        fact(tr("Spent on"), spend->day);
        fact(tr("Site"), spend->site);
        fact(tr("Recorded by"), spend->recordedAt.isEmpty()
                                    ? spend->who
                                    : tr("%1, %2", "person, time").arg(spend->who, spend->recordedAt));
        if (spend->isDuplicate) fact(tr("Invoice"), tr("This invoice number was used before"));
    }
    return facts;
}

QString Review::hindrance() const {
    if (!chosen() || context().gateway().status().link == SyncStatus::Link::connected) return {};
    return tr("You are offline: your decision is a proposal until headquarters has taken it.");
}

void Review::approve() {
    if (const Spend* spend = chosen()) {
        context().record(Context::change("spend", spend->id, {{"state", Value(std::string("approved"))}}),
                         tr("￥%1 approved").arg(words::yuan(spend->fen)));
    }
}

void Review::giveBack(const QString& reason) {
    const QString trimmed = reason.trimmed();
    if (trimmed.isEmpty()) return;
    if (const Spend* spend = chosen()) {
        context().record(Context::change("spend", spend->id,
                                         {{"state", Value(std::string("returned"))},
                                          {"returned_reason", Value(trimmed.toStdString())}}),
                         tr("Returned to %1").arg(spend->who));
    }
}

void Review::read(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    spends_.clear();
    reader.each(
        R"(WITH RECURSIVE root(id) AS (SELECT id FROM node WHERE kind = 'headquarters' LIMIT 1),
           managed(id) AS (
             SELECT coalesce(g.node, g.place) FROM "grant" g WHERE g.person = ?1 AND coalesce(g.revoked, 0) = 0
               AND g.role IN ('site_manager', 'regional_manager', 'headquarters', 'finance', 'administrator')
             UNION SELECT n.id FROM node n JOIN managed m ON coalesce(n.parent, (SELECT id FROM root)) = m.id)
           SELECT s.id, s.amount, b.category, coalesce(b.item, b.description, ''), c.name, p.name, n.name, s.spent_on, s.note,
                  s.recorded_at, coalesce(s.duplicate_invoice, 0), coalesce(b.amount, 0),
                  (SELECT coalesce(sum(a.amount), 0) FROM spend a WHERE a.budget_line = s.budget_line AND a.state = 'approved'),
                  (SELECT coalesce(sum(a.amount), 0) FROM spend a WHERE a.budget_line = s.budget_line AND a.state = 'submitted')
           FROM spend s LEFT JOIN budget_line b ON b.id = s.budget_line LEFT JOIN campaign c ON c.id = b.campaign
                LEFT JOIN person p ON p.id = s.recorded_by LEFT JOIN node n ON n.id = s.place
           WHERE s.state = 'submitted' AND s.recorded_by IS NOT ?1 AND s.place IN managed
           ORDER BY s.id LIMIT 300)",
        [&](Columns row) {
            Spend spend;
            spend.id = row.id(0);
            spend.fen = row.number(1);
            const QString category = row.isSet(2) ? words::costCategory(row.text(2)) : QString();
            spend.line = words::lineName(category, row.text(3));
            spend.campaign = row.text(4);
            spend.who = row.text(5);
            spend.site = row.text(6);
            if (const auto day = row.date(7)) spend.day = words::day(*day, today);
            spend.note = row.text(8);
            if (row.isSet(9)) spend.recordedAt = words::moment(row.instant(9), today);
            spend.isDuplicate = row.flag(10);
            spend.sums = {row.number(11), row.number(12), row.number(13)};
            rows.push_back({row.key(0), words::yuan(spend.fen), spend.line, spend.who, spend.site, spend.day,
                            spend.sums.remaining() < 0});
            spends_.push_back(std::move(spend));
        },
        context().person());
    rows_.take(std::move(rows));
    current_ = std::clamp(current_, 0, std::max(0, count() - 1));
    emit changed();
}

}  // namespace zhixing::client

#include "client/viewmodels/review/review_queue.h"

#include <algorithm>

#include <QCoreApplication>
#include <QVariantMap>

#include "client/viewmodels/frame/decimals.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/rules/budget_figures.h"

namespace zhixing::client {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReviewQueue)
};

/// Who may take a step, in words: `finance, headquarters`.
QString deciders(const RecordType& type, std::string_view from, std::string_view to) {
    QStringList roles;
    for (const Transition& transition : type.workflow->transitions) {
        if (transition.from != from || transition.to != to) continue;
        for (const Role role : {Role::siteManager, Role::regionalManager, Role::finance, Role::headquarters}) {
            const std::string_view name = word(role);
            if (transition.who.admits(role))
                roles.append(words::role(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
        }
    }
    return roles.join(Words::tr(", "));
}

}  // namespace

QString kindWord(ReviewItem::Kind kind) {
    if (kind == ReviewItem::Kind::spend) return Words::tr("Spend");
    return kind == ReviewItem::Kind::report ? Words::tr("Report") : Words::tr("Plan change");
}

ReviewQueue::ReviewQueue(Reader& reader, const Permissions& permissions, Date today)
    : reader_(reader), permissions_(permissions), today_(today) {}

std::vector<ReviewItem> ReviewQueue::read() {
    items_.clear();
    readSpends();
    readReports();
    readCampaigns();
    readBudgetChanges();
    std::stable_sort(items_.begin(), items_.end(), [](const ReviewItem& a, const ReviewItem& b) {
        return a.isDecidable() > b.isDecidable() || (a.isDecidable() == b.isDecidable() && a.kind < b.kind);
    });
    return std::move(items_);
}

void ReviewQueue::fact(ReviewItem& item, const QString& label, const QString& words) const {
    if (!words.isEmpty()) item.facts.append(QVariantMap{{"label", label}, {"words", words}});
}

void ReviewQueue::notice(ReviewItem& item, const char* light, const QString& words) const {
    item.notices.append(QVariantMap{{"light", QLatin1String(light)}, {"words", words}});
}

bool ReviewQueue::judge(ReviewItem& item, const Origin& origin) const {
    const RecordType& type = catalog().at(item.type);
    Record record = blankRecord(type, item.id, origin.place);
    record.set(type.author, origin.author.isNil() ? Value{} : Value(origin.author));
    if (!type.owner.empty() && !origin.owner.isNil()) record.set(type.owner, Value(origin.owner));
    record.set(type.workflow->field, Value(origin.state));
    if (item.addsUp) record.set("amount", item.fen);
    const Actor actor = permissions_.actorFor(record);
    item.sum = sumOfStep(actor, record, item.step);
    const Result<void> may = mayStep(actor, record, item.step);
    if (may) return true;
    item.onlyEndorses = may.error().code == Code::second_approval;
    if (item.onlyEndorses) return true;
    if (may.error().code == Code::self_approval) {
        item.refusal = Words::tr("Your own request: somebody else decides");
    } else if (item.kind == ReviewItem::Kind::plan && permissions_.has(writers::managers, origin.place)) {
        // Plans are worth seeing while they wait, even where somebody else decides.
        item.refusal = Words::tr("Decided by: %1").arg(deciders(type, origin.state, item.step));
    } else {
        return false;
    }
    notice(item, "none", item.refusal);
    return true;
}

void ReviewQueue::readSpends() {
    reader_.each(
        R"(WITH sums(line, approved, submitted) AS MATERIALIZED
               (SELECT budget_line, sum(amount) FILTER (WHERE state = 'approved'), sum(amount) FILTER (WHERE state = 'submitted')
                FROM spend WHERE state IN ('approved', 'submitted') GROUP BY budget_line)
           SELECT s.id, s.place, s.recorded_by, s.state, s.amount, b.category, coalesce(b.item, b.description, ''), c.name,
                  p.name, n.name, s.spent_on, s.note, s.recorded_at, coalesce(s.duplicate_invoice, 0), coalesce(b.amount, 0),
                  coalesce(u.approved, 0), coalesce(u.submitted, 0),
                  s.budget_line, s.endorsed_by, s.quantity, s.unit_price, s.payee, s.invoice_number, s.unit
           FROM spend s LEFT JOIN budget_line b ON b.id = s.budget_line LEFT JOIN sums u ON u.line = s.budget_line LEFT JOIN campaign c ON c.id = b.campaign
                LEFT JOIN person p ON p.id = s.recorded_by LEFT JOIN node n ON n.id = s.place
           WHERE s.state = 'submitted' ORDER BY s.id LIMIT )" +
            std::to_string(rowsMax),
        [this](Columns row) {
            ReviewItem item;
            item.type = "spend";
            item.id = row.id(0);
            item.step = "approved";
            const Origin origin{row.id(1), row.id(2), {}, row.text(3).toStdString()};
            item.fen = row.number(4);
            item.hasMoney = item.addsUp = true;
            const QString category = row.isSet(5) ? words::costCategory(row.text(5)) : row.text(5);
            item.title = words::lineName(category, row.text(6));
            item.context = row.text(7);
            item.who = row.text(8);
            item.site = row.text(9);
            if (const auto day = row.date(10)) item.day = words::day(*day, today_);
            item.isDuplicate = row.flag(13);
            item.sums = {row.number(14), row.number(15), row.number(16)};
            item.line = row.id(17);
            item.endorsedBy = row.ids(18);
            if (!judge(item, origin)) return;
            judgeSpend(item, row);
            items_.push_back(std::move(item));
        });
}

void ReviewQueue::judgeSpend(ReviewItem& item, const Columns& row) {
    const QString limit = item.sum ? words::yuan(item.sum->limitFen) : QString();
    item.isEndorsed =
        item.onlyEndorses && std::binary_search(item.endorsedBy.begin(), item.endorsedBy.end(), permissions_.person());
    if (item.isEndorsed) {
        notice(item, "none", Words::tr("You have agreed; finance or headquarters decides"));
    } else if (item.isAboveLimit()) {
        notice(item, "amber",
               item.onlyEndorses ? Words::tr("Above ￥%1: a second approval by headquarters is needed").arg(limit)
               : item.endorsedBy.empty()
                   ? Words::tr("Above ￥%1: your approval is the last, no manager has agreed yet").arg(limit)
                   : Words::tr("Above ￥%1: a manager has agreed, your approval is the second").arg(limit));
    } else if (item.sum) {
        notice(item, "green", Words::tr("Up to ￥%1 one approval is enough").arg(limit));
    }
    if (item.isDuplicate) notice(item, "red", Words::tr("This invoice number was used before"));
    const auto price = rules::checkPrice({item.id, Money{item.fen}, millionthsOf(row, 19),
                                          row.isSet(20) ? std::optional(Money{row.number(20)}) : std::nullopt});
    if (price.result.computed && !price.result.agrees()) {
        notice(item, "amber",
               Words::tr("%1 × ￥%2 is ￥%3: ￥%4 differ")
                   .arg(words::decimal(millionthsOf(row, 19).value_or(0)), words::yuan(row.number(20)),
                        words::yuan(price.result.computed->fen), words::yuan(price.result.difference.fen)));
    }
    fact(item, Words::tr("For"), row.text(11).isEmpty() ? Words::tr("no note") : row.text(11));
    if (row.isSet(19) && row.isSet(20)) {
        fact(item, Words::tr("Quantity"),
             Words::tr("%1 %2 at ￥%3")
                 .arg(words::decimal(millionthsOf(row, 19).value_or(0)), row.text(23), words::yuan(row.number(20))));
    }
    fact(item, Words::tr("Spent on"), item.day);
    fact(item, Words::tr("Site"), item.site);
    fact(item, Words::tr("Paid to"), row.text(21));
    fact(item, Words::tr("Invoice"), row.text(22));
    fact(item, Words::tr("Recorded by"),
         row.isSet(12) ? Words::tr("%1, %2", "person, time").arg(item.who, words::moment(row.instant(12), today_))
                       : item.who);
}

void ReviewQueue::readReports() {
    reader_.each(
        R"(SELECT r.id, r.place, r.recorded_by, r.state, r.owner, r.title, c.name, p.name, n.name, r.held_on, r.progress,
                  r.problems, r.plan_changes, r.conclusion
           FROM review r LEFT JOIN campaign c ON c.id = r.campaign LEFT JOIN person p ON p.id = r.recorded_by
                LEFT JOIN node n ON n.id = r.place
           WHERE r.state = 'submitted' ORDER BY r.id LIMIT )" +
            std::to_string(rowsMax),
        [this](Columns row) {
            ReviewItem item;
            item.kind = ReviewItem::Kind::report;
            item.type = "review";
            item.id = row.id(0);
            item.step = "accepted";
            item.title = row.text(5);
            item.context = row.text(6);
            item.who = row.text(7);
            item.site = row.text(8);
            if (const auto day = row.date(9)) item.day = words::day(*day, today_);
            if (!judge(item, {row.id(1), row.id(2), row.id(4), row.text(3).toStdString()})) return;
            fact(item, Words::tr("Progress"), row.text(10));
            fact(item, Words::tr("Problems"), row.text(11));
            fact(item, Words::tr("Changes of plan"), row.text(12));
            fact(item, Words::tr("Conclusion"), row.text(13));
            fact(item, Words::tr("Held on"), item.day);
            fact(item, Words::tr("Recorded by"), item.who);
            items_.push_back(std::move(item));
        });
}

void ReviewQueue::readCampaigns() {
    reader_.each(
        R"(SELECT c.id, c.place, c.recorded_by, c.state, c.owner, c.name, p.name, n.name, c.starts_on, c.ends_on, c.budget, c.goal,
                  (SELECT count(*) FROM task t WHERE t.campaign = c.id),
                  (SELECT coalesce(sum(b.amount), 0) FROM budget_line b WHERE b.campaign = c.id)
           FROM campaign c LEFT JOIN person p ON p.id = coalesce(c.recorded_by, c.owner) LEFT JOIN node n ON n.id = c.place
           WHERE c.state = 'submitted' ORDER BY c.id LIMIT )" +
            std::to_string(rowsMax),
        [this](Columns row) {
            ReviewItem item;
            item.kind = ReviewItem::Kind::plan;
            item.type = "campaign";
            item.id = row.id(0);
            item.step = "approved";
            item.title = row.text(5);
            item.who = row.text(6);
            item.site = row.text(7);
            item.fen = row.isSet(10) ? row.number(10) : row.number(13);
            item.hasMoney = item.fen > 0;
            if (!judge(item, {row.id(1), row.id(2), row.id(4), row.text(3).toStdString()})) return;
            if (row.isSet(10) && row.number(10) != row.number(13)) {
                notice(item, "amber",
                       Words::tr("Its budget lines come to ￥%1, not ￥%2")
                           .arg(words::yuan(row.number(13)), words::yuan(row.number(10))));
            }
            const auto starts = row.date(8);
            const auto ends = row.date(9);
            if (starts && ends) {
                item.day =
                    Words::tr("%1 – %2", "from day to day").arg(words::day(*starts, today_), words::day(*ends, today_));
            }
            fact(item, Words::tr("Goal"), row.text(11));
            fact(item, Words::tr("Dates"), item.day);
            fact(item, Words::tr("Tasks"), QString::number(row.number(12)));
            fact(item, Words::tr("Site"), item.site);
            fact(item, Words::tr("Recorded by"), item.who);
            items_.push_back(std::move(item));
        });
}

void ReviewQueue::readBudgetChanges() {
    reader_.each(
        R"(SELECT x.id, x.place, x.recorded_by, x.state, b.category, coalesce(b.item, b.description, ''), c.name, p.name, n.name,
                  coalesce(x.old_amount, b.amount, 0), x.new_amount, x.effective_on, x.reason, x.recorded_at
           FROM budget_change x LEFT JOIN budget_line b ON b.id = x.budget_line LEFT JOIN campaign c ON c.id = b.campaign
                LEFT JOIN person p ON p.id = x.recorded_by LEFT JOIN node n ON n.id = x.place
           WHERE x.state = 'proposed' ORDER BY x.id LIMIT )" +
            std::to_string(rowsMax),
        [this](Columns row) {
            ReviewItem item;
            item.kind = ReviewItem::Kind::plan;
            item.type = "budget_change";
            item.id = row.id(0);
            item.step = "approved";
            const QString category = row.isSet(4) ? words::costCategory(row.text(4)) : row.text(4);
            item.title = Words::tr("Budget: %1").arg(words::lineName(category, row.text(5)));
            item.context = row.text(6);
            item.who = row.text(7);
            item.site = row.text(8);
            item.fen = row.number(10);
            item.hasMoney = true;
            if (const auto day = row.date(11)) item.day = words::day(*day, today_);
            if (!judge(item, {row.id(1), row.id(2), {}, row.text(3).toStdString()})) return;
            const std::int64_t more = row.number(10) - row.number(9);
            fact(item, Words::tr("From"), QStringLiteral("￥") + words::yuan(row.number(9)));
            fact(item, Words::tr("To"),
                 Words::tr("￥%1 (%2%3)")
                     .arg(words::yuan(row.number(10)), more < 0 ? QStringLiteral("−") : QStringLiteral("+"),
                          words::yuan(std::abs(more))));
            fact(item, Words::tr("Reason"), row.text(12));
            fact(item, Words::tr("Effective"), item.day);
            fact(item, Words::tr("Recorded by"), item.who);
            items_.push_back(std::move(item));
        });
}

}  // namespace zhixing::client

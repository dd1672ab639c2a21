#include "client/viewmodels/planning/budget.h"

#include <QVariantMap>

#include "client/viewmodels/frame/decimals.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/rules/budget_figures.h"

namespace zhixing::client {

namespace {

/// `+1,200`, `−500`, `0`.
QString signedSum(std::int64_t fen) {
    return fen > 0   ? QStringLiteral("+") + words::sum(fen)
           : fen < 0 ? QStringLiteral("−") + words::sum(-fen)
                     : QStringLiteral("0");
}

}  // namespace

double Budget::Sums::share(std::int64_t part) const {
    return budget > 0 ? static_cast<double>(part) / static_cast<double>(budget) : part > 0 ? 2.0 : 0.0;
}

QString Budget::Sums::light() const {
    if (remaining() < 0) return QStringLiteral("red");
    if (budget == 0) return QStringLiteral("none");
    return remaining() * 10 < budget ? QStringLiteral("amber") : QStringLiteral("green");
}

Budget::Budget(Context& context, Campaigns& campaigns)
    : CampaignTable(context, campaigns, {"budget_line", "spend", "person", "policy", "campaign", "grant", "node"},
                    writers::planners | writers::finance),
      lines_({"key",     "number",     "category",      "item",         "budget",      "approved",
              "pending", "remaining",  "approvedShare", "pendingShare", "light",       "lightWord",
              "owner",   "remark",     "categoryKey",   "ownerKey",     "price",       "share",
              "check",   "checkLight", "frozen",        "variance",     "plainBudget", "plainApproved"},
             this) {}

QString Budget::total() const { return words::sum(sums_.budget); }
QString Budget::approved() const { return words::sum(sums_.approved); }
QString Budget::pending() const { return words::sum(sums_.pending); }
QString Budget::remaining() const { return words::sum(sums_.remaining()); }
QString Budget::lightWord() const { return wordFor(sums_.light()); }

QString Budget::wordFor(const QString& light) {
    if (light == u"red") return tr("Exceeded");
    if (light == u"amber") return tr("Nearly used");
    if (light == u"green") return tr("Within");
    return tr("No budget");
}

QString Budget::frozen() const { return frozen_ ? words::sum(*frozen_) : QString(); }
QString Budget::variance() const { return frozen_ ? signedSum(sums_.budget - *frozen_) : QString(); }

QVariantList Budget::categories() const {
    QVariantList categories;
    const RecordType& type = catalog().at("budget_line");
    for (const std::string_view word : type.fields[*type.find("category")].options) {
        const QString value = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
        categories.append(QVariantMap{{"value", value}, {"label", words::costCategory(value)}});
    }
    return categories;
}

namespace {

/// What a line deserves to be looked at for: past its ceiling, or quantity times price is something else.
std::pair<QString, QString> checkOf(const Columns& row, const Budget::Sums& line, int ceiling, int quantity,
                                    int price) {
    if (row.isSet(ceiling) && line.approved + line.pending > row.number(ceiling)) {
        return {Budget::tr("Above ￥%1").arg(words::yuan(row.number(ceiling))), QStringLiteral("red")};
    }
    if (!row.isSet(quantity) || !row.isSet(price)) return {QString(), QString()};
    const auto checked =
        rules::checkPrice({Id{}, Money{line.budget}, millionthsOf(row, quantity), Money{row.number(price)}}).result;
    if (checked.agrees() || !checked.computed) return {Budget::tr("Agrees"), QStringLiteral("green")};
    return {Budget::tr("Off by ￥%1").arg(words::yuan(std::abs(checked.difference.fen))), QStringLiteral("amber")};
}

}  // namespace

void Budget::readTable(Reader& reader) {
    sums_ = {};
    frozen_.reset();
    reader.each(
        "SELECT coalesce(sum(amount), 0) FROM budget_line WHERE campaign = ?1",
        [this](Columns row) { sums_.budget = row.number(0); }, campaign());
    const std::int64_t whole = std::exchange(sums_.budget, 0);
    std::int64_t contingency = 0;
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT b.id, b.number, b.category, coalesce(b.item, b.description, ''), coalesce(b.amount, 0),
                  coalesce(sum(s.amount) FILTER (WHERE s.state = 'approved'), 0),
                  coalesce(sum(s.amount) FILTER (WHERE s.state = 'submitted'), 0), coalesce(p.name, b.department, ''),
                  coalesce(b.remark, b.usage, ''), b.owner, b.ceiling, b.quantity, b.unit_price, coalesce(b.unit, ''),
                  b.baseline_amount
           FROM budget_line b LEFT JOIN spend s ON s.budget_line = b.id LEFT JOIN person p ON p.id = b.owner
           WHERE b.campaign = ?1 GROUP BY b.id ORDER BY b.number, b.id LIMIT 500)",
        [&](Columns row) {
            const Sums line{row.number(4), row.number(5), row.number(6)};
            sums_.budget += line.budget;
            sums_.approved += line.approved;
            sums_.pending += line.pending;
            if (row.text(2) == u"contingency") contingency += line.budget;
            if (row.isSet(14)) frozen_ = frozen_.value_or(0) + row.number(14);
            const QString number = row.isSet(1) ? QString::number(row.number(1)) : QString::number(rows.size() + 1);
            const QString category = row.isSet(2) ? words::costCategory(row.text(2)) : row.text(3);
            const QString price = row.isSet(11) && row.isSet(12)
                                      ? QStringLiteral("%1 × %2").arg(words::decimal(millionthsOf(row, 11).value_or(0)),
                                                                      words::yuan(row.number(12)))
                                      : QString();
            const auto [check, checkLight] = checkOf(row, line, 10, 11, 12);
            rows.push_back({row.key(0),
                            number,
                            category,
                            row.text(3),
                            words::sum(line.budget),
                            words::sum(line.approved),
                            words::sum(line.pending),
                            words::sum(line.remaining()),
                            line.share(line.approved),
                            line.share(line.pending),
                            line.light(),
                            wordFor(line.light()),
                            row.text(7),
                            row.text(8),
                            row.text(2),
                            row.key(9),
                            price,
                            QString::fromStdString(rules::percentText(rules::ratio(line.budget, whole), 1)),
                            check,
                            checkLight,
                            row.isSet(14) ? words::sum(row.number(14)) : QString(),
                            row.isSet(14) ? signedSum(line.budget - row.number(14)) : tr("New"),
                            words::yuan(line.budget),
                            words::yuan(line.approved)});
        },
        campaign());
    lines_.take(std::move(rows));
    judgeContingency(reader, contingency);
}

void Budget::judgeContingency(Reader& reader, std::int64_t contingencyFen) {
    rules::Policy policy;
    reader.each(
        R"(SELECT name, value FROM policy WHERE name IN ('contingency_least', 'contingency_most') AND value IS NOT NULL
             AND coalesce(active, 1) <> 0 AND (campaign IS NULL OR campaign = ?1) ORDER BY campaign IS NOT NULL)",
        [&](Columns row) {
            // A percentage in millionths; a rate counts in millionths of one.
            const rules::Rate rate{millionthsOf(row, 1).value_or(0) / 100};
            (row.text(0) == u"contingency_least" ? policy.contingencyLeast : policy.contingencyMost) = rate;
        },
        campaign());
    const auto checked = rules::checkContingency(Money{contingencyFen}, Money{sums_.budget}, policy).result;
    const QString share = QString::fromStdString(rules::percentText(checked.share, 2));
    const QString range = tr("%1 to %2")
                              .arg(QString::fromStdString(rules::percentText(policy.contingencyLeast)),
                                   QString::fromStdString(rules::percentText(policy.contingencyMost)));
    contingencyLight_ = checked.fit == rules::Fit::unknown ? QStringLiteral("none")
                        : checked.fit == rules::Fit::fits  ? QStringLiteral("green")
                                                           : QStringLiteral("amber");
    contingency_ = checked.fit == rules::Fit::unknown     ? QString()
                   : checked.fit == rules::Fit::fits      ? tr("Contingency %1, within %2").arg(share, range)
                   : checked.fit == rules::Fit::tooLittle ? tr("Contingency %1, less than %2").arg(share, range)
                                                          : tr("Contingency %1, more than %2").arg(share, range);
}

QString Budget::edit(const QString& key, const QString& field, const QString& text) {
    const Id line = idOf(key);
    if (line.isNil()) return tr("This line is gone");
    if (field == u"price") return setPrice(line, text);
    return change("budget_line", line, field, text);
}

QString Budget::setPrice(const Id& line, const QString& text) {
    if (text.trimmed().isEmpty()) {
        edits().change("budget_line", {{line, {{"quantity", Value{}}, {"unit_price", Value{}}}}}, {});
        return {};
    }
    const QStringList parts = QString(text).replace(u'x', u'×').replace(u'X', u'×').replace(u'*', u'×').split(u'×');
    const RecordType& type = catalog().at("budget_line");
    if (parts.size() == 2) {
        auto quantity = words::typed(type.fields[*type.find("quantity")], parts[0]);
        auto price = words::typed(type.fields[*type.find("unit_price")], parts[1]);
        if (quantity && price) {
            edits().change(
                "budget_line",
                {{line, {{"quantity", std::move(quantity).value()}, {"unit_price", std::move(price).value()}}}}, {});
            return {};
        }
    }
    return tr("Write the quantity and the price, such as 50 × 100");
}

void Budget::freeze() {
    Reader* reader = context().reader();
    if (reader == nullptr || !mayEdit()) return;
    std::vector<Edits::Change> changes;
    reader->each(
        "SELECT id, coalesce(amount, 0) FROM budget_line WHERE campaign = ?1 ORDER BY number, id LIMIT 500",
        [&](Columns row) {
            changes.push_back({row.id(0), {{"baseline_amount", Value(row.number(1))}}});
        },
        campaign());
    const int count = static_cast<int>(changes.size());
    edits().change("budget_line", std::move(changes),
                   tr("The amounts of %n line(s) are frozen as the plan", "", count));
}

void Budget::add(const QString& item) {
    const QString trimmed = item.trimmed();
    if (trimmed.isEmpty() || campaign().isNil()) return;
    sync::Edit edit = Context::add("budget_line", {{"campaign", Value(campaign())},
                                                   {"item", Value(trimmed.toStdString())},
                                                   {"number", Value(static_cast<std::int64_t>(lines_.count()) + 1)}});
    edit.place = place();
    context().record(std::move(edit), {});
}

}  // namespace zhixing::client

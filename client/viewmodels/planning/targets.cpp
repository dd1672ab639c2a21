#include "client/viewmodels/planning/targets.h"

#include <algorithm>

#include <QCoreApplication>

#include "client/viewmodels/frame/decimals.h"
#include "client/viewmodels/words/words.h"
#include "shared/rules/breakdown.h"

namespace zhixing::client {

namespace {

/// Sum rows are called by their target and dimension: `<id>/market`.
QString sumKey(const Id& whole, const QString& dimension) { return keyOf(whole) + u'/' + dimension; }

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TargetDimension)
};

QString dimensionWord(const QString& word) {
    if (word == u"market") return Words::tr("By market");
    if (word == u"channel") return Words::tr("By channel");
    if (word == u"product") return Words::tr("By product");
    if (word == u"user") return Words::tr("By user");
    if (word == u"stage") return Words::tr("By stage");
    return Words::tr("In parts");
}

/// For reading, with its thousands apart; words::decimal() is for typing.
QString shown(std::int64_t millionths) {
    return QLocale().toString(static_cast<double>(millionths) / 1e6, 'f', QLocale::FloatingPointShortest);
}

QString indented(int depth, const QString& words) { return QString(2 * depth, QChar(0x2003)) + words; }

}  // namespace

Targets::Targets(Context& context, Campaigns& campaigns)
    : CampaignTable(context, campaigns, {"objective", "campaign", "person", "grant", "node"}, writers::planners),
      rows_({"key", "name", "plainName", "isSum", "metric", "target", "plainTarget", "unit", "share", "owner",
             "ownerKey", "due", "check", "light"},
            this) {}

QString Targets::standing() const {
    if (rows_.count() == 0) return {};
    QStringList parts;
    if (short_ > 0) parts.append(tr("%n breakdown(s) do not add up", "", short_));
    if (faults_ > short_) parts.append(tr("%n target(s) are incomplete", "", faults_ - short_));
    return parts.isEmpty() ? tr("Every breakdown adds up") : parts.join(QStringLiteral(" · "));
}

void Targets::readTable(Reader& reader) {
    targets_.clear();
    reader.each(
        R"(SELECT o.id, o.parent, o.dimension, o.name, o.metric, o.target, o.unit, p.name, o.owner, o.due_on
           FROM objective o LEFT JOIN person p ON p.id = o.owner WHERE o.campaign = ?1 ORDER BY o.id LIMIT 2000)",
        [this](Columns row) {
            const auto due = row.date(9);
            targets_.push_back({row.id(0), row.id(1), row.text(2), row.text(3), row.text(4), millionthsOf(row, 5),
                                row.text(6), row.text(7), row.key(8), due ? words::isoDay(*due) : QString()});
        },
        campaign());
    Children children;
    const auto isHere = [this](const Id& id) {
        return std::any_of(targets_.begin(), targets_.end(), [&](const Target& target) { return target.id == id; });
    };
    for (const Target& target : targets_) children[isHere(target.parent) ? target.parent : Id{}].push_back(&target);
    next_.clear();
    faults_ = short_ = 0;
    for (const Target* root : children[Id{}]) list(*root, nullptr, 0, children);
    rows_.take(std::move(next_));
}

QString Targets::missing(const Target& target) {
    QStringList parts;
    if (target.metric.isEmpty()) parts.append(tr("metric"));
    if (!target.target) parts.append(tr("value"));
    if (target.unit.isEmpty()) parts.append(tr("unit"));
    if (target.ownerKey.isEmpty()) parts.append(tr("owner"));
    if (target.due.isEmpty()) parts.append(tr("deadline"));
    return parts.isEmpty() ? QString() : tr("Missing: %1").arg(parts.join(tr(", ")));
}

void Targets::list(const Target& target, const Target* whole, int depth, const Children& children) {
    const QString gap = missing(target);
    if (!gap.isEmpty()) ++faults_;
    const auto share = whole != nullptr && target.target && whole->target ? rules::ratio(*target.target, *whole->target)
                                                                          : std::nullopt;
    next_.push_back({keyOf(target.id), indented(depth, target.name), target.name, false, target.metric,
                     target.target ? shown(*target.target) : QStringLiteral("–"),
                     target.target ? words::decimal(*target.target) : QString(), target.unit,
                     share ? QString::fromStdString(rules::percentText(share)) : QString(), target.owner,
                     target.ownerKey, target.due, gap.isEmpty() ? tr("Complete") : gap,
                     gap.isEmpty() ? QStringLiteral("green") : QStringLiteral("amber")});
    // A tree deeper than this is a circle, or nobody's plan.
    if (depth < 2 * depthMax) listParts(target, depth + 1, children);
}

void Targets::listParts(const Target& whole, int depth, const Children& children) {
    const auto found = children.find(whole.id);
    if (found == children.end()) return;
    for (const char* dimension : {"market", "channel", "product", "user", "stage", "total"}) {
        std::vector<const Target*> parts;
        std::vector<rules::Part> amounts;
        for (const Target* part : found->second) {
            if (part->dimension != QLatin1String(dimension)) continue;
            parts.push_back(part);
            amounts.push_back({part->id, part->target.value_or(0)});
        }
        if (parts.empty()) continue;
        const auto sum = rules::checkBreakdown({whole.id, whole.target.value_or(0)}, amounts).result;
        const QString word = sum.addsUp()      ? tr("Adds up")
                             : sum.missing > 0 ? tr("Short %1").arg(shown(sum.missing))
                                               : tr("%1 too much").arg(shown(-sum.missing));
        if (!sum.addsUp()) {
            ++faults_;
            ++short_;
        }
        next_.push_back({sumKey(whole.id, QLatin1String(dimension)),
                         indented(depth, dimensionWord(QLatin1String(dimension))), QString(), true, QString(),
                         shown(sum.sum), QString(), whole.unit, QString(), QString(), QString(), QString(), word,
                         sum.addsUp() ? QStringLiteral("green") : QStringLiteral("red")});
        for (const Target* part : parts) list(*part, &whole, depth + 1, children);
    }
}

QString Targets::edit(const QString& key, const QString& field, const QString& text) {
    const Id id = idOf(key);
    if (id.isNil()) return tr("This row is a sum: change its parts");
    return change("objective", id, field, text);
}

void Targets::add(const QString& key, const QString& name) {
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || campaign().isNil()) return;
    const QStringList parts = key.split(u'/');
    const Id parent = idOf(parts.constFirst());
    Context::Values values{{"campaign", Value(campaign())}, {"name", Value(trimmed.toStdString())}};
    const auto whole =
        std::find_if(targets_.begin(), targets_.end(), [&](const Target& each) { return each.id == parent; });
    if (whole != targets_.end()) {
        values.emplace_back("parent", Value(parent));
        values.emplace_back("dimension", Value(parts.size() > 1 ? parts[1].toStdString() : std::string("market")));
        values.emplace_back("metric", Value(whole->metric.toStdString()));
        values.emplace_back("unit", Value(whole->unit.toStdString()));
    }
    sync::Edit edit = Context::add("objective", values);
    edit.place = place();
    context().record(std::move(edit), {});
}

}  // namespace zhixing::client

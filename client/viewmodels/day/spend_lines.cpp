#include "client/viewmodels/day/spend_lines.h"

#include <algorithm>

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {

/// What of a line has been spent, by those who share it. Each sum is read from one stretch of an index.
std::string spent(const std::string& state) {
    return R"((SELECT coalesce(sum(x.amount), 0) FROM spend x WHERE x.budget_line = b.id AND x.state = ')" + state +
           R"('
                  AND CASE WHEN p.amount IS NOT NULL THEN x.recorded_by = ?1
                           WHEN s.amount IS NOT NULL THEN x.place = ?2 ELSE 1 END))";
}

}  // namespace

SpendLines::SpendLines(QObject* parent) : rows_({"key", "name", "remaining", "campaignName"}, parent) {}

void SpendLines::read(Reader& reader, const Context& context) {
    std::vector<RowModel::Row> rows;
    lines_.clear();
    reader.each(
        R"(WITH allowed(line, is_own, amount) AS (
               SELECT budget_line, person IS NOT NULL, sum(amount) FROM allowance
               WHERE (person = ?1 OR person IS NULL AND site = ?2)
                 AND coalesce(starts_on, '') <= ?3 AND coalesce(ends_on, '9999') >= ?3
               GROUP BY budget_line, person IS NOT NULL)
           SELECT b.id, b.category, coalesce(b.item, b.description, ''), c.name,
                  coalesce(p.amount, s.amount, b.amount, 0), p.amount IS NOT NULL, s.amount IS NOT NULL,
                  )" +
            spent("approved") + ", " + spent("submitted") + R"(
           FROM budget_line b LEFT JOIN campaign c ON c.id = b.campaign
                LEFT JOIN allowed p ON p.line = b.id AND p.is_own
                LEFT JOIN allowed s ON s.line = b.id AND NOT s.is_own
           WHERE b.state <> 'closed' AND (c.id IS NULL OR c.state IN ('approved', 'running'))
           ORDER BY c.starts_on DESC, c.id, b.number, b.id LIMIT 200)",
        [&](Columns row) {
            const Share share = row.flag(5) ? Share::person : row.flag(6) ? Share::site : Share::line;
            const Line line{row.id(0), share, {row.number(4), row.number(7), row.number(8)}};
            const QString category = row.isSet(1) ? words::costCategory(row.text(1)) : QString();
            rows.push_back({row.key(0), words::lineName(category, row.text(2)),
                            QStringLiteral("￥") + words::yuan(line.sums.remaining()), row.text(3)});
            lines_.push_back(line);
        },
        context.person(), context.home(), context.today());
    rows_.take(std::move(rows));
}

const SpendLines::Line* SpendLines::find(const Id& id) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) { return line.id == id; });
    return found == lines_.end() ? nullptr : &*found;
}

QString SpendLines::name(const Id& id) const {
    return rows_.value(rows_.find(keyOf(id)), QStringLiteral("name")).toString();
}

}  // namespace zhixing::client

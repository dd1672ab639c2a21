#include "client/viewmodels/day/spends.h"

#include "client/viewmodels/words/words.h"

namespace zhixing::client {

Spends::Spends(Context& context)
    : Live(context, {"spend", "budget_line"}),
      rows_({"key", "amount", "line", "day", "note", "light", "stateWord", "reason", "step"}, this) {}

void Spends::read(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(WITH taken_back(id) AS MATERIALIZED
               (SELECT reversal_of FROM spend WHERE reversal_of IS NOT NULL AND state <> 'withdrawn')
           SELECT s.id, s.amount, b.category, coalesce(b.item, b.description, ''), s.spent_on, s.note, s.state, s.returned_reason,
                  s.id IN taken_back
           FROM spend s LEFT JOIN budget_line b ON b.id = s.budget_line
           WHERE s.recorded_by = ?1 ORDER BY s.state = 'returned' DESC, s.id DESC LIMIT 300)",
        [&](Columns row) {
            const QString state = row.text(6);
            const QString light = state == u"approved"    ? QStringLiteral("green")
                                  : state == u"returned"  ? QStringLiteral("red")
                                  : state == u"submitted" ? QStringLiteral("amber")
                                                          : QStringLiteral("none");
            const std::optional<Date> spentOn = row.date(4);
            const bool isTakenBack = row.flag(8);
            const QString step = state == u"returned"                                        ? QStringLiteral("correct")
                                 : state == u"approved" && row.number(1) > 0 && !isTakenBack ? QStringLiteral("reverse")
                                                                                             : QString();
            rows.push_back({row.key(0), words::yuan(row.number(1)),
                            row.isSet(2) ? words::costCategory(row.text(2)) : row.text(3),
                            spentOn ? words::nearDay(*spentOn, today) : QString(), row.text(5), light,
                            isTakenBack ? tr("Taken back") : words::spendState(state),
                            state == u"returned" ? row.text(7) : QString(), step});
        },
        context().person());
    rows_.take(std::move(rows));
}

}  // namespace zhixing::client

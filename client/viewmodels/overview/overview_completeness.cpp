#include <algorithm>
#include <limits>
#include <set>

#include "client/viewmodels/overview/overview.h"
#include "client/viewmodels/overview/overview_sources.h"
#include "client/viewmodels/words/words.h"

/// How much of the figures is final, what waits, and what cannot be in them yet.
namespace zhixing::client {
namespace {

constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t nineOClockMs = 1LL * 60 * 60 * 1000;  // 09:00 in Shanghai, by UTC

double share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// The sites that were not heard of leave their part of a meter empty: nobody knows what they still have.
double knownShare(std::pair<int, int> heard) {
    return heard.second > 0 ? static_cast<double>(heard.first) / heard.second : 1;
}

}  // namespace

/// Nine in the morning of today, or of yesterday while it is earlier than that.
Instant Overview::since() const {
    const std::int64_t nine = context().today().days * dayMs + nineOClockMs;
    return Instant{context().gateway().now().ms < nine ? nine - dayMs : nine};
}

void Overview::readSites(Reader& reader) {
    struct Heard {
        std::int64_t at = 0;
        bool isConnected = false;
    };
    std::map<Id, Heard> heard;
    reader.each(
        R"(SELECT g.node, max(a.at), max(a.is_connected) FROM zx_agreement a JOIN "grant" g ON g.person = a.person
           WHERE coalesce(g.revoked, 0) = 0 AND g.node IS NOT NULL GROUP BY g.node)",
        [&](Columns row) {
            heard[row.id(0)] = {row.number(1), row.flag(2)};
        });
    std::optional<Instant> asked;
    reader.each("SELECT at FROM zx_agreements_asked", [&](Columns row) { asked = row.instant(0); });

    const Date today = context().today();
    const Instant from = since();
    heard_.clear();
    auto& [agreed, total] = heardOfAll_ = {};
    std::vector<std::pair<std::int64_t, RowModel::Row>> rows;
    for (const auto& [id, node] : nodes_) {
        if (node.kind != u"site") continue;
        const Heard last = heard.contains(id) ? heard.at(id) : Heard{};
        const bool isHeard = last.isConnected || last.at >= from.ms;
        auto& [heardOf, of] = heard_[regionOf(id)];
        heardOf += isHeard ? 1 : 0;
        ++of;
        agreed += isHeard ? 1 : 0;
        ++total;
        const QString word = last.isConnected ? tr("Connected now")
                             : last.at == 0   ? tr("Never agreed")
                                              : tr("Agreed %1", "a time").arg(words::moment(Instant{last.at}, today));
        rows.push_back({last.isConnected ? std::numeric_limits<std::int64_t>::max() : last.at,
                        {keyOf(id), node.name, nameOf(regionOf(id)),
                         isHeard ? QStringLiteral("green") : QStringLiteral("amber"), word}});
    }
    std::ranges::stable_sort(rows, {}, &std::pair<std::int64_t, RowModel::Row>::first);
    std::vector<RowModel::Row> shown;
    for (auto& [at, row] : rows) shown.push_back(std::move(row));
    sites_.take(std::move(shown));

    if (!asked) {
        completeness_ = tr("Headquarters has not told yet which devices agreed");
        missing_ = tr("How complete these figures are is not known on this device.");
    } else {
        completeness_ = tr("%1 of %2 sites agreed since %3").arg(agreed).arg(total).arg(words::moment(from, today));
        missing_ = agreed == total ? tr("What those devices had recorded by then is in these figures. As of %1.")
                                         .arg(words::moment(*asked, today))
                                   : tr("From %n site(s) nothing was heard: what their devices have not sent is in no "
                                        "figure here. As of %1.",
                                        "", total - agreed)
                                         .arg(words::moment(*asked, today));
    }
    const Date yesterday{today.days - 1};
    int filed = 0;
    reader.each(
        "SELECT count(DISTINCT d.place) FROM daily_report d JOIN node n ON n.id = d.place WHERE d.report_on = ?1 AND "
        "n.kind = 'site'",
        [&](Columns row) { filed = static_cast<int>(row.number(0)); }, yesterday);
    reports_ = tr("Daily reports for %1: %2 of %3 sites").arg(words::day(yesterday, today)).arg(filed).arg(total);
}

/// What a person's devices recorded is theirs, whichever of them it was typed on.
void Overview::readDevices(Reader& reader) {
    struct Recorded {
        QString name;
        Sums sums;
    };
    std::map<Id, Recorded> byPerson;
    for (const Figure figure : {Figure::spent, Figure::committed}) {
        reader.each(
            "SELECT r.recorded_by, total(r.amount), (SELECT name FROM person WHERE id = r.recorded_by)" +
                overview::sourceOf(figure) + " GROUP BY r.recorded_by",
            [&](Columns row) {
                if (!row.isSet(0)) return;
                Recorded& recorded = byPerson[row.id(0)];
                recorded.name = row.text(2);
                recorded.sums.of(figure) += row.number(1);
            },
            chosenCampaign());
    }
    const Date today = context().today();
    const Instant from = since();
    std::vector<RowModel::Row> rows;
    const auto show = [&](const QString& key, const QString& name, const Id& person, bool isHeard,
                          const QString& word) {
        const Sums sums = byPerson.contains(person) ? byPerson.at(person).sums : Sums{};
        const double known = isHeard ? 1 : 0;
        rows.push_back({key, name, known * share(sums.spent, sums.spent + sums.committed),
                        known * share(sums.committed, sums.spent + sums.committed),
                        tr("Final %1, waiting %2").arg(money(sums.spent), money(sums.committed)),
                        isHeard ? QStringLiteral("green") : QStringLiteral("amber"), word});
    };
    std::set<Id> known;
    reader.each(
        R"(SELECT a.device, a.person, coalesce(p.name, ''), a.at, a.is_connected,
                  (SELECT n.name FROM "grant" g JOIN node n ON n.id = g.node
                   WHERE g.person = a.person AND coalesce(g.revoked, 0) = 0 ORDER BY g.id LIMIT 1)
           FROM zx_agreement a LEFT JOIN person p ON p.id = a.person ORDER BY a.is_connected, a.at, a.device LIMIT 500)",
        [&](Columns row) {
            const bool isHeard = row.flag(4) || row.number(3) >= from.ms;
            QStringList name{row.text(2), row.text(5)};
            name.removeAll(QString());
            known.insert(row.id(1));
            show(row.key(0), name.join(QStringLiteral(" · ")), row.id(1), isHeard,
                 row.flag(4) ? tr("Connected now")
                             : tr("Agreed %1", "a time").arg(words::moment(row.instant(3), today)));
        });
    for (const auto& [person, recorded] : byPerson) {
        if (known.contains(person) || recorded.name.isEmpty()) continue;
        show(keyOf(person), recorded.name, person, false, tr("Never agreed"));
    }
    devices_.take(std::move(rows));
}

void Overview::showParts() {
    std::vector<RowModel::Row> rows;
    for (const auto& [region, sums] : sums_) {
        const auto [agreed, of] = heard_.contains(region) ? heard_.at(region) : std::pair{0, 0};
        const double known = knownShare({agreed, of});
        const std::int64_t whole = sums.spent + sums.committed;
        if (of == 0 && whole == 0) continue;
        rows.push_back({region.isNil() ? QStringLiteral("-") : keyOf(region), nameOf(region),
                        known * share(sums.spent, whole), known * share(sums.committed, whole),
                        tr("Final %1, waiting %2").arg(money(sums.spent), money(sums.committed)),
                        of == 0        ? QStringLiteral("none")
                        : agreed == of ? QStringLiteral("green")
                                       : QStringLiteral("amber"),
                        of == 0        ? tr("No sites")
                        : agreed == of ? tr("All heard")
                                       : tr("%1 of %2 sites missing").arg(of - agreed).arg(of)});
    }
    parts_.take(std::move(rows));
}

double Overview::finalShare() const {
    return knownShare(heardOfAll_) * share(totals_.spent, totals_.spent + totals_.committed);
}

double Overview::pendingShare() const {
    return knownShare(heardOfAll_) * share(totals_.committed, totals_.spent + totals_.committed);
}

QString Overview::finalWords() const {
    if (totals_.spent + totals_.committed <= 0) return tr("Nothing was spent yet");
    return tr("Of what was spent, %1 is final and %2 waits for review")
        .arg(money(totals_.spent), money(totals_.committed));
}

}  // namespace zhixing::client

#include "client/viewmodels/planning/raci.h"

#include <algorithm>
#include <set>

#include <QVariantMap>

namespace zhixing::client {

namespace {

bool holds(const IdSet& set, const Id& id) { return std::binary_search(set.begin(), set.end(), id); }

void put(IdSet& set, const Id& id, bool isIn) {
    const auto place = std::lower_bound(set.begin(), set.end(), id);
    const bool is = place != set.end() && *place == id;
    if (isIn && !is) set.insert(place, id);
    if (!isIn && is) set.erase(place);
}

}  // namespace

Raci::Raci(Context& context, Campaigns& campaigns)
    : CampaignTable(context, campaigns, {"task", "campaign", "person", "grant", "node"}, writers::managers),
      rows_({"key", "number", "title", "cells", "gap", "light"}, this) {}

QString Raci::standing() const {
    if (rows_.count() == 0) return {};
    return gaps_ > 0 ? tr("%n task(s) with a gap", "", gaps_)
                     : tr("Every task has one who decides and someone who does it");
}

QString Raci::letterOf(const Task& task, const Id& person) {
    QString letters;
    if (task.owner == person || holds(task.deputies, person)) letters += u'R';
    if (holds(task.accountable, person)) letters += u'A';
    if (holds(task.consulted, person)) letters += u'C';
    if (holds(task.informed, person)) letters += u'I';
    return letters;
}

QString Raci::gapWord(rules::ResponsibilityGap gap) {
    if (gap == rules::ResponsibilityGap::nobodyDecides) return tr("No A: nobody decides");
    if (gap == rules::ResponsibilityGap::severalDecide) return tr("Several A: who decides?");
    if (gap == rules::ResponsibilityGap::nobodyDoes) return tr("No R: nobody does it");
    return tr("Complete");
}

void Raci::readTable(Reader& reader) {
    tasks_.clear();
    std::set<Id> involved;
    reader.each(
        R"(SELECT id, title, status, owner, deputies, accountable, consulted, informed FROM task WHERE campaign = ?1
           ORDER BY sequence, start_date, id LIMIT 2000)",
        [&](Columns row) {
            const QString status = row.text(2);
            tasks_.push_back({row.id(0), row.text(1), status != u"done" && status != u"cancelled", row.id(3),
                              row.ids(4), row.ids(5), row.ids(6), row.ids(7)});
            const Task& task = tasks_.back();
            if (!task.owner.isNil()) involved.insert(task.owner);
            for (const IdSet* set : {&task.deputies, &task.accountable, &task.consulted, &task.informed}) {
                involved.insert(set->begin(), set->end());
            }
        },
        campaign());
    reader.each(
        "SELECT team, commander FROM campaign WHERE id = ?1",
        [&](Columns row) {
            const IdSet team = row.ids(0);
            involved.insert(team.begin(), team.end());
            if (!row.id(1).isNil()) involved.insert(row.id(1));
        },
        campaign());
    people_.clear();
    reader.each("SELECT id, name FROM person ORDER BY employee_number, name, id", [&](Columns row) {
        if (involved.contains(row.id(0))) people_.append(QVariantMap{{"value", row.key(0)}, {"label", row.text(1)}});
    });
    gaps_ = 0;
    std::vector<RowModel::Row> rows;
    for (const Task& task : tasks_) {
        QStringList cells;
        for (const QVariant& person : people_) cells.append(letterOf(task, idOf(person.toMap()["value"].toString())));
        const int responsible = static_cast<int>(task.deputies.size()) + (task.owner.isNil() ? 0 : 1);
        const auto gap = rules::gapOf({task.id, responsible, static_cast<int>(task.accountable.size()), task.isOpen});
        const bool isGap = gap != rules::ResponsibilityGap::none;
        if (isGap) ++gaps_;
        rows.push_back({keyOf(task.id), QString::number(rows.size() + 1), task.title, cells, gapWord(gap),
                        isGap ? QStringLiteral("red") : QStringLiteral("green")});
    }
    rows_.take(std::move(rows));
}

void Raci::set(int row, int person, const QString& letter) {
    if (!mayEdit() || row < 0 || row >= static_cast<int>(tasks_.size()) || person < 0 || person >= people_.size())
        return;
    const Task& before = tasks_[static_cast<std::size_t>(row)];
    const Id who = idOf(people_[person].toMap()["value"].toString());
    Task task = before;
    // The owner is the first who does it; another takes over when they no longer do.
    if (letter == u"R") {
        if (task.owner.isNil())
            task.owner = who;
        else if (task.owner != who)
            put(task.deputies, who, true);
    } else {
        put(task.deputies, who, false);
        if (task.owner == who) {
            task.owner = task.deputies.empty() ? Id{} : task.deputies.front();
            put(task.deputies, task.owner, false);
        }
    }
    put(task.accountable, who, letter == u"A");
    put(task.consulted, who, letter == u"C");
    put(task.informed, who, letter == u"I");
    Context::Values values;
    if (task.owner != before.owner) values.emplace_back("owner", task.owner.isNil() ? Value{} : Value(task.owner));
    if (task.deputies != before.deputies) values.emplace_back("deputies", Value(task.deputies));
    if (task.accountable != before.accountable) values.emplace_back("accountable", Value(task.accountable));
    if (task.consulted != before.consulted) values.emplace_back("consulted", Value(task.consulted));
    if (task.informed != before.informed) values.emplace_back("informed", Value(task.informed));
    if (!values.empty()) edits().change("task", {{task.id, std::move(values)}}, {});
}

}  // namespace zhixing::client

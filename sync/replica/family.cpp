#include "sync/replica/family.h"

#include <algorithm>

namespace zhixing::sync {

bool buildsOn(const Operation& operation, const std::set<Id>& records) {
    if (operation.verb != Verb::add && records.contains(operation.record)) return true;
    return std::any_of(operation.changes.begin(), operation.changes.end(), [&](const FieldChange& change) {
        if (const auto* one = std::get_if<Id>(&change.value)) return records.contains(*one);
        const auto* several = std::get_if<IdSet>(&change.value);
        return several != nullptr &&
               std::any_of(several->begin(), several->end(), [&](const Id& id) { return records.contains(id); });
    });
}

Family familyOf(const std::vector<TrayItem>& tray, Counter counter) {
    const auto asked =
        std::find_if(tray.begin(), tray.end(), [&](const TrayItem& item) { return item.counter == counter; });
    if (asked == tray.end()) return {};

    // A group's counters follow each other, and each but the last says that more comes.
    auto first = asked;
    while (first != tray.begin() && std::prev(first)->counter + 1 == first->counter && std::prev(first)->operation.more)
        --first;
    auto last = asked;
    while (last->operation.more && std::next(last) != tray.end() && std::next(last)->counter == last->counter + 1)
        ++last;
    if (first != last) return {{first, std::next(last)}, true};

    Family family{{*asked}, false};
    if (asked->operation.verb != Verb::add) return family;
    std::set<Id> records{asked->operation.record};
    for (auto item = std::next(asked); item != tray.end(); ++item) {
        if (item->error.code != Code::depends_on_rejected || !buildsOn(item->operation, records)) continue;
        if (item->operation.verb == Verb::add) records.insert(item->operation.record);
        family.members.push_back(*item);
    }
    return family;
}

}  // namespace zhixing::sync

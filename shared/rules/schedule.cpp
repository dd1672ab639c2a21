#include "shared/rules/schedule.h"

#include <algorithm>

namespace zhixing::rules {

namespace {

bool isDated(const Activity& activity) { return activity.start && activity.end && *activity.start <= *activity.end; }

/// For each activity those that wait for it.
std::vector<std::vector<std::size_t>> followersOf(std::span<const Activity> activities) {
    std::vector<std::vector<std::size_t>> followers(activities.size());
    for (std::size_t i = 0; i < activities.size(); ++i) {
        for (const std::size_t before : activities[i].after) {
            if (before < activities.size() && before != i) followers[before].push_back(i);
        }
    }
    return followers;
}

/// What waits comes after what it waits for. Shorter than the list when there is a circle.
std::vector<std::size_t> inOrder(const std::vector<std::vector<std::size_t>>& followers) {
    std::vector<std::size_t> waiting(followers.size());
    for (const auto& list : followers) {
        for (const std::size_t follower : list) ++waiting[follower];
    }
    std::vector<std::size_t> order;
    order.reserve(followers.size());
    for (std::size_t i = 0; i < followers.size(); ++i) {
        if (waiting[i] == 0) order.push_back(i);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const std::size_t follower : followers[order[next]]) {
            if (--waiting[follower] == 0) order.push_back(follower);
        }
    }
    return order;
}

/// No working day lies between the two.
bool isTight(Date end, Date start, const WorkCalendar& calendar) {
    for (Date day = end.plusDays(1); day < start; day = day.plusDays(1)) {
        if (calendar.isWorkingDay(day)) return false;
    }
    return true;
}

std::vector<bool> criticalOnes(std::span<const Activity> activities, const WorkCalendar& calendar,
                               const std::vector<std::vector<std::size_t>>& followers,
                               const std::vector<std::size_t>& order) {
    std::vector<bool> critical(activities.size(), false);
    std::optional<Date> last;
    for (const Activity& activity : activities) {
        if (isDated(activity) && (!last || *activity.end > *last)) last = activity.end;
    }
    for (auto position = order.rbegin(); position != order.rend(); ++position) {
        const Activity& activity = activities[*position];
        if (!isDated(activity)) continue;
        critical[*position] =
            *activity.end == *last ||
            std::any_of(followers[*position].begin(), followers[*position].end(), [&](std::size_t follower) {
                const Activity& next = activities[follower];
                return critical[follower] && isDated(next) && isTight(*activity.end, *next.start, calendar);
            });
    }
    return critical;
}

}  // namespace

Explained<Schedule> judgeSchedule(std::span<const Activity> activities, const WorkCalendar& calendar) {
    Explained<Schedule> judged{.result = {},
                               .because = {.rule = "schedule",
                                           .formula = "start >= end of everything it waits for",
                                           .inputs = {count("activities", std::ssize(activities))}}};
    for (std::size_t i = 0; i < activities.size(); ++i) {
        const Activity& activity = activities[i];
        for (const std::size_t before : activity.after) {
            if (before >= activities.size() || before == i || !activity.start || !activities[before].end) continue;
            const std::int64_t days = activities[before].end->days - activity.start->days;
            if (days <= 0) continue;
            judged.result.clashes.push_back({before, i, days});
            judged.because.inputs.push_back(input("end", *activities[before].end, activities[before].row));
            judged.because.inputs.push_back(input("start", *activity.start, activity.row));
        }
    }
    const auto followers = followersOf(activities);
    const auto order = inOrder(followers);
    judged.result.hasCircle = order.size() < activities.size();
    judged.result.critical = criticalOnes(activities, calendar, followers, order);
    return judged;
}

std::vector<Move> movesWith(std::span<const Activity> activities, const Move& move) {
    const auto followers = followersOf(activities);
    std::vector<std::optional<Move>> moved(activities.size());
    moved[move.activity] = move;
    std::vector<Move> moves{move};
    for (const std::size_t position : inOrder(followers)) {
        if (!moved[position]) continue;
        const Activity& before = activities[position];
        for (const std::size_t follower : followers[position]) {
            const Activity& next = activities[follower];
            if (follower == move.activity || next.isDone || !isDated(next)) continue;
            const Date start = moved[follower] ? moved[follower]->start : *next.start;
            // Whoever began the day after still does; whoever began earlier on purpose is at most brought to the same day.
            const bool wasApart = before.end && *next.start > *before.end;
            const Date earliest = wasApart ? moved[position]->end.plusDays(1) : moved[position]->end;
            if (start >= earliest) continue;
            moved[follower] = Move{follower, earliest, earliest.plusDays(next.end->days - next.start->days)};
        }
    }
    for (const auto& other : moved) {
        if (other && other->activity != move.activity) moves.push_back(*other);
    }
    return moves;
}

}  // namespace zhixing::rules

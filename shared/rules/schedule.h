#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "shared/rules/explanation.h"
#include "shared/rules/working_days.h"

/// What dependencies mean for dates. A task that waits for another begins on that one's last day at the earliest: many
/// deadlines are hours ("before 18:00"), so the same day is fine.
namespace zhixing::rules {

/// A task as far as the plan's order is concerned. `after` are positions in the same list; what is out of it, itself
/// included, is ignored.
struct Activity {
    Id row;
    std::optional<Date> start;
    std::optional<Date> end;
    bool isDone = false;
    std::vector<std::size_t> after;
};

/// One task begins before what it waits for has ended.
struct Clash {
    std::size_t before = 0;
    std::size_t after = 0;
    std::int64_t days = 0;  ///< by how many
};

struct Schedule {
    std::vector<Clash> clashes;
    /// For each activity: a day's delay of it delays the end of all, because nothing but days off lies between.
    std::vector<bool> critical;
    /// Some activity waits for itself along the way; what follows from such a circle is not judged.
    bool hasCircle = false;
};

[[nodiscard]] Explained<Schedule> judgeSchedule(std::span<const Activity> activities, const WorkCalendar& calendar);

/// New dates of one activity.
struct Move {
    std::size_t activity = 0;
    Date start;
    Date end;
    friend bool operator==(const Move&, const Move&) = default;
};

/// What has to move with `move` so that nothing begins too early that did not before: whatever waits for it is pushed as
/// far as needed and keeps its length; what is done stays. `move` itself comes first.
[[nodiscard]] std::vector<Move> movesWith(std::span<const Activity> activities, const Move& move);

}  // namespace zhixing::rules

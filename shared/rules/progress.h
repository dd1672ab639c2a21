#pragma once

#include <span>

#include "shared/rules/explanation.h"

namespace zhixing::rules {

enum class TaskStatus : std::uint8_t { notStarted, inProgress, done, cancelled };

/// A task as far as time is concerned. A deadline is a day, which ends at midnight where the organisation is, or a moment
/// ("before 18:00"), which then counts instead.
struct TaskTiming {
    Id row;
    TaskStatus status = TaskStatus::notStarted;
    std::optional<Date> dueOn;
    std::optional<Instant> dueAt;
    std::optional<Instant> doneAt;
};

/// Derived, never stored: nobody has to remember to mark a task late.
enum class Lateness : std::uint8_t {
    inTime,
    overdue,   ///< still to be done, and the deadline has passed
    doneLate,  ///< finished, after its deadline
};

[[nodiscard]] Explained<Lateness> judgeLateness(const TaskTiming& task, Instant now);

/// How far a set of tasks has come. Cancelled ones are left out of the total.
struct Progress {
    int total = 0;
    int notStarted = 0;
    int inProgress = 0;
    int done = 0;
    int overdue = 0;
    std::optional<Rate> share;  ///< done / total
};

[[nodiscard]] Explained<Progress> summariseProgress(std::span<const TaskTiming> tasks, Instant now);

}  // namespace zhixing::rules

#include "shared/rules/progress.h"

namespace zhixing::rules {
namespace {

bool isPast(const TaskTiming& task, Instant moment) {
    if (task.dueAt) {
        return moment > *task.dueAt;
    }
    return task.dueOn && dateAt(moment) > *task.dueOn;
}

Lateness latenessOf(const TaskTiming& task, Instant now) {
    switch (task.status) {
        case TaskStatus::cancelled:
            return Lateness::inTime;
        case TaskStatus::done:
            return task.doneAt && isPast(task, *task.doneAt) ? Lateness::doneLate : Lateness::inTime;
        case TaskStatus::notStarted:
        case TaskStatus::inProgress:
            return isPast(task, now) ? Lateness::overdue : Lateness::inTime;
    }
    return Lateness::inTime;
}

Input instant(std::string_view name, std::optional<Instant> moment, const Id& row) {
    return {name, Unit::instant, moment ? std::optional{moment->ms} : std::nullopt, row};
}

}  // namespace

Explained<Lateness> judgeLateness(const TaskTiming& task, Instant now) {
    Explanation because{.rule = "lateness",
                        .formula = "the moment it was done, or now while it is not, lies after the deadline",
                        .inputs = {instant("done_at", task.doneAt, task.row), instant("now", now, {})}};
    if (task.dueAt) {
        because.inputs.push_back(instant("due_at", task.dueAt, task.row));
    } else if (task.dueOn) {
        because.inputs.push_back(input("due_on", *task.dueOn, task.row));
    }
    return {latenessOf(task, now), std::move(because)};
}

Explained<Progress> summariseProgress(std::span<const TaskTiming> tasks, Instant now) {
    Progress progress;
    int cancelled = 0;
    for (const TaskTiming& task : tasks) {
        switch (task.status) {
            case TaskStatus::notStarted:
                ++progress.notStarted;
                break;
            case TaskStatus::inProgress:
                ++progress.inProgress;
                break;
            case TaskStatus::done:
                ++progress.done;
                break;
            case TaskStatus::cancelled:
                ++cancelled;
                break;
        }
        progress.overdue += latenessOf(task, now) == Lateness::overdue ? 1 : 0;
    }
    progress.total = progress.notStarted + progress.inProgress + progress.done;
    progress.share = ratio(progress.done, progress.total);
    return {progress,
            {.rule = "progress",
             .formula = "share = done / (not started + in progress + done)",
             .inputs = {count("not_started", progress.notStarted), count("in_progress", progress.inProgress),
                        count("done", progress.done), count("cancelled", cancelled), instant("now", now, {})}}};
}

}  // namespace zhixing::rules

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

/// Whoever is on the ground moves a task along and back; giving it up is its planner's decision. "Late" is not a state
/// but follows from the due date, so that every form can print its own words for it.
Workflow life() {
    const Writers planners = writers::managers | writers::author;
    return {
        .field = "status",
        .transitions =
            {
                {"not_started", "in_progress", writers::everyone},
                {"not_started", "done", writers::everyone},
                {"in_progress", "done", writers::everyone},
                {"in_progress", "not_started", writers::everyone},
                {"done", "in_progress", writers::everyone},
                {"done", "not_started", writers::everyone},
                {"not_started", "cancelled", planners},
                {"in_progress", "cancelled", planners},
                {"cancelled", "not_started", planners},
            },
    };
}

/// What was planned: the columns of 活动执行进度表, dependencies, responsibilities, the recurrence target.
std::vector<Field> plan() {
    return writtenBy(writers::managers | writers::author,
                     {
                         field::reference(1, "campaign", "campaign").required(),
                         latest(field::reference(2, "strategy", "strategy")),
                         latest(field::reference(3, "objective", "objective")),
                         field::reference(4, "site", "node"),
                         latest(count(5, "sequence")),
                         field::text(6, "title", 200).required(),
                         latest(field::integer(7, "priority").between(0, 4)),
                         latest(field::text(8, "module", 60)),
                         latest(field::text(9, "phase", 60)),
                         latest(field::text(10, "channel", 60)),
                         latest(field::text(11, "department", 60)),
                         latest(field::text(12, "assignee", 60)),
                         latest(field::reference(13, "owner", "person")),
                         field::references(14, "deputies", "person"),
                         field::references(15, "accountable", "person"),
                         field::references(16, "consulted", "person"),
                         field::references(17, "informed", "person"),
                         latest(field::date(18, "start_date")),
                         latest(field::date(19, "due_date")),
                         latest(field::text(20, "due_time", 5).unsearched()),  // "18:00", for some deadlines
                         latest(field::instant(21, "publish_at")),
                         latest(field::boolean(22, "milestone")),
                         field::references(23, "depends_on", "task"),
                         field::longText(24, "content_standard", 6'000),
                         field::text(25, "deliverable", 200),
                         latest(count(26, "recurrence_quantity")),
                         choice(27, "recurrence_period", {"day", "week", "month"}),
                         field::money(28, "budget"),
                         field::money(29, "spent"),  // what the plan's table says; the truth is in the spend records
                         latest(field::text(30, "currency", 3).unsearched().initially(std::string("CNY"))),
                         field::tags(31, "tags"),
                         latest(field::place(32, "location")),
                         field::longText(33, "remark", 4'000),
                     });
}

/// The plan as it was when it was frozen: what the present one is compared with.
std::vector<Field> baseline() {
    return writtenBy(writers::managers | writers::author, {
                                                              latest(field::date(43, "baseline_start")),
                                                              latest(field::date(44, "baseline_due")),
                                                          });
}

/// What is reported from the ground.
std::vector<Field> execution() {
    return writtenBy(
        writers::everyone,
        {
            field::option(34, "status", {"not_started", "in_progress", "done", "cancelled"}).merging(Merge::workflow),
            latest(field::integer(35, "progress").between(0, 100)),
            field::longText(36, "delay_reason", 2'000),
            field::checklist(37, "checklist"),
            field::counter(38, "counted"),
            latest(field::instant(39, "started_at")),
            latest(field::instant(40, "finished_at")),
        });
}

}  // namespace

/// A piece of work with an owner and a deadline. It belongs to the site that does it; without one, to the node that its
/// author chose. Anyone may write one down; what was planned is changed by managers and by whoever wrote it.
RecordType task() {
    return {
        .id = 15,
        .name = "task",
        .placedBy = "site",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({plan(), execution(), recorded(41), baseline()}),
        .workflow = life(),
        .comesFirst = true,
        .indices = {{"campaign", "sequence"}, {"owner", "due_date"}, {"status", "due_date"}, {"status", "finished_at"}},
    };
}

}  // namespace zhixing::types

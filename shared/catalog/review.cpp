#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    const Writers writing = writers::managers | writers::author | writers::owner;
    return {
        .field = "state",
        .transitions =
            {
                {"draft", "submitted", writing},
                {"submitted", "draft", writers::author | writers::owner},
                {"submitted", "accepted", writers::planners, true},
                {"submitted", "returned", writers::planners, true},
                {"returned", "submitted", writing},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// A meeting or report that looks back: the evening on site, the week, the month, the evaluation after the end
/// (活动效果评估报告); also kick-offs, trainings and sharing. Meant for managers; one for the whole site is given the
/// audience `everyone` when it is added. Whoever is in an event's team may write one; planners accept it, and nobody
/// accepts their own.
RecordType review() {
    return {
        .id = 53,
        .name = "review",
        .audience = Audience::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(
                writers::managers | writers::author | writers::owner,
                {
                    latest(field::reference(1, "campaign", "campaign")),
                    latest(field::option(
                        2, "kind", {"weekly", "daily", "monthly", "evaluation", "kick_off", "training", "sharing"})),
                    field::text(3, "title", 200).required(),
                    latest(field::date(4, "held_on")),
                    latest(field::date(5, "starts_on")),
                    latest(field::date(6, "ends_on")),
                    latest(field::date(7, "due_on")),
                    latest(field::reference(8, "owner", "person")),
                    field::references(9, "attendees", "person"),
                    field::longText(10, "progress", 8'000),
                    field::longText(11, "problems", 8'000),
                    field::longText(12, "plan_changes", 8'000),
                    field::longText(13, "channel_conversion", 6'000),
                    field::longText(14, "user_satisfaction", 6'000),
                    field::longText(15, "team_cooperation", 6'000),
                    field::longText(16, "highlights", 6'000),
                    field::longText(17, "gaps", 6'000),
                    field::longText(18, "conclusion", 8'000),
                    field::checklist(19, "actions"),
                    field::references(20, "photos", "photo"),
                    field::option(21, "state", {"draft", "submitted", "accepted", "returned"}).merging(Merge::workflow),
                }),
            writtenBy(writers::planners, {field::longText(22, "returned_reason", 2'000)}),
            writtenBy(writers::server,
                      {field::reference(23, "decided_by", "person"), field::instant(24, "decided_at")}),
            recorded(25),
        }),
        .workflow = life(),
        .indices = {{"campaign", "kind"}, {"due_on"}},
    };
}

}  // namespace zhixing::types

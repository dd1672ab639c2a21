#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

/// The plan goes to management and is distributed after approval; whoever wrote it does not approve it.
Workflow life() {
    return {
        .field = "state",
        .transitions =
            {
                {"draft", "submitted", writers::planners | writers::author | writers::owner},
                {"submitted", "draft", writers::author | writers::owner},
                {"submitted", "approved", writers::headquarters, true},
                {"submitted", "returned", writers::headquarters, true},
                {"returned", "submitted", writers::planners | writers::author | writers::owner},
                {"approved", "running", writers::planners | writers::owner},
                {"running", "finished", writers::planners | writers::owner},
                {"finished", "running", writers::planners | writers::owner},
                {"finished", "archived", writers::planners},
                {"draft", "cancelled", writers::planners | writers::author},
                {"returned", "cancelled", writers::planners | writers::author},
                {"approved", "cancelled", writers::headquarters},
                {"running", "cancelled", writers::headquarters},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// A marketing campaign or event: its plan document and the root of everything planned, spent and learned in it.
/// Its phases follow one of three models. A quarter's campaign hangs below the year's, a pilot below the
/// campaign it tries out.
RecordType campaign() {
    return {
        .id = 10,
        .name = "campaign",
        .creators = writers::planners,
        .deleters = writers::planners,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::planners | writers::author | writers::owner,
                      {
                          field::text(1, "name", 120).required(),
                          field::text(2, "code", 40),
                          campaignKind(3, "kind"),
                          latest(field::option(4, "phase_model", {"four_phases", "event", "quarter"})),
                          choice(5, "phase",
                                 {"research", "planning", "execution", "evaluation", "preparation", "on_site",
                                  "retrospective", "build_up", "assault", "sprint"}),
                          latest(field::reference(6, "parent", "campaign")),
                          latest(field::boolean(7, "is_pilot")),
                          latest(field::reference(8, "template", "template")),
                          latest(field::integer(9, "template_edition").between(1, 10'000)),
                          field::text(10, "theme", 200),
                          latest(field::date(11, "starts_on")),
                          latest(field::date(12, "ends_on")),
                          field::money(13, "budget"),
                          latest(field::reference(14, "owner", "person")),
                          latest(field::reference(15, "commander", "person")),
                          field::references(16, "team", "person"),
                          latest(field::text(17, "department", 60)),
                          field::longText(18, "goal", 4'000),
                          field::longText(19, "target_group", 4'000),
                          field::longText(20, "channel_strategy", 6'000),
                          field::longText(21, "process", 6'000),
                          field::longText(22, "emergency_plan", 6'000),
                          field::longText(23, "communication", 2'000),
                          field::tags(24, "tags"),
                          field::longText(25, "remark", 4'000),
                      }),
            writtenBy(writers::everyone,
                      {
                          field::option(26, "state",
                                        {"draft", "submitted", "approved", "running", "finished", "archived",
                                         "returned", "cancelled"})
                              .merging(Merge::workflow),
                      }),
            writtenBy(writers::headquarters, {field::longText(27, "returned_reason", 2'000)}),
            writtenBy(writers::server,
                      {field::reference(28, "decided_by", "person"), field::instant(29, "decided_at")}),
            recorded(30),
        }),
        .workflow = life(),
        .comesFirst = true,
        .indices = {{"state", "starts_on"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    const Writers handlers = writers::managers | writers::owner;
    return {
        .field = "state",
        .transitions =
            {
                {"open", "in_progress", handlers},
                {"open", "resolved", handlers},
                {"open", "dismissed", handlers},
                {"in_progress", "resolved", handlers},
                {"in_progress", "dismissed", handlers},
                {"resolved", "in_progress", handlers},
                {"dismissed", "open", handlers},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// What a rule found: the light, the formula, the rows it looked at and the policy as it was then, so that it can be
/// understood and recomputed. `key` names the finding; the same one is never raised twice. A yellow light is followed
/// by the project manager, a red one by the director; the answer (cause, measure) is written here.
RecordType alert() {
    return {
        .id = 51,
        .name = "alert",
        .creators = writers::managers,
        .deleters = writers::server,
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::managers,
                      {
                          field::text(1, "rule", 60).unsearched().required().fixed(),
                          field::text(2, "key", 200).unsearched().fixed(),
                          field::option(3, "light", {"yellow", "red", "note"}).fixed(),
                          field::reference(4, "campaign", "campaign").fixed(),
                          field::reference(5, "kpi", "kpi").fixed(),
                      }),
            subject(6, writers::managers),
            writtenBy(writers::managers,
                      {
                          field::text(8, "title", 200).fixed(),
                          field::longText(9, "formula", 2'000).unsearched().fixed(),
                          field::answers(10, "inputs").unsearched().fixed(),  // what was looked at -> its value then
                          field::reference(11, "policy", "policy").fixed(),
                          count(12, "policy_version").fixed(),
                          field::date(13, "found_on").fixed(),
                          latest(field::instant(14, "answer_due")),
                          latest(field::reference(15, "owner", "person")),
                      }),
            writtenBy(writers::managers | writers::owner,
                      {
                          field::option(16, "state", {"open", "in_progress", "resolved", "dismissed"})
                              .merging(Merge::workflow),
                          shortfallCause(17, "cause"),
                          field::longText(18, "analysis", 4'000),
                          field::longText(19, "measure", 4'000),
                      }),
            writtenBy(writers::server,
                      {
                          field::reference(20, "decided_by", "person"),
                          field::instant(21, "decided_at"),
                          field::boolean(22, "is_repeated"),
                          field::instant(23, "recorded_at"),
                      }),
        }),
        .workflow = life(),
        .uniqueKeys = {{{"key"}, "is_repeated"}},
        .comesFirst = true,
        .indices = {{"campaign", "state"}, {"owner", "state"}},
    };
}

}  // namespace zhixing::types

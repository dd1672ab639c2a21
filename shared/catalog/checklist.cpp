#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    const Writers reviewers = writers::managers | writers::owner;
    return {
        .field = "verdict",
        .transitions =
            {
                {"open", "passed", reviewers},
                {"open", "failed", reviewers},
                {"failed", "open", reviewers},
                {"failed", "passed", reviewers},
                {"passed", "open", reviewers},
                {"passed", "failed", reviewers},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// A review before a key node (关键节点Checklist): legal, data and experience must all pass before a launch. The same form
/// serves platform tests and material acceptance.
RecordType checklist() {
    return {
        .id = 16,
        .name = "checklist",
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(writers::managers | writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::reference(2, "task", "task")),
                          choice(3, "kind", {"legal", "data", "experience", "platform", "material", "site", "other"}),
                          field::text(4, "title", 200).required(),
                          latest(field::reference(5, "owner", "person")),
                          latest(field::date(6, "due_on")),
                          latest(field::boolean(7, "is_gate").initially(true)),
                      }),
            writtenBy(writers::everyone,
                      {
                          field::checklist(8, "items"),
                          field::option(9, "verdict", {"open", "passed", "failed"}).merging(Merge::workflow),
                          field::longText(10, "failure", 4'000),
                          field::references(11, "photos", "photo"),
                          field::longText(12, "remark", 2'000),
                      }),
            writtenBy(writers::server,
                      {field::reference(13, "decided_by", "person"), field::instant(14, "decided_at")}),
            recorded(15),
        }),
        .workflow = life(),
        .indices = {{"campaign"}, {"task"}},
    };
}

}  // namespace zhixing::types

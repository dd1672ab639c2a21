#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

Workflow life() {
    const Writers keepers = writers::managers | writers::owner;
    return {
        .field = "state",
        .transitions =
            {
                {"watching", "active", keepers},
                {"active", "watching", keepers},
                {"watching", "closed", keepers},
                {"active", "closed", keepers},
                {"closed", "watching", keepers},
            },
        .decidedBy = "decided_by",
        .decidedAt = "decided_at",
    };
}

}  // namespace

/// A line of the risk register: what may happen, by what sign it is known, and the plan prepared for it. `active` means
/// that the plan was switched on; what was done then goes into `log`.
RecordType risk() {
    return {
        .id = 52,
        .name = "risk",
        .audience = Audience::managers,
        .creators = writers::managers,
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .owner = "owner",
        .fields = together({
            writtenBy(
                writers::managers | writers::author | writers::owner,
                {
                    latest(field::reference(1, "campaign", "campaign")),
                    field::text(2, "title", 200).required(),
                    choice(3, "kind",
                           {"competitor", "supply", "traffic", "regulation", "algorithm", "public_opinion", "other"}),
                    field::longText(4, "warning_sign", 2'000),
                    latest(field::integer(5, "likelihood").between(1, 5)),
                    latest(field::integer(6, "impact").between(1, 5)),
                    field::longText(7, "response", 6'000),
                    latest(field::reference(8, "owner", "person")),
                    field::option(9, "state", {"watching", "active", "closed"}).merging(Merge::workflow),
                    field::longText(10, "log", 10'000).merging(Merge::append),
                    field::tags(11, "tags"),
                }),
            writtenBy(writers::server,
                      {field::reference(12, "decided_by", "person"), field::instant(13, "decided_at")}),
            recorded(14),
        }),
        .workflow = life(),
        .indices = {{"campaign"}},
    };
}

}  // namespace zhixing::types

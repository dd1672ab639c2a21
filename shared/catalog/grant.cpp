#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A person's role at a node and everywhere below it. What was granted never changes; it is revoked, and another is
/// given, so that the record of who could do what stays true.
RecordType grant() {
    return {
        .id = 3,
        .name = "grant",
        .creators = writers::administrators,
        .deleters = writers::server,
        .placedBy = "node",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::administrators,
                      {
                          field::reference(1, "person", "person").required().fixed(),
                          field::reference(2, "node", "node").fixed(),  // not given: where the record is placed
                          field::option(
                              3, "role",
                              {"field", "site_manager", "regional_manager", "headquarters", "finance", "administrator"})
                              .fixed(),
                          latest(field::boolean(4, "revoked")),
                          field::text(5, "remark", 200),
                      }),
            recorded(6),
        }),
        .comesFirst = true,
        .indices = {{"person"}},
    };
}

}  // namespace zhixing::types

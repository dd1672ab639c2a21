#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A remark about any record, in its place and for its audience.
RecordType comment() {
    return {
        .id = 56,
        .name = "comment",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            subject(1, writers::author),
            writtenBy(writers::author,
                      {
                          field::longText(3, "text", 4'000),
                          field::reference(4, "reply_to", "comment").fixed(),
                          field::references(5, "mentions", "person"),
                          field::references(6, "photos", "photo"),
                      }),
            recorded(7),
        }),
        .indices = {{"subject"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {
namespace {

/// Settling and undoing it are open to everyone who sees the conflict: the values themselves are guarded where they go.
Workflow life() {
    return {
        .field = "state",
        .transitions = {{"open", "settled", writers::everyone}, {"settled", "open", writers::everyone}},
        .decidedBy = "settled_by",
        .decidedAt = "settled_at",
    };
}

}  // namespace

/// Two people changed one field without knowing of each other, and this is the value that did not stay, with its
/// author. The server makes it, beside the record it is about, and nobody deletes it. Values are JSON, as they travel.
RecordType conflict() {
    return {
        .id = 55,
        .name = "conflict",
        .creators = writers::server,
        .deleters = writers::server,
        .fields = together({
            writtenBy(writers::server,
                      {
                          field::text(1, "record_type", 40).unsearched().required(),
                          field::text(2, "record_id", 36).unsearched().required(),
                          field::text(3, "field", 60).unsearched(),  // not set: the operation as a whole lost
                          field::longText(4, "base_value", 65'536).unsearched(),
                          field::longText(5, "kept_value", 65'536).unsearched(),
                          field::longText(6, "lost_value", 65'536).unsearched(),
                          field::reference(7, "kept_by", "person"),
                          field::instant(8, "kept_at"),
                          field::reference(9, "lost_by", "person"),
                          field::instant(10, "lost_at"),
                          field::text(11, "lost_device", 60).unsearched(),
                          field::text(16, "kept_device", 60).unsearched(),
                      }),
            writtenBy(writers::everyone,
                      {
                          field::option(12, "state", {"open", "settled"}).merging(Merge::workflow),
                          // What was decided, a line each time; see sync/wire/settlement_line.h. Two who decide
                          // at once both stay readable.
                          field::longText(13, "settlement", 65'536).unsearched().merging(Merge::append),
                      }),
            writtenBy(writers::server,
                      {field::reference(14, "settled_by", "person"), field::instant(15, "settled_at")}),
        }),
        .workflow = life(),
        .indices = {{"state"}, {"record_id"}},
    };
}

}  // namespace zhixing::types

#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// The report due each day before leaving work (日进度表): done, not done and why, what must be coordinated; and the day's
/// figures that the monitoring group files. It is its author's; others answer in comments.
RecordType dailyReport() {
    return {
        .id = 44,
        .name = "daily_report",
        .author = "recorded_by",
        .recordedAt = "recorded_at",
        .fields = together({
            writtenBy(writers::author,
                      {
                          latest(field::reference(1, "campaign", "campaign")),
                          latest(field::date(2, "report_on")),
                          field::longText(3, "done", 6'000),
                          field::longText(4, "not_done_reason", 4'000),
                          field::longText(5, "needs", 4'000),
                          field::longText(6, "next_steps", 4'000),
                          count(7, "participants"),
                          count(8, "leads"),
                          count(9, "orders"),
                          field::money(10, "revenue"),
                          field::money(11, "cost"),
                          field::references(12, "tasks", "task"),
                          field::references(13, "photos", "photo"),
                          field::tags(14, "tags"),
                      }),
            writtenBy(writers::everyone, {field::references(15, "read_by", "person")}),
            recorded(16),
        }),
        .indices = {{"report_on"}, {"campaign", "report_on"}},
    };
}

}  // namespace zhixing::types

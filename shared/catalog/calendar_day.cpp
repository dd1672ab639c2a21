#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// A day that is not what its weekday says: a holiday, or a weekend day worked to make up for one (调休). Working-day
/// deadlines such as "within three working days" count by these.
RecordType calendarDay() {
    return {
        .id = 5,
        .name = "calendar_day",
        .creators = writers::headquarters,
        .deleters = writers::headquarters,
        .fields = together({
            writtenBy(writers::headquarters,
                      {
                          field::date(1, "day").required().fixed(),
                          latest(field::option(2, "kind", {"holiday", "workday"})),
                          latest(field::text(3, "name", 60)),
                      }),
            writtenBy(writers::server, {field::boolean(4, "is_second")}),
        }),
        .uniqueKeys = {{{"day"}, "is_second"}},
        .comesFirst = true,
        .indices = {{"day"}},
    };
}

}  // namespace zhixing::types

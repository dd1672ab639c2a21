#include "shared/catalog/fields.h"
#include "shared/catalog/types.h"

namespace zhixing::types {

/// Someone who works here and can sign in. Logins and passwords are the server's own business; a person's roles are
/// in `grant` records. Part-timers paid by the day are `partner` records, not people.
RecordType person() {
    return {
        .id = 2,
        .name = "person",
        .creators = writers::headquarters,
        .deleters = writers::administrators,
        .fields = together({
            writtenBy(writers::headquarters,
                      {
                          field::text(1, "name", 60).required().personal(),
                          field::text(2, "employee_number", 40),
                          latest(field::text(3, "department", 60)),
                          latest(field::text(4, "title", 60)),
                          latest(field::text(5, "phone", 40).personal()),
                          latest(field::text(6, "email", 120).personal()),
                          latest(field::boolean(7, "active").initially(true)),
                          field::longText(8, "remark", 1'000),
                      }),
            writtenBy(writers::server, {field::boolean(9, "is_number_taken")}),
        }),
        .uniqueKeys = {{{"employee_number"}, "is_number_taken"}},
        .comesFirst = true,
        .indices = {{"department"}},
    };
}

}  // namespace zhixing::types

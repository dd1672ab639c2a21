#include "shared/rules/working_days.h"

namespace zhixing::rules {

bool WorkCalendar::isWorkingDay(Date day) const {
    const auto exception = exceptions_.find(day);
    return exception != exceptions_.end() ? exception->second : day.isoWeekday() <= 5;
}

Date WorkCalendar::after(Date day, int count) const {
    // Ends: the exceptions are finite, and every week beyond them has working days.
    while (count > 0) {
        day = day.plusDays(1);
        count -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

Explained<Date> evaluationDue(Date end, const WorkCalendar& calendar, const Policy& policy) {
    return {.result = calendar.after(end, policy.evaluationWorkingDays),
            .because = {.rule = "evaluation_due",
                        .formula = "due = end + working days, holidays and make-up days regarded",
                        .inputs = {input("end", end), count("working_days", policy.evaluationWorkingDays)},
                        .policyVersion = policy.version}};
}

}  // namespace zhixing::rules

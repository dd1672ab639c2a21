#pragma once

#include <map>

#include "shared/rules/explanation.h"
#include "shared/rules/policy.h"

namespace zhixing::rules {

/// Monday to Friday, except where a `calendar_day` says otherwise: in China a public holiday takes weekdays off and a
/// make-up day puts a Saturday or Sunday to work.
class WorkCalendar {
public:
    void setHoliday(Date day) { exceptions_[day] = false; }
    void setMakeUpDay(Date day) { exceptions_[day] = true; }

    [[nodiscard]] bool isWorkingDay(Date day) const;
    /// The `count`-th working day after `day`; `day` itself does not count. Zero is `day`, working or not.
    [[nodiscard]] Date after(Date day, int count) const;

private:
    std::map<Date, bool> exceptions_;  ///< whether people work on it
};

/// The last day on which the evaluation of a campaign that ended on `end` is in time.
[[nodiscard]] Explained<Date> evaluationDue(Date end, const WorkCalendar& calendar, const Policy& policy);

}  // namespace zhixing::rules

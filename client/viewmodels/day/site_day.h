#pragma once

#include <set>

#include <QString>

#include "client/viewmodels/frame/reader.h"
#include "shared/base/time.h"

/// What is going on at the person's sites on a day, read from the device's records: for the pages of the day.
namespace zhixing::client::site_day {

/// The campaign that is on; the newest where several are.
struct Campaign {
    Id id;  ///< nil between campaigns
    QString name;
    bool isEvent = false;  ///< people are on site for these days, and look back together in the evening
    int day = 0;           ///< 1 on the first
    int days = 0;          ///< 0 when it has no end yet
};
[[nodiscard]] Campaign campaignOn(Reader& reader, Date day);

/// The first millisecond of a day in the organisation's zone.
[[nodiscard]] Instant startOf(Date day);
/// `hour` o'clock of a day in the organisation's zone.
[[nodiscard]] Instant hourOf(Date day, int hour);

/// People on site look back together at this hour during an event.
inline constexpr int retrospectiveHour = 21;
/// From this hour on, a report that is not filed is urgent.
inline constexpr int leavingHour = 18;

/// Whether the person leads a site, a region or more.
[[nodiscard]] bool leads(Reader& reader, const Id& person);

/// Whether the person takes part in the evening's retrospective, and may hold it: who leads, whoever the campaign names (its
/// owner, its commander and its team), and everybody on its roster of that day.
[[nodiscard]] bool holdsEvening(Reader& reader, const Id& person, const Id& campaign, Date day);

/// Tasks that were moved along on this device since `since`: begun, ticked off, counted, reported on.
[[nodiscard]] std::set<Id> workedOn(Reader& reader, Instant since);

}  // namespace zhixing::client::site_day

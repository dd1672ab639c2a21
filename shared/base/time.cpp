#include "shared/base/time.h"

#include <algorithm>

namespace zhixing {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t dayNumber(int year, unsigned month, unsigned day) {
    return sys_days{year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}}
        .time_since_epoch()
        .count();
}

constexpr std::int64_t firstDay = dayNumber(1, 1, 1);
constexpr std::int64_t lastDay = dayNumber(9999, 12, 31);

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

/// What floorDiv leaves: 0 … by-1, also before the epoch.
constexpr std::int64_t floorMod(std::int64_t value, std::int64_t by) { return value % by + (value % by < 0 ? by : 0); }

/// Writes `value` with leading zeros so that it ends just before `end`.
void writeDigits(std::int64_t value, char* begin, char* end) {
    while (end != begin) {
        *--end = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

/// Reads `count` digits at `at`; -1 when one is no digit. No sign, no space, no locale.
int readDigits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::string Date::text() const {
    const auto shown = static_cast<int>(std::clamp(days, firstDay, lastDay));
    const year_month_day ymd{sys_days{std::chrono::days{shown}}};
    std::string out = "0000-00-00";
    writeDigits(static_cast<int>(ymd.year()), out.data(), out.data() + 4);
    writeDigits(static_cast<unsigned>(ymd.month()), out.data() + 5, out.data() + 7);
    writeDigits(static_cast<unsigned>(ymd.day()), out.data() + 8, out.data() + 10);
    return out;
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    return of(readDigits(text, 0, 4), readDigits(text, 5, 2), readDigits(text, 8, 2));
}

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) {
        return std::nullopt;
    }
    return Date{sys_days{ymd}.time_since_epoch().count()};
}

int Date::isoWeekday() const {
    // Day 0, 1970-01-01, was a Thursday. The remainder comes first: the sum of a huge number would overflow.
    return static_cast<int>((floorMod(days, 7) + 3) % 7) + 1;
}

std::string Instant::text() const {
    const std::int64_t shown = std::clamp(ms, firstDay * msPerDay, (lastDay + 1) * msPerDay - 1);
    const std::int64_t day = floorDiv(shown, msPerDay);
    const std::int64_t rest = floorMod(shown, msPerDay);
    std::string out = Date{day}.text() + "T00:00:00.000Z";
    char* const time = out.data() + 11;
    writeDigits(rest / 3'600'000, time, time + 2);
    writeDigits(rest / 60'000 % 60, time + 3, time + 5);
    writeDigits(rest / 1'000 % 60, time + 6, time + 8);
    writeDigits(rest % 1'000, time + 9, time + 12);
    return out;
}

std::optional<Instant> Instant::parse(std::string_view text) {
    const bool hasMs = text.size() == 24 && text[19] == '.';
    if (!hasMs && text.size() != 20) {
        return std::nullopt;
    }
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z') {
        return std::nullopt;
    }
    const auto date = Date::parse(text.substr(0, 10));
    const int hour = readDigits(text, 11, 2);
    const int minute = readDigits(text, 14, 2);
    const int second = readDigits(text, 17, 2);
    const int ms = hasMs ? readDigits(text, 20, 3) : 0;
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || ms < 0) {
        return std::nullopt;
    }
    return Instant{date->days * msPerDay + ((hour * 60 + minute) * 60 + second) * std::int64_t{1'000} + ms};
}

Instant SystemClock::now() const {
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::floor<std::chrono::milliseconds>(sinceEpoch).count()};
}

Date dateAt(Instant instant, int offsetMinutes) {
    const std::int64_t day = floorDiv(instant.ms, msPerDay);
    const std::int64_t rest = floorMod(instant.ms, msPerDay);
    return Date{day + floorDiv(rest + offsetMinutes * std::int64_t{60'000}, msPerDay)};
}

}  // namespace zhixing

#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhixing {

inline constexpr std::int64_t msPerDay = 24 * 60 * 60 * 1000;

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t ms = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
    /// `2026-01-01T08:00:00.000Z`. Years 1 to 9999; what lies outside is shown as the nearest moment inside.
    [[nodiscard]] std::string text() const;
    /// Reads text(), with or without the milliseconds.
    [[nodiscard]] static std::optional<Instant> parse(std::string_view text);
};

/// Where the present comes from. Decisions are handed an Instant; only edges own a clock.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// A calendar day, without zone: days since 1970-01-01.
struct Date {
    std::int64_t days = 0;

    friend auto operator<=>(const Date&, const Date&) = default;
    /// `2025-10-22`. Years 1 to 9999; what lies outside is shown as the nearest day inside.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);
    [[nodiscard]] static std::optional<Date> of(int year, int month, int day);
    /// 1 Monday … 7 Sunday (ISO 8601).
    [[nodiscard]] int isoWeekday() const;
    [[nodiscard]] Date plusDays(std::int64_t count) const { return Date{days + count}; }
};

/// The day it is at `instant` where clocks are `offsetMinutes` ahead of UTC. China has one zone and no summer time.
[[nodiscard]] Date dateAt(Instant instant, int offsetMinutes = 8 * 60);

}  // namespace zhixing

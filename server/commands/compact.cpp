#include <charconv>

#include "server/commands/command.h"

namespace zhixing::server {

namespace {

constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;

/// From `days`, or from the beginning of the day `before` (UTC); the command line sees to it that there is one of them.
Result<Instant> horizonOf(const Command& command, Instant now) {
    if (const std::string day = command.option("before"); !day.empty()) {
        if (const auto date = Date::parse(day)) return Instant{date->days * dayMs};
        return Error{Code::malformed, "'" + day + "' is not a date; write 2026-03-31", "before", {}};
    }
    const std::string text = command.option("days");
    std::int64_t days = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (failure != std::errc() || end != text.data() + text.size() || days < 1)
        return Error{Code::malformed, "'" + text + "' is not a number of days", "days", {}};
    return Instant{now.ms - days * dayMs};
}

}  // namespace

Result<Report> compactHistory(Desk& desk, const Command& command) {
    ZX_ASSIGN(const Instant before, horizonOf(command, desk.now()));
    ZX_ASSIGN(const sync::Compaction done, desk.authority().compact(before, desk.now()));
    return Report{R"({"horizon":)" + std::to_string(done.horizon) + R"(,"history":)" + std::to_string(done.history) +
                      R"(,"deleted":)" + std::to_string(done.deleted) + R"(,"departures":)" +
                      std::to_string(done.departures) + "}\n",
                  {}};
}

}  // namespace zhixing::server

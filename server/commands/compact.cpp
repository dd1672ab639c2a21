#include <charconv>

#include "server/commands/command.h"
#include "server/limits.h"

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

/// 0 when it is not given.
std::int64_t numberOf(const Command& command, std::string_view key) {
    const std::string text = command.option(key);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

/// A step; what the steps before it forgot is in the command.
Result<Report> compactHistory(Desk& desk, const Command& command) {
    ZX_ASSIGN(const Instant before, horizonOf(command, desk.now()));
    ZX_ASSIGN(sync::Compaction done, desk.authority().compact(before, desk.now(), limits::compactedLinesMax));
    done.history += numberOf(command, "history");
    done.deleted += numberOf(command, "deleted");
    done.departures += numberOf(command, "departures");
    const std::string history = std::to_string(done.history);
    const std::string deleted = std::to_string(done.deleted);
    const std::string departures = std::to_string(done.departures);
    Report report;
    if (done.isMore) {
        report.rest = Command{command.name, {}, {}};
        for (const char* key : {"before", "days"}) {
            if (const std::string given = command.option(key); !given.empty())
                report.rest->options.emplace_back(key, given);
        }
        report.rest->options.emplace_back("history", history);
        report.rest->options.emplace_back("deleted", deleted);
        report.rest->options.emplace_back("departures", departures);
    }
    report.output = R"({"horizon":)" + std::to_string(done.horizon) + R"(,"history":)" + history + R"(,"deleted":)" +
                    deleted + R"(,"departures":)" + departures + "}\n";
    return report;
}

}  // namespace zhixing::server

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/desk.h"

/// What an administrator can have done, the same whether a server runs (it is asked through its control socket) or not.
namespace zhixing::server {

struct Command {
    std::string name;                                          ///< `person add`, `dump`, …
    std::vector<std::pair<std::string, std::string>> options;  ///< in the order given; some may repeat
    std::string input;                                         ///< content of a file

    [[nodiscard]] std::string option(std::string_view key) const;  ///< empty when not given
    [[nodiscard]] std::vector<std::string> all(std::string_view key) const;
};

/// What a command has to say: JSON lines for programs, and sentences for people.
struct Report {
    std::string output;
    std::string notes;
    /// What is left of the command, for another transaction: what is long is done in steps, so that nobody waits for all of
    /// it. The report of the last step is that of the whole.
    std::optional<Command> rest{};
    /// What is to be done outside of transactions and of the thread they are in; what it returns is the report.
    std::function<Result<Report>()> then{};
};

/// The value in a report of one line and one key: `{"link":"…"}`, `{"imported":12}`.
[[nodiscard]] std::string soleValue(const Report& report);

/// Carries the command out at the desk, within a transaction of the caller's. An Error means that nothing may be kept.
[[nodiscard]] Result<Report> perform(Desk& desk, const Command& command);
/// Carries the command out to its end: `once` carries out one step of it.
[[nodiscard]] Result<Report> performAll(Command command, const std::function<Result<Report>(const Command&)>& once);
/// Whether the command can be refused for its content after it began to write, so that a running server rehearses it.
[[nodiscard]] bool isRehearsed(const Command& command);

// ---- the commands, see README.md
[[nodiscard]] Result<Report> addPerson(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> disablePerson(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> makeEnrolmentLink(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> listDevices(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> revokeDevice(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> importLines(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> dumpRecords(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> compactHistory(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> retireCatalogs(Desk& desk, const Command& command);
[[nodiscard]] Result<Report> checkStore(Desk& desk, const Command& command);

/// The person named by login or id; `not_found` in words for people.
[[nodiscard]] Result<Login> findPerson(Desk& desk, const std::string& loginOrId);

}  // namespace zhixing::server

#pragma once

#include "server/commands/command_line.h"

namespace zhixing::server {

/// Has the running server carry the command out, or does it here when none runs. Prints what it has to say; returns the
/// exit status.
[[nodiscard]] int runCommand(const std::filesystem::path& directory, const CommandRequest& request,
                             const Desk::Ports& ports);

/// Prints a report, or why there is none, and returns the exit status.
[[nodiscard]] int print(const Result<Report>& outcome);

}  // namespace zhixing::server

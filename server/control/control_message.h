#pragma once

#include <string>
#include <string_view>

#include "server/commands/command.h"

/// The JSON of the control socket: both ends are this program, so it is plain and complete rather than guarded.
namespace zhixing::server {

[[nodiscard]] std::string encodeCommand(const Command& command);  ///< without its input
[[nodiscard]] Result<Command> decodeCommand(std::string_view json);
[[nodiscard]] std::string encodeStatus(const Result<Report>& outcome);  ///< without output and notes
[[nodiscard]] Result<void> decodeStatus(std::string_view json);

}  // namespace zhixing::server

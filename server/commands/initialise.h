#pragma once

#include "server/commands/command_line.h"

namespace zhixing::server {

/// The password from ZHIXING_PASSWORD, or the first line of standard input, unseen when that is a terminal.
[[nodiscard]] Result<std::string> readPassword();

/// Makes the directory when it is missing and founds the organisation in it.
[[nodiscard]] Result<Report> initialise(const std::filesystem::path& directory, const InitialiseRequest& request,
                                        const std::string& password, const Desk::Ports& ports);

}  // namespace zhixing::server

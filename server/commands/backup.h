#pragma once

#include <filesystem>

#include "server/commands/command.h"

/// A whole copy of an organisation's data in one file, and going back to one.
namespace zhixing::server {

/// Copies the state of the last commit to `file`, durable when it returns; a running server goes on meanwhile. Enrolled
/// devices and passwords are in it: keep it as safe as the original. `already_exists` rather than overwriting.
[[nodiscard]] Result<Report> backUp(const std::filesystem::path& directory, const std::filesystem::path& file);

/// Puts a copy in the place of the data, as another history, so that devices offer again what it does not know. The copy is
/// inspected first, and what was there is kept beside it. `locked` while a server runs.
[[nodiscard]] Result<Report> restore(const std::filesystem::path& directory, const std::filesystem::path& file,
                                     const Desk::Ports& ports);

}  // namespace zhixing::server

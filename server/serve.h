#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "server/desk.h"
#include "server/net/network.h"

namespace zhixing::server {

/// Runs the server until it is told to stop (SIGTERM, SIGINT). `announce` is called with the url once connections and
/// commands are taken. An Error means that it did not start, and says why.
[[nodiscard]] Result<void> serve(const std::filesystem::path& directory, const ListenOptions& options,
                                 const Desk::Ports& ports, const std::function<void(const std::string& url)>& announce);

}  // namespace zhixing::server

#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "server/desk.h"
#include "server/housekeeper.h"
#include "server/limits.h"
#include "server/net/network.h"

namespace zhixing::server {

struct ServeOptions {
    ListenOptions listen;
    std::int64_t blobQuotaBytes = limits::blobQuotaBytes;  ///< of one person's photos and documents
    Housekeeper::Options housekeeping{};
};

/// Runs the server until it is told to stop (SIGTERM, SIGINT). `announce` is called with the url once connections and
/// commands are taken. An Error means that it did not start, and says why.
[[nodiscard]] Result<void> serve(const std::filesystem::path& directory, const ServeOptions& options,
                                 const Desk::Ports& ports, const std::function<void(const std::string& url)>& announce);

}  // namespace zhixing::server

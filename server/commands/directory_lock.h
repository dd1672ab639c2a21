#pragma once

#include <filesystem>

#include "shared/sqlite/file_lock.h"

namespace zhixing::server {

/// DIR/lock: whoever holds it is the only one to open what is in the directory. `locked` says by whom in words.
[[nodiscard]] inline Result<sqlite::FileLock> lockDirectory(const std::filesystem::path& directory) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(directory, ignored)) {
        return Error{Code::not_found, "there is no directory " + directory.string(), {}, {}};
    }
    auto lock = sqlite::FileLock::acquire(directory / "lock");
    if (!lock && lock.error().code == Code::locked) {
        return Error{Code::locked, "another zhixing-server is at work in " + directory.string(), {}, {}};
    }
    return lock;
}

}  // namespace zhixing::server

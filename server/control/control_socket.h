#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "server/commands/command.h"

/// How commands reach a running server: a UNIX socket in its directory that only the directory's owner may open. A
/// request is two blocks (name and options as JSON; input), an answer three (status as JSON; output; notes); a block
/// is its length in eight bytes, most significant first, and its bytes.
namespace zhixing::server {

[[nodiscard]] std::filesystem::path controlSocketIn(const std::filesystem::path& directory);

/// Answers commands one after the other, in a thread of its own; the destructor ends it and removes the socket.
class ControlServer {
public:
    using Handle = std::function<Result<Report>(Command)>;

    /// The caller holds the lock on the directory, so a socket file that is there was left by a process that is gone.
    [[nodiscard]] static Result<std::unique_ptr<ControlServer>> listen(const std::filesystem::path& directory,
                                                                       Handle handle);
    ~ControlServer();

private:
    ControlServer(std::filesystem::path path, int listener, int stopper, Handle handle);

    void serve();
    void answer(int connection) const;

    std::filesystem::path path_;
    int listener_;
    int stopper_;  // an eventfd that wakes the thread for good
    Handle handle_;
    std::thread thread_;
};

/// Has a running server carry out the command; nothing when none listens there.
[[nodiscard]] std::optional<Result<Report>> askServer(const std::filesystem::path& directory, const Command& command);

}  // namespace zhixing::server

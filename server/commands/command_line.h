#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "server/commands/command.h"
#include "server/net/network.h"

namespace zhixing::server {

/// `init`: founds an organisation.
struct InitialiseRequest {
    std::string organisation;
    std::string login;
};
/// `serve`
struct ServeRequest {
    ListenOptions listen;
};
/// Everything else. `files` are read here, whoever carries the command out.
struct CommandRequest {
    Command command;
    std::vector<std::filesystem::path> files;
};

struct Invocation {
    std::filesystem::path directory;
    std::variant<InitialiseRequest, ServeRequest, CommandRequest> request;
};

inline constexpr int exitFailure = 1;
inline constexpr int exitWrongUse = 2;

/// What was asked for, or the exit status after help or a complaint has been printed.
[[nodiscard]] std::variant<Invocation, int> parseCommandLine(int argc, char** argv);

}  // namespace zhixing::server

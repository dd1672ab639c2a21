#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "server/commands/command.h"
#include "server/serve.h"

namespace zhixing::server {

/// `init`: founds an organisation.
struct InitialiseRequest {
    std::string organisation;
    std::string login;
};
/// `serve`
struct ServeRequest {
    ServeOptions options;
};
/// Everything else. `files` are read here, whoever carries the command out.
struct CommandRequest {
    Command command;
    std::vector<std::filesystem::path> files;
};

/// `backup` and `restore`, of the whole file rather than of what is in it.
struct BackupRequest {
    std::filesystem::path file;
};
struct RestoreRequest {
    std::filesystem::path file;
};

struct Invocation {
    std::filesystem::path directory;
    std::variant<InitialiseRequest, ServeRequest, BackupRequest, RestoreRequest, CommandRequest> request;
};

inline constexpr int exitFailure = 1;
inline constexpr int exitWrongUse = 2;

/// What was asked for, or the exit status after help or a complaint has been printed.
[[nodiscard]] std::variant<Invocation, int> parseCommandLine(int argc, char** argv);

}  // namespace zhixing::server

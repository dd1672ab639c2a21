#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace zhixing::client::cli {

inline constexpr int exitFailure = 1;
inline constexpr int exitWrongUse = 2;

/// What was asked for on the command line. Which of these mean something depends on the command.
struct Arguments {
    std::string command;  ///< "photo add" for one below another
    std::string store;
    std::string type;
    std::string id;
    std::string json;
    std::string file;
    std::string link;
    std::string authorityFile;
    std::string report;
    std::string campaign;
    std::string thumbnail;
    std::string choice;  ///< of a conflict: mine, theirs, kept, lost or both; empty: `json` is the value
    std::vector<std::string> where;
    std::vector<std::string> words;
    std::vector<std::string> set;
    std::int64_t number = 0;
    std::vector<std::string> files;
    bool withHistory = false;
    bool withKept = false;
    bool all = false;
    bool once = false;  ///< says what happens without it as well
    bool follow = false;
    std::optional<double> timeoutSeconds;
};

/// Reads the command line, or gives the exit status of one that asked for help or was wrong; what there was to say has
/// been said.
[[nodiscard]] std::variant<Arguments, int> parseArguments(int argc, char** argv);

}  // namespace zhixing::client::cli

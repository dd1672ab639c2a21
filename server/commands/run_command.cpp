#include "server/commands/run_command.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

#include "server/blobs/blob_register.h"
#include "server/blobs/blob_store.h"
#include "server/commands/directory_lock.h"
#include "server/commands/qr_picture.h"
#include "server/control/control_socket.h"
#include "server/limits.h"

namespace zhixing::server {

namespace {

constexpr std::chrono::seconds otherCommandTimeMax{10};
constexpr std::chrono::milliseconds pause{5};

void write(std::FILE* stream, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

Result<std::string> readFile(const std::filesystem::path& path) {
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed))
        return Error{Code::io_failed, path.string() + " is a directory", {}, {}};
    std::ifstream file(path, std::ios::binary);
    if (!file) return Error{Code::not_found, "cannot read " + path.string(), {}, {}};
    std::string content;
    std::array<char, 64 * 1024> piece{};
    while (file.read(piece.data(), piece.size()) || file.gcount() > 0) {
        content.append(piece.data(), static_cast<std::size_t>(file.gcount()));
        if (content.size() > limits::importFileBytesMax) {
            return Error{Code::too_large,
                         path.string() + " is too large; split it",
                         {},
                         static_cast<std::int64_t>(limits::importFileBytesMax)};
        }
    }
    if (file.bad()) return Error{Code::io_failed, "cannot read " + path.string(), {}, {}};
    return content;
}

Result<Report> performHere(Desk& desk, const Command& command) {
    Report report;
    ZX_TRY(desk.perform([&](Desk& opened) -> Result<void> {
        ZX_ASSIGN(report, perform(opened, command));
        return {};
    }));
    return report;
}

/// What BlobService::tidy() does beside a server.
Result<void> removeUnnamedBlobs(Desk& desk, const std::filesystem::path& directory) {
    ZX_ASSIGN(BlobStore store, BlobStore::open(directory));
    for (int folder = 0; folder < BlobStore::folders; ++folder) {
        ZX_ASSIGN(const auto blobs, store.wholeIn(folder));
        std::vector<std::string> gone;
        ZX_TRY(desk.perform([&](Desk& opened) -> Result<void> {
            BlobRegister known(opened);
            ZX_ASSIGN(const auto doomed, known.longUnnamed(blobs));
            for (const std::string& name : doomed) {
                ZX_ASSIGN(const bool isGone, known.letGo(name));
                if (isGone) gone.push_back(name);
            }
            return {};
        }));
        for (const std::string& name : gone) ZX_TRY(store.remove(name));
    }
    return {};
}

/// A server that is starting holds the lock before it listens, and another command holds it for a moment: both pass.
Result<Report> performSomewhere(const std::filesystem::path& directory, const Command& command,
                                const Desk::Ports& ports) {
    const auto latest = std::chrono::steady_clock::now() + otherCommandTimeMax;
    for (;;) {
        if (auto answered = askServer(directory, command)) return std::move(*answered);
        const auto lock = lockDirectory(directory);
        if (lock) {
            ZX_ASSIGN(const auto desk, Desk::open(directory, ports));
            auto report = performAll(command, [&](const Command& step) { return performHere(*desk, step); });
            if (!report || command.name != "compact") return report;
            ZX_TRY(removeUnnamedBlobs(*desk, directory));
            ZX_TRY(desk->database().rewrite());  // nobody else is here: the moment to give back what was freed
            return report;
        }
        if (lock.error().code != Code::locked || std::chrono::steady_clock::now() >= latest) return lock.error();
        std::this_thread::sleep_for(pause);
    }
}

Result<Report> importFiles(const std::filesystem::path& directory, const CommandRequest& request,
                           const Desk::Ports& ports) {
    std::size_t imported = 0;
    std::string notes;
    for (const auto& file : request.files) {
        Command command = request.command;
        command.options.emplace_back("file", file.string());
        ZX_ASSIGN(command.input, readFile(file));
        auto outcome = performSomewhere(directory, command, ports);
        if (!outcome) {
            write(stderr, notes);
            return outcome;
        }
        imported += std::stoull(soleValue(*outcome));
        notes += file.string() + ": taken in\n";
    }
    return Report{R"({"imported":)" + std::to_string(imported) + "}\n", {}};
}

}  // namespace

int print(const Result<Report>& outcome) {
    if (!outcome) {
        write(stderr,
              "zhixing-server: " + outcome.error().message + " [" + std::string(word(outcome.error().code)) + "]\n");
        return exitFailure;
    }
    write(stderr, outcome->notes);
    write(stdout, outcome->output);
    return std::ferror(stdout) != 0 ? exitFailure : 0;
}

int runCommand(const std::filesystem::path& directory, const CommandRequest& request, const Desk::Ports& ports) {
    if (request.command.name == "import") return print(importFiles(directory, request, ports));
    const auto outcome = performSomewhere(directory, request.command, ports);
    if (outcome && request.command.name == "enrol") drawOnTerminal(soleValue(*outcome));
    return print(outcome);
}

}  // namespace zhixing::server

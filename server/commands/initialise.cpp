#include "server/commands/initialise.h"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "server/accounts/password.h"
#include "server/commands/directory_lock.h"
#include "shared/base/text.h"

namespace zhixing::server {

namespace {

/// Turns the terminal's echo off for as long as it lives; does nothing where there is no terminal.
class Unseen {
public:
    Unseen() : isTerminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!isTerminal_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        std::cerr << "Password: " << std::flush;
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen() {
        if (!isTerminal_) return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::cerr << '\n';
    }

private:
    termios before_{};
    bool isTerminal_;
};

}  // namespace

Result<std::string> readPassword() {
    if (const char* given = std::getenv("ZHIXING_PASSWORD")) return std::string(given);
    std::string line;
    const Unseen unseen;
    if (!std::getline(std::cin, line)) {
        return Error{Code::required, "give the password in ZHIXING_PASSWORD or on standard input", {}, {}};
    }
    return line;
}

Result<Report> initialise(const std::filesystem::path& directory, const InitialiseRequest& request,
                          const std::string& password, const Desk::Ports& ports) {
    if (!isCleanUtf8(request.organisation) || trimmed(request.organisation).empty()) {
        return Error{Code::required, "the organisation needs a name", {}, {}};
    }
    ZX_TRY(validatePassword(password, request.login));
    std::error_code failed;
    std::filesystem::create_directories(directory, failed);
    if (failed) return Error{Code::io_failed, "cannot make " + directory.string() + ": " + failed.message(), {}, {}};
    ZX_ASSIGN(const auto lock, lockDirectory(directory));

    ZX_ASSIGN(auto hash, hashPassword(password));
    ZX_ASSIGN(const auto desk, Desk::found(directory, ports, {request.organisation, request.login, std::move(hash)}));
    return Report{R"({"headquarters":")" + desk->headquarters().text() + R"(","administrator":")" +
                      desk->administrator().text() + "\"}\n",
                  {}};
}

}  // namespace zhixing::server

#include <sodium.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>

#include "server/commands/backup.h"
#include "server/commands/command_line.h"
#include "server/commands/initialise.h"
#include "server/commands/run_command.h"
#include "server/log.h"
#include "server/serve.h"
#include "shared/catalog/catalog.h"

using namespace zhixing;
using namespace zhixing::server;

namespace {

/// What is in memory stays out of core files, and what is written is for its owner only.
void keepSecrets() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::umask(077);
}

/// Every connection is a descriptor, and the usual soft limit is a thousand.
void allowManyConnections() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

Result<Report> founded(const Invocation& invocation, const InitialiseRequest& request, const Desk::Ports& ports) {
    ZX_ASSIGN(const std::string password, readPassword());
    return initialise(invocation.directory, request, password, ports);
}

int served(const Invocation& invocation, const ServeRequest& request, const Desk::Ports& ports) {
    log::start();
    allowManyConnections();
    const auto stopped = serve(invocation.directory, request.options, ports, [](const std::string& url) {
        std::printf("listening %s\n", url.c_str());
        std::fflush(stdout);
    });
    return stopped ? 0 : print(stopped.error());
}

}  // namespace

int main(int argc, char** argv) {
    keepSecrets();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error like a full disk
    if (sodium_init() < 0) return print(Error{Code::internal, "the system's random generator does not work", {}, {}});

    const auto parsed = parseCommandLine(argc, argv);
    if (const auto* status = std::get_if<int>(&parsed)) return *status;
    const auto& invocation = std::get<Invocation>(parsed);

    const SystemClock clock;
    SystemRandom random;
    const Desk::Ports ports{catalog(), clock, random};
    if (const auto* request = std::get_if<InitialiseRequest>(&invocation.request))
        return print(founded(invocation, *request, ports));
    if (const auto* request = std::get_if<ServeRequest>(&invocation.request))
        return served(invocation, *request, ports);
    if (const auto* request = std::get_if<BackupRequest>(&invocation.request))
        return print(backUp(invocation.directory, request->file));
    if (const auto* request = std::get_if<RestoreRequest>(&invocation.request))
        return print(restore(invocation.directory, request->file, ports));
    return runCommand(invocation.directory, std::get<CommandRequest>(invocation.request), ports);
}

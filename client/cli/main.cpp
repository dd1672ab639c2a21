#include <algorithm>
#include <array>
#include <cassert>
#include <csignal>
#include <string_view>

#include "client/cli/arguments.h"
#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace {

using namespace zhixing;
using namespace zhixing::client::cli;

struct Command {
    std::string_view name;
    Result<void> (*run)(const Arguments&);
};

constexpr std::array commands{
    Command{"enrol", enrol},
    Command{"sync", sync},
    Command{"add", add},
    Command{"edit", edit},
    Command{"delete", remove},
    Command{"list", list},
    Command{"show", show},
    Command{"search", search},
    Command{"outbox", outbox},
    Command{"tray", tray},
    Command{"tray resend", trayResend},
    Command{"tray export", trayExport},
    Command{"tray discard", trayDiscard},
    Command{"tray discarded", trayDiscarded},
    Command{"tray restore", trayRestore},
    Command{"conflicts", conflicts},
    Command{"incidents", incidents},
    Command{"rebuild", rebuild},
    Command{"settle", settle},
    Command{"undo-settle", undoSettle},
    Command{"report", report},
    Command{"verify", verify},
    Command{"dump", dump},
    Command{"describe", describe},
    Command{"photo add", addPhotos},
    Command{"photo list", listPhotos},
    Command{"photo free", freePhotos},
};

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error like a full disk
    const auto parsed = parseArguments(argc, argv);
    if (const int* status = std::get_if<int>(&parsed)) return *status;
    const Arguments& arguments = std::get<Arguments>(parsed);
    const auto* command = std::find_if(commands.begin(), commands.end(),
                                       [&](const Command& one) { return one.name == arguments.command; });
    assert(command != commands.end());

    auto done = command->run(arguments);
    auto printed = flushOutput();
    if (done && printed) return 0;
    explain(done ? printed.error() : done.error());
    return exitFailure;
}

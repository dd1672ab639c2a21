#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhixing::simulation {

/// What may happen next in a history. Everything but the first five is a misfortune, or somebody's doing far away.
enum class Doing : std::uint8_t {
    act,     ///< the person at a device does something
    serve,   ///< the server works through what has arrived
    hear,    ///< a device takes in what has arrived, or connects
    decide,  ///< headquarters' desk: grants, moves, imports
    ask,     ///< a device asks whether it agrees with the server
    cut,     ///< a connection ends with all that is under way
    repeat,  ///< a message arrives twice
    kill,    ///< a device's program dies
    unplug,  ///< a device loses power, and with it what was not yet safe on its disk
    trip,    ///< a device's program will die at one of the next calls to its store
    killServer,
    unplugServer,
    tripServer,
    jumpClock,
    install,  ///< a device gets a program that is one version newer
    compact,  ///< the server forgets what is a few minutes past
    backUp,   ///< the server's state is copied
    restore,  ///< and the server goes back to the newest copy, as another history
    damage,   ///< a row of a device is lost, older than it was, changed or not the server's, while its program is down
};
inline constexpr std::array<std::string_view, 19> doings{
    "act",     "serve",   "hear",    "decide",      "ask",           "cut",         "repeat",
    "kill",    "unplug",  "trip",    "kill server", "unplug server", "trip server", "jump clock",
    "install", "compact", "back up", "restore",     "damage",
};
[[nodiscard]] inline std::string_view word(Doing doing) { return doings[static_cast<std::size_t>(doing)]; }

/// What people here like to do: edits that hardly ever meet find nothing.
struct Taste {
    bool oneRecord = false;  ///< most edits are of the same record
    bool oneField = false;   ///< most edits are of the same field
    bool extremes = false;   ///< numbers at the limits of their fields
    int desk = 0;            ///< which kind of thing the desk prefers
};

/// What one run is like. Each draws its own subset of the misfortunes and how often they come, so that some runs are calm in
/// every way but one (swarm testing: Groce et al., 2012).
struct Plan {
    std::uint64_t seed = 0;
    int replicas = 3;
    int steps = 200;
    std::array<int, doings.size()> weights{};
    Taste taste;
    bool hasOldPrograms = false;  ///< some devices begin with a catalog that is one or two versions older
    std::vector<int> only;        ///< the devices that are there; all when empty
    /// Exhausting single failures: the n-th call to the server's or the first device's store fails; 0: none.
    int failServerAt = 0;
    int failDeviceAt = 0;
    bool expectsLosses = false;  ///< disks lie: only false claims of agreement count

    [[nodiscard]] static Plan draw(std::uint64_t seed);
    /// Without what devices and servers go through in months: a history drawn before that was thought of.
    [[nodiscard]] Plan withoutMonths() const;
    /// The same, in which this happens for certain, and often; before a restore, backups.
    [[nodiscard]] Plan with(Doing doing) const;
};

/// One thing that happens. It brings its own chance, so that a step means the same when others are left out.
struct Step {
    Doing doing = Doing::serve;
    int device = 0;
    std::uint64_t seed = 0;
};
using Script = std::vector<Step>;

[[nodiscard]] Script write(const Plan& plan);

}  // namespace zhixing::simulation

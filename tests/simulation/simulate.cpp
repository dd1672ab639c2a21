#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <optional>
#include <random>

#include "sync/planted.h"
#include "tests/simulation/bugs.h"
#include "tests/simulation/shrink.h"
#include "tests/simulation/world.h"

/// zhixing-simulate: any number of seeded histories, from the command line. The exit status is 1 when an invariant failed.
using namespace zhixing;
using namespace zhixing::simulation;

namespace {

void printTrace(const World& world) {
    for (const std::string& line : world.trace()) std::printf("%s\n", line.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Runs seeded histories of one server and several devices under faults, and checks the invariants.");
    std::uint64_t first = std::random_device{}();
    std::uint64_t count = 2'000;
    std::optional<std::uint64_t> only;
    std::string bug;
    bool onFiles = false;
    bool isShrunk = false;
    app.add_option("--first", first, "first seed; a random one when not given");
    app.add_option("--seeds", count, "how many histories");
    app.add_option("--seed", only, "one history, with its trace");
    app.add_flag("--shrink", isShrunk, "with --seed: the smallest history found that breaks the same invariant");
    app.add_option("--bug", bug, "plant this bug");
    app.add_flag("--files", onFiles, "on the real SQLite stores, a tenth as fast");
    CLI11_PARSE(app, argc, argv);

    if (!bug.empty()) {
        const auto found = bugNamed(bug);
        if (!found) {
            std::fprintf(stderr, "no such bug; there are:");
            for (const auto& [name, value] : bugs) std::fprintf(stderr, " %s", std::string(name).c_str());
            std::fprintf(stderr, "\n");
            return 2;
        }
        sync::plantedBug = *found;
    }
    const auto ground = onFiles ? fileGround(defaultDirectory()) : memoryGround();
    if (only) {
        if (isShrunk) {
            std::printf("%s", readable(shrink(Plan::draw(*only), *ground)).c_str());
            return 1;
        }
        World world(Plan::draw(*only), *ground, true);
        const Report report = world.run();
        printTrace(world);
        std::printf("seed %llu trace %016llx: %s\n", static_cast<unsigned long long>(*only),
                    static_cast<unsigned long long>(report.traceHash), report.finding.value_or("all well").c_str());
        return report.finding ? 1 : 0;
    }

    std::printf("seeds %llu to %llu\n", static_cast<unsigned long long>(first),
                static_cast<unsigned long long>(first + count - 1));
    Totals totals;
    const auto start = std::chrono::steady_clock::now();
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const Report report = World(Plan::draw(seed), *ground).run();
        totals.add(report);
        if (report.finding) {
            std::printf("seed %llu: %s\nreplay: zhixing-simulate --seed %llu\n", static_cast<unsigned long long>(seed),
                        report.finding->c_str(), static_cast<unsigned long long>(seed));
            std::printf("%s", readable(shrink(Plan::draw(seed), *ground)).c_str());
            return 1;
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%s, %.1f histories a second\n", totals.text().c_str(), static_cast<double>(count) / took.count());
    return 0;
}

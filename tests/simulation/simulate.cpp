#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <vector>

#include "sync/planted.h"
#include "tests/simulation/bugs.h"
#include "tests/simulation/shrink.h"
#include "tests/simulation/world.h"

/// zhixing-simulate: any number of seeded histories, from the command line. The exit status is 1 when an invariant failed.
using namespace zhixing;
using namespace zhixing::simulation;

namespace {

/// A stretch of seeds, of which one process runs every `stride`-th.
struct Campaign {
    std::uint64_t first = 0, count = 0;
    std::uint64_t stride = 1;
    std::vector<Doing> always{};
    bool onFiles = false;
    std::string results, commit;  ///< a file of JSON lines; nothing is written when it is empty
};

Plan planOf(const Campaign& campaign, std::uint64_t seed) {
    Plan plan = Plan::draw(seed);
    for (const Doing doing : campaign.always) plan = plan.with(doing);
    return plan;
}

/// What all plans have often, with `before` in front of each.
std::string alwaysOf(const Campaign& campaign, const std::string& before) {
    std::string text;
    for (const Doing doing : campaign.always) text += before + std::string(word(doing)) + '\'';
    return text;
}

/// What was run, from which commit, and what came of it: enough to repeat it.
void writeDown(const Campaign& campaign, const Totals& totals, double seconds, std::optional<std::uint64_t> failed) {
    if (campaign.results.empty()) return;
    std::error_code ignored;
    const std::filesystem::path file(campaign.results);
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::ofstream(file, std::ios::app) << R"({"test": "simulation", "with": ")" << alwaysOf(campaign, " '")
                                       << R"(", "ground": ")" << (campaign.onFiles ? "files" : "memory")
                                       << R"(", "first_seed": )" << campaign.first << R"(, "stride": )"
                                       << campaign.stride << R"(, "histories": )" << totals.runs << R"(, "edits": )"
                                       << totals.edits << R"(, "crashes": )" << totals.crashes << R"(, "conflicts": )"
                                       << totals.conflicts << R"(, "seconds": )" << seconds << R"(, "passed": )"
                                       << (failed ? "false" : "true") << R"(, "failed_seed": )"
                                       << (failed ? std::to_string(*failed) : "null") << R"(, "commit": ")"
                                       << campaign.commit << "\"}\n";
}

/// The exit status.
int run(const Campaign& campaign, Ground& ground) {
    Totals totals;
    std::optional<std::uint64_t> failed;
    const auto start = std::chrono::steady_clock::now();
    for (std::uint64_t i = 0; i < campaign.count && !failed; i += campaign.stride) {
        const std::uint64_t seed = campaign.first + i;
        const Report report = World(planOf(campaign, seed), ground).run();
        totals.add(report);
        if (!report.finding) continue;
        failed = seed;
        std::string with = alwaysOf(campaign, " --with '");
        if (campaign.onFiles) with += " --files";
        std::printf("seed %llu: %s\nreplay: zhixing-simulate --seed %llu%s\n%s", static_cast<unsigned long long>(seed),
                    report.finding->c_str(), static_cast<unsigned long long>(seed), with.c_str(),
                    readable(shrink(planOf(campaign, seed), ground)).c_str());
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%s, %.1f histories a second\n", totals.text().c_str(),
                static_cast<double>(totals.runs) / took.count());
    writeDown(campaign, totals, took.count(), failed);
    return failed ? 1 : 0;
}

/// A world uses one thread: more processors are used by more processes.
int runSideBySide(const Campaign& campaign, int jobs) {
    std::fflush(stdout);
    std::vector<pid_t> children;
    for (int job = 0; job < jobs; ++job) {
        const pid_t child = ::fork();
        if (child == 0) {
            Campaign share = campaign;
            share.first += static_cast<std::uint64_t>(job);
            share.count -= std::min<std::uint64_t>(share.count, static_cast<std::uint64_t>(job));
            share.stride = static_cast<std::uint64_t>(jobs);
            const int status = run(share, campaign.onFiles ? *fileGround(defaultDirectory()) : *memoryGround());
            std::fflush(stdout);
            ::_exit(status);
        }
        children.push_back(child);
    }
    int worst = 0;
    for (const pid_t child : children) {
        int status = 0;
        const bool isOver = child > 0 && ::waitpid(child, &status, 0) == child;
        worst = std::max(worst, isOver && WIFEXITED(status) ? WEXITSTATUS(status) : 1);
    }
    return worst;
}

void printTrace(const World& world) {
    for (const std::string& line : world.trace()) std::printf("%s\n", line.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Runs seeded histories of one server and several devices under faults, and checks the invariants.");
    Campaign campaign;
    campaign.first = std::random_device{}();
    campaign.count = 2'000;
    int jobs = 1;
    std::optional<std::uint64_t> only;
    std::string bug;
    bool isShrunk = false;
    app.add_option("--first", campaign.first, "first seed; a random one when not given");
    app.add_option("--seeds", campaign.count, "how many histories");
    app.add_option("--jobs", jobs, "how many processes share them")->check(CLI::Range(1, 256));
    app.add_option("--results", campaign.results, "add a line about this run to a file");
    app.add_option("--commit", campaign.commit, "what that line says was run");
    app.add_option("--seed", only, "one history, with its trace");
    app.add_flag("--shrink", isShrunk, "with --seed: the smallest history found that breaks the same invariant");
    app.add_option("--bug", bug, "plant this bug");
    app.add_flag("--files", campaign.onFiles, "on the real SQLite stores, a tenth as fast");
    std::vector<std::string> always;
    app.add_option("--with", always, "what comes often in every history, such as restore or damage; may be given again")
        ->check(CLI::IsMember(std::vector<std::string>(doings.begin(), doings.end())));
    CLI11_PARSE(app, argc, argv);
    for (const std::string& word : always)
        campaign.always.push_back(static_cast<Doing>(std::ranges::find(doings, word) - doings.begin()));

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
    const auto ground = campaign.onFiles ? fileGround(defaultDirectory()) : memoryGround();
    if (only) {
        if (isShrunk) {
            std::printf("%s", readable(shrink(planOf(campaign, *only), *ground)).c_str());
            return 1;
        }
        World world(planOf(campaign, *only), *ground, true);
        const Report report = world.run();
        printTrace(world);
        std::printf("seed %llu trace %016llx: %s\n", static_cast<unsigned long long>(*only),
                    static_cast<unsigned long long>(report.traceHash), report.finding.value_or("all well").c_str());
        return report.finding ? 1 : 0;
    }

    std::printf("seeds %llu to %llu\n", static_cast<unsigned long long>(campaign.first),
                static_cast<unsigned long long>(campaign.first + campaign.count - 1));
    return jobs == 1 ? run(campaign, *ground) : runSideBySide(campaign, jobs);
}

#include "tests/simulation/shrink.h"

#include <algorithm>
#include <set>

namespace zhixing::simulation {
namespace {

constexpr std::size_t runsMax = 3'000;

/// "I4" of "I4: somebody's value …": another invariant would be another story.
std::string invariantOf(const test::Finding& finding) {
    return finding ? finding->substr(0, finding->find(':')) : std::string();
}

class Shrinker {
public:
    Shrinker(Plan plan, Ground& ground) : plan_(std::move(plan)), script_(write(plan_)), ground_(&ground) {
        wanted_ = invariantOf(World(plan_, script_, *ground_).run().finding);
    }

    Shrunk run() {
        // Ever smaller pieces are left out, until no single step can be.
        dropIdleDevices();
        for (std::size_t piece = script_.size() / 2; piece > 0 && !wanted_.empty();) {
            const bool isSmaller = leaveOutPieces(piece);
            if (!isSmaller || piece > 1) piece = isSmaller ? std::min(piece, script_.size()) : piece / 2;
            if (runs_ >= runsMax) break;
        }
        dropIdleDevices();
        World world(plan_, script_, *ground_, true);
        Report report = world.run();
        return {plan_, script_, std::move(report), world.trace(), runs_};
    }

private:
    bool isStillWrong(const Plan& plan, const Script& script) {
        ++runs_;
        return invariantOf(World(plan, script, *ground_).run().finding) == wanted_;
    }
    bool leaveOutPieces(std::size_t piece) {
        bool isSmaller = false;
        for (std::size_t at = 0; at < script_.size() && runs_ < runsMax;) {
            Script shorter = script_;
            const auto begin = shorter.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end = begin + static_cast<std::ptrdiff_t>(std::min(piece, script_.size() - at));
            shorter.erase(begin, end);
            if (isStillWrong(plan_, shorter)) {
                script_ = std::move(shorter);
                isSmaller = true;
            } else {
                at += piece;
            }
        }
        return isSmaller;
    }
    void dropIdleDevices() {
        std::set<int> busy;
        for (const Step& step : script_) busy.insert(step.device);
        Plan smaller = plan_;
        smaller.only.assign(busy.begin(), busy.end());
        if (!busy.empty() && isStillWrong(smaller, script_)) plan_ = smaller;
    }

    Plan plan_;
    Script script_;
    Ground* ground_;
    std::string wanted_;
    std::size_t runs_ = 0;
};

}  // namespace

Shrunk shrink(const Plan& plan, Ground& ground) { return Shrinker(plan, ground).run(); }

std::string readable(const Shrunk& shrunk) {
    std::string text = "what is done:\n";
    for (const Step& step : shrunk.script) {
        text += "  " + std::string(word(step.doing)) + ", phone " + std::to_string(step.device) + '\n';
    }
    text += "what happens:\n";
    for (const std::string& line : shrunk.trace) text += "  " + line + '\n';
    return text;
}

}  // namespace zhixing::simulation

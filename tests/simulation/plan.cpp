#include "tests/simulation/plan.h"

#include <numeric>

#include "tests/support/seeded_random.h"

namespace zhixing::simulation {
namespace {

/// How often each thing happens in a run that has it, in the order of Doing.
constexpr std::array<int, doings.size()> usual{60, 50, 60, 6, 2, 10, 8, 3, 3, 8, 3, 2, 8, 4, 4, 3, 3, 2, 4};
constexpr auto firstMisfortune = static_cast<std::size_t>(Doing::decide);
constexpr auto firstOfMonths = static_cast<std::size_t>(Doing::install);

int drawReplicas(test::SeededRandom& random) {
    if (random.oneIn(200)) return static_cast<int>(9 + random.below(42));
    if (random.oneIn(4)) return static_cast<int>(2 + random.below(7));
    return static_cast<int>(2 + random.below(3));
}

}  // namespace

Plan Plan::draw(std::uint64_t seed) {
    test::SeededRandom random(seed ^ 0x5eedU);
    Plan plan;
    plan.seed = seed;
    plan.replicas = drawReplicas(random);
    plan.steps = 40 + static_cast<int>(random.below(150)) + (plan.replicas > 8 ? 20 * plan.replicas : 0);
    plan.weights = usual;
    for (std::size_t doing = firstMisfortune; doing < firstOfMonths; ++doing) {
        const std::uint64_t drawn = random.below(6);
        plan.weights[doing] = drawn < 3 ? 0 : drawn == 5 ? 3 * usual[doing] : usual[doing];
    }
    plan.taste = {random.oneIn(3), random.oneIn(3), random.oneIn(3), static_cast<int>(random.below(4))};
    test::SeededRandom months(seed ^ 0x30d5U);  // of its own: whatever else is drawn from a seed stays as it was
    plan.hasOldPrograms = months.oneIn(3);
    if (!plan.hasOldPrograms) plan.weights[static_cast<std::size_t>(Doing::install)] = 0;
    if (!months.oneIn(3)) plan.weights[static_cast<std::size_t>(Doing::compact)] = 0;
    const bool goesBack = months.oneIn(5);
    for (const Doing doing : {Doing::backUp, Doing::restore}) {
        if (!goesBack) plan.weights[static_cast<std::size_t>(doing)] = 0;
    }
    if (!months.oneIn(5)) plan.weights[static_cast<std::size_t>(Doing::damage)] = 0;
    return plan;
}

Plan Plan::withoutMonths() const {
    Plan plan = *this;
    plan.hasOldPrograms = false;
    for (std::size_t doing = firstOfMonths; doing < doings.size(); ++doing) plan.weights[doing] = 0;
    return plan;
}

Plan Plan::with(Doing doing) const {
    Plan plan = *this;
    const auto comes = [&](Doing one) {
        plan.weights[static_cast<std::size_t>(one)] = 2 * usual[static_cast<std::size_t>(one)];
    };
    comes(doing);
    if (doing == Doing::restore) comes(Doing::backUp);
    return plan;
}

Script write(const Plan& plan) {
    test::SeededRandom random(plan.seed);
    const int sum = std::accumulate(plan.weights.begin(), plan.weights.end(), 0);
    Script script;
    script.reserve(static_cast<std::size_t>(plan.steps));
    for (int i = 0; i < plan.steps; ++i) {
        int drawn = static_cast<int>(random.below(static_cast<std::uint64_t>(sum)));
        std::size_t doing = 0;
        while (drawn >= plan.weights[doing]) drawn -= plan.weights[doing++];
        const auto device = static_cast<int>(random.below(static_cast<std::uint64_t>(plan.replicas)));
        script.push_back({static_cast<Doing>(doing), device, random.next()});
    }
    return script;
}

}  // namespace zhixing::simulation

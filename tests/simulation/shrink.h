#pragma once

#include "tests/simulation/ground.h"
#include "tests/simulation/world.h"

namespace zhixing::simulation {

/// A history that still breaks the same invariant after leaving out whatever can be left out (delta debugging: Zeller and
/// Hildebrandt, 2002). Each step brings its own chance, so the rest means the same without it.
struct Shrunk {
    Plan plan;
    Script script;
    Report report;
    std::vector<std::string> trace;
    std::size_t runs = 0;  ///< it took
};
[[nodiscard]] Shrunk shrink(const Plan& plan, Ground& ground);

/// The steps, one a line, and below them what happened: for people.
[[nodiscard]] std::string readable(const Shrunk& shrunk);

}  // namespace zhixing::simulation

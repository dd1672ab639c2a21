#pragma once

#include <QString>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tests/bench/stopwatch.h"

namespace zhixing::bench {

/// One measured figure beside the raw limit of the same run.
struct Figure {
    std::string phase;  ///< for machines: `upload`, `fan_out_p50` …
    std::string name;   ///< for people
    Cost ours;
    double rawMs = 0;
    double leastRatio = 0;  ///< what we aim for: raw / ours at least this …
    double mostMs = 0;      ///< … or ours below this; 0: no aim

    [[nodiscard]] double ratio() const { return ours.ms > 0 ? rawMs / ours.ms : 0; }
};

/// What is not a duration: edits, kilobytes, shares.
struct Quantity {
    std::string phase;  ///< for machines
    std::string name;   ///< for people
    double value = 0;
    std::string unit;
    double most = -1;  ///< what we aim for: at most this; below zero: no aim
};

struct Report {
    std::vector<Figure> figures;
    std::vector<Quantity> quantities;
};

/// Where and under which load the figures came about: without it they mean little.
class Surroundings {
public:
    Surroundings();
    [[nodiscard]] std::string machine() const;
    /// The load average of the last minute when the run began, and now.
    [[nodiscard]] double loadBefore() const { return loadBefore_; }
    [[nodiscard]] static double loadNow();

private:
    double loadBefore_;
};

/// The value below which `share` of the times lie.
[[nodiscard]] double percentile(std::vector<double> times, double share);

void printTable(const Report& report, const Surroundings& surroundings);
/// Appends a line of JSON for each figure and each quantity.
[[nodiscard]] Result<void> appendLines(const QString& file, const Report& report, const Surroundings& surroundings);

}  // namespace zhixing::bench

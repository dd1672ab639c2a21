#pragma once

#include <vector>

#include <QString>

#include "shared/base/result.h"

/// What the application itself takes, on the software renderer and off screen. Each measures in this process, on a store
/// that makeCrowdedStore() has made.
namespace zhixing::bench {

/// From the start of the process to its first useful frame.
struct StartTime {
    double ms = 0;
    double cpuMs = 0;  ///< of all threads: holds on a busy machine too
};

struct Smoothness {
    StartTime start;                 ///< until the day's tasks are shown
    std::vector<double> framesMs;    ///< our own work for each frame of a flick through the longest list
    std::vector<double> savesMs;     ///< from pressing save to "saved", durably
    std::vector<double> blocksMs;    ///< how much of that the interface could not answer
    std::vector<double> readingsMs;  ///< from "saved" until every page that is to read the rows again has
    double memoryMB = 0;             ///< the most that was resident
};
/// `startedAtMs` is when the process began, by the steady clock.
[[nodiscard]] Result<Smoothness> measureSmoothness(const QString& store, double startedAtMs);

/// Until the laptop's first page shows the campaigns.
[[nodiscard]] Result<StartTime> measureLaptopStart(const QString& store, double startedAtMs);

struct SearchTime {
    QString query;
    double ms = 0;     ///< the median of several
    double cpuMs = 0;  ///< of one: holds on a busy machine too
    std::size_t count = 0;
};
[[nodiscard]] Result<std::vector<SearchTime>> measureSearch(const QString& store);

[[nodiscard]] double steadyMs();

}  // namespace zhixing::bench

#pragma once

#include <vector>

#include "shared/base/result.h"
#include "tests/bench/scene.h"

/// What is measured. Each phase fails when something was lost or changed on the way, never because it took long.
namespace zhixing::bench {

struct Upload {
    Cost acknowledged;  ///< from connecting until the last outcome was heard
    Cost agreed;        ///< until both ends had compared and agreed
};
/// One device recorded everything while offline, and connects.
[[nodiscard]] Result<Upload> measureUpload(Scene& scene, const std::vector<SourceRecord>& records);

/// A new device with an empty store file connects, and holds everything: until both ends agree.
[[nodiscard]] Result<Cost> measureBootstrap(Scene& scene, const std::vector<SourceRecord>& records);

struct FanOutSize {
    std::size_t edits = 500;
    int readers = 20;
};
/// One device writes, others watch; an edit is recorded when everybody has seen the one before. Milliseconds from the
/// moment before an edit is recorded until one reader shows it, one figure per edit and reader.
struct FanOut {
    std::vector<double> timesMs;
    Cost cost;  ///< of all edits
};
[[nodiscard]] Result<FanOut> measureFanOut(Scene& scene, const std::vector<SourceRecord>& records,
                                           const FanOutSize& size);

}  // namespace zhixing::bench

#pragma once

#include <cstddef>
#include <vector>

#include "shared/base/result.h"
#include "tests/bench/scene.h"

namespace zhixing::bench {

/// How many connections, and what they cost the server.
struct Held {
    std::size_t wanted = 0;
    std::size_t connections = 0;  ///< fewer when the limit of open files is lower
    double kilobytesEach = 0;     ///< growth of the server's PSS, a few seconds after the last came
    Cost opening;
};
/// Connections of `login` that have everything and wait, all at once, on a server that had none.
[[nodiscard]] Result<std::vector<Held>> measureIdle(Scene& scene, const std::string& login,
                                                    const std::vector<std::size_t>& counts);

struct LiveSize {
    std::size_t readers = 1'000;
    std::size_t edits = 20;
};
struct Live {
    std::vector<double> timesMs;  ///< from before an edit is recorded until one reader's socket gave its page
    Cost storm;                   ///< after a restart of the server, until all are welcomed and caught up again
    std::size_t turnedAway = 0;   ///< attempts in the storm that the server did not admit
};
/// One device edits tasks of the site where `login` works, while many connections of theirs wait. Then the server is
/// restarted and all come back at the same moment.
[[nodiscard]] Result<Live> measureLive(Scene& scene, const std::string& login, const std::vector<SourceRecord>& ofSite,
                                       const LiveSize& size);

}  // namespace zhixing::bench

#pragma once

#include <sys/resource.h>

#include <chrono>

namespace zhixing::bench {

/// Runs from its construction.
class Stopwatch {
public:
    [[nodiscard]] double ms() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// What a phase took: wall time, and the processor time of the devices (this process) and of the server. On a busy machine the
/// latter two still mean something.
struct Cost {
    double ms = 0;
    double devicesCpuMs = 0;
    double serverCpuMs = 0;

    friend Cost operator-(const Cost& later, const Cost& earlier) {
        return {later.ms - earlier.ms, later.devicesCpuMs - earlier.devicesCpuMs,
                later.serverCpuMs - earlier.serverCpuMs};
    }
};

[[nodiscard]] inline double processorMs() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

}  // namespace zhixing::bench

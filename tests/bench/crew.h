#pragma once

#include <QObject>
#include <QThread>
#include <functional>
#include <memory>
#include <vector>

#include "tests/bench/scene.h"

namespace zhixing::bench {

using Devices = std::vector<std::unique_ptr<BenchDevice>>;

/// Many devices at work at once, on as many threads as the machine has processors: in life each has one of its own. They
/// are offline when they are handed over, and when this is destroyed, offline again and back on the maker's thread. Between,
/// speak to them by each() alone.
class Crew {
public:
    explicit Crew(const Devices& devices);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// Calls `work` with each device on its own thread, and waits. Never two at a time.
    void each(const std::function<void(BenchDevice&)>& work);

private:
    struct Hand {
        QThread thread;
        QObject context;  ///< lives there
        std::vector<BenchDevice*> devices;
    };
    std::vector<std::unique_ptr<Hand>> hands_;
};

}  // namespace zhixing::bench

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace zhixing::server {

/// Threads for work that must hold up neither the network nor the authority: hashing passwords, reading and writing
/// files. Jobs begin in the order they came; with one thread they also end in it.
class Workers {
public:
    /// As many jobs as `waitingMax` may wait beside those at hand.
    Workers(std::size_t threads, std::size_t waitingMax);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers();

    /// False when as many wait as may wait, and after stop(). Safe from any thread; never blocks.
    bool submit(std::function<void()> job);
    /// Finishes the jobs at hand, drops those that wait, and takes no more.
    void stop();

private:
    void work();

    std::size_t waitingMax_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> waiting_;
    bool isStopping_ = false;
    std::vector<std::thread> threads_;  // last: they use the others
};

}  // namespace zhixing::server

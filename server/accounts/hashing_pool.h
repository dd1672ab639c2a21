#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace zhixing::server {

/// Where passwords are hashed: two threads, so that a flood of logins takes neither the network nor the authority with
/// it, and 46 MiB of memory each.
class HashingPool {
public:
    HashingPool();
    HashingPool(const HashingPool&) = delete;
    HashingPool& operator=(const HashingPool&) = delete;
    ~HashingPool();

    /// False when as many wait as may wait: the caller answers `busy`. Safe from any thread.
    [[nodiscard]] bool submit(std::function<void()> job);
    /// Finishes the jobs at hand, drops those that wait, and takes no more.
    void stop();

private:
    void work();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> waiting_;
    bool isStopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace zhixing::server

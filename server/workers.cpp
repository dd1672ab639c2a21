#include "server/workers.h"

#include <utility>

namespace zhixing::server {

Workers::Workers(std::size_t threads, std::size_t waitingMax) : waitingMax_(waitingMax) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() { stop(); }

bool Workers::submit(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_ || waiting_.size() >= waitingMax_) return false;
        waiting_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Workers::stop() {
    std::deque<std::function<void()>> dropped;  // what they hold may submit as it goes: not under the lock
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
        dropped.swap(waiting_);
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void Workers::work() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return isStopping_ || !waiting_.empty(); });
            if (isStopping_) return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
        }
        job();
    }
}

}  // namespace zhixing::server

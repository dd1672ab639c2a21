#include "server/accounts/hashing_pool.h"

#include "server/limits.h"

namespace zhixing::server {

HashingPool::HashingPool() {
    for (std::size_t i = 0; i < limits::hashesAtOnceMax; ++i) threads_.emplace_back([this] { work(); });
}

HashingPool::~HashingPool() { stop(); }

void HashingPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
        waiting_.clear();
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

bool HashingPool::submit(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_ || waiting_.size() >= limits::hashesWaitingMax) return false;
        waiting_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void HashingPool::work() {
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

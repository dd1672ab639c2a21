#include "server/blobs/file_thread.h"

#include <utility>

namespace zhixing::server {

void FileThread::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_) return;
        waiting_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void FileThread::stop() {
    std::deque<std::function<void()>> dropped;  // what they hold may post as it goes: not under the lock
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
        dropped.swap(waiting_);
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void FileThread::work() {
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

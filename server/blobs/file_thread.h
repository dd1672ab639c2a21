#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace zhixing::server {

/// Where blobs are read and written: one thread of its own, so that a slow disk holds up neither the network nor the
/// authority. Jobs run one after another, in the order they came; whoever posts bounds how many there are.
class FileThread {
public:
    FileThread() : thread_([this] { work(); }) {}
    FileThread(const FileThread&) = delete;
    FileThread& operator=(const FileThread&) = delete;
    ~FileThread() { stop(); }

    /// Safe from any thread; never blocks.
    void post(std::function<void()> job);
    /// Finishes the job at hand, drops those that wait, and takes no more.
    void stop();

private:
    void work();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> waiting_;
    bool isStopping_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace zhixing::server

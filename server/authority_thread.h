#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <thread>
#include <variant>
#include <vector>

#include "server/desk.h"
#include "server/net/backend.h"

namespace zhixing::server {

/// The thread that owns the desk. Whatever waits when it looks is decided in one transaction, and nothing of it is
/// answered before that is durable: the more there is to do, the more share a commit. When storage fails, everything
/// is undone, everyone is sent away to come back later, and the desk is opened anew before anything else is decided.
/// After a live change every reader sends credit, which changes nothing: it waits a moment for other work to go along with.
class AuthorityThread {
public:
    using Done = std::function<void(Result<void>)>;
    using Deliver = std::function<void(Deliveries)>;
    using OpenDesk = std::function<Result<std::unique_ptr<Desk>>()>;

    /// `deliver` is called from this thread. `reopen` makes the desk again after a failure.
    AuthorityThread(std::unique_ptr<Desk> desk, OpenDesk reopen, const Clock& clock, Deliver deliver);
    AuthorityThread(const AuthorityThread&) = delete;
    AuthorityThread& operator=(const AuthorityThread&) = delete;
    ~AuthorityThread();
    /// Finishes what waits, and ends the thread. What is asked for later is never done.
    void stop();

    // ---- safe from any thread; they never block
    void opened(sync::ConnectionId connection, sync::Hello hello, std::size_t bytes);
    void received(sync::ConnectionId connection, sync::ClientMessage message, std::size_t bytes);
    void closed(sync::ConnectionId connection);
    /// Runs the errand among the messages; its failure is taken for a failure of storage. `done` is called from this
    /// thread, once the errand's work is durable.
    void run(Errand errand, Done done);
    /// The same for work that may be refused for its content: it is rehearsed first, and a refusal disturbs nobody.
    void runRehearsed(Errand errand, Done done);
    [[nodiscard]] bool isHealthy() const { return isHealthy_; }
    /// When a device last said more than that it took something in, or this began.
    [[nodiscard]] Instant heardAt() const { return {heardAtMs_}; }

private:
    struct Opened {
        sync::ConnectionId connection;
        sync::Hello hello;
        std::size_t bytes;
    };
    struct Received {
        sync::ConnectionId connection;
        sync::ClientMessage message;
        std::size_t bytes;
    };
    struct Closed {
        sync::ConnectionId connection;
    };
    struct Task {
        Errand errand;
        Done done;
        bool isRehearsed;
    };
    using Work = std::variant<Opened, Received, Closed, Task>;

    [[nodiscard]] static bool isCredit(const Work& work);
    void enqueue(Work work);
    void awaitWork(std::unique_lock<std::mutex>& lock);
    void loop();
    [[nodiscard]] std::vector<Work> take();
    void settle(std::vector<Work> batch);
    void dropRefused(std::vector<Work>& batch);
    [[nodiscard]] Result<void> decide(std::span<Work> batch, Deliveries& deliveries);
    [[nodiscard]] Result<void> decide(Opened& work, Deliveries& deliveries);
    [[nodiscard]] Result<void> ensureDesk();
    void recover(const Error& error, Deliveries& deliveries);

    std::unique_ptr<Desk> desk_;  // null after a failure, until it could be opened again
    OpenDesk reopen_;
    const Clock& clock_;
    Deliver deliver_;
    std::set<sync::ConnectionId> connections_;  // that the authority knows
    std::atomic<bool> isHealthy_{true};
    std::atomic<std::int64_t> heardAtMs_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Work> waiting_;
    bool isUrgent_ = false;  // there is more than credit
    bool isStopping_ = false;
    std::thread thread_;
};

}  // namespace zhixing::server

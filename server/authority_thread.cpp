#include "server/authority_thread.h"

#include <algorithm>
#include <iterator>

#include "server/limits.h"
#include "server/log.h"
#include "sync/wire/codec.h"

namespace zhixing::server {

namespace {

using sync::ConnectionId;
using sync::Delivery;

constexpr int retryAfterMs = 2'000;
constexpr std::chrono::seconds reopenEvery{1};

Delivery dismissal(ConnectionId connection, const Error& error, int retryMs) {
    const sync::ServerMessage refusal = sync::Refusal{error, true, retryMs};
    return {connection, std::make_shared<const std::string>(sync::encode(refusal)), true};
}

}  // namespace

AuthorityThread::AuthorityThread(std::unique_ptr<Desk> desk, OpenDesk reopen, const Clock& clock, Deliver deliver)
    : desk_(std::move(desk)),
      reopen_(std::move(reopen)),
      clock_(clock),
      deliver_(std::move(deliver)),
      heardAtMs_(clock.now().ms),
      thread_([this] { loop(); }) {}

AuthorityThread::~AuthorityThread() { stop(); }

void AuthorityThread::stop() {
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void AuthorityThread::opened(ConnectionId connection, sync::Hello hello, std::size_t bytes) {
    enqueue(Opened{connection, std::move(hello), bytes});
}
void AuthorityThread::received(ConnectionId connection, sync::ClientMessage message, std::size_t bytes) {
    if (!std::holds_alternative<sync::Credit>(message)) heardAtMs_ = clock_.now().ms;
    enqueue(Received{connection, std::move(message), bytes});
}
void AuthorityThread::closed(ConnectionId connection) { enqueue(Closed{connection}); }
void AuthorityThread::run(Errand errand, Done done) { enqueue(Task{std::move(errand), std::move(done), false}); }
void AuthorityThread::runRehearsed(Errand errand, Done done) {
    enqueue(Task{std::move(errand), std::move(done), true});
}

bool AuthorityThread::isCredit(const Work& work) {
    const auto* received = std::get_if<Received>(&work);
    return received != nullptr && std::holds_alternative<sync::Credit>(received->message);
}

void AuthorityThread::enqueue(Work work) {
    const bool isUrgent = !isCredit(work);
    {
        const std::lock_guard lock(mutex_);
        const bool isFirst = waiting_.empty();
        waiting_.push_back(std::move(work));
        isUrgent_ = isUrgent_ || isUrgent;
        if (!isUrgent && !isFirst) return;  // it was woken for the first
    }
    wake_.notify_one();
}

void AuthorityThread::loop() {
    for (;;) {
        std::vector<Work> batch = take();
        if (batch.empty()) {
            const std::lock_guard lock(mutex_);
            if (isStopping_ && waiting_.empty()) return;
        } else {
            settle(std::move(batch));
        }
        if (!desk_) isHealthy_ = ensureDesk().ok();
    }
}

/// Everything that waits, up to what one commit may hold. Comes back empty-handed now and then while the desk is
/// closed, so that it is opened again even when nobody asks.
std::vector<AuthorityThread::Work> AuthorityThread::take() {
    std::unique_lock lock(mutex_);
    awaitWork(lock);
    std::size_t count = 0;
    std::size_t messages = 0;
    for (std::size_t bytes = 0; count < waiting_.size() && messages < limits::messagesPerCommitMax; ++count) {
        if (bytes >= limits::bytesPerCommitMax) break;
        if (const auto* message = std::get_if<Received>(&waiting_[count])) bytes += message->bytes;
        if (!isCredit(waiting_[count])) ++messages;
    }
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Work> batch(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    isUrgent_ = !std::ranges::all_of(waiting_, isCredit);
    return batch;
}

void AuthorityThread::awaitWork(std::unique_lock<std::mutex>& lock) {
    const auto isNeeded = [this] { return isStopping_ || !waiting_.empty(); };
    if (!desk_) {
        wake_.wait_for(lock, reopenEvery, isNeeded);
        return;
    }
    wake_.wait(lock, isNeeded);
    // Whoever is behind gets the next page at once; for the others credit is only for later.
    if (isUrgent_ || isStopping_ || desk_->authority().isAnyoneBehind()) return;
    wake_.wait_for(lock, limits::creditTimeMax, [this] { return isStopping_ || isUrgent_; });
}

void AuthorityThread::settle(std::vector<Work> batch) {
    Deliveries deliveries;
    auto decided = ensureDesk();
    if (decided) {
        dropRefused(batch);
        decided = decide(batch, deliveries);
    }
    if (!decided) recover(decided.error(), deliveries);
    for (const Work& work : batch) {
        if (const auto* message = std::get_if<Opened>(&work); message && !decided) {
            deliveries.receipts.push_back({message->connection, message->bytes, false});
            deliveries.frames.push_back(dismissal(message->connection, decided.error(), retryAfterMs));
        } else if (const auto* received = std::get_if<Received>(&work)) {
            deliveries.receipts.push_back({received->connection, received->bytes, false});
        }
    }
    deliver_(std::move(deliveries));
    for (Work& work : batch) {
        if (auto* task = std::get_if<Task>(&work)) task->done(decided);
    }
}

/// Tells those whose rehearsal fails, and forgets them, before the transaction that must not fail.
void AuthorityThread::dropRefused(std::vector<Work>& batch) {
    std::erase_if(batch, [this](Work& work) {
        auto* task = std::get_if<Task>(&work);
        if (!task || !task->isRehearsed) return false;
        auto rehearsed = desk_->rehearse(task->errand);
        if (rehearsed) return false;
        task->done(std::move(rehearsed));
        return true;
    });
}

Result<void> AuthorityThread::decide(std::span<Work> batch, Deliveries& deliveries) {
    ZX_TRY(desk_->authority().begin());
    for (Work& work : batch) {
        if (auto* hello = std::get_if<Opened>(&work)) {
            ZX_TRY(decide(*hello, deliveries));
        } else if (auto* received = std::get_if<Received>(&work)) {
            ZX_TRY(desk_->authority().receive(received->connection, received->message, clock_.now()));
        } else if (const auto* closing = std::get_if<Closed>(&work)) {
            desk_->authority().close(closing->connection);
            connections_.erase(closing->connection);
        } else {
            ZX_TRY(std::get<Task>(work).errand(*desk_));
        }
    }
    ZX_ASSIGN(auto frames, desk_->authority().commit());
    std::move(frames.begin(), frames.end(), std::back_inserter(deliveries.frames));
    auto farewells = std::exchange(desk_->farewells, {});
    std::move(farewells.begin(), farewells.end(), std::back_inserter(deliveries.frames));
    return {};
}

Result<void> AuthorityThread::decide(Opened& work, Deliveries& deliveries) {
    auto identity = desk_->accounts().authenticate(work.hello.token, clock_.now());
    if (!identity && !isTokenRefused(identity.error().code)) return std::move(identity).error();

    deliveries.receipts.push_back({work.connection, work.bytes, identity.ok()});
    if (!identity) {
        log::info("hello_refused",
                  {{"connection", static_cast<std::int64_t>(work.connection)}, {"code", word(identity.error().code)}});
        deliveries.frames.push_back(dismissal(work.connection, identity.error(), 0));
        return {};
    }
    connections_.insert(work.connection);
    return desk_->authority().open(work.connection, *identity, work.hello, clock_.now());
}

Result<void> AuthorityThread::ensureDesk() {
    if (desk_) return {};
    auto opened = reopen_();
    if (!opened) return std::move(opened).error();
    desk_ = std::move(opened).value();
    isHealthy_ = true;
    log::info("storage_opened_again");
    return {};
}

/// Nothing of the batch happened. Whatever was prepared for sending is dropped with it.
void AuthorityThread::recover(const Error& error, Deliveries& deliveries) {
    log::failure("storage_failed", error);
    isHealthy_ = false;
    deliveries = {};
    for (ConnectionId connection : connections_)
        deliveries.frames.push_back(dismissal(connection, error, retryAfterMs));
    connections_.clear();
    if (desk_) desk_->store().rollback();
    desk_.reset();
}

}  // namespace zhixing::server

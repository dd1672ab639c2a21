#include "server/housekeeper.h"

#include <future>

#include "server/commands/command.h"
#include "server/limits.h"
#include "server/log.h"
#include "server/store/server_schema.h"

namespace zhixing::server {

namespace {

constexpr const char* doneAtKey = "chores_done_at";

std::int64_t ms(std::chrono::milliseconds duration) { return duration.count(); }

}  // namespace

bool isTimeForChores(Instant now, Instant doneAt, Instant heardAt) {
    const std::int64_t sinceDone = now.ms - doneAt.ms;
    if (sinceDone < 0) return false;  // the clock was set back
    if (sinceDone < ms(limits::choresEvery)) return false;
    return now.ms - heardAt.ms >= ms(limits::quietTime) || sinceDone >= ms(limits::choresEvery + limits::choresLateBy);
}

Housekeeper::Housekeeper(Options options, AuthorityThread& authority, std::shared_ptr<BlobService> blobs,
                         const Clock& clock)
    : options_(options), authority_(authority), blobs_(std::move(blobs)), clock_(clock), thread_([this] { watch(); }) {}

Housekeeper::~Housekeeper() { stop(); }

void Housekeeper::stop() {
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Housekeeper::watch() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, options_.lookEvery, [this] { return isStopping_; })) {
        lock.unlock();
        Instant doneAt;
        const bool isKnown = isDone([&](Desk& desk) -> Result<void> {
            ZX_ASSIGN(const std::string noted, readMeta(desk.database(), doneAtKey));
            doneAt.ms = noted.empty() ? 0 : std::stoll(noted);
            return {};
        });
        if (isKnown && isTimeForChores(clock_.now(), doneAt, authority_.heardAt())) doChores();
        lock.lock();
    }
}

void Housekeeper::doChores() {
    log::info("chores_begun");
    compact();
    blobs_->tidy();
    shrink();
    (void)isDone([this](Desk& desk) { return writeMeta(desk.database(), doneAtKey, std::to_string(clock_.now().ms)); });
}

void Housekeeper::compact() {
    if (options_.keepDays == 0) return;
    const auto step = [this](const Command& command) -> Result<Report> {
        Report report;
        const bool done = isDone([&](Desk& desk) -> Result<void> {
            ZX_ASSIGN(report, perform(desk, command));
            return {};
        });
        if (!done) return Error{Code::cancelled, "the history was not compacted to the end", {}, {}};
        return report;
    };
    const auto report = performAll({"compact", {{"days", std::to_string(options_.keepDays)}}, {}}, step);
    if (report) log::info("history_compacted", {{"report", std::string_view(report->output).substr(0, 200)}});
}

void Housekeeper::shrink() {
    bool isMore = true;
    while (isMore) {
        const bool done = isDone([&](Desk& desk) -> Result<void> {
            ZX_ASSIGN(isMore, desk.database().shrink(limits::freedPagesMax));
            return {};
        });
        if (!done) return;
    }
}

bool Housekeeper::isDone(const Errand& errand) {
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_) return false;
    }
    std::promise<bool> done;
    auto finished = done.get_future();
    authority_.run(errand, [&done](const Result<void>& result) { done.set_value(result.ok()); });
    return finished.get();
}

}  // namespace zhixing::server

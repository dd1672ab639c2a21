#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/authority_thread.h"
#include "server/blobs/blob_service.h"

namespace zhixing::server {

/// Whether it is a moment for chores: a day after the last ones, when nothing has been heard for a while; when there is no
/// such moment for another day, anyway.
[[nodiscard]] bool isTimeForChores(Instant now, Instant doneAt, Instant heardAt);

/// What a running server does by itself once a day: forgets history that is old enough, removes blobs that no record has named
/// for long, and gives back to the disk what the file no longer needs. Everything in small steps, among which messages are
/// decided as ever. A thread of its own waits for the moment; the work is done by the authority's and the files'.
class Housekeeper {
public:
    struct Options {
        std::int64_t keepDays = 0;                                      ///< of history and deletions; 0: all of it
        std::chrono::milliseconds lookEvery = std::chrono::minutes(1);  ///< whether it is time
    };

    /// The authority and clock outlive it.
    Housekeeper(Options options, AuthorityThread& authority, std::shared_ptr<BlobService> blobs, const Clock& clock);
    Housekeeper(const Housekeeper&) = delete;
    Housekeeper& operator=(const Housekeeper&) = delete;
    ~Housekeeper();
    /// Ends after the step at hand; what is left is done another day.
    void stop();

private:
    void watch();
    void doChores();
    void compact();
    void shrink();
    /// Whether the errand's work is durable; false also when the server stops meanwhile.
    [[nodiscard]] bool isDone(const Errand& errand);

    Options options_;
    AuthorityThread& authority_;
    std::shared_ptr<BlobService> blobs_;
    const Clock& clock_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool isStopping_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace zhixing::server

#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include "client/net/account.h"
#include "client/net/backoff.h"
#include "client/net/enrolment.h"
#include "client/net/fetcher.h"
#include "client/net/link.h"
#include "client/net/sync_status.h"
#include "client/net/uploader.h"
#include "client/store/blob_queue.h"
#include "client/store/device.h"
#include "shared/base/result.h"
#include "sync/replica/joined_pages.h"

namespace zhixing::client {

/// The device at work: owns the store's only writing connection, the replica on it and the link to the server, and keeps
/// them in step. Everything here runs on the engine's own thread; others post to it (QMetaObject::invokeMethod) and
/// listen to its signals.
///
/// Photos follow the rows: while the link stands and no row waits, the uploader brings them. When all is quiet, the
/// histories of records that people are likely to open are fetched ahead, in bursts.
///
/// Whatever happens to the link, recording goes on. A lost link is tried again with growing pauses, at once when the network
/// comes back or someone asks; a refusal for good (revoked device, disabled person) waits for a person.
class SyncEngine : public QObject {
    Q_OBJECT

public:
    using Recorded = std::function<void(const Result<std::vector<Id>>&)>;
    using Done = std::function<void(const Result<void>&)>;
    using Kept = std::function<void(const Result<BlobQueue::Added>&)>;
    using Freed = std::function<void(const Result<std::int64_t>&)>;

    /// What one step of syncing did; sums are what `sync --once` prints.
    struct Counts {
        int pushed = 0, pulled = 0, conflicts = 0, rejected = 0;
    };

    explicit SyncEngine(QString storePath, QObject* parent = nullptr);
    ~SyncEngine() override;

    /// Opens the store and, when there is one, the account. Nothing is connected yet.
    [[nodiscard]] Result<void> open();

    void setOnline(bool online);
    /// Tries now instead of later; with a live connection, asks whether both ends agree.
    void syncNow();
    /// The network came back or is another one: what was learned about the old one no longer counts.
    void networkChanged();
    /// Until the server is tried again by itself; below zero when that is not planned.
    [[nodiscard]] std::chrono::milliseconds nextTryIn() const { return retry_.remainingTimeAsDuration(); }
    void enrol(const QString& link, const QString& password, const QString& authorityFile, Done done);

    /// Takes a photo's bytes in and sends them when it can; what comes back is for the record that is to name it.
    [[nodiscard]] Result<BlobQueue::Added> queuePhoto(std::string_view bytes);
    /// Keeps a photo's bytes for a form that is still being filled in; recording a `photo` that names them sends them.
    void keepPhoto(std::string_view bytes, const Kept& done);
    /// Takes back what keepPhoto() kept, if nothing came of it.
    void dropPhoto(const std::string& name, const Done& done);
    /// Frees the space of photos that the server has signed for.
    void freePhotos(const Freed& done);
    /// Brings a photo that another device took; kept among what was looked at (LookedAt).
    void fetchPhoto(const std::string& name, const Done& done);
    /// Says `done` as soon as they are on disk or refused, and only then which rows have changed.
    void record(std::vector<sync::Edit> edits, const Recorded& done);
    void resend(sync::Counter counter, const std::vector<FieldValue>& values, const Done& done);
    void discard(sync::Counter counter, const Done& done);
    void restore(sync::Counter counter, const Done& done);
    void settle(const Id& conflict, const sync::Decision& decision, const Done& done);
    void reopen(const Id& conflict, const Done& done);

    /// Asks the server who changed a record; the answer comes as rowsChanged("history"). False when there is no connection.
    bool askHistory(const Id& record, Version before);
    /// Fetches histories ahead, if there is nothing else to do; by itself this happens some seconds after all has become
    /// quiet, and no more often than every few minutes.
    void fetchHistoriesAhead();
    /// Until then; below zero when that is not planned.
    [[nodiscard]] std::chrono::milliseconds nextFetchIn() const { return histories_.remainingTimeAsDuration(); }
    /// Asks when the devices of others agreed; the answer comes as rowsChanged("devices").
    bool askDevices();

    [[nodiscard]] const SyncStatus& status() const { return status_; }
    [[nodiscard]] const Counts& counts() const { return counts_; }
    [[nodiscard]] const std::optional<Error>& lastError() const { return lastError_; }
    [[nodiscard]] Device& device() { return *device_; }
    [[nodiscard]] const Uploader& uploader() const { return uploader_; }
    /// Nothing waits to be sent, answered, fetched or compared.
    [[nodiscard]] bool isQuiet() const;

signals:
    void statusChanged(const zhixing::client::SyncStatus& status);
    void rowsChanged(const QSet<QString>& types);
    void outboxChanged();
    /// A photo was kept, dropped or freed, got further, arrived or failed.
    void photosChanged();
    /// How much of a photo that was asked for is here, 0 to 1.
    void photoCame(const QString& name, double share);
    /// Something was said or heard and the store is as it should be for now; a good moment to ask isQuiet().
    void stepped();

private:
    void connectNow();
    /// Waits no less than the server asked for.
    void scheduleRetry(std::chrono::milliseconds atLeast = {});
    void heard(const QByteArray& message);
    /// Keeps a page until everything that has arrived by now was heard.
    void gather(sync::Page page);
    bool takeGathered();  ///< false: the store failed, and the connection has ended
    void lost(const Error& reason);
    /// Takes in what has arrived. Nothing is under way any more, until the next connection.
    void disconnected();
    void fail(const Error& error);
    void noteFailure(const Error& reason);
    [[nodiscard]] bool perform(Result<sync::ReplicaActions> step);
    void carryOut(const sync::ReplicaActions& actions);
    void sendAll(const std::vector<sync::Frame>& frames);
    void askWhenDrained();
    void tellAgreement();
    void planHistories();
    [[nodiscard]] bool areRowsWaiting();
    void refused(const sync::Refusal& refusal);
    void publish(SyncStatus::Link link);
    void publish() { publish(status_.link); }
    [[nodiscard]] Result<bool> releasePhotos(const std::vector<sync::Edit>& edits);
    void watchNetwork();

    QString storePath_;
    SystemClock clock_;
    std::unique_ptr<Device> device_;
    std::optional<Account> account_;
    std::optional<BlobQueue> blobs_;
    std::optional<LookedAt> lookedAt_;
    Enrolment enrolment_{this};
    Link link_{this};
    Uploader uploader_{this};
    Fetcher fetcher_{this};
    Backoff backoff_;
    QTimer retry_{this};
    std::optional<sync::JoinedPages> gathered_;  ///< arrived and not yet taken in
    QTimer gathering_{this};
    QTimer agreement_{this};  ///< when quiet after live changes, compares once more
    QTimer histories_{this};  ///< until they are fetched ahead
    Instant fetchedAhead_;    ///< by this device's clock
    bool wantsOnline_ = false;
    Instant toldAgreement_;  ///< to the server, by this device's clock; on this connection
    SyncStatus status_;
    Counts counts_;
    std::optional<Error> lastError_;
};

}  // namespace zhixing::client

#pragma once

#include <functional>
#include <vector>

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QString>

#include "client/net/sync_status.h"
#include "client/store/blob_queue.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "sync/replica/replica.h"

namespace zhixing::client {

/// Everything the view models need from below: a place to read, and someone who records, sends and remembers.
/// Lives on the UI thread; what takes time happens elsewhere and answers through the callback, on the UI thread.
/// A view model reads the device's tables by itself, through a read-only connection to `storePath()`.
class Gateway : public QObject {
    Q_OBJECT

public:
    using Recorded = std::function<void(const Result<std::vector<Id>>&)>;
    using Done = std::function<void(const Result<void>&)>;
    using Kept = std::function<void(const Result<BlobQueue::Added>&)>;
    using Freed = std::function<void(const Result<std::int64_t>&)>;

    using QObject::QObject;

    [[nodiscard]] virtual QString storePath() const = 0;
    [[nodiscard]] virtual const SyncStatus& status() const = 0;
    [[nodiscard]] virtual Instant now() const = 0;

    /// Records edits as one group. When `done` says ok they are on disk.
    virtual void record(std::vector<sync::Edit> edits, Recorded done) = 0;
    /// Takes a refused edit back, with `values` in place of its own where given.
    virtual void resend(sync::Counter counter, std::vector<FieldValue> values, Done done) = 0;
    virtual void discard(sync::Counter counter, Done done) = 0;
    /// Keeps a photo for a form that is still being filled in. When `done` says ok it is on the disk; recording a `photo`
    /// that names it sends it.
    virtual void keepPhoto(QByteArray bytes, Kept done) = 0;
    /// Takes that back, unless a record names it.
    virtual void dropPhoto(const QString& name, Done done) = 0;
    /// Brings a photo that another device took, for somebody who looks at it; photoCame() tells how far it is. `unreachable`
    /// without a connection, `not_found` while headquarters does not hold it.
    virtual void fetchPhoto(const QString& name, Done done) = 0;
    /// Frees the space of the photos that the server has signed for.
    virtual void freePhotos(Freed done) = 0;
    /// Puts what was thrown away back into the tray.
    virtual void restore(sync::Counter counter, Done done) = 0;
    virtual void settle(const Id& conflict, sync::Decision decision, Done done) = 0;
    /// Undoes that.
    virtual void reopen(const Id& conflict, Done done) = 0;

    /// Asks headquarters who changed a record, or when the devices of others agreed. What comes is kept in the store,
    /// and told by rowsChanged() under the names `history` and `devices`; without a connection nothing comes.
    virtual void askHistory(const Id& record) = 0;
    virtual void askDevices() = 0;

    virtual void setOnline(bool online) = 0;
    /// Tries now instead of later; with a connection, compares both ends.
    virtual void syncNow() = 0;
    virtual void enrol(const QString& link, const QString& password, Done done) = 0;

    /// Where this device is: asks once, see PlaceFinder. Refusing and failing are ordinary answers.
    using Found = std::function<void(const Result<Place>&)>;
    virtual void findPlace(Found done) = 0;
    virtual void stopFindingPlace() = 0;

    /// What is typed into a form and not yet recorded, as JSON by the form's name. Empty text forgets it.
    virtual void saveDraft(const QString& form, const QString& json) = 0;
    [[nodiscard]] virtual QString draft(const QString& form) = 0;

signals:
    void statusChanged();
    /// Visible rows of these types may look different now.
    void rowsChanged(const QSet<QString>& types);
    /// The outbox or the tray differ.
    void outboxChanged();
    /// A photo was kept, dropped or freed, got further, arrived or failed.
    void photosChanged();
    /// How much of a photo that was asked for is here, 0 to 1.
    void photoCame(const QString& name, double share);
};

}  // namespace zhixing::client

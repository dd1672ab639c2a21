#pragma once

#include <memory>

#include <QThread>

#include "client/capture/place_finder.h"
#include "client/net/sync_engine.h"
#include "client/viewmodels/frame/gateway.h"

namespace zhixing::client {

/// The gateway of the product: a SyncEngine on a thread of its own. What the interface asks is posted there; what the
/// engine tells comes back to the UI thread.
class EngineGateway final : public Gateway {
    Q_OBJECT

public:
    /// Opens the store. Fails when the file is not ours, newer, damaged or open elsewhere.
    [[nodiscard]] static Result<std::unique_ptr<EngineGateway>> open(const QString& storePath);
    ~EngineGateway() override;

    [[nodiscard]] QString storePath() const override { return storePath_; }
    [[nodiscard]] const SyncStatus& status() const override { return status_; }
    [[nodiscard]] Instant now() const override { return Instant{SystemClock().now().ms + shiftMs_}; }
    /// Shows the pages as they are on another day, for demonstrations: what is late, due today, missing. What is recorded
    /// keeps its true time.
    void pretend(Date today);

    void record(std::vector<sync::Edit> edits, Recorded done) override;
    void resend(sync::Counter counter, std::vector<FieldValue> values, Done done) override;
    void discard(sync::Counter counter, Done done) override;
    void keepPhoto(QByteArray bytes, Kept done) override;
    void dropPhoto(const QString& name, Done done) override;
    void fetchPhoto(const QString& name, Done done) override;
    void freePhotos(Freed done) override;
    void restore(sync::Counter counter, Done done) override;
    void settle(const Id& conflict, sync::Decision decision, Done done) override;
    void reopen(const Id& conflict, Done done) override;
    void askHistory(const Id& record) override;
    void askDevices() override;
    void setOnline(bool online) override;
    void syncNow() override;
    void enrol(const QString& link, const QString& password, Done done) override;
    void findPlace(Found done) override { place_.find(std::move(done)); }
    void stopFindingPlace() override { place_.stop(); }
    void saveDraft(const QString& form, const QString& json) override;
    [[nodiscard]] QString draft(const QString& form) override;

private:
    explicit EngineGateway(QString storePath);

    /// Runs `work` on the engine's thread.
    template <typename Work>
    void post(Work work);
    /// Wraps an answer so that it is given on this thread, if we are still here.
    template <typename Answer>
    auto here(std::function<void(const Answer&)> done);

    QString storePath_;
    PlaceFinder place_;
    SyncStatus status_;
    std::int64_t shiftMs_ = 0;
    QThread thread_;
    SyncEngine* engine_ = nullptr;  ///< lives on thread_, deleted when it ends
};

}  // namespace zhixing::client

#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include <QTemporaryDir>

#include "client/store/device.h"
#include "client/viewmodels/frame/gateway.h"

namespace zhixing::client {

/// The real UI on fake surroundings: a device store filled from the demo organisation's files (packaging/demo) with what
/// one of its people may see, on the event's first morning, and no server. What is recorded goes through the real replica
/// into the real store and waits; the tests say what the link does.
class DemoGateway final : public Gateway {
    Q_OBJECT

public:
    /// By their ids in packaging/demo/people.txt.
    enum class Person { field, siteManager, manager, headquarters };

    /// Null when the store could not be filled; what was wrong has been logged.
    [[nodiscard]] static std::unique_ptr<DemoGateway> make(Person person);

    [[nodiscard]] QString storePath() const override;
    [[nodiscard]] const SyncStatus& status() const override { return status_; }
    /// 16 October 2025, 08:40 in Shanghai unless turned, and a second later every time it is asked.
    [[nodiscard]] Instant now() const override;

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
    void askHistory(const Id& record) override { historyAsked = record; }
    void askDevices() override {}
    void setOnline(bool online) override;
    void syncNow() override { ++triedNow; }
    void enrol(const QString& link, const QString& password, Done done) override;
    void findPlace(Found done) override;
    void stopFindingPlace() override { isPlaceAsked = false; }
    void saveDraft(const QString& form, const QString& json) override;
    [[nodiscard]] QString draft(const QString& form) override;

    /// Turns the clock to an hour of the same day.
    void turnClock(int hour, int minute);
    /// Answers the question for the place; the next ones too.
    Result<Place> place = Error{Code::not_found, "no receiver", {}, {}};
    bool isPlaceAsked = false;

    /// How the next enrolment ends.
    Result<void> enrolment = Error{Code::bad_enrolment_code, "the demo has no server", {}, {}};

    /// What a server would do.
    void setStatus(const SyncStatus& status);
    /// Puts an operation of the outbox into the tray, as a refusal would.
    [[nodiscard]] Result<void> refuse(sync::Counter counter, Code code, const std::string& field);
    /// Puts a record as a page from the server would.
    [[nodiscard]] Result<void> put(const std::string& line);

    /// Photos that headquarters holds, by name; for fetchPhoto().
    std::map<QString, QByteArray> photosElsewhere;
    /// The photos of the device, for saying how far a server would have them.
    [[nodiscard]] std::vector<BlobQueue::Item> photos();
    [[nodiscard]] BlobQueue blobs() { return BlobQueue(device_->store().database()); }

    /// Puts what a server would have answered.
    [[nodiscard]] Result<void> learn(const sync::History& history);
    [[nodiscard]] Result<void> learn(const sync::Devices& devices);
    /// Notes something that was put right.
    [[nodiscard]] Result<void> learn(const sync::Incident& incident);
    [[nodiscard]] Device& device() { return *device_; }

    /// What people asked for that only a server can give.
    Id historyAsked;
    int triedNow = 0;
    /// The next saves fail as if the disk were full.
    bool diskIsFull = false;

private:
    DemoGateway() = default;
    [[nodiscard]] Result<void> fill(Person person);
    void carryOut(const sync::ReplicaActions& actions);
    void refreshStatus();

    QTemporaryDir folder_;
    std::unique_ptr<Device> device_;
    SyncStatus status_;
    std::int64_t turnedMs_ = 0;
    mutable std::int64_t ticks_ = 0;
};

}  // namespace zhixing::client

#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "shared/base/result.h"
#include "shared/model/value.h"

class QGeoPositionInfo;
class QGeoPositionInfoSource;

namespace zhixing::client {

/// Finds out where the device is: one fix when asked, never in the background. The receiver is switched on for the
/// question and off with the answer. Use from the UI thread.
class PlaceFinder : public QObject {
    Q_OBJECT

public:
    /// `forbidden`: the person or the system does not allow it. `not_found`: this device has no receiver, or it found
    /// nothing. `timed_out`: no fix within `answerMsMax`.
    using Done = std::function<void(const Result<Place>&)>;

    static constexpr int answerMsMax = 20'000;

    /// Where fixes come from; null where there is no receiver.
    using MakeReceiver = std::function<std::unique_ptr<QGeoPositionInfoSource>()>;

    explicit PlaceFinder(QObject* parent = nullptr);
    /// With a receiver of the caller's choice.
    explicit PlaceFinder(MakeReceiver makeReceiver, QObject* parent = nullptr);
    ~PlaceFinder() override;

    /// Asks once. A question that is still open is dropped without an answer.
    void find(Done done);
    /// Drops the question.
    void stop();

private:
    void answer(const Result<Place>& place);
    void found(const QGeoPositionInfo& info);

    MakeReceiver makeReceiver_;
    std::unique_ptr<QGeoPositionInfoSource> source_;
    Done done_;
};

}  // namespace zhixing::client

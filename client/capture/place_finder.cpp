#include "client/capture/place_finder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QGeoPositionInfoSource>

#include "shared/base/limits.h"

namespace zhixing::client {

namespace {

std::unique_ptr<QGeoPositionInfoSource> systemsReceiver() {
    return std::unique_ptr<QGeoPositionInfoSource>(QGeoPositionInfoSource::createDefaultSource(nullptr));
}

}  // namespace

PlaceFinder::PlaceFinder(QObject* parent) : PlaceFinder(systemsReceiver, parent) {}

PlaceFinder::PlaceFinder(MakeReceiver makeReceiver, QObject* parent)
    : QObject(parent), makeReceiver_(std::move(makeReceiver)) {}

PlaceFinder::~PlaceFinder() = default;

void PlaceFinder::find(Done done) {
    stop();
    done_ = std::move(done);
    source_ = makeReceiver_();
    if (source_ == nullptr) return answer(Error{Code::not_found, "this device has no receiver", {}, {}});
    connect(source_.get(), &QGeoPositionInfoSource::positionUpdated, this, &PlaceFinder::found);
    connect(source_.get(), &QGeoPositionInfoSource::errorOccurred, this, [this](QGeoPositionInfoSource::Error error) {
        switch (error) {
            case QGeoPositionInfoSource::AccessError:
                return answer(Error{Code::forbidden, "finding the place is not allowed", {}, {}});
            case QGeoPositionInfoSource::UpdateTimeoutError:
                return answer(Error{Code::timed_out, "no fix in time", {}, answerMsMax});
            case QGeoPositionInfoSource::NoError:
                return;
            default:
                return answer(Error{Code::not_found, "the receiver found nothing", {}, {}});
        }
    });
    source_->requestUpdate(answerMsMax);
}

void PlaceFinder::stop() {
    done_ = nullptr;
    // It may be this very object that is calling.
    if (source_ != nullptr) source_.release()->deleteLater();
}

void PlaceFinder::answer(const Result<Place>& place) {
    const Done done = std::exchange(done_, nullptr);
    stop();
    if (done) done(place);
}

void PlaceFinder::found(const QGeoPositionInfo& info) {
    const QGeoCoordinate at = info.coordinate();
    if (!at.isValid()) return answer(Error{Code::not_found, "the receiver found nothing", {}, {}});
    Place place;
    place.latitudeMicro = static_cast<std::int32_t>(std::lround(at.latitude() * 1e6));
    place.longitudeMicro = static_cast<std::int32_t>(std::lround(at.longitude() * 1e6));
    if (info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)) {
        const double metres = std::ceil(info.attribute(QGeoPositionInfo::HorizontalAccuracy));
        place.accuracyMetres =
            static_cast<std::int32_t>(std::clamp(metres, 1.0, static_cast<double>(limits::accuracyMetresMax)));
    }
    answer(place);
}

}  // namespace zhixing::client

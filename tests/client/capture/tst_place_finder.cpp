#include <memory>
#include <optional>

#include <QGeoPositionInfoSource>
#include <QPointer>
#include <QTest>

#include "client/capture/place_finder.h"

namespace zhixing::client {
namespace {

/// A receiver that answers when the test says so, and remembers how it was used.
class Receiver : public QGeoPositionInfoSource {
public:
    using QGeoPositionInfoSource::QGeoPositionInfoSource;

    QGeoPositionInfo lastKnownPosition(bool /*fromSatellitesOnly*/) const override { return {}; }
    PositioningMethods supportedPositioningMethods() const override { return AllPositioningMethods; }
    int minimumUpdateInterval() const override { return 1; }
    Error error() const override { return error_; }
    void startUpdates() override { ++followed; }
    void stopUpdates() override {}
    void requestUpdate(int timeout) override {
        ++asked;
        timeoutMs = timeout;
    }

    void fixes(double latitude, double longitude, double metres) {
        QGeoPositionInfo info(QGeoCoordinate(latitude, longitude), QDateTime());
        info.setAttribute(QGeoPositionInfo::HorizontalAccuracy, metres);
        emit positionUpdated(info);
    }
    void fails(Error error) {
        error_ = error;
        emit errorOccurred(error);
    }

    int asked = 0;
    int followed = 0;
    int timeoutMs = 0;

private:
    Error error_ = NoError;
};

}  // namespace

class TestPlaceFinder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void find_aFix_isOneQuestionAndThenTheReceiverIsOff();
    void find_aFix_givesItsPlace();
    void find_impossibleAccuracy_isBounded();
    void find_refusedOrTooLate_isAnAnswer_data();
    void find_refusedOrTooLate_isAnAnswer();
    void find_withoutAReceiver_isNotFound();
    void find_again_dropsTheFirstQuestion();
    void stop_beforeTheFix_answersNothing();

private:
    void ask();

    std::unique_ptr<PlaceFinder> finder_;
    QPointer<Receiver> receiver_;
    std::optional<Result<Place>> answer_;
    int answers_ = 0;
};

void TestPlaceFinder::init() {
    answer_.reset();
    answers_ = 0;
    finder_ = std::make_unique<PlaceFinder>([this] {
        auto made = std::make_unique<Receiver>(nullptr);
        receiver_ = made.get();
        return made;
    });
}

void TestPlaceFinder::ask() {
    finder_->find([this](const Result<Place>& place) {
        answer_ = place;
        ++answers_;
    });
}

void TestPlaceFinder::find_aFix_isOneQuestionAndThenTheReceiverIsOff() {
    ask();
    QVERIFY(receiver_ != nullptr);
    QCOMPARE(receiver_->asked, 1);
    QCOMPARE(receiver_->timeoutMs, PlaceFinder::answerMsMax);
    QCOMPARE(receiver_->followed, 0);
    receiver_->fixes(30.25, 120.16, 8);
    QCOMPARE(answers_, 1);
    QTRY_VERIFY(receiver_ == nullptr);
}

void TestPlaceFinder::find_aFix_givesItsPlace() {
    ask();
    receiver_->fixes(30.2500004, -120.1599996, 7.2);
    QVERIFY(answer_ && *answer_);
    QCOMPARE((*answer_)->latitudeMicro, 30'250'000);
    QCOMPARE((*answer_)->longitudeMicro, -120'160'000);
    QCOMPARE((*answer_)->accuracyMetres, 8);
}

void TestPlaceFinder::find_impossibleAccuracy_isBounded() {
    ask();
    receiver_->fixes(30, 120, 1e12);
    QVERIFY(answer_ && *answer_);
    QVERIFY((*answer_)->accuracyMetres > 0);
    QVERIFY((*answer_)->accuracyMetres < 1'000'000'000);
}

void TestPlaceFinder::find_refusedOrTooLate_isAnAnswer_data() {
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("code");
    QTest::newRow("refused") << int(QGeoPositionInfoSource::AccessError) << int(Code::forbidden);
    QTest::newRow("too late") << int(QGeoPositionInfoSource::UpdateTimeoutError) << int(Code::timed_out);
    QTest::newRow("switched off") << int(QGeoPositionInfoSource::ClosedError) << int(Code::not_found);
}

void TestPlaceFinder::find_refusedOrTooLate_isAnAnswer() {
    QFETCH(int, error);
    QFETCH(int, code);
    ask();
    receiver_->fails(static_cast<QGeoPositionInfoSource::Error>(error));
    QVERIFY(answer_ && !*answer_);
    QCOMPARE(int(answer_->error().code), code);
    QTRY_VERIFY(receiver_ == nullptr);
}

void TestPlaceFinder::find_withoutAReceiver_isNotFound() {
    finder_ = std::make_unique<PlaceFinder>([] { return std::unique_ptr<QGeoPositionInfoSource>(); });
    ask();
    QVERIFY(answer_ && !*answer_);
    QCOMPARE(int(answer_->error().code), int(Code::not_found));
}

void TestPlaceFinder::find_again_dropsTheFirstQuestion() {
    ask();
    const QPointer<Receiver> first = receiver_;
    ask();
    QTRY_VERIFY(first == nullptr);
    QCOMPARE(answers_, 0);
    receiver_->fixes(1, 2, 3);
    QCOMPARE(answers_, 1);
}

void TestPlaceFinder::stop_beforeTheFix_answersNothing() {
    ask();
    const QPointer<Receiver> asked = receiver_;
    finder_->stop();
    if (asked != nullptr) asked->fixes(1, 2, 3);
    QTRY_VERIFY(asked == nullptr);
    QCOMPARE(answers_, 0);
}

}  // namespace zhixing::client

QTEST_GUILESS_MAIN(zhixing::client::TestPlaceFinder)
#include "tst_place_finder.moc"

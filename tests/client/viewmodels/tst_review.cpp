#include <QSignalSpy>
#include <QTest>

#include "client/viewmodels/app.h"
#include "tests/gallery/demo_gateway.h"

namespace zhixing::client {

/// A regional manager's laptop: the queue, the totals, the conflicts.
class TestReview : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DemoGateway> gateway_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<App> app_;

private slots:
    void init();
    void cleanup();

    void queue_ofTheDemo_holdsWhatWaitsInTheRegion();
    void approve_theFirst_bringsTheNext();
    void giveBack_withoutReason_doesNothing();
    void giveBack_withReason_returnsIt();
    void budget_totals_equalTheLinesShown();
    void queue_ofFieldStaff_isEmpty();
};

void TestReview::init() {
    gateway_ = DemoGateway::make(DemoGateway::Person::manager);
    QVERIFY(gateway_ != nullptr);
    settings_ = std::make_unique<Settings>(nullptr);
    settings_->setLanguage(QStringLiteral("en"));
    app_ = std::make_unique<App>(*gateway_, *settings_);
}

void TestReview::cleanup() {
    app_.reset();
    settings_.reset();
    gateway_.reset();
}

void TestReview::queue_ofTheDemo_holdsWhatWaitsInTheRegion() {
    QCOMPARE(app_->review()->count(), 3);
    QCOMPARE(app_->review()->summary(), QStringLiteral("3 spends, ￥1,646.50 in all"));
    QVERIFY(app_->review()->mayDecide());
}

void TestReview::approve_theFirst_bringsTheNext() {
    const QString first = app_->review()->rows()->value(0, QStringLiteral("key")).toString();
    const QString second = app_->review()->rows()->value(1, QStringLiteral("key")).toString();

    app_->review()->approve();

    QTRY_COMPARE(app_->review()->count(), 2);
    QCOMPARE(app_->review()->rows()->find(first), -1);
    QCOMPARE(app_->review()->rows()->value(app_->review()->currentIndex(), QStringLiteral("key")).toString(), second);
}

void TestReview::giveBack_withoutReason_doesNothing() {
    app_->review()->giveBack(QStringLiteral("   "));

    QCOMPARE(app_->sync()->waiting(), 0);
    QCOMPARE(app_->review()->count(), 3);
}

void TestReview::giveBack_withReason_returnsIt() {
    const QSignalSpy said(app_.get(), &App::said);

    app_->review()->giveBack(QStringLiteral("The receipt is missing"));

    QTRY_COMPARE(app_->review()->count(), 2);
    QCOMPARE(said.count(), 1);
    QVERIFY(said[0][0].toString().startsWith(QStringLiteral("Returned to")));
}

void TestReview::budget_totals_equalTheLinesShown() {
    const auto fen = [](const QString& yuan) { return qRound64(QString(yuan).remove(u',').toDouble() * 100); };
    for (int i = 0; i < app_->campaigns()->rows()->count(); ++i) {
        app_->campaigns()->setCurrentIndex(i);
        RowModel* lines = app_->budget()->lines();
        qint64 budget = 0;
        qint64 remaining = 0;
        for (int line = 0; line < lines->count(); ++line) {
            budget += fen(lines->value(line, QStringLiteral("budget")).toString());
            remaining += fen(lines->value(line, QStringLiteral("remaining")).toString());
        }

        QVERIFY(lines->count() > 0);
        QCOMPARE(fen(app_->budget()->total()), budget);
        QCOMPARE(fen(app_->budget()->remaining()), remaining);
    }
}

void TestReview::queue_ofFieldStaff_isEmpty() {
    const auto field = DemoGateway::make(DemoGateway::Person::field);
    QVERIFY(field != nullptr);

    App app(*field, *settings_);

    QCOMPARE(app.review()->count(), 0);
    QVERIFY(!app.review()->mayDecide());
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestReview)
#include "tst_review.moc"

#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

/// The day's figures beside its words, and the evening that somebody else wrote down: of a member of the field staff.
class TestReportForm : public QObject, protected DemoApp {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }
    void report_figures_areKeptCheckedAndReckoned();
    void retrospective_ofSomebodyElse_isReadAndNotChanged();
};

void TestReportForm::init() { QVERIFY(begin(DemoGateway::Person::field)); }

void TestReportForm::report_figures_areKeptCheckedAndReckoned() {
    ReportForm* form = app_->reportForm();
    form->setDone(QStringLiteral("opened"));
    form->setParticipants(QStringLiteral("many"));
    QVERIFY(!form->participantsFault().isEmpty());
    QVERIFY(!form->canSave());
    form->setParticipants(QStringLiteral("120"));
    form->setLeads(QStringLiteral("40"));
    form->setOrders(QStringLiteral("16"));
    form->setCost(QStringLiteral("1,200"));
    form->setRevenue(QStringLiteral("0.36万"));
    QCOMPARE(form->reckoned(), QStringLiteral("￥75 per order (cost ÷ orders) · return 3.00 (revenue ÷ cost)"));
    QVERIFY(form->save());

    QTRY_VERIFY(form->isFiled());
    Reader reader = *Reader::open(gateway_->storePath());
    std::vector<std::int64_t> kept;
    reader.each("SELECT participants, leads, orders, cost, revenue FROM daily_report WHERE is_pending = 1",
                [&](Columns row) {
                    for (int i = 0; i < 5; ++i) kept.push_back(row.number(i));
                });
    QCOMPARE(kept, (std::vector<std::int64_t>{120, 40, 16, 120'000, 360'000}));
    QCOMPARE(form->participants(), QStringLiteral("120"));
}

void TestReportForm::retrospective_ofSomebodyElse_isReadAndNotChanged() {
    QVERIFY(
        gateway_
            ->put(
                R"({"type":"review","id":"0197a000-0000-7053-8000-000000000001","audience":"everyone",)"
                R"("place":"0197a000-0000-7001-8000-000000000011","kind":"daily","title":"晚间","held_on":"2025-10-16",)"
                R"("progress":"all done","recorded_by":"0197a000-0000-7002-8000-000000000007"})")
            .ok());

    QTRY_VERIFY(app_->retrospective()->isHeld());
    QVERIFY(!app_->retrospective()->canHold());
    QCOMPARE(app_->retrospective()->progress(), QStringLiteral("all done"));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestReportForm)
#include "tst_report_form.moc"

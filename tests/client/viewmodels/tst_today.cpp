#include <QTest>

#include "client/viewmodels/day/site_day.h"
#include "tests/gallery/demo_app.h"

namespace zhixing::client {

namespace {

QString valueOf(RowModel* rows, const char* key, const char* role) {
    return rows->value(rows->find(QLatin1String(key)), QLatin1String(role)).toString();
}

}  // namespace

/// The first page: what is missing, what is due and for whom, without a network.
class TestToday : public QObject, protected DemoApp {
    Q_OBJECT

private:
    void begin(DemoGateway::Person person) { QVERIFY(DemoApp::begin(person)); }

private slots:
    void cleanup() { end(); }

    void today_onTheFirstMorning_saysWhatIsMissing();
    void today_duringAnEvent_namesItAndItsDay();
    void today_spendsWithoutReceipt_areCounted();
    void today_reportNotFiledWhenLeaving_isUrgent();
    void today_retrospective_isForTheTeamAndUrgentAtNine();
    void today_retrospective_isForWhoeverIsOnTheRosterThatDay();
    void today_retrospectiveWritten_isNoLongerMissing();
    void today_tasksOfACampaignThatIsOver_areNeitherDueNorLate();
};

void TestToday::today_onTheFirstMorning_saysWhatIsMissing() {
    begin(DemoGateway::Person::field);
    RowModel* missing = app_->today()->missing();

    QVERIFY(missing->find(QStringLiteral("arrival")) >= 0);
    QVERIFY(missing->find(QStringLiteral("late")) >= 0);
    QVERIFY(missing->find(QStringLiteral("incidents")) >= 0);
    QVERIFY(missing->find(QStringLiteral("replies")) >= 0);
    QVERIFY(missing->find(QStringLiteral("report")) >= 0);
    QCOMPARE(valueOf(missing, "report", "urgent"), QStringLiteral("false"));
}

void TestToday::today_duringAnEvent_namesItAndItsDay() {
    begin(DemoGateway::Person::field);

    QVERIFY(app_->today()->isEvent());
    QCOMPARE(app_->today()->occasion(), QStringLiteral("金秋品牌体验活动"));
    QCOMPARE(app_->today()->occasionDay(), QStringLiteral("Day 1 of 3"));
}

void TestToday::today_spendsWithoutReceipt_areCounted() {
    begin(DemoGateway::Person::field);
    const QString before = valueOf(app_->today()->missing(), "receipts", "words");
    app_->spendForm()->setLine(app_->spendForm()->lines()->value(0, QStringLiteral("key")).toString());
    app_->spendForm()->setAmount(QStringLiteral("35"));

    QVERIFY(app_->spendForm()->save());

    QTRY_VERIFY(valueOf(app_->today()->missing(), "receipts", "words") != before);
}

void TestToday::today_reportNotFiledWhenLeaving_isUrgent() {
    begin(DemoGateway::Person::field);
    gateway_->turnClock(18, 5);
    app_->readAll();

    QCOMPARE(valueOf(app_->today()->missing(), "report", "urgent"), QStringLiteral("true"));
}

void TestToday::today_retrospective_isForTheTeamAndUrgentAtNine() {
    begin(DemoGateway::Person::field);
    QVERIFY(app_->today()->missing()->find(QStringLiteral("retrospective")) >= 0 && app_->retrospective()->canHold());

    begin(DemoGateway::Person::siteManager);
    QCOMPARE(valueOf(app_->today()->missing(), "retrospective", "urgent"), QStringLiteral("false"));
    gateway_->turnClock(21, 1);
    app_->readAll();

    QCOMPARE(valueOf(app_->today()->missing(), "retrospective", "urgent"), QStringLiteral("true"));
}

void TestToday::today_retrospective_isForWhoeverIsOnTheRosterThatDay() {
    begin(DemoGateway::Person::siteManager);
    Reader reader = *Reader::open(gateway_->storePath());
    const Id helper = *Id::parse("0197a000-0000-7002-8000-0000000000aa");
    const Date today = *Date::parse("2025-10-16");
    const Id campaign = site_day::campaignOn(reader, today).id;
    QVERIFY(!site_day::holdsEvening(reader, helper, campaign, today));

    const auto put = gateway_->put(R"({"type":"attendance","id":"0197a000-0000-7048-8000-0000000000aa",)"
                                   R"("place":"0197a000-0000-7001-8000-000000000011",)"
                                   R"("campaign":"0197a000-0000-7010-8000-000000000002",)"
                                   R"("person":"0197a000-0000-7002-8000-0000000000aa","starts_at":1760572800000})");

    QVERIFY2(put.ok(), put.ok() ? "" : put.error().message.c_str());
    QVERIFY(site_day::holdsEvening(reader, helper, campaign, today));
    QVERIFY(!site_day::holdsEvening(reader, helper, campaign, today.plusDays(1)));
}

void TestToday::today_retrospectiveWritten_isNoLongerMissing() {
    begin(DemoGateway::Person::siteManager);
    QVERIFY(!app_->today()->retrospectiveIsHeld());
    QVERIFY(app_->today()->missing()->find(QStringLiteral("retrospective")) >= 0);

    app_->retrospective()->setProgress(QStringLiteral("all done"));
    QVERIFY(app_->retrospective()->save());

    QTRY_VERIFY(app_->today()->retrospectiveIsHeld());
    QCOMPARE(app_->today()->missing()->find(QStringLiteral("retrospective")), -1);
}

void TestToday::today_tasksOfACampaignThatIsOver_areNeitherDueNorLate() {
    begin(DemoGateway::Person::manager);
    const QString over = QStringLiteral("新品上市营销活动");
    const auto rowsOf = [&](RowModel* rows) {
        int count = 0;
        for (int i = 0; i < rows->count(); ++i) count += rows->value(i, QStringLiteral("campaignName")) == over ? 1 : 0;
        return count;
    };

    QCOMPARE(rowsOf(app_->today()->tasks()), 0);
    QCOMPARE(valueOf(app_->today()->missing(), "late", "words"), QStringLiteral("2 tasks late"));
    QCOMPARE(app_->tasks()->lateCount(), 2);
    app_->tasks()->setFilter(QStringLiteral("late"));
    QCOMPARE(rowsOf(app_->tasks()->rows()), 0);

    // They are not forgotten: what was left open is still to be found, and says why nobody waits for it.
    app_->tasks()->setFilter(QStringLiteral("open"));
    QVERIFY(rowsOf(app_->tasks()->rows()) > 0);
    const int last = app_->tasks()->rows()->count() - 1;
    QCOMPARE(app_->tasks()->rows()->value(last, QStringLiteral("dueText")).toString(),
             QStringLiteral("its campaign is over"));
    QVERIFY(!app_->tasks()->rows()->value(last, QStringLiteral("late")).toBool());
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestToday)
#include "tst_today.moc"

#include <QSignalSpy>
#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

/// A regional manager plans: the table, the chart's days, the order of tasks, the frozen plan. The network is away all the time.
class TestPlan : public QObject, protected DemoApp {
    Q_OBJECT

private:
    [[nodiscard]] RowModel& rows() const { return *app_->plan()->rows(); }
    [[nodiscard]] QVariant value(int row, const char* role) const { return rows().value(row, QLatin1String(role)); }
    [[nodiscard]] QString key(int row) const { return value(row, "key").toString(); }

private slots:
    void init();
    void cleanup() { end(); }

    void rows_ofTheEvent_areItsTasksInOrder();
    void edit_aDate_isRecordedAndCanBeUndone();
    void edit_aDateBeforeItsBegin_isRefusedWithAReason();
    void edit_nonsenseForADate_saysHowToWriteIt();
    void edit_theTitleAway_isRefused();
    void edit_theOwner_namesThePerson();
    void edit_theState_movesTheTaskAlong();
    void edit_whatItWaitsFor_isTypedAsNumbers();
    void edit_whatItWaitsFor_inACircle_isRefused();
    void move_aTask_pushesWhatWaitsForIt();
    void move_byFieldStaff_doesNothing();
    void add_aTask_isTheLastRow();
    void freeze_thenMove_showsTheDifference();
    void critical_chain_endsWithTheEvaluation();
};

void TestPlan::init() {
    QVERIFY(begin(DemoGateway::Person::manager, [](DemoGateway& gateway) { gateway.setOnline(false); }));
}

void TestPlan::rows_ofTheEvent_areItsTasksInOrder() {
    QCOMPARE(rows().count(), 18);
    QCOMPARE(value(0, "number").toString(), QStringLiteral("1"));
    QCOMPARE(value(0, "start").toString(), QStringLiteral("2025-10-01"));
    QCOMPARE(value(3, "afterWords").toString(), QStringLiteral("3"));
    QCOMPARE(value(3, "form5").toString(), QStringLiteral("Delayed"));
    QVERIFY(app_->plan()->mayEdit());
    QVERIFY(app_->plan()->firstDay() < value(0, "startDay").toInt());
    QVERIFY(app_->plan()->lastDay() > value(17, "dueDay").toInt());
    QVERIFY(app_->plan()->holidays().contains(value(0, "startDay").toInt()));  // the National Day
}

void TestPlan::edit_aDate_isRecordedAndCanBeUndone() {
    const QString before = value(8, "due").toString();

    QCOMPARE(app_->plan()->edit(key(8), QStringLiteral("due_date"), QStringLiteral("2025-10-23")), QString());

    QTRY_COMPARE(value(8, "due").toString(), QStringLiteral("2025-10-23"));
    QCOMPARE(app_->sync()->waiting(), 1);
    QVERIFY(app_->plan()->canUndo());

    app_->plan()->undo();

    QTRY_COMPARE(value(8, "due").toString(), before);
    QVERIFY(!app_->plan()->canUndo());
}

void TestPlan::edit_aDateBeforeItsBegin_isRefusedWithAReason() {
    QVERIFY(!app_->plan()->edit(key(8), QStringLiteral("due_date"), QStringLiteral("2025-10-01")).isEmpty());
    QVERIFY(!app_->plan()->edit(key(8), QStringLiteral("start_date"), QStringLiteral("2025-11-01")).isEmpty());
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestPlan::edit_nonsenseForADate_saysHowToWriteIt() {
    QVERIFY(app_->plan()->edit(key(8), QStringLiteral("due_date"), QStringLiteral("soon")).contains(u"2025-10-16"));
}

void TestPlan::edit_theTitleAway_isRefused() {
    QVERIFY(!app_->plan()->edit(key(8), QStringLiteral("title"), QStringLiteral("  ")).isEmpty());
}

void TestPlan::edit_theOwner_namesThePerson() {
    const QVariantMap person = app_->plan()->people().constFirst().toMap();

    QCOMPARE(app_->plan()->edit(key(8), QStringLiteral("owner"), person["value"].toString()), QString());

    QTRY_COMPARE(value(8, "ownerKey").toString(), person["value"].toString());
}

void TestPlan::edit_theState_movesTheTaskAlong() {
    QCOMPARE(app_->plan()->edit(key(8), QStringLiteral("status"), QStringLiteral("done")), QString());

    QTRY_COMPARE(value(8, "form5").toString(), QStringLiteral("Completed"));
    QVERIFY(!app_->plan()->edit(key(8), QStringLiteral("status"), QStringLiteral("perhaps")).isEmpty());
}

void TestPlan::edit_whatItWaitsFor_isTypedAsNumbers() {
    QCOMPARE(app_->plan()->edit(key(16), QStringLiteral("after"), QStringLiteral("9, 16")), QString());

    QTRY_COMPARE(value(16, "afterWords").toString(), QStringLiteral("9, 16"));
    QVERIFY(value(16, "clash").toBool());  // they end on the 21st, it begins on the 19th
    QCOMPARE(app_->plan()->clashCount(), 1);
}

void TestPlan::edit_whatItWaitsFor_inACircle_isRefused() {
    QVERIFY(!app_->plan()->edit(key(0), QStringLiteral("after"), QStringLiteral("4")).isEmpty());
    QVERIFY(!app_->plan()->edit(key(0), QStringLiteral("after"), QStringLiteral("1")).isEmpty());
    QVERIFY(!app_->plan()->edit(key(0), QStringLiteral("after"), QStringLiteral("99")).isEmpty());
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestPlan::move_aTask_pushesWhatWaitsForIt() {
    const QSignalSpy said(app_.get(), &App::said);
    const int start = value(4, "startDay").toInt();
    const int due = value(4, "dueDay").toInt();
    const int follower = value(8, "startDay").toInt();

    app_->plan()->move(key(4), start + 3, due + 3);

    QTRY_COMPARE(value(4, "startDay").toInt(), start + 3);
    QCOMPARE(value(8, "startDay").toInt(), follower + 3);
    QCOMPARE(said.count(), 1);

    app_->plan()->undo();

    QTRY_COMPARE(value(8, "startDay").toInt(), follower);
    QCOMPARE(value(4, "startDay").toInt(), start);
}

void TestPlan::move_byFieldStaff_doesNothing() {
    const auto field = DemoGateway::make(DemoGateway::Person::field);
    QVERIFY(field != nullptr);
    App app(*field, *settings_);
    QVERIFY(app.plan()->rows()->count() > 0);

    app.plan()->move(app.plan()->rows()->value(0, QStringLiteral("key")).toString(), 20'000, 20'001);

    QVERIFY(!app.plan()->mayEdit());
    QCOMPARE(app.sync()->waiting(), 0);
}

void TestPlan::add_aTask_isTheLastRow() {
    app_->plan()->add(QStringLiteral("  Thank the volunteers "));

    QTRY_COMPARE(rows().count(), 19);
    QCOMPARE(value(18, "title").toString(), QStringLiteral("Thank the volunteers"));

    app_->plan()->add(QStringLiteral("   "));
    QCOMPARE(app_->sync()->waiting(), 1);
}

void TestPlan::freeze_thenMove_showsTheDifference() {
    app_->plan()->freeze();
    QTRY_COMPARE(app_->plan()->standing(), QStringLiteral("As in the frozen plan"));
    const int start = value(17, "startDay").toInt();

    app_->plan()->move(key(17), start + 1, start + 3);

    QTRY_COMPARE(app_->plan()->standing(), QStringLiteral("1 task differs from the frozen plan"));
    QCOMPARE(value(17, "baseStart").toInt(), start);
}

void TestPlan::critical_chain_endsWithTheEvaluation() {
    QVERIFY(value(17, "critical").toBool());
    QVERIFY(value(6, "critical").toBool());   // its reports, up to Saturday the 18th
    QVERIFY(!value(8, "critical").toBool());  // the stocktake may take a day longer
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestPlan)
#include "tst_plan.moc"

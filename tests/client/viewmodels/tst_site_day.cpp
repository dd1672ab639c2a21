#include <QSignalSpy>
#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

namespace {

const auto xuhui = "0197a000-0000-7001-8000-000000000011";

}  // namespace

/// A day on site from arriving to the evening, through the view models of its pages, without a network.
class TestSiteDay : public QObject, protected DemoApp {
    Q_OBJECT

private:
    void begin(DemoGateway::Person person);

private slots:
    void cleanup() { end(); }

    void arrival_withoutAPlace_isSaved();
    void arrival_withAPlace_showsItFirstAndSavesIt();
    void arrival_placeRefused_saysSoAndIsSavedAllTheSame();
    void arrival_ofSomeoneWithoutADevice_isRecordedForThem();
    void leaving_afterArriving_isSaved();

    void incident_kindAlone_isEnough();
    void incident_killedWhileTyping_isOfferedByNameAndTime();
    void incident_recordedJustBeforeTheEnd_isNotOfferedAgain();
    void incident_savedTwiceFromOneDraft_isOneRecord();
    void incident_detailsLater_areSavedAndItIsSolved();
    void incident_leftWithoutSaving_isOfferedWhenThePageOpens();
    void draft_declined_isGone();
    void draft_offered_isNotReplacedByTyping();

    void report_fromTheDay_namesWhatWasMovedAndWhatIsLate();
    void report_typedOver_isNotFilledInAgain();
    void report_draftOfYesterday_staysYesterdaysReport();
    void report_filedTwice_changesTheSameReport();

    void retrospective_fromTheDay_namesIncidentsAndLateTasks();
    void retrospective_held_isNoLongerMissing();

    void task_progressMoved_beginsIt();
    void task_commentSaved_standsBelowTheOthers();
    void task_commentAndReasonKilled_areOffered();
    void task_counted_addsUp();
};

void TestSiteDay::begin(DemoGateway::Person person) { QVERIFY(DemoApp::begin(person)); }

// ---- attendance

void TestSiteDay::arrival_withoutAPlace_isSaved() {
    begin(DemoGateway::Person::field);
    QCOMPARE(app_->attendance()->state(), QStringLiteral("away"));

    app_->attendance()->arrive();

    QTRY_COMPARE(app_->attendance()->state(), QStringLiteral("here"));
    QVERIFY(!gateway_->isPlaceAsked);
    QCOMPARE(app_->sync()->waiting(), 1);
    QTRY_COMPARE(app_->today()->missing()->find(QStringLiteral("arrival")), -1);
}

void TestSiteDay::arrival_withAPlace_showsItFirstAndSavesIt() {
    begin(DemoGateway::Person::field);
    gateway_->place = Place{31'194'200, 121'436'500, 12};

    app_->attendance()->findPlace();
    QCOMPARE(app_->attendance()->place(), QStringLiteral("found"));
    QVERIFY(app_->attendance()->placeWords().contains(QStringLiteral("accurate to 12 m")));
    app_->attendance()->arrive();

    QTRY_COMPARE(app_->attendance()->state(), QStringLiteral("here"));
    auto reader = Reader::open(gateway_->storePath());
    QVERIFY(reader.ok());
    int withPlace = 0;
    reader->each("SELECT count(*) FROM attendance WHERE location IS NOT NULL AND is_pending",
                 [&](Columns row) { withPlace = static_cast<int>(row.number(0)); });
    QCOMPARE(withPlace, 1);
    QCOMPARE(app_->attendance()->place(), QStringLiteral("none"));
}

void TestSiteDay::arrival_placeRefused_saysSoAndIsSavedAllTheSame() {
    begin(DemoGateway::Person::field);
    gateway_->place = Error{Code::forbidden, "not allowed", {}, {}};

    app_->attendance()->findPlace();
    QCOMPARE(app_->attendance()->place(), QStringLiteral("failed"));
    QVERIFY(app_->attendance()->placeWords().contains(QStringLiteral("go on without")));
    app_->attendance()->arrive();

    QTRY_COMPARE(app_->attendance()->state(), QStringLiteral("here"));
}

void TestSiteDay::arrival_ofSomeoneWithoutADevice_isRecordedForThem() {
    begin(DemoGateway::Person::field);
    RowModel* roster = app_->attendance()->roster();
    const int before = app_->attendance()->arrivedCount();
    int open = -1;
    for (int i = 0; i < roster->count(); ++i) {
        if (roster->value(i, QStringLiteral("canCome")).toBool()) open = i;
    }
    QVERIFY(open >= 0);

    app_->attendance()->arriveFor(roster->value(open, QStringLiteral("key")).toString());

    QTRY_COMPARE(app_->attendance()->arrivedCount(), before + 1);
}

void TestSiteDay::leaving_afterArriving_isSaved() {
    begin(DemoGateway::Person::field);
    app_->attendance()->arrive();
    QTRY_COMPARE(app_->attendance()->state(), QStringLiteral("here"));

    app_->attendance()->leave();

    QTRY_COMPARE(app_->attendance()->state(), QStringLiteral("left"));
}

// ---- incidents and drafts

void TestSiteDay::incident_kindAlone_isEnough() {
    begin(DemoGateway::Person::field);
    const int open = app_->incidents()->openCount();
    QVERIFY(!app_->incidentForm()->canSave());

    app_->incidentForm()->setKind(1);
    QVERIFY(app_->incidentForm()->save());

    QTRY_COMPARE(app_->incidents()->openCount(), open + 1);
    QCOMPARE(app_->incidentForm()->kind(), -1);
    QVERIFY(gateway_->draft(QStringLiteral("incident/new")).isEmpty());
}

void TestSiteDay::incident_killedWhileTyping_isOfferedByNameAndTime() {
    begin(DemoGateway::Person::field);
    app_->incidentForm()->setKind(1);
    app_->incidentForm()->setText(QStringLiteral("The lamp over the desk"));
    QTRY_VERIFY(gateway_->draft(QStringLiteral("incident/new")).contains(QStringLiteral("lamp")));

    restart();

    QVERIFY(app_->incidentForm()->hasDraft());
    QCOMPARE(app_->incidentForm()->draftName(), QStringLiteral("Incident: Equipment"));
    QVERIFY(app_->incidentForm()->draftTime().startsWith(QStringLiteral("08:4")));
    QCOMPARE(app_->incidentForm()->draftText(), QStringLiteral("The lamp over the desk"));
    QCOMPARE(app_->incidentForm()->text(), QString());
    app_->incidentForm()->continueDraft();
    QCOMPARE(app_->incidentForm()->kind(), 1);
    QCOMPARE(app_->incidentForm()->text(), QStringLiteral("The lamp over the desk"));
    QVERIFY(!app_->incidentForm()->hasDraft());
}

void TestSiteDay::incident_recordedJustBeforeTheEnd_isNotOfferedAgain() {
    begin(DemoGateway::Person::field);
    app_->incidentForm()->setKind(1);
    QTRY_VERIFY(!gateway_->draft(QStringLiteral("incident/new")).isEmpty());
    const QString draft = gateway_->draft(QStringLiteral("incident/new"));
    QVERIFY(app_->incidentForm()->save());
    // The record was on disk, and the program ended before the draft was forgotten.
    gateway_->saveDraft(QStringLiteral("incident/new"), draft);

    restart();

    QVERIFY(!app_->incidentForm()->hasDraft());
    QVERIFY(gateway_->draft(QStringLiteral("incident/new")).isEmpty());
}

void TestSiteDay::incident_savedTwiceFromOneDraft_isOneRecord() {
    begin(DemoGateway::Person::field);
    const int before = app_->incidents()->rows()->count();
    app_->incidentForm()->setKind(1);
    QTRY_VERIFY(!gateway_->draft(QStringLiteral("incident/new")).isEmpty());
    restart();
    const auto second = std::make_unique<App>(*gateway_, *settings_);
    for (App* app : {app_.get(), second.get()}) app->incidentForm()->continueDraft();

    QVERIFY(app_->incidentForm()->save());
    QVERIFY(second->incidentForm()->save());

    QTRY_COMPARE(app_->incidents()->rows()->count(), before + 1);
}

void TestSiteDay::incident_detailsLater_areSavedAndItIsSolved() {
    begin(DemoGateway::Person::field);
    app_->incidentForm()->setKind(0);
    QVERIFY(app_->incidentForm()->save());
    QTRY_VERIFY(app_->incidents()->rows()->value(0, QStringLiteral("pending")).toBool());
    app_->incident()->open(app_->incidents()->rows()->value(0, QStringLiteral("key")).toString());
    QVERIFY(app_->incident()->canDescribe());

    app_->incident()->setMeasures(QStringLiteral("Second entrance opened"));
    QVERIFY(app_->incident()->canSave());
    app_->incident()->save();
    QTRY_VERIFY(!app_->incident()->canSave());
    app_->incident()->step(QStringLiteral("resolved"));

    QTRY_COMPARE(app_->incident()->state(), QStringLiteral("resolved"));
    QCOMPARE(app_->incident()->measures(), QStringLiteral("Second entrance opened"));
}

void TestSiteDay::incident_leftWithoutSaving_isOfferedWhenThePageOpens() {
    begin(DemoGateway::Person::field);
    app_->incidentForm()->open();
    app_->incidentForm()->setKind(2);

    app_->incidentForm()->open();

    QVERIFY(app_->incidentForm()->hasDraft());
    QCOMPARE(app_->incidentForm()->kind(), -1);
}

void TestSiteDay::draft_declined_isGone() {
    begin(DemoGateway::Person::field);
    app_->incidentForm()->setKind(2);
    app_->incidentForm()->open();

    app_->incidentForm()->dropDraft();

    QVERIFY(!app_->incidentForm()->hasDraft());
    QVERIFY(gateway_->draft(QStringLiteral("incident/new")).isEmpty());
    restart();
    QVERIFY(!app_->incidentForm()->hasDraft());
}

void TestSiteDay::draft_offered_isNotReplacedByTyping() {
    begin(DemoGateway::Person::field);
    app_->incidentForm()->setText(QStringLiteral("the first"));
    app_->incidentForm()->open();
    const QString kept = gateway_->draft(QStringLiteral("incident/new"));
    QVERIFY(kept.contains(QStringLiteral("the first")));

    app_->incidentForm()->setText(QStringLiteral("another"));
    app_->incidentForm()->open();
    restart();

    QCOMPARE(gateway_->draft(QStringLiteral("incident/new")), kept);
    QCOMPARE(app_->incidentForm()->draftText(), QStringLiteral("the first"));
}

// ---- the daily report

void TestSiteDay::report_fromTheDay_namesWhatWasMovedAndWhatIsLate() {
    begin(DemoGateway::Person::field);
    RowModel* tasks = app_->today()->tasks();
    const QString late = tasks->value(0, QStringLiteral("title")).toString();
    app_->task()->open(tasks->value(0, QStringLiteral("key")).toString());
    app_->task()->setDelayReason(QStringLiteral("the material is not here"));
    app_->task()->saveDelayReason();

    app_->task()->setProgress(80);

    QTRY_VERIFY(app_->reportForm()->done().contains(late + QStringLiteral(", now at 80 %")));
    QTRY_VERIFY(app_->reportForm()->notDone().contains(late + QStringLiteral(": the material is not here")));
    QVERIFY(app_->reportForm()->filledIn() > 0);
}

void TestSiteDay::report_typedOver_isNotFilledInAgain() {
    begin(DemoGateway::Person::field);
    app_->reportForm()->setDone(QStringLiteral("my own words"));

    app_->task()->open(app_->today()->tasks()->value(0, QStringLiteral("key")).toString());
    app_->task()->step(QStringLiteral("done"));
    QTRY_COMPARE(app_->task()->status(), QStringLiteral("done"));
    app_->readAll();

    QCOMPARE(app_->reportForm()->done(), QStringLiteral("my own words"));
    QCOMPARE(app_->reportForm()->filledIn(), 0);
}

void TestSiteDay::report_draftOfYesterday_staysYesterdaysReport() {
    begin(DemoGateway::Person::field);
    app_->reportForm()->setDone(QStringLiteral("late in the evening"));
    QTRY_VERIFY(!gateway_->draft(QStringLiteral("daily_report/today")).isEmpty());
    gateway_->turnClock(24 + 8, 0);

    restart();
    QCOMPARE(app_->reportForm()->draftName(), QStringLiteral("Daily report of 16 Oct"));
    app_->reportForm()->continueDraft();
    QVERIFY(app_->reportForm()->dayWords().startsWith(QStringLiteral("16 Oct")));
    QVERIFY(app_->reportForm()->save());

    QTRY_VERIFY(app_->reportForm()->dayWords().startsWith(QStringLiteral("17 Oct")));
    QVERIFY(!app_->reportForm()->isFiled());
    QVERIFY(app_->today()->missing()->find(QStringLiteral("report")) >= 0);
}

void TestSiteDay::report_filedTwice_changesTheSameReport() {
    begin(DemoGateway::Person::field);
    app_->reportForm()->setDone(QStringLiteral("first"));
    QVERIFY(app_->reportForm()->save());
    QTRY_VERIFY(app_->reportForm()->isFiled());

    app_->reportForm()->setDone(QStringLiteral("second"));
    QVERIFY(app_->reportForm()->save());

    QTRY_COMPARE(app_->reportForm()->done(), QStringLiteral("second"));
    auto reader = Reader::open(gateway_->storePath());
    QVERIFY(reader.ok());
    int reports = 0;
    reader->each("SELECT count(*) FROM daily_report WHERE report_on = '2025-10-16'",
                 [&](Columns row) { reports = static_cast<int>(row.number(0)); });
    QCOMPARE(reports, 1);
}

// ---- the evening

void TestSiteDay::retrospective_fromTheDay_namesIncidentsAndLateTasks() {
    begin(DemoGateway::Person::siteManager);
    gateway_->turnClock(21, 0);
    app_->readAll();
    Retrospective* form = app_->retrospective();

    QVERIFY(form->canHold());
    QVERIFY(form->problems().contains(QStringLiteral("签到手环")));
    QVERIFY(form->problems().contains(QStringLiteral("场地布置与设备调试")));
    QVERIFY(form->actions().contains(QStringLiteral("场地布置与设备调试")));
    QCOMPARE(form->attendees(), QStringLiteral("吴磊"));
    QCOMPARE(form->figures().size(), 4);
}

void TestSiteDay::retrospective_held_isNoLongerMissing() {
    begin(DemoGateway::Person::siteManager);
    app_->retrospective()->setChanges(QStringLiteral("a second check-in line"));

    QVERIFY(app_->retrospective()->save());

    QTRY_COMPARE(app_->today()->missing()->find(QStringLiteral("retrospective")), -1);
    QVERIFY(app_->retrospective()->isHeld());
    QCOMPARE(app_->retrospective()->changes(), QStringLiteral("a second check-in line"));
    auto reader = Reader::open(gateway_->storePath());
    QVERIFY(reader.ok());
    int forEveryone = 0;
    reader->each("SELECT count(*) FROM review WHERE kind = 'daily' AND audience = 0",
                 [&](Columns row) { forEveryone = static_cast<int>(row.number(0)); });
    QCOMPARE(forEveryone, 1);
}

// ---- a task

void TestSiteDay::task_progressMoved_beginsIt() {
    begin(DemoGateway::Person::field);
    RowModel* rows = app_->tasks()->rows();
    int row = 0;
    while (row < rows->count() && rows->value(row, QStringLiteral("status")).toString() != u"not_started") ++row;
    app_->task()->open(rows->value(row, QStringLiteral("key")).toString());
    QCOMPARE(app_->task()->status(), QStringLiteral("not_started"));

    app_->task()->setProgress(30);

    QTRY_COMPARE(app_->task()->progress(), 30);
    QCOMPARE(app_->task()->status(), QStringLiteral("in_progress"));
}

void TestSiteDay::task_commentSaved_standsBelowTheOthers() {
    begin(DemoGateway::Person::field);
    app_->task()->open(QStringLiteral("0197a000-0000-7015-8000-000000000104"));
    const int before = app_->task()->comments()->count();
    QVERIFY(before > 0);

    app_->task()->setComment(QStringLiteral("I bring the tape"));
    app_->task()->sendComment();

    QTRY_COMPARE(app_->task()->comments()->count(), before + 1);
    QCOMPARE(app_->task()->comments()->value(before, QStringLiteral("words")).toString(),
             QStringLiteral("I bring the tape"));
    QCOMPARE(app_->task()->comment(), QString());
    auto reader = Reader::open(gateway_->storePath());
    QVERIFY(reader.ok());
    Id place;
    reader->each("SELECT place FROM comment WHERE is_pending", [&](Columns row) { place = row.id(0); });
    QCOMPARE(keyOf(place), QLatin1String(xuhui));
}

void TestSiteDay::task_commentAndReasonKilled_areOffered() {
    begin(DemoGateway::Person::field);
    const QString key = QStringLiteral("0197a000-0000-7015-8000-000000000104");
    app_->task()->open(key);
    app_->task()->setComment(QStringLiteral("half a"));
    app_->task()->setDelayReason(QStringLiteral("no power"));
    QTRY_VERIFY(gateway_->draft(QStringLiteral("task/") + key).contains(QStringLiteral("no power")));

    restart();
    app_->task()->open(QStringLiteral("0197a000-0000-7015-8000-000000000105"));
    QVERIFY(!app_->task()->hasDraft());
    app_->task()->open(key);

    QVERIFY(app_->task()->hasDraft());
    app_->task()->continueDraft();
    QCOMPARE(app_->task()->comment(), QStringLiteral("half a"));
    QCOMPARE(app_->task()->delayReason(), QStringLiteral("no power"));
}

void TestSiteDay::task_counted_addsUp() {
    begin(DemoGateway::Person::field);
    app_->task()->open(QStringLiteral("0197a000-0000-7015-8000-000000000105"));
    QCOMPARE(app_->task()->target(), QStringLiteral("target 200 a day"));

    app_->task()->count(10);
    QTRY_COMPARE(app_->task()->counted(), 10);
    app_->task()->count(1);

    QTRY_COMPARE(app_->task()->counted(), 11);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestSiteDay)
#include "tst_site_day.moc"

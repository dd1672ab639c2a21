#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include "tests/ui/demo_journey.h"

namespace zhixing::client {

namespace {
const QString link =
    QStringLiteral("zhixing://enrol?server=wss%3A%2F%2Fzhixing.example.com%2Fsync&code=7Q4M-W2KD-9XTP");
}

/// The ways of people on site through the real window, without a network: joining, a day from arriving to the evening,
/// what others say.
class TestFieldJourneys : public DemoJourney {
    Q_OBJECT

private:
    /// Everything is in place and there is no network.
    void open(DemoGateway::Person person, bool isEnrolled = true);
    [[nodiscard]] int waiting() const { return app_->sync()->waiting(); }

private slots:
    void firstRun_linkPasted_leadsToTodayWhileTheRestArrives();
    void firstRun_linkExpired_saysWhatToDo();
    void arrival_withoutAReceiver_isSavedAllTheSame();
    void incident_inTwoTaps_isSaved();
    void incident_detailsLater_areAddedAndItIsSolved();
    void questionnaire_answeredByTapping_isSaved();
    void complaint_answered_isNoLongerMissing();
    void feedback_atADesk_hasWhatWaitsBesideIt();
    void task_commentAndReason_areSaved();
    void report_filledInAndFiled_isNoLongerMissing();
    void retrospective_atNine_isHeld();
    void form_left_isOfferedWhenOpenedAgain();
};

void TestFieldJourneys::open(DemoGateway::Person person, bool isEnrolled) {
    DemoJourney::open(person, phoneSize, [isEnrolled](DemoGateway& gateway) {
        SyncStatus status = gateway.status();
        status.link = SyncStatus::Link::unreachable;
        status.isEnrolled = isEnrolled;
        gateway.setStatus(status);
    });
}

void TestFieldJourneys::firstRun_linkPasted_leadsToTodayWhileTheRestArrives() {
    open(DemoGateway::Person::field, false);
    gateway_->enrolment = {};
    QGuiApplication::clipboard()->setText(QStringLiteral("Your link: ") + link);

    QVERIFY(page_->press(QStringLiteral("pasteLink")));
    QVERIFY(page_->says(QStringLiteral("zhixing.example.com")));
    QVERIFY(page_->type(QStringLiteral("enrolPassword"), QStringLiteral("long enough")));
    QVERIFY(page_->press(QStringLiteral("enrol")));
    QVERIFY(page_->isShown(QStringLiteral("tab-today")));
    SyncStatus status = gateway_->status();
    status.isFilling = true;
    status.held = 300;
    status.expected = 12'000;
    gateway_->setStatus(status);

    QVERIFY(page_->isShown(QStringLiteral("arrival")));
    QVERIFY(page_->says(QStringLiteral("300 of 12,000 records")));
    QVERIFY(page_->press(QStringLiteral("missing-arrival")));
    QVERIFY(page_->isShown(QStringLiteral("arrive")));
}

void TestFieldJourneys::firstRun_linkExpired_saysWhatToDo() {
    open(DemoGateway::Person::field, false);

    QVERIFY(page_->type(QStringLiteral("enrolLink"), QStringLiteral("zhixing")));
    QVERIFY(page_->says(QStringLiteral("This is not an enrolment link")));
    app_->account()->setLink(link);
    QVERIFY(page_->type(QStringLiteral("enrolPassword"), QStringLiteral("long enough")));
    QVERIFY(page_->press(QStringLiteral("enrol")));

    QVERIFY(page_->says(QStringLiteral("ask for a new one")));
    QVERIFY(page_->shown(QStringLiteral("tab-today")) == nullptr);
}

void TestFieldJourneys::arrival_withoutAReceiver_isSavedAllTheSame() {
    open(DemoGateway::Person::field);

    QVERIFY(page_->press(QStringLiteral("missing-arrival")));
    QVERIFY(page_->press(QStringLiteral("findPlace")));
    QVERIFY(page_->says(QStringLiteral("go on without a place")));
    QVERIFY(page_->press(QStringLiteral("arrive")));

    QVERIFY(page_->says(QStringLiteral("Here since")));
    QCOMPARE(waiting(), 1);
}

void TestFieldJourneys::incident_inTwoTaps_isSaved() {
    open(DemoGateway::Person::field);
    QVERIFY(page_->press(QStringLiteral("quickIncident")));

    QVERIFY(page_->press(QStringLiteral("kind-1")));
    QVERIFY(page_->press(QStringLiteral("save")));

    QTRY_COMPARE(waiting(), 1);
    QVERIFY(page_->isShown(QStringLiteral("tab-today")));
}

void TestFieldJourneys::incident_detailsLater_areAddedAndItIsSolved() {
    open(DemoGateway::Person::field);
    QVERIFY(page_->press(QStringLiteral("missing-incidents")));
    QVERIFY(page_->press(QStringLiteral("incident-0197a000-0000-7042-8000-000000000002")));

    QVERIFY(page_->type(QStringLiteral("measures"), QStringLiteral("200 more on the way")));
    QVERIFY(page_->press(QStringLiteral("saveDetails")));
    QTRY_COMPARE(waiting(), 1);
    QVERIFY(page_->press(QStringLiteral("step-resolved")));

    QTRY_COMPARE(waiting(), 2);
    QTest::keyClick(window_->window(), Qt::Key_Escape);
    QTRY_COMPARE(app_->incidents()->openCount(), 0);
    QCOMPARE(app_->incident()->measures(), QStringLiteral("200 more on the way"));
}

void TestFieldJourneys::questionnaire_answeredByTapping_isSaved() {
    open(DemoGateway::Person::field);
    QVERIFY(page_->press(QStringLiteral("capture")));
    QVERIFY(page_->press(QStringLiteral("capture-feedback")));

    QVERIFY(page_->pressTitle(QStringLiteral("Survey")));
    QVERIFY(page_->pressWord(QStringLiteral("Good")));
    QVERIFY(page_->pressWord(QStringLiteral("社群")));
    QVERIFY(page_->pressWord(QStringLiteral("亲子活动")));
    QVERIFY(page_->pressWord(QStringLiteral("夜场")));
    QVERIFY(page_->type(QStringLiteral("answer-q5"), QStringLiteral("more shade")));
    QVERIFY(page_->says(QStringLiteral("4 of 6 answered")));
    QVERIFY(page_->press(QStringLiteral("save")));

    QTRY_COMPARE(waiting(), 1);
    QTRY_COMPARE(app_->today()->feedbackCount(), 1);
}

void TestFieldJourneys::complaint_answered_isNoLongerMissing() {
    open(DemoGateway::Person::field);

    QVERIFY(page_->press(QStringLiteral("missing-replies")));
    QVERIFY(page_->press(QStringLiteral("feedback-0197a000-0000-7040-8000-000000000006")));
    QVERIFY(page_->type(QStringLiteral("reply"), QStringLiteral("Signs are up now")));
    QVERIFY(page_->press(QStringLiteral("answer")));

    QTRY_VERIFY(page_->isShown(QStringLiteral("closeFeedback")));
    QTest::keyClick(window(), Qt::Key_Escape);
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY(!page_->isShown(QStringLiteral("missing-replies")));
    QCOMPARE(app_->today()->missing()->find(QStringLiteral("replies")), -1);
}

void TestFieldJourneys::feedback_atADesk_hasWhatWaitsBesideIt() {
    DemoJourney::open(DemoGateway::Person::manager, laptopSize);
    window_->show(QStringLiteral("feedback"));
    QTRY_VERIFY(shown(QStringLiteral("waiting-0")) != nullptr);

    click(QStringLiteral("kind-2"));
    QTRY_VERIFY(shown(QStringLiteral("replyDue")) != nullptr);
    QVERIFY(shown(QStringLiteral("waiting-0")) == nullptr);
    const QQuickItem& text = *shown(QStringLiteral("feedbackText"));
    const QQuickItem& photos = *shown(QStringLiteral("photos"));

    QVERIFY(app_->feedbackForm()->isComplaint());
    QVERIFY(photos.mapToScene({}).x() > text.mapToScene({text.width(), 0}).x());
    QVERIFY(text.width() <= 700);
}

void TestFieldJourneys::task_commentAndReason_areSaved() {
    open(DemoGateway::Person::field);
    QVERIFY(page_->press(QStringLiteral("missing-late")));
    QCOMPARE(app_->tasks()->filter(), QStringLiteral("late"));
    QVERIFY(page_->pressTitle(QStringLiteral("场地布置与设备调试")));

    QVERIFY(page_->type(QStringLiteral("comment"), QStringLiteral("at nine")));
    QVERIFY(page_->press(QStringLiteral("sendComment")));
    QTRY_COMPARE(waiting(), 1);
    QVERIFY(page_->says(QStringLiteral("at nine")));
    QVERIFY(page_->type(QStringLiteral("delayReason"), QStringLiteral("no power yet")));
    QVERIFY(page_->press(QStringLiteral("saveReason")));

    QTRY_COMPARE(waiting(), 2);
    QCOMPARE(app_->task()->delayReason(), QStringLiteral("no power yet"));
}

void TestFieldJourneys::report_filledInAndFiled_isNoLongerMissing() {
    open(DemoGateway::Person::field);

    QVERIFY(page_->press(QStringLiteral("missing-report")));
    QVERIFY(page_->type(QStringLiteral("help"), QStringLiteral("a second tablet")));
    QVERIFY(page_->press(QStringLiteral("save")));

    QTRY_COMPARE(app_->today()->missing()->find(QStringLiteral("report")), -1);
    QVERIFY(app_->reportForm()->isFiled());
}

void TestFieldJourneys::retrospective_atNine_isHeld() {
    open(DemoGateway::Person::siteManager);
    gateway_->turnClock(21, 0);
    app_->readAll();

    QVERIFY(page_->press(QStringLiteral("missing-retrospective")));
    QVERIFY(page_->type(QStringLiteral("changes"), QStringLiteral("second line at ten")));
    QVERIFY(page_->press(QStringLiteral("save")));

    QTRY_COMPARE(app_->today()->missing()->find(QStringLiteral("retrospective")), -1);
}

void TestFieldJourneys::form_left_isOfferedWhenOpenedAgain() {
    open(DemoGateway::Person::field);
    QVERIFY(page_->press(QStringLiteral("quickIncident")));
    QVERIFY(page_->type(QStringLiteral("incidentText"), QStringLiteral("the lamp")));
    QTest::keyClick(window(), Qt::Key_Escape);

    QVERIFY(page_->press(QStringLiteral("quickIncident")));
    QVERIFY(page_->says(QStringLiteral("You were not finished")));
    QVERIFY(page_->says(QStringLiteral("the lamp")));
    QVERIFY(page_->shown(QStringLiteral("save")) == nullptr);
    QVERIFY(page_->press(QStringLiteral("continueDraft")));

    QTRY_COMPARE(app_->incidentForm()->text(), QStringLiteral("the lamp"));
    QVERIFY(page_->isShown(QStringLiteral("save")));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestFieldJourneys)
#include "tst_field_journeys.moc"

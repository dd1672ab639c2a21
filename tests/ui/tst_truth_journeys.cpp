#include <QBuffer>
#include <QImage>

#include "tests/ui/demo_journey.h"

namespace zhixing::client {

/// The ways to what is true: conflicts, what was refused, who changed what, what was repaired, and headquarters' figures.
class TestTruthJourneys : public DemoJourney {
    Q_OBJECT

private:
    void dispute();

private slots:
    void conflict_settledAndUndone_losesNothing();
    void conflict_anotherValue_isTaken();
    void refusedFeedback_corrected_isSentAgain();
    void refusedSpend_corrected_inItsOwnForm();
    void history_openedFromAConflict_saysWhatItKnows();
    void outbox_tappedWithoutConnection_answers();
    void repairs_reachedFromMe_areListed();
    void figure_openedInThreeClicks_reachesTheWholePhoto();
};

/// 王芳 wrote one amount and 吴磊 another.
void TestTruthJourneys::dispute() {
    QVERIFY(gateway_
                ->put(R"({"type":"conflict","id":"0197a000-0000-7055-8000-000000000001","record_type":"spend",)"
                      R"("record_id":"0197a000-0000-7033-8000-000000000007","field":"amount","base_value":"12650",)"
                      R"("kept_value":"12650","lost_value":"13650","kept_by":"0197a000-0000-7002-8000-000000000007",)"
                      R"("kept_at":1760571000000,"kept_device":"0197a000-0000-7009-8000-000000004f2a",)"
                      R"("lost_by":"0197a000-0000-7002-8000-000000000006","lost_at":1760572800000,"state":"open"})")
                .ok());
    QTRY_COMPARE(app_->conflicts()->count(), 1);
    window_->show(QStringLiteral("conflicts"));
}

void TestTruthJourneys::conflict_settledAndUndone_losesNothing() {
    open(DemoGateway::Person::field, phoneSize);
    dispute();

    click(QStringLiteral("takeLeft"));
    QTRY_COMPARE(app_->conflicts()->settled()->count(), 1);
    QCOMPARE(app_->conflicts()->count(), 0);
    click(QStringLiteral("undoSettle"));

    QTRY_COMPARE(app_->conflicts()->count(), 1);
}

void TestTruthJourneys::conflict_anotherValue_isTaken() {
    open(DemoGateway::Person::field, phoneSize);
    dispute();

    click(QStringLiteral("another"));
    QTRY_VERIFY(shown(QStringLiteral("anotherValue")) != nullptr);
    click(QStringLiteral("anotherValue"));
    for (const char key : std::string("130")) QTest::keyClick(window(), key);
    click(QStringLiteral("takeAnother"));

    QTRY_COMPARE(app_->conflicts()->settled()->count(), 1);
    QVERIFY(
        app_->conflicts()->settled()->value(0, QStringLiteral("verdict")).toString().contains(QStringLiteral("130")));
}

void TestTruthJourneys::refusedFeedback_corrected_isSentAgain() {
    open(DemoGateway::Person::field, phoneSize);
    app_->feedbackForm()->setKind(3);
    app_->feedbackForm()->setRating(4);
    app_->feedbackForm()->setText(QStringLiteral("queue"));
    QVERIFY(app_->feedbackForm()->save());
    QVERIFY(gateway_->refuse(1, Code::too_long, "text").ok());
    QTRY_COMPARE(app_->sync()->needsYou(), 1);

    window_->show(QStringLiteral("tray"));
    click(QStringLiteral("correct"));
    QTRY_VERIFY(shown(QStringLiteral("correct-text")) != nullptr);
    click(QStringLiteral("correct-text"));
    QTest::keyClick(window(), 's');
    click(QStringLiteral("resendCorrected"));

    QTRY_COMPARE(app_->sync()->needsYou(), 0);
    QCOMPARE(app_->sync()->waiting(), 1);
}

void TestTruthJourneys::refusedSpend_corrected_inItsOwnForm() {
    open(DemoGateway::Person::field, phoneSize);
    SpendForm& form = *app_->spendForm();
    form.setAmount(QStringLiteral("60"));
    form.setQuantity(QStringLiteral("6"));
    form.setUnitPrice(QStringLiteral("10"));
    form.setLine(form.lines()->value(0, QStringLiteral("key")).toString());
    QVERIFY(form.save());
    QVERIFY(gateway_->refuse(1, Code::bad_reference, "budget_line").ok());
    QTRY_COMPARE(app_->sync()->needsYou(), 1);

    window_->show(QStringLiteral("tray"));
    click(QStringLiteral("correct"));
    QTRY_VERIFY(shown(QStringLiteral("key5")) != nullptr);
    QCOMPARE(form.quantity(), QStringLiteral("6"));
    form.setLine(form.lines()->value(1, QStringLiteral("key")).toString());
    click(QStringLiteral("save"));

    QTRY_COMPARE(app_->sync()->needsYou(), 0);
    QCOMPARE(app_->sync()->waiting(), 1);
    Reader reader = *Reader::open(gateway_->storePath());
    reader.each("SELECT budget_line, quantity, amount FROM spend WHERE is_pending = 1", [&](Columns row) {
        QCOMPARE(row.key(0), form.lines()->value(1, QStringLiteral("key")).toString());
        QCOMPARE(row.number(1), 6);
        QCOMPARE(row.number(2), 6000);
    });
}

void TestTruthJourneys::history_openedFromAConflict_saysWhatItKnows() {
    open(DemoGateway::Person::field, phoneSize);
    dispute();

    click(QStringLiteral("conflictHistory"));

    QTRY_VERIFY(shown(QStringLiteral("historyNote")) != nullptr);
    QVERIFY(!shown(QStringLiteral("historyNote"))->property("text").toString().isEmpty());
    QVERIFY(!gateway_->historyAsked.isNil());
    click(QStringLiteral("closeHistory"));
    QTRY_VERIFY(shown(QStringLiteral("historyNote")) == nullptr);
}

void TestTruthJourneys::outbox_tappedWithoutConnection_answers() {
    open(DemoGateway::Person::field, phoneSize);
    app_->tasks()->step(app_->today()->tasks()->value(0, QStringLiteral("key")).toString(),
                        app_->today()->tasks()->value(0, QStringLiteral("step")).toString());
    SyncStatus gone = gateway_->status();
    gone.link = SyncStatus::Link::unreachable;
    gateway_->setStatus(gone);
    window_->show(QStringLiteral("outbox"));
    QString answer;
    connect(app_.get(), &App::said, this, [&answer](const QString& text) { answer = text; });

    click(QStringLiteral("tryNow"));

    QTRY_COMPARE(gateway_->triedNow, 1);
    QVERIFY(answer.startsWith(QStringLiteral("Trying now.")));
}

void TestTruthJourneys::repairs_reachedFromMe_areListed() {
    open(DemoGateway::Person::field, phoneSize);
    QVERIFY(gateway_->learn(sync::Incident{sync::Incident::Kind::repaired, Instant{1'760'571'000'000}, 1, 0, 0, 0, {}})
                .ok());

    click(QStringLiteral("tab-me"));
    click(QStringLiteral("repairsRow"));

    QTRY_VERIFY(shown(QStringLiteral("exportRepairs")) != nullptr);
    QCOMPARE(app_->repairs()->rows()->count(), 1);
}

void TestTruthJourneys::figure_openedInThreeClicks_reachesTheWholePhoto() {
    open(DemoGateway::Person::headquarters, laptopSize);
    // The dearest approved spend, so that it is the first row; with a receipt that another device took.
    const QString hash(64, u'a');
    QVERIFY(
        gateway_
            ->put(
                R"({"type":"photo","id":"0197a000-0000-7045-8000-000000000001","hash":")" + hash.toStdString() +
                R"(","caption":"发票","byte_count":5000,"subject_type":"spend",)"
                R"("subject":"0197a000-0000-7033-8000-0000000000aa",)"
                R"("thumbnail":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="})")
            .ok());
    QVERIFY(
        gateway_
            ->put(
                R"({"type":"spend","id":"0197a000-0000-7033-8000-0000000000aa","place":"0197a000-0000-7001-8000-000000000011",)"
                R"("budget_line":"0197a000-0000-7030-8000-000000000011","amount":90000000,"spent_on":"2025-10-15",)"
                R"("state":"approved","receipts":["0197a000-0000-7045-8000-000000000001"]})")
            .ok());
    window_->show(QStringLiteral("overview"));
    QTRY_VERIFY(shown(QStringLiteral("figure-spent")) != nullptr);
    app_->overview()->readNow();

    click(QStringLiteral("figure-spent"));
    QTRY_VERIFY(shown(QStringLiteral("drillSum")) != nullptr);
    click(QStringLiteral("drillRow"));
    QTRY_VERIFY(shown(QStringLiteral("photo0")) != nullptr);
    // The network is away: the small picture, why there is no more, and the way on.
    gateway_->setOnline(false);
    click(QStringLiteral("photo0"));
    QTRY_VERIFY(shown(QStringLiteral("photoFetching")) != nullptr);
    QVERIFY(
        shown(QStringLiteral("photoFetching"))->property("text").toString().contains(QStringLiteral("no connection")));
    QImage whole(400, 300, QImage::Format_RGB32);
    whole.fill(Qt::darkGreen);
    QBuffer file(&gateway_->photosElsewhere[hash]);
    whole.save(&file, "JPEG");
    gateway_->setOnline(true);
    click(QStringLiteral("fetchPhoto"));

    QTRY_VERIFY(shown(QStringLiteral("wholePhoto"))->property("source").toUrl().isLocalFile());
    QTRY_COMPARE(shown(QStringLiteral("wholePhoto"))->property("status").toInt(), 1);  // ready
    QVERIFY(shown(QStringLiteral("photoFetching")) == nullptr);
    click(QStringLiteral("closePhoto"));
    QTRY_VERIFY(shown(QStringLiteral("wholePhoto")) == nullptr);
    click(QStringLiteral("drillBack"));
    QTRY_VERIFY(shown(QStringLiteral("drillSum")) != nullptr);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestTruthJourneys)
#include "tst_truth_journeys.moc"

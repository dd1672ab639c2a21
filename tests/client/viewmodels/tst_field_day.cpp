#include <QSignalSpy>
#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

/// A day in the field, through the view models that the phone's pages show, without a network.
class TestFieldDay : public QObject, protected DemoApp {
    Q_OBJECT

private:
    QString chooseLine() const {
        const QString line = app_->spendForm()->lines()->value(0, QStringLiteral("key")).toString();
        app_->spendForm()->setLine(line);
        return line;
    }

private slots:
    void init();
    void cleanup() { end(); }

    void amount_typedInAnyForm_isUnderstood_data();
    void amount_typedInAnyForm_isUnderstood();
    void spend_saved_waitsInTheOutboxAndCountsAgainstItsLine();
    void spend_moreThanIsLeft_saysSoAndMayStillBeSaved();
    void spend_diskFull_saysSoAndKeepsWhatWasTyped();
    void spend_typedAndKilled_isOfferedAgain();
    void spend_refused_isCorrectedFromTheTray();
    void task_begunAndFinished_movesThroughItsLists();
    void week_always_goesFromMondayToSundayAndNamesWhatIsDue();
    void report_prefilled_namesTheTasksFinishedToday();
    void report_filed_isNoLongerMissing();
    void feedback_withoutKind_cannotBeSaved();
    void sync_offlineWithWork_isCalmAndSaysHowMuch();
    void language_switched_changesTheWordsAtOnce();
};

void TestFieldDay::init() { QVERIFY(begin(DemoGateway::Person::field)); }

void TestFieldDay::amount_typedInAnyForm_isUnderstood_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isAmount");
    QTest::addColumn<QString>("meaning");

    QTest::newRow("plain") << QStringLiteral("3000") << true << QString();
    QTest::newRow("with 万") << QStringLiteral("1.2万") << true << QStringLiteral("= 12,000 yuan");
    QTest::newRow("with ￥") << QStringLiteral("￥3,000.50") << true << QString();
    QTest::newRow("nothing") << QString() << false << QString();
    QTest::newRow("zero") << QStringLiteral("0") << false << QString();
    QTest::newRow("a word") << QStringLiteral("many") << false << QString();
    QTest::newRow("finer than a fen") << QStringLiteral("1.234") << false << QString();
}

void TestFieldDay::amount_typedInAnyForm_isUnderstood() {
    QFETCH(QString, typed);
    QFETCH(bool, isAmount);
    QFETCH(QString, meaning);
    const QString line = chooseLine();

    app_->spendForm()->setAmount(typed);

    QVERIFY(!line.isEmpty());
    QCOMPARE(app_->spendForm()->canSave(), isAmount);
    QCOMPARE(app_->spendForm()->amountMeaning(), meaning);
}

void TestFieldDay::spend_saved_waitsInTheOutboxAndCountsAgainstItsLine() {
    const QString line = chooseLine();
    const QString leftBefore = app_->spendForm()->lineLeft();
    const QSignalSpy said(app_.get(), &App::said);
    app_->spendForm()->setAmount(QStringLiteral("300"));
    app_->spendForm()->setNote(QStringLiteral("flowers"));

    QVERIFY(app_->spendForm()->save());

    QCOMPARE(said.count(), 1);
    QCOMPARE(said[0][1].toBool(), false);
    QCOMPARE(app_->sync()->waiting(), 1);
    QTRY_COMPARE(app_->outbox()->openCount(), 1);
    QTRY_COMPARE(app_->today()->spent(), QStringLiteral("300"));
    QTRY_VERIFY(app_->spendForm()->lineLeft() != leftBefore);
    QCOMPARE(app_->spendForm()->line(), line);
    QCOMPARE(app_->spendForm()->amount(), QString());
}

void TestFieldDay::spend_moreThanIsLeft_saysSoAndMayStillBeSaved() {
    chooseLine();

    app_->spendForm()->setAmount(QStringLiteral("900万"));

    QVERIFY(app_->spendForm()->overspends());
    QVERIFY(app_->spendForm()->lineFault().contains(QStringLiteral("more than is left")));
    QVERIFY(app_->spendForm()->canSave());
}

void TestFieldDay::spend_diskFull_saysSoAndKeepsWhatWasTyped() {
    chooseLine();
    app_->spendForm()->setAmount(QStringLiteral("300"));
    const QSignalSpy said(app_.get(), &App::said);
    gateway_->diskIsFull = true;

    app_->spendForm()->save();

    QCOMPARE(said.count(), 1);
    QCOMPARE(said[0][1].toBool(), true);
    QCOMPARE(app_->spendForm()->amount(), QStringLiteral("300"));
    QVERIFY(!gateway_->draft(QStringLiteral("spend/new")).isEmpty());
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestFieldDay::spend_typedAndKilled_isOfferedAgain() {
    chooseLine();
    app_->spendForm()->setAmount(QStringLiteral("88"));
    app_->spendForm()->setNote(QStringLiteral("half a sentence"));
    QTRY_VERIFY(!gateway_->draft(QStringLiteral("spend/new")).isEmpty());

    restart();

    QVERIFY(app_->spendForm()->fromDraft());
    QCOMPARE(app_->spendForm()->amount(), QStringLiteral("88"));
    QCOMPARE(app_->spendForm()->note(), QStringLiteral("half a sentence"));
}

void TestFieldDay::spend_refused_isCorrectedFromTheTray() {
    chooseLine();
    app_->spendForm()->setAmount(QStringLiteral("300"));
    QVERIFY(app_->spendForm()->save());
    QVERIFY(gateway_->refuse(1, Code::out_of_range, "amount").ok());
    QTRY_COMPARE(app_->sync()->tray()->count(), 1);
    QTRY_COMPARE(app_->today()->missing()->value(0, QStringLiteral("key")).toString(), QStringLiteral("tray"));

    app_->spendForm()->correct(app_->sync()->tray()->value(0, QStringLiteral("key")).toString());
    QVERIFY(app_->spendForm()->isCorrection());
    QCOMPARE(app_->spendForm()->amount(), QStringLiteral("300"));
    app_->spendForm()->setAmount(QStringLiteral("200"));
    QVERIFY(app_->spendForm()->save());

    QTRY_COMPARE(app_->sync()->tray()->count(), 0);
    QTRY_COMPARE(app_->spends()->rows()->value(0, QStringLiteral("amount")).toString(), QStringLiteral("200"));
}

void TestFieldDay::task_begunAndFinished_movesThroughItsLists() {
    const int open = app_->tasks()->openCount();
    const int done = app_->tasks()->doneCount();
    const QString key = app_->tasks()->rows()->value(0, QStringLiteral("key")).toString();
    QVERIFY(open > 0);

    app_->tasks()->step(key, QStringLiteral("done"));

    QTRY_COMPARE(app_->tasks()->openCount(), open - 1);
    QCOMPARE(app_->tasks()->doneCount(), done + 1);
    QCOMPARE(app_->tasks()->rows()->find(key), -1);
    app_->tasks()->setFilter(QStringLiteral("done"));
    QVERIFY(app_->tasks()->rows()->find(key) >= 0);
}

void TestFieldDay::week_always_goesFromMondayToSundayAndNamesWhatIsDue() {
    RowModel* week = app_->today()->week();

    // The demo's today is Thursday 16 October 2025; its tasks are due from Wednesday to Saturday.
    QCOMPARE(week->count(), 7);
    QCOMPARE(week->value(0, QStringLiteral("key")).toString(), QStringLiteral("2025-10-13"));
    QCOMPARE(week->value(0, QStringLiteral("words")).toString(), QString());
    QVERIFY(week->value(3, QStringLiteral("isToday")).toBool());
    QVERIFY(!week->value(2, QStringLiteral("words")).toString().isEmpty());
    QVERIFY(week->value(2, QStringLiteral("isLate")).toBool());
    QVERIFY(week->value(2, QStringLiteral("isPast")).toBool());
    QVERIFY(!week->value(4, QStringLiteral("isPast")).toBool());
    QCOMPARE(week->value(6, QStringLiteral("key")).toString(), QStringLiteral("2025-10-19"));
}

void TestFieldDay::report_prefilled_namesTheTasksFinishedToday() {
    const QString key = app_->today()->tasks()->value(0, QStringLiteral("key")).toString();
    const QString title = app_->today()->tasks()->value(0, QStringLiteral("title")).toString();

    app_->tasks()->step(key, QStringLiteral("done"));

    QTRY_VERIFY(app_->reportForm()->done().contains(title));
}

void TestFieldDay::report_filed_isNoLongerMissing() {
    QVERIFY(app_->today()->missing()->find(QStringLiteral("report")) >= 0);
    app_->reportForm()->setDone(QStringLiteral("All stands are up"));

    QVERIFY(app_->reportForm()->save());

    QTRY_COMPARE(app_->today()->missing()->find(QStringLiteral("report")), -1);
    QVERIFY(app_->reportForm()->isFiled());
}

void TestFieldDay::feedback_withoutKind_cannotBeSaved() {
    app_->feedbackForm()->setText(QStringLiteral("The queue is long"));
    QVERIFY(!app_->feedbackForm()->canSave());
    QVERIFY(!app_->feedbackForm()->save());

    app_->feedbackForm()->setKind(2);

    QVERIFY(app_->feedbackForm()->save());
    QTRY_COMPARE(app_->today()->feedbackCount(), 1);
}

void TestFieldDay::sync_offlineWithWork_isCalmAndSaysHowMuch() {
    QCOMPARE(app_->sync()->light(), QStringLiteral("green"));
    app_->sync()->setOnline(false);
    QCOMPARE(app_->sync()->light(), QStringLiteral("none"));

    app_->tasks()->step(app_->tasks()->rows()->value(0, QStringLiteral("key")).toString(), QStringLiteral("done"));

    QCOMPARE(app_->sync()->light(), QStringLiteral("amber"));
    QCOMPARE(app_->sync()->state(), QStringLiteral("Offline · 1 waiting"));
}

void TestFieldDay::language_switched_changesTheWordsAtOnce() {
    QCOMPARE(app_->today()->date(), QStringLiteral("16 Oct"));

    settings_->setLanguage(QStringLiteral("zh_CN"));

    QCOMPARE(app_->today()->date(), QStringLiteral("10月16日"));
    QTRY_COMPARE(app_->account()->role(), QStringLiteral("现场人员"));
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestFieldDay)
#include "tst_field_day.moc"

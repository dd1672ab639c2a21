#include "client/viewmodels/day/unfinished.h"

#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

/// What is there right after a start: no form yet, unless a draft is kept for one.
struct FreshStart {
    FreshStart(Gateway& gateway, Settings& settings) : context(gateway, settings) {}

    Context context;
    Lazily<SpendForm> spend;
    Lazily<FeedbackForm> feedback;
    Lazily<IncidentForm> incident;
    Lazily<ReportForm> report;
    Lazily<Retrospective> retrospective;
    Unfinished unfinished{context, {spend, feedback, incident, report, retrospective}};
};

/// What was begun and not recorded, on the first page after the program was killed.
class TestUnfinished : public QObject, protected DemoApp {
    Q_OBJECT

private:
    [[nodiscard]] QString value(int row, const char* role) const {
        return app_->unfinished()->rows()->value(row, QLatin1String(role)).toString();
    }

private slots:
    void init() { QVERIFY(begin(DemoGateway::Person::field)); }
    void cleanup() { end(); }

    void start_withNothingKept_makesNoForm();
    void start_withADraft_makesItsFormOnly();
    void start_afterTheEnd_namesWhatWasBegun();
    void look_atAFormMadeLater_listsIt();
    void finished_isNotListedAnyMore();
};

void TestUnfinished::start_withNothingKept_makesNoForm() {
    FreshStart start(*gateway_, *settings_);
    start.unfinished.look();

    QVERIFY(start.spend.made() == nullptr);
    QVERIFY(start.feedback.made() == nullptr);
    QVERIFY(start.incident.made() == nullptr);
    QVERIFY(start.report.made() == nullptr);
    QVERIFY(start.retrospective.made() == nullptr);
    QCOMPARE(start.unfinished.rows()->count(), 0);
}

void TestUnfinished::start_withADraft_makesItsFormOnly() {
    app_->incidentForm()->setText(QStringLiteral("a lamp fell"));
    FreshStart start(*gateway_, *settings_);

    QVERIFY(start.incident.made() != nullptr);
    QVERIFY(start.spend.made() == nullptr);
    QVERIFY(start.feedback.made() == nullptr);
    QCOMPARE(start.unfinished.rows()->count(), 1);
}

void TestUnfinished::start_afterTheEnd_namesWhatWasBegun() {
    app_->spendForm()->setAmount(QStringLiteral("88"));
    app_->incidentForm()->setText(QStringLiteral("a lamp fell"));

    restart();

    QCOMPARE(app_->unfinished()->rows()->count(), 2);
    QCOMPARE(value(0, "key"), QStringLiteral("spend"));
    QCOMPARE(value(0, "name"), QStringLiteral("A spend of ￥88"));
    QVERIFY(!value(0, "time").isEmpty());
    QCOMPARE(value(1, "key"), QStringLiteral("incident"));
    QCOMPARE(value(1, "words"), QStringLiteral("a lamp fell"));
}

void TestUnfinished::look_atAFormMadeLater_listsIt() {
    QCOMPARE(app_->unfinished()->rows()->count(), 0);
    app_->incidentForm()->setText(QStringLiteral("a lamp fell"));
    app_->spendForm()->setAmount(QStringLiteral("88"));

    app_->unfinished()->look();

    QCOMPARE(app_->unfinished()->rows()->count(), 2);

    app_->spendForm()->setAmount(QStringLiteral("90"));

    QCOMPARE(value(0, "name"), QStringLiteral("A spend of ￥90"));
}

void TestUnfinished::finished_isNotListedAnyMore() {
    app_->incidentForm()->setText(QStringLiteral("a lamp fell"));
    restart();
    QCOMPARE(app_->unfinished()->rows()->count(), 1);

    app_->incidentForm()->dropDraft();

    QCOMPARE(app_->unfinished()->rows()->count(), 0);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestUnfinished)
#include "tst_unfinished.moc"

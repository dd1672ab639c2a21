#include <QTest>

#include "tests/gallery/demo_app.h"

namespace zhixing::client {

/// A regional manager's laptop: the queue, the totals, the conflicts.
class TestReview : public QObject, protected DemoApp {
    Q_OBJECT

private:
    [[nodiscard]] Review& review() const { return *app_->review(); }
    [[nodiscard]] QString value(int row, const char* role) const {
        return review().rows()->value(row, QLatin1String(role)).toString();
    }
    /// The row of a spend by its amount, or of anything by its title.
    [[nodiscard]] int rowOf(const char* role, const QString& is) const {
        for (int row = 0; row < review().rows()->count(); ++row) {
            if (value(row, role) == is) return row;
        }
        return -1;
    }
    [[nodiscard]] QString notices() const {
        QStringList words;
        for (const QVariant& notice : review().notices()) words.append(notice.toMap()["words"].toString());
        return words.join(u'|');
    }

private slots:
    void init();
    void cleanup() { end(); }

    void queue_ofTheDemo_holdsWhatWaitsInTheRegion();
    void queue_ofOneKind_holdsOnlyThat();
    void sums_inWan_areShort_whatIsDecidedStaysExact();
    void rules_areKnownBeforeTheDecision();
    void approve_theFirst_bringsTheNext();
    void approve_undoneInTime_changesNothing();
    void approve_aboveTheLimit_passesItOn();
    void approve_onesOwn_isNotPossible();
    void report_accepted_leavesTheQueue();
    void plan_ofAnotherOffice_isShownAndBlocked();
    void marked_ofOneLine_areSummedAndApprovedTogether();
    void marked_ofTwoKinds_areNotApprovedTogether();
    void marked_aboveTheLimit_isNotApprovedTogether();
    void giveBack_withoutReason_doesNothing();
    void giveBack_withReason_returnsIt();
    void budget_totals_equalTheLinesShown();
    void queue_ofFieldStaff_isEmpty();
};

void TestReview::init() {
    QVERIFY(begin(DemoGateway::Person::manager));
    review().setHold(50);
}

void TestReview::queue_ofTheDemo_holdsWhatWaitsInTheRegion() {
    QCOMPARE(review().count(), 5);
    QCOMPARE(review().summary(), QStringLiteral("5 to decide, ￥8,446.50 of spends"));
    QVERIFY(review().mayDecide());
    QCOMPARE(review().rows()->count(), 8);  // one's own spend and report, and a plan that finance decides, come last
}

void TestReview::sums_inWan_areShort_whatIsDecidedStaysExact() {
    settings_->setInWan(true);

    QTRY_COMPARE(review().summary(), QStringLiteral("5 to decide, ￥0.84 wan of spends"));
    QVERIFY2(review().lineWords().contains(QStringLiteral("wan")), qPrintable(review().lineWords()));
    QVERIFY(review().leftAfter().endsWith(QStringLiteral("wan")));
    QCOMPARE(review().amount(), QStringLiteral("126.50"));
}

void TestReview::queue_ofOneKind_holdsOnlyThat() {
    review().setKind(QStringLiteral("report"));

    for (int row = 0; row < review().rows()->count(); ++row) QCOMPARE(value(row, "kind"), QStringLiteral("report"));
    QCOMPARE(review().rows()->count(), 2);
}

void TestReview::rules_areKnownBeforeTheDecision() {
    review().setCurrentIndex(rowOf("amount", QStringLiteral("320")));
    QVERIFY(notices().contains(QStringLiteral("Up to ￥5,000 one approval is enough")));

    review().setCurrentIndex(rowOf("amount", QStringLiteral("6,800")));
    QVERIFY(notices().contains(QStringLiteral("Above ￥5,000: a second approval by headquarters is needed")));
    QVERIFY(notices().contains(QStringLiteral("2 × ￥3,200 is ￥6,400: ￥400 differ")));
    QCOMPARE(review().approveWord(), QStringLiteral("Agree, and pass it on"));
}

void TestReview::approve_theFirst_bringsTheNext() {
    const QString first = value(0, "key");
    const QString second = value(1, "key");

    review().approve();

    QCOMPARE(review().count(), 4);
    QCOMPARE(review().rows()->find(first), -1);
    QCOMPARE(review().currentKey(), second);
    QVERIFY(!review().held().isEmpty());
    QTRY_COMPARE(app_->sync()->waiting(), 1);
    QVERIFY(review().held().isEmpty());
    QCOMPARE(review().count(), 4);
}

void TestReview::approve_undoneInTime_changesNothing() {
    review().setHold(60'000);
    const QString first = value(0, "key");
    review().approve();

    review().undo();

    QCOMPARE(review().count(), 5);
    QCOMPARE(value(0, "key"), first);
    QVERIFY(review().held().isEmpty());
    review().settle();
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestReview::approve_aboveTheLimit_passesItOn() {
    review().setCurrentIndex(rowOf("amount", QStringLiteral("6,800")));
    review().approve();
    review().settle();

    QTRY_COMPARE(app_->sync()->waiting(), 1);
    QTRY_VERIFY(rowOf("amount", QStringLiteral("6,800")) >= 0);
    review().setCurrentIndex(rowOf("amount", QStringLiteral("6,800")));
    QVERIFY(!review().mayDecide());
    QVERIFY(notices().contains(QStringLiteral("You have agreed; finance or headquarters decides")));
}

void TestReview::approve_onesOwn_isNotPossible() {
    const int own = rowOf("amount", QStringLiteral("1,280"));
    QVERIFY(own >= 0);
    review().setCurrentIndex(own);

    QVERIFY(!review().mayDecide());
    QVERIFY(notices().contains(QStringLiteral("Your own request: somebody else decides")));
    review().approve();
    review().settle();
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestReview::report_accepted_leavesTheQueue() {
    review().setKind(QStringLiteral("report"));
    QCOMPARE(review().approveWord(), QStringLiteral("Accept"));

    review().approve();
    review().settle();

    QTRY_COMPARE(app_->sync()->waiting(), 1);
    QTRY_COMPARE(review().rows()->count(), 1);
}

void TestReview::plan_ofAnotherOffice_isShownAndBlocked() {
    review().setKind(QStringLiteral("plan"));

    QCOMPARE(review().rows()->count(), 1);
    QVERIFY(!review().mayDecide());
    QVERIFY(notices().startsWith(QStringLiteral("Decided by:")));
    QCOMPARE(review().amount(), QStringLiteral("15,000"));
}

void TestReview::marked_ofOneLine_areSummedAndApprovedTogether() {
    review().mark(rowOf("amount", QStringLiteral("320")));
    review().mark(rowOf("amount", QStringLiteral("1,200")));

    QCOMPARE(review().markedWords(), QStringLiteral("2 marked, ￥1,520 together"));
    QCOMPARE(review().markedRefusal(), QString());
    review().approveMarked();
    QCOMPARE(review().count(), 3);
    QTRY_COMPARE(app_->sync()->waiting(), 2);
    QCOMPARE(review().markedCount(), 0);
}

void TestReview::marked_ofTwoKinds_areNotApprovedTogether() {
    review().mark(rowOf("amount", QStringLiteral("320")));
    review().mark(rowOf("kind", QStringLiteral("report")));

    QVERIFY(!review().markedRefusal().isEmpty());
    review().approveMarked();
    review().settle();
    QCOMPARE(app_->sync()->waiting(), 0);
}

void TestReview::marked_aboveTheLimit_isNotApprovedTogether() {
    review().mark(rowOf("amount", QStringLiteral("6,800")));
    QVERIFY(!review().markedRefusal().isEmpty());

    review().setCurrentIndex(rowOf("amount", QStringLiteral("320")));
    review().markAlike();

    QCOMPARE(review().markedCount(), 3);
    QCOMPARE(review().markedRefusal(), QString());
}

void TestReview::giveBack_withoutReason_doesNothing() {
    review().giveBack(QStringLiteral("   "));
    review().settle();

    QCOMPARE(app_->sync()->waiting(), 0);
    QCOMPARE(review().count(), 5);
}

void TestReview::giveBack_withReason_returnsIt() {
    review().giveBack(QStringLiteral("The receipt is missing"));

    QCOMPARE(review().count(), 4);
    QVERIFY(review().held().startsWith(QStringLiteral("Returned to")));
    QTRY_COMPARE(app_->sync()->waiting(), 1);
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

#include "tests/ui/demo_window.h"

namespace zhixing::client {

/// A manager plans on the laptop by mouse and by keyboard, and the network is away.
class TestPlanning : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DemoWindow> driven_;

    void openTab(const char* name);
    [[nodiscard]] QVariant value(int row, const char* role) const {
        return driven_->app->plan()->rows()->value(row, QLatin1String(role));
    }
    [[nodiscard]] QRectF barRect(int row) const {
        QRectF rect;
        QMetaObject::invokeMethod(driven_->shown(QStringLiteral("ganttChart")), "barRect", Q_RETURN_ARG(QRectF, rect),
                                  Q_ARG(int, row));
        return rect;
    }

private slots:
    void cleanup() { driven_.reset(); }

    void plan_cellTypedByKeyboard_isRecorded();
    void plan_nonsenseTyped_staysWithItsReason();
    void plan_ownerChosenFromTheList_isRecorded();
    void plan_taskAddedAndUndone_staysUsable();
    void gantt_barDragged_movesTheTaskAndItsFollower();
    void targets_partTyped_addsUpAgain();
    void raci_letterTyped_isRecorded();
    void campaign_fromATemplate_isPlanned();
    void gantt_endDragged_changesTheEndAlone();
    void gantt_byKeyboard_movesAndTakesBack();
    void gantt_escapeWhileMoving_changesNothing();
};

void TestPlanning::openTab(const char* name) {
    driven_ = DemoWindow::open(DemoGateway::Person::manager, laptopSize);
    QVERIFY(driven_ != nullptr);
    driven_->gateway->setOnline(false);
    driven_->main->show(QLatin1String(name));
    driven_->window()->grabWindow();
    if (qstrcmp(name, "gantt") != 0) return;
    // The plan is fitted into the window first.
    const QQuickItem* chart = driven_->shown(QStringLiteral("ganttChart"));
    QVERIFY(chart != nullptr);
    QTRY_VERIFY(barRect(17).right() <= chart->width());
    QTRY_VERIFY(driven_->shown(QStringLiteral("gantt"))->hasActiveFocus());
}

void TestPlanning::plan_cellTypedByKeyboard_isRecorded() {
    openTab("plan");
    QQuickItem* table = driven_->shown(QStringLiteral("planTable"));
    QVERIFY(table != nullptr);
    driven_->click(*table, {table->width() * 0.3, 60});
    driven_->press(Qt::Key_Down);
    driven_->press(Qt::Key_F2);
    QTRY_VERIFY(driven_->shown(QStringLiteral("cellEditor")) != nullptr);
    driven_->press(Qt::Key_A, Qt::ControlModifier);
    driven_->type("Warm up");
    driven_->press(Qt::Key_Return);

    QTRY_COMPARE(value(1, "title").toString(), QStringLiteral("Warm up"));
    QVERIFY(driven_->shown(QStringLiteral("cellEditor")) == nullptr);
    QCOMPARE(driven_->app->sync()->waiting(), 1);
}

void TestPlanning::plan_nonsenseTyped_staysWithItsReason() {
    openTab("plan");
    QQuickItem* table = driven_->shown(QStringLiteral("planTable"));
    driven_->click(*table, {table->width() * 0.3, 60});
    // Content, person, begin.
    for (int i = 0; i < 3; ++i) driven_->press(Qt::Key_Right);
    driven_->type("x");
    driven_->press(Qt::Key_Return);

    QVERIFY(driven_->shown(QStringLiteral("cellEditor")) != nullptr);
    QVERIFY(!driven_->shown(QStringLiteral("cellEditor"))->property("fault").toString().isEmpty());
    driven_->press(Qt::Key_Escape);
    QTRY_VERIFY(driven_->shown(QStringLiteral("cellEditor")) == nullptr);
    QCOMPARE(driven_->app->sync()->waiting(), 0);
}

void TestPlanning::plan_ownerChosenFromTheList_isRecorded() {
    openTab("plan");
    QQuickItem* table = driven_->shown(QStringLiteral("planTable"));
    driven_->click(*table, {table->width() * 0.3, 60});
    for (int i = 0; i < 2; ++i) driven_->press(Qt::Key_Right);
    driven_->press(Qt::Key_Return);
    QTRY_VERIFY(driven_->shown(QStringLiteral("cellEditor")) != nullptr);
    const QString before = value(0, "ownerKey").toString();
    driven_->press(Qt::Key_Down);
    driven_->press(Qt::Key_Return);

    QTRY_VERIFY(value(0, "ownerKey").toString() != before);
}

void TestPlanning::plan_taskAddedAndUndone_staysUsable() {
    openTab("plan");
    const int before = driven_->app->plan()->rows()->count();
    driven_->click(QStringLiteral("addTask"));
    driven_->type("Thank everyone");
    driven_->press(Qt::Key_Return);

    QTRY_COMPARE(driven_->app->plan()->rows()->count(), before + 1);
}

void TestPlanning::targets_partTyped_addsUpAgain() {
    openTab("targets");
    QTRY_VERIFY(driven_->shown(QStringLiteral("targetsTable"))->hasActiveFocus());
    // Its own row, the sum by market, Xuhui, and West Lake, which is short by ten.
    for (int i = 0; i < 4; ++i) driven_->press(Qt::Key_Down);
    driven_->press(Qt::Key_Right);
    driven_->type("500");
    driven_->press(Qt::Key_Return);

    QTRY_COMPARE(driven_->app->targets()->faultCount(), 0);
    QCOMPARE(driven_->app->sync()->waiting(), 1);
}

void TestPlanning::raci_letterTyped_isRecorded() {
    openTab("raci");
    QTRY_VERIFY(driven_->shown(QStringLiteral("raciTable"))->hasActiveFocus());
    for (int i = 0; i < 5; ++i) driven_->press(Qt::Key_Down);
    driven_->press(Qt::Key_A);

    QTRY_COMPARE(driven_->app->raci()->rows()->value(5, QStringLiteral("gap")).toString(), QStringLiteral("Complete"));
    QCOMPARE(driven_->app->sync()->waiting(), 1);
}

void TestPlanning::campaign_fromATemplate_isPlanned() {
    openTab("plan");
    driven_->click(QStringLiteral("newCampaign"));
    QTRY_VERIFY(driven_->shown(QStringLiteral("campaignName")) != nullptr);
    QTRY_VERIFY(driven_->shown(QStringLiteral("campaignName"))->hasActiveFocus());
    driven_->type("Winter");
    driven_->press(Qt::Key_Tab);
    driven_->shown(QStringLiteral("campaignDay"))->forceActiveFocus();
    driven_->type("2025-12-20");
    QQuickItem* list = driven_->shown(QStringLiteral("templateList"));
    driven_->click(*list, {60, 20});
    driven_->click(QStringLiteral("startCampaign"));

    QTRY_COMPARE(driven_->app->campaigns()->name(), QStringLiteral("Winter"));
    QVERIFY(driven_->app->plan()->rows()->count() > 0);
    QTRY_VERIFY(driven_->shown(QStringLiteral("campaignName")) == nullptr);
}

void TestPlanning::gantt_barDragged_movesTheTaskAndItsFollower() {
    openTab("gantt");
    QQuickItem* chart = driven_->shown(QStringLiteral("ganttChart"));
    QVERIFY(chart != nullptr);
    const qreal day = chart->property("dayWidth").toReal();
    const int start = value(4, "startDay").toInt();
    const int follower = value(8, "startDay").toInt();
    const QPointF from = chart->mapToScene(barRect(4).center());

    QTest::mousePress(driven_->window(), Qt::LeftButton, {}, from.toPoint());
    for (int step = 1; step <= 4; ++step) {
        QTest::mouseMove(driven_->window(), (from + QPointF(day * step / 2, 0)).toPoint());
    }
    QVERIFY(chart->property("moving").toBool());
    QCOMPARE(chart->property("movingStart").toInt(), start + 2);
    QTest::mouseRelease(driven_->window(), Qt::LeftButton, {}, (from + QPointF(day * 2, 0)).toPoint());

    QTRY_COMPARE(value(4, "startDay").toInt(), start + 2);
    QCOMPARE(value(8, "startDay").toInt(), follower + 2);
}

void TestPlanning::gantt_endDragged_changesTheEndAlone() {
    openTab("gantt");
    QQuickItem* chart = driven_->shown(QStringLiteral("ganttChart"));
    const qreal day = chart->property("dayWidth").toReal();
    const int start = value(8, "startDay").toInt();
    const int due = value(8, "dueDay").toInt();
    const QPointF from = chart->mapToScene(QPointF(barRect(8).right() - 2, barRect(8).center().y()));

    QTest::mousePress(driven_->window(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(driven_->window(), (from + QPointF(day, 0)).toPoint());
    QTest::mouseRelease(driven_->window(), Qt::LeftButton, {}, (from + QPointF(day, 0)).toPoint());

    QTRY_COMPARE(value(8, "dueDay").toInt(), due + 1);
    QCOMPARE(value(8, "startDay").toInt(), start);
}

void TestPlanning::gantt_byKeyboard_movesAndTakesBack() {
    openTab("gantt");
    const int start = value(8, "startDay").toInt();
    for (int i = 0; i < 9; ++i) driven_->press(Qt::Key_Down);
    QCOMPARE(driven_->shown(QStringLiteral("ganttChart"))->property("currentRow").toInt(), 8);
    driven_->press(Qt::Key_Right);
    driven_->press(Qt::Key_Right);
    driven_->press(Qt::Key_Right, Qt::ShiftModifier);
    driven_->press(Qt::Key_Return);

    QTRY_COMPARE(value(8, "startDay").toInt(), start + 2);
    QCOMPARE(driven_->app->sync()->waiting(), 1);

    driven_->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(value(8, "startDay").toInt(), start);
}

void TestPlanning::gantt_escapeWhileMoving_changesNothing() {
    openTab("gantt");
    driven_->press(Qt::Key_Down);
    driven_->press(Qt::Key_Right);
    QVERIFY(driven_->shown(QStringLiteral("ganttChart"))->property("moving").toBool());
    driven_->press(Qt::Key_Escape);

    QVERIFY(!driven_->shown(QStringLiteral("ganttChart"))->property("moving").toBool());
    QCOMPARE(driven_->app->sync()->waiting(), 0);
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestPlanning)
#include "tst_planning.moc"
